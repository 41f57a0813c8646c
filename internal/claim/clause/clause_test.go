package clause

import (
	"testing"

	"wiredesk"
	"wiredesk/internal/lang"
)

func TestInnermostClaimHolds(t *testing.T) {
	span := func(a, b int) wiredesk.List[wiredesk.Span] { return wiredesk.List[wiredesk.Span]{{Start: a, End: b}} }
	x := IndexClaims([]wiredesk.Claim{
		{ID: "outer", Content: span(0, 100)},
		{ID: "inner", Content: span(20, 60)},
		{ID: "later", Content: span(70, 90)},
	})
	for _, c := range []struct {
		start, end int
		want       wiredesk.Optional
	}{{25, 30, "inner"}, {55, 65, "outer"}, {75, 80, "later"}, {95, 110, ""}} {
		if got := x.Holding(wiredesk.Span{Start: c.start, End: c.end}); got != c.want {
			t.Errorf("[%d, %d): %q, want %q", c.start, c.end, got, c.want)
		}
	}
}

// A place and a time that belong to another clause are not stated for these
// words; a phrase that opens the sentence holds for all of it.
func TestSetting(t *testing.T) {
	for _, c := range []struct{ text, words, place, from string }{
		{"Two men drowned in Lagos on Monday.", "drowned", "Lagos", "2019-06-10"},
		{"In Lagos, a storm that began far away drowned two men.", "drowned", "Lagos", ""},
		{"Two men drowned, but a guard on Monday said nothing.", "drowned", "", ""},
	} {
		r := &wiredesk.Report{Text: c.text, Body: wiredesk.List[wiredesk.Span]{{End: len(c.text)}},
			Published: wiredesk.Published{Value: "2019-06-14", From: wiredesk.Given}}
		s := New(lang.Analyze(r))
		s.Turn(0)
		at := -1
		for i := s.First; i < s.Last; i++ {
			if s.Word(i) == c.words {
				at = i
			}
		}
		place, from := "", ""
		if p := s.Place(at, at+1); p != nil {
			place = p.Name
		}
		if w := s.Window(at, at+1); w != nil {
			from = string(w.From)
		}
		if place != c.place || from != c.from {
			t.Errorf("%s: %q, %q; want %q, %q", c.text, place, from, c.place, c.from)
		}
	}
}
