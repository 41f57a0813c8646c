package brief

import (
	"testing"

	"wiredesk"
)

// of makes the entry of a figure that an outlet prints.
func of(outlet string, f wiredesk.Figure) *entry {
	f.PartOf = -1
	if f.Unit == "" {
		f.Unit = wiredesk.UnitKilled
	}
	a := &account{reading: &wiredesk.Reading{Report: wiredesk.Report{ID: outlet, Outlet: wiredesk.Optional(outlet)}}}
	return &entry{a, &f, &fact{account: a, claim: &wiredesk.Claim{ID: outlet + ".c1"}}, true}
}

var (
	gorkha   = &wiredesk.Site{Name: "Gorkha", Precision: wiredesk.PrecisionCity, Country: "NP", ID: "geonames:1"}
	pokhara  = &wiredesk.Site{Name: "Pokhara", Precision: wiredesk.PrecisionCity, Country: "NP", ID: "geonames:2"}
	nepal    = &wiredesk.Site{Name: "Nepal", Precision: wiredesk.PrecisionCountry, Country: "NP", ID: "country:NP"}
	saturday = &wiredesk.Window{From: "2015-04-25", To: "2015-04-25"}
	sunday   = &wiredesk.Window{From: "2015-04-26", To: "2015-04-26"}
	weekend  = &wiredesk.Window{From: "2015-04-25", To: "2015-04-26"}
)

func TestFiguresAreComparedByBoundsAndScope(t *testing.T) {
	for name, c := range map[string]struct {
		a, b wiredesk.Figure
		want wiredesk.RelationKind // "" for nothing to say
	}{
		"a lower bound with a wider place": {
			wiredesk.Figure{Low: 17, High: 21, Place: gorkha, Window: saturday}, wiredesk.Figure{Low: 15, High: wiredesk.Open, Place: nepal}, wiredesk.CompatibleScope},
		"the same number": {
			wiredesk.Figure{Low: 30, High: 30, Place: gorkha}, wiredesk.Figure{Low: 30, High: 30, Place: gorkha}, wiredesk.Same},
		"bounds that meet": {
			wiredesk.Figure{Low: 31, High: wiredesk.Open, Place: gorkha}, wiredesk.Figure{Low: 40, High: 40, Place: gorkha}, wiredesk.Refines},
		"bounds that do not meet": {
			wiredesk.Figure{Low: 30, High: 30, Place: gorkha, Window: saturday}, wiredesk.Figure{Low: 40, High: 40, Place: gorkha, Window: saturday}, wiredesk.Contradicts},
		"an upper bound below": {
			wiredesk.Figure{Low: wiredesk.Open, High: 10, Place: gorkha}, wiredesk.Figure{Low: 40, High: wiredesk.Open, Place: gorkha}, wiredesk.Contradicts},
		"other places": {
			wiredesk.Figure{Low: 30, High: 30, Place: gorkha}, wiredesk.Figure{Low: 40, High: 40, Place: pokhara}, ""},
		"other days": {
			wiredesk.Figure{Low: 30, High: 30, Place: gorkha, Window: saturday}, wiredesk.Figure{Low: 40, High: 40, Place: gorkha, Window: sunday}, ""},
		"a longer time": {
			wiredesk.Figure{Low: 30, High: 30, Place: gorkha, Window: saturday}, wiredesk.Figure{Low: 40, High: 40, Place: gorkha, Window: weekend}, wiredesk.CompatibleScope},
		"other units": {
			wiredesk.Figure{Low: 30, High: 30}, wiredesk.Figure{Low: 40, High: 40, Unit: wiredesk.UnitInjured}, ""},
		"other classes": {
			wiredesk.Figure{Low: 30, High: 30, Of: "soldiers"}, wiredesk.Figure{Low: 40, High: 40, Of: "children"}, ""},
		"people and lives": {
			wiredesk.Figure{Low: 30, High: 30, Of: "people"}, wiredesk.Figure{Low: 40, High: 40, Of: "lives"}, wiredesk.Contradicts},
	} {
		agree, differ := figureRelations([]*entry{of("Post", c.a), of("Times", c.b)})
		var got wiredesk.RelationKind
		for _, r := range agree {
			got = r.Kind
		}
		for _, d := range differ {
			got = d.relation.Kind
		}
		if got != c.want || len(agree)+len(differ) > 1 {
			t.Errorf("%s: %q (%d, %d), want %q", name, got, len(agree), len(differ), c.want)
		}
	}
}

// A later count takes the place of an earlier one; it does not contradict it.
func TestLaterCountSupersedes(t *testing.T) {
	first := of("Post", wiredesk.Figure{Low: 30, High: 30, Place: gorkha})
	later := of("Times", wiredesk.Figure{Low: 40, High: 40, Place: gorkha, Scope: wiredesk.ScopeCumulative})
	first.account.reading.Published.Value, later.account.reading.Published.Value = "2015-04-25T08:00:00Z", "2015-04-25T20:00:00Z"
	_, differ := figureRelations([]*entry{first, later})
	if len(differ) != 1 || differ[0].relation.Kind != wiredesk.Supersedes {
		t.Errorf("%v", differ)
	}
}

// A pickup and its wire are one voice, and a part is not set against a whole.
func TestCopiesAndPartsAreNotCompared(t *testing.T) {
	wire, copied := of("Post", wiredesk.Figure{Low: 30, High: 30}), of("Times", wiredesk.Figure{Low: 40, High: 40})
	copied.own = false
	part := of("Herald", wiredesk.Figure{Low: 5, High: 5})
	part.figure.PartOf = 0
	if agree, differ := figureRelations([]*entry{wire, copied, part}); len(agree)+len(differ) > 0 {
		t.Errorf("%v %v", agree, differ)
	}
}
