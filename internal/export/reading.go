package export

import (
	"fmt"
	"io"
	"strings"

	"wiredesk"
)

// Readings writes what the desk read out of each report, for people.
func Readings(w io.Writer, readings []wiredesk.Reading) error {
	p := newPrinter(w)
	for i := range readings {
		if i > 0 {
			p.line("")
		}
		p.reading(&readings[i])
	}
	return p.close()
}

// reading writes one report.
func (p *printer) reading(r *wiredesk.Reading) {
	headline := "(no headline)"
	if r.Headline != nil {
		headline = oneLine(r.Headline.Text)
	}
	p.line("%s", headline)
	p.particulars(r)
	p.claims(r)
	p.figures(r)
	p.times(r)
	p.entities(r)
}

// particulars writes what stands around the body.
func (p *printer) particulars(r *wiredesk.Reading) {
	p.field("report", r.ID+" "+oneLine(string(r.File+r.URL)))
	p.field("outlet", oneLine(string(r.Outlet)))
	p.field("published", published(r.Published))
	if r.NotRead != "" {
		p.field("not read", oneLine(string(r.NotRead)))
	}
	if r.Byline != nil {
		p.field("by", oneLine(strings.Join(r.Byline.Names, ", ")))
	}
	if d := r.Dateline; d != nil {
		p.field("filed", oneLine(strings.Join(fields(d.Place, d.Agency, d.Date), ", ")))
	}
	if len(r.Agencies) > 0 {
		p.field("agencies", oneLine(strings.Join(r.Agencies, ", ")))
	}
	if len(r.CompiledFrom) > 0 {
		p.field("compiled from", oneLine(strings.Join(r.CompiledFrom, ", ")))
	}
	if !r.Complete {
		p.field("complete", "no, the text goes on elsewhere")
	}
	if r.Status != wiredesk.Usable && r.Status != "" {
		p.field("status", strings.TrimSpace(string(r.Status)+" "+oneLine(string(r.Replaces))))
	}
	for _, ph := range r.Photos {
		p.field("photo", oneLine(strings.Join(fields(ph.Caption, ph.Credit), " / ")))
	}
}

// fields returns those that are known.
func fields(values ...wiredesk.Optional) []string {
	var out []string
	for _, v := range values {
		if v != "" {
			out = append(out, string(v))
		}
	}
	return out
}

// published writes a publication time with how it is known.
func published(p wiredesk.Published) string {
	if p.Value == "" {
		return "not known"
	}
	s := fmt.Sprintf("%s (%s)", p.Value, p.From)
	if p.Evidence != "" {
		s += ": " + oneLine(string(p.Evidence))
	}
	return s
}

// claims writes who says what through whom.
func (p *printer) claims(r *wiredesk.Reading) {
	if len(r.Claims) == 0 {
		return
	}
	p.line("  claims")
	for _, c := range r.Claims {
		var content []string
		for _, s := range c.Content {
			content = append(content, oneLine(s.Words(r.Text)))
		}
		p.line("    %s, %s: %s", c.Kind, c.Stance, chain(c.Chain))
		p.line("      %s", strings.Join(content, " … "))
	}
}

// figures writes the figures with bounds, place, window and claimant.
func (p *printer) figures(r *wiredesk.Reading) {
	chains := map[wiredesk.Optional]string{}
	for _, c := range r.Claims {
		chains[wiredesk.Optional(c.ID)] = chain(c.Chain)
	}
	p.figureLines("figures", r.Figures, chains)
	p.figureLines("figures of other matters", r.Background, chains)
}

// figureLines writes some figures under a title.
func (p *printer) figureLines(title string, figures []wiredesk.Figure, chains map[wiredesk.Optional]string) {
	if len(figures) == 0 {
		return
	}
	p.line("  %s", title)
	for _, f := range figures {
		claimant := chains[f.Claim]
		if claimant == "" {
			claimant = "not stated"
		}
		p.line("    %s %s: “%s”; place: %s; time: %s; claimant: %s",
			f.Unit, bounds(f), oneLine(f.Words), site(f.Place), window(f.Window), claimant)
	}
}

// bounds writes the range of a figure.
func bounds(f wiredesk.Figure) string {
	switch {
	case f.Low == wiredesk.Open && f.High == wiredesk.Open:
		return "no number"
	case f.Low == wiredesk.Open:
		return fmt.Sprintf("at most %d", f.High)
	case f.High == wiredesk.Open:
		return fmt.Sprintf("at least %d", f.Low)
	case f.Low == f.High:
		return fmt.Sprint(f.Low)
	case f.Approximate:
		return fmt.Sprintf("about %d to %d", f.Low, f.High)
	}
	return fmt.Sprintf("%d to %d", f.Low, f.High)
}

// times writes the dates with the words that give them.
func (p *printer) times(r *wiredesk.Reading) {
	if len(r.Times) == 0 {
		return
	}
	p.line("  times")
	for _, t := range r.Times {
		p.line("    “%s”: %s (%s)", oneLine(t.Span.Words(r.Text)), window(&wiredesk.Window{From: t.From, To: t.To}), t.Rule)
	}
}

// entities writes who and what is named.
func (p *printer) entities(r *wiredesk.Reading) {
	if len(r.Entities) == 0 {
		return
	}
	p.line("  names")
	for _, e := range r.Entities {
		line := fmt.Sprintf("    %s (%s)", oneLine(e.Name), e.Type)
		if e.Role != "" {
			line += ", " + oneLine(string(e.Role))
		}
		if len(e.Aliases) > 0 {
			line += "; also " + oneLine(strings.Join(e.Aliases, ", "))
		}
		p.line("%s", line)
	}
}
