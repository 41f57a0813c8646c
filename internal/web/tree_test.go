package web

import (
	"testing"

	"wiredesk"
)

// The notice that withdraws a report is not withdrawn itself; what it
// withdraws is, and a report that was replaced stays in the tree.
func TestFates(t *testing.T) {
	b := &wiredesk.Brief{Reports: []wiredesk.BriefReport{{ID: "flood", Outlet: "Delta Wire", Status: wiredesk.Killed}, {ID: "notice", Outlet: "Delta Wire", Status: wiredesk.Killed}, {ID: "new", Status: wiredesk.Correction}}}
	members := []wiredesk.ReportLine{{ID: "flood", Status: wiredesk.Usable, Withdrawn: "notice"}, {ID: "notice", Status: wiredesk.Killed}, {ID: "old", Superseded: "new"}, {ID: "new", Status: wiredesk.Correction}}
	c := newCiter(b, nil, false)
	got := fates(b, members, c)
	if f := got["flood"]; !f.Withdrawn || f.Notice || f.ByHref != "/report/notice" {
		t.Errorf("the withdrawn report: %+v", f)
	}
	if f := got["notice"]; f.Withdrawn || !f.Notice {
		t.Errorf("the notice: %+v", f)
	}
	if f := got["old"]; !f.Replaced || f.ByHref != "/report/new" {
		t.Errorf("the replaced report: %+v", f)
	}
	twigs := tree(b, members, got, c)
	if len(twigs) != 4 {
		t.Errorf("the tree holds %d reports, want 4", len(twigs))
	}
	if s := strips(twigs, nil); len(s) != 2 {
		t.Errorf("%d reports no longer stand, want 2", len(s))
	}
}

// A report that carries another stands under it, and says what it adds.
func TestTreeOfCarriers(t *testing.T) {
	reading := func(id, text string) *wiredesk.Reading {
		return &wiredesk.Reading{Report: wiredesk.Report{ID: id, Text: text, Body: []wiredesk.Span{{End: len(text)}}}, Sentences: []wiredesk.Span{{End: 43}, {Start: 44, End: len(text)}}}
	}
	b := &wiredesk.Brief{Reports: []wiredesk.BriefReport{{ID: "copy", Outlet: "Hill Times", PickupOf: "root", Shared: 0.6}, {ID: "root", Outlet: "Delta Wire"}}}
	c := newCiter(b, map[string]*wiredesk.Reading{
		"root": reading("root", "The river broke its banks at dawn, it said. Two bridges were swept away by the water."),
		"copy": reading("copy", "The river broke its banks at dawn, it said. Nobody here remembers a flood like this one.")}, false)
	twigs := tree(b, nil, fates(b, nil, c), c)
	if len(twigs) != 1 || len(twigs[0].Carriers) != 1 {
		t.Fatalf("%+v", twigs)
	}
	if k := twigs[0].Carriers[0]; k.Source != "Delta Wire" || !k.Compared || k.Adds != 1 || k.Drops != 1 {
		t.Errorf("the carrier: %+v", k)
	}
	b.Reports[1].PickupOf = "copy" // a circle: both stay
	if got := tree(b, nil, nil, c); len(got) != 1 || len(got[0].Carriers) != 1 {
		t.Errorf("a circle of carriers: %+v", got)
	}
}
