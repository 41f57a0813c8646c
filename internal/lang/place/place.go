// Package place resolves the place names of a report against a gazetteer that
// is derived from GeoNames and embedded.
package place

import (
	"wiredesk"
	"wiredesk/internal/lang/sentence"
)

// Resolve returns the places that the report names, in order and without
// overlaps: those of the mentions and those that it finds itself. Datelines
// are not among them, nor are adjectives ("Syrian") and names of people and
// organizations that hold a place's name.
func Resolve(report *wiredesk.Report, tokens []wiredesk.Token, sentences []sentence.Sentence, mentions []wiredesk.Mention) []wiredesk.Place {
	g := load()
	spots := accept(find(g, report, tokens, sentences, mentions))
	resolve(g, report, spots)
	var out []wiredesk.Place
	for _, s := range spots {
		if s.chosen >= 0 {
			out = append(out, g.place(s.chosen, s.span))
		}
	}
	return out
}

// place returns the record as a place of the report.
func (g *gazetteer) place(record int, span wiredesk.Span) wiredesk.Place {
	p := wiredesk.Place{
		Span:      span,
		Name:      g.name(record),
		Country:   wiredesk.Optional(g.alpha2(record)),
		Precision: Kind(g.kinds[record]).precision(),
		ID:        g.id(record),
	}
	if d := g.divisionOf(record); d >= 0 {
		p.Admin1 = wiredesk.Optional(g.name(d))
	}
	p.Lat, p.Lon = g.position(record)
	return p
}
