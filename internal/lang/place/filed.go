package place

import (
	"strings"
	"unicode"

	"wiredesk"
)

// Filed returns the place of the report's dateline, or nil where it has none or
// names none of the gazetteer. It is where the report was filed, which is not
// where anything happened; named are the places that the report itself names,
// whose countries decide between towns of one name.
func Filed(report *wiredesk.Report, named []wiredesk.Place) *wiredesk.Place {
	if report.Dateline == nil || report.Dateline.Place == "" {
		return nil
	}
	printed := string(report.Dateline.Place)
	at := strings.Index(report.Dateline.Span.Words(report.Text), printed)
	if at < 0 {
		return nil
	}
	town, outer, _ := strings.Cut(printed, ",")
	g := load()
	records := g.bearing(town)
	if containers := g.bearing(strings.TrimSpace(outer)); len(containers) > 0 {
		records = g.inside(containers, records)
	}
	if len(records) == 0 {
		return nil
	}
	s := sense{records: records, count: 1}
	w := senseWeights()
	s.start(g, &w)
	for i, r := range records {
		for _, p := range named {
			if string(p.Country) == g.alpha2(r) {
				s.weights[i][14] = 1 // in one country
			}
		}
	}
	s.update(&w)
	start := report.Dateline.Span.Start + at
	p := g.place(records[argmax(s.likely)], wiredesk.Span{Start: start, End: start + len(town)})
	return &p
}

// bearing returns the records that bear a name as datelines print it, in
// capitals: "TROY", "N.C.".
func (g *gazetteer) bearing(name string) []int {
	if name == "" {
		return nil
	}
	from, to := g.lookup(Fold(name))
	if records := g.fitting(from, to, name); len(records) > 0 {
		return records
	}
	return g.fitting(from, to, titled(name))
}

// titled writes a name in capitals with small letters behind the first of each
// word.
func titled(name string) string {
	before := ' '
	return strings.Map(func(r rune) rune {
		out := r
		if unicode.IsLetter(before) {
			out = unicode.ToLower(r)
		}
		before = r
		return out
	}, name)
}
