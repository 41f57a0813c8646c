package export

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"wiredesk"
)

// Text writes the briefs for people, on a terminal or as plain text: headline,
// standing, prose, tolls, what is at odds, sources. The numbers in square
// brackets are those of the sources.
func Text(w io.Writer, briefs []wiredesk.Brief) error {
	return write(w, briefs, plainForm, (*sheet).short)
}

// Markdown writes the briefs as Text does, as Markdown.
func Markdown(w io.Writer, briefs []wiredesk.Brief) error {
	return write(w, briefs, markdownForm, (*sheet).short)
}

// mostOdds bounds the differences of a short brief.
const mostOdds = 6

// short writes what a reader needs of the brief.
func (s *sheet) short() {
	s.line(s.title, s.escape(s.brief.Headline))
	s.line("")
	s.paragraph("", s.escape(standing(s.brief)))
	number := map[string]int{}
	for i, r := range s.brief.Reports {
		number[r.ID] = i + 1
	}
	for _, section := range s.brief.Sections {
		var text []string
		for _, sentence := range section.Sentences {
			text = append(text, s.escape(sentence.Text)+s.escape(sourceNumbers(sentence.Citations, number)))
		}
		s.line("")
		s.paragraph("", strings.Join(text, " "))
	}
	s.odds("Tolls", counts(s.brief))
	s.odds("At odds", atOdds(s.brief, number))
	var sources []string
	for i, r := range s.brief.Reports {
		sources = append(sources, source(i+1, &r, number))
	}
	s.odds("Sources", sources)
}

// odds writes a list in one run of text.
func (s *sheet) odds(label string, items []string) {
	if len(items) == 0 {
		return
	}
	s.line("")
	s.paragraph("", fmt.Sprintf(s.label, label)+s.escape(strings.Join(items, "; ")))
}

// standing says how many reports, outlets and origins a brief rests on.
func standing(b *wiredesk.Brief) string {
	text := fmt.Sprintf("%s, %s", count(len(b.Reports), "report"), count(b.Outlets, "outlet"))
	known := len(b.Origins.Known)
	switch {
	case known > 0 && len(b.Origins.Perhaps)+b.Origins.Unknown > 0:
		return text + fmt.Sprintf(", at least %s", count(known, "origin"))
	case known > 0:
		return text + ", " + count(known, "origin")
	}
	return text + ", origins unknown"
}

// sourceNumbers writes the numbers of the reports that citations are of.
func sourceNumbers(cs []wiredesk.Citation, number map[string]int) string {
	var out []string
	for _, c := range cs {
		if n := fmt.Sprint(number[c.Report]); !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	if len(out) == 0 {
		return ""
	}
	return " [" + strings.Join(out, ",") + "]"
}

// counts writes the counts of the story's own incident that stand, by unit and
// claimant, those of one claimant once.
func counts(b *wiredesk.Brief) []string {
	own := map[string]bool{}
	for _, in := range b.Incidents {
		own[in.ID] = in.Own
	}
	var out []string
	for _, t := range b.Tolls {
		if mine, known := own[t.Incident]; known && !mine {
			continue
		}
		var rows []string
		for _, r := range t.Rows {
			if r.Status != wiredesk.RowCurrent || r.PartOf >= 0 || len(r.Chain) < 2 && claimed(t.Rows) {
				continue
			}
			if text := countRange(r.Low, r.High) + " (" + oneLine(r.Claimant) + ")"; !slices.Contains(rows, text) {
				rows = append(rows, text)
			}
		}
		if len(rows) > 0 {
			out = append(out, string(t.Unit)+" "+strings.Join(rows, ", "))
		}
	}
	return out
}

// claimed reports whether somebody else than an outlet gives a count that
// stands: then the outlets' own words, headlines above all, say no more.
func claimed(rows []wiredesk.TollRow) bool {
	return slices.ContainsFunc(rows, func(r wiredesk.TollRow) bool { return r.Status == wiredesk.RowCurrent && len(r.Chain) > 1 })
}

// countRange writes a range of counts.
func countRange(low, high wiredesk.Bound) string {
	switch {
	case low == high:
		return fmt.Sprint(int(low))
	case high == wiredesk.Open:
		return fmt.Sprintf("%d or more", int(low))
	case low == wiredesk.Open:
		return fmt.Sprintf("up to %d", int(high))
	}
	return fmt.Sprintf("%d to %d", int(low), int(high))
}

// atOdds names the sides of the differences: who says it, with the source.
// What took the place of another word is no difference any more.
func atOdds(b *wiredesk.Brief, number map[string]int) []string {
	var out []string
	for _, d := range b.Differences {
		if d.Kind == wiredesk.OnlyIn || d.Kind == wiredesk.Supersedes || len(d.Sides) < 2 || len(out) == mostOdds {
			continue
		}
		var sides []string
		for _, s := range d.Sides {
			sides = append(sides, oneLine(s.Who)+" "+s.Verb+sourceNumbers(s.Citations, number))
		}
		text := strings.Join(sides, " / ")
		if d.Particular != "" {
			text = oneLine(d.Particular) + ": " + text
		}
		if !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	return out
}

// source names a report: its number, outlet and day, whose text it carries, and
// what became of it.
func source(n int, r *wiredesk.BriefReport, number map[string]int) string {
	name := string(r.Outlet)
	if name == "" {
		name = r.ID
	}
	text := fmt.Sprintf("%d %s", n, oneLine(name))
	if day, _, _ := strings.Cut(string(r.Published.Value), "T"); day != "" {
		text += " " + day
	}
	if k := number[string(r.PickupOf)]; k > 0 {
		text += fmt.Sprintf(" (%.0f %% of it %d)", 100*r.Shared, k)
	}
	switch r.Status {
	case wiredesk.Killed, wiredesk.Correction, wiredesk.Withheld:
		text += " (" + string(r.Status) + ")"
	}
	return text
}
