package event

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"wiredesk"
	"wiredesk/internal/lang"
)

// names returns parties by the names of their entities.
func names(doc *lang.Doc, parties []string) []string {
	out := []string{}
	for _, p := range parties {
		for i := range doc.Entities {
			if doc.Entities[i].ID == p {
				p = doc.Entities[i].Name
			}
		}
		out = append(out, p)
	}
	return out
}

func TestParties(t *testing.T) {
	for _, c := range []struct {
		text, kind string
		who, whom  []string
	}{
		{"Two men were killed in an army raid.", "assault", []string{"army"}, []string{"Two men"}},
		{"A 61-year-old man was arrested around 5:30 a.m. on Thursday.", "coerce", []string{}, []string{"61-year-old man"}},
		{"Police fired tear gas at the marchers.", "assault", []string{"Police"}, []string{"marchers"}},
		{"The club fired its coach.", "coerce", []string{"club"}, []string{"coach"}},
		{"The ministry released a statement.", "", nil, nil},
		{"The shop lifted the crate.", "", nil, nil},
	} {
		doc := analyzed(c.text)
		events := Find(doc, nil)
		if c.kind == "" {
			if len(events) != 0 {
				t.Errorf("%q: %+v", c.text, events)
			}
			continue
		}
		if len(events) == 0 {
			t.Errorf("%q: no event", c.text)
			continue
		}
		e := events[0]
		if e.Type != c.kind || !cmp.Equal(names(doc, e.Who), c.who) || !cmp.Equal(names(doc, e.Whom), c.whom) {
			t.Errorf("%q: %s who %q whom %q", c.text, e.Type, names(doc, e.Who), names(doc, e.Whom))
		}
	}
}

// In a headline a past participle without an object is a passive.
func TestHeadlinePassive(t *testing.T) {
	text := "Harbour master arrested in Oslo\n\nThe harbour master of Oslo was taken away by police on Monday."
	r := &wiredesk.Report{ID: "r", Text: text, Headline: &wiredesk.Headline{Text: text[:31], Span: wiredesk.Span{End: 31}}, Body: []wiredesk.Span{{Start: 33, End: len(text)}}}
	doc := lang.Analyze(r)
	events := Find(doc, nil)
	if len(events) == 0 || len(events[0].Who) != 0 || len(events[0].Whom) != 1 {
		t.Errorf("%+v", events)
	}
}
