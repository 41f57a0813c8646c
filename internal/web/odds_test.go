package web

import (
	"testing"

	"wiredesk"
)

// Two denials of one accusation are one difference, reports of one party
// stacked inside.
func TestDifferencesWithOneFirstSideAreOne(t *testing.T) {
	cite := func(report string) []wiredesk.Citation {
		return []wiredesk.Citation{{Report: report, Span: wiredesk.Span{End: 5}, Quote: "words"}}
	}
	accuser := wiredesk.Side{Who: "the union", Verb: "accuses", Text: "the mine hid the leak", Citations: cite("r1")}
	denial := func(report string) wiredesk.Side {
		return wiredesk.Side{Who: "the mine", Verb: "denies", Text: "that it hid a leak", Citations: cite(report)}
	}
	c := newCiter(&wiredesk.Brief{}, nil, false)
	got := clashes([]wiredesk.Relation{
		{Kind: wiredesk.DeniedBy, Sides: []wiredesk.Side{accuser, denial("r2")}},
		{Kind: wiredesk.DeniedBy, Sides: []wiredesk.Side{accuser, denial("r3")}},
		{Kind: wiredesk.OnlyIn}, {Kind: wiredesk.Supersedes, Sides: []wiredesk.Side{accuser, denial("r4")}},
	}, c)
	if len(got) != 1 || len(got[0].Sides) != 2 || len(got[0].Sides[1].Chips) != 2 {
		t.Errorf("%+v", got)
	}
}

// A position that stands among the differences is not said again; a reply
// stands under what it replies to.
func TestVoices(t *testing.T) {
	cite := func(from int) []wiredesk.Citation {
		return []wiredesk.Citation{{Report: "r1", Span: wiredesk.Span{Start: from, End: from + 5}}}
	}
	b := &wiredesk.Brief{Positions: []wiredesk.Position{
		{Party: "p1", Polarity: wiredesk.Denies, Claim: "c1", Citations: cite(0)},
		{Party: "p1", Polarity: wiredesk.Promises, Claim: "c2", Citations: cite(10)},
		{Party: "p2", Polarity: wiredesk.Refuses, Claim: "c3", Answers: "c2", Citations: cite(20)}}}
	r := &wiredesk.Reading{Report: wiredesk.Report{ID: "r1"}, Claims: []wiredesk.Claim{{ID: "c1", Chain: []string{"the mine"}}, {ID: "c2", Chain: []string{"the mine"}}, {ID: "c3", Chain: []string{"the union"}}}}
	c := newCiter(b, map[string]*wiredesk.Reading{"r1": r}, false)
	shown := []clash{{Sides: []side{{Chips: c.chips(cite(0))}}}}
	got, repeated := voices(b, shown, c)
	if repeated != 1 || len(got) != 1 || len(got[0].Says) != 1 || len(got[0].Says[0].Replies) != 1 || got[0].Says[0].Replies[0].Party != "the union" {
		t.Errorf("repeated %d, %+v", repeated, got)
	}
}
