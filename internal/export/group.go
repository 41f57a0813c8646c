package export

import (
	"fmt"
	"io"
	"math"
	"strings"

	"wiredesk"
)

// Groups writes the stories with their reports, for people. Assignments stand
// in the order of the readings.
func Groups(w io.Writer, stories []wiredesk.Story, readings []wiredesk.Reading, assignments []wiredesk.Assignment) error {
	p := newPrinter(w)
	at := map[string]int{}
	for i := range readings {
		at[readings[i].ID] = i
	}
	for i, s := range stories {
		if i > 0 {
			p.line("")
		}
		p.line("%s  %s", s.ID, oneLine(s.Headline))
		for _, id := range s.Reports {
			k := at[id]
			p.member(&readings[k], assignments[k])
		}
	}
	return p.close()
}

// member writes one report of a story.
func (p *printer) member(r *wiredesk.Reading, a wiredesk.Assignment) {
	headline := "(no headline)"
	if r.Headline != nil {
		headline = r.Headline.Text
	}
	outlet := string(r.Outlet)
	if outlet == "" {
		outlet = "outlet not known"
	}
	p.line("  %s  %s (%s)", r.ID, oneLine(headline), oneLine(outlet))
	if a.PickupOf != "" {
		p.line("    carries %d %% of its text from %s", int(math.Round(100*a.Shared)), a.PickupOf)
	}
	if o := origins(a.Origins); o != "" {
		p.line("    origin: %s", o)
	}
	for _, why := range a.Why {
		p.line("    %s", oneLine(why))
	}
}

// origins writes known, perhaps and unknown origins in one line.
func origins(o wiredesk.Origins) string {
	var parts []string
	if len(o.Known) > 0 {
		parts = append(parts, strings.Join(o.Known, ", "))
	}
	if len(o.Perhaps) > 0 {
		parts = append(parts, "perhaps "+strings.Join(o.Perhaps, ", "))
	}
	if o.Unknown > 0 {
		parts = append(parts, fmt.Sprintf("%d unknown", o.Unknown))
	}
	return oneLine(strings.Join(parts, "; "))
}
