package event

import (
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"wiredesk"
	"wiredesk/internal/lang"
	"wiredesk/internal/lexicon"
)

// analyzed returns the document of a report of one paragraph.
func analyzed(text string) *lang.Doc {
	r := &wiredesk.Report{ID: "r", Text: text, Published: wiredesk.Published{Value: "2019-06-14", From: wiredesk.Given}}
	if strings.TrimSpace(text) != "" {
		r.Body = append(r.Body, wiredesk.Span{End: len(text)})
	}
	return lang.Analyze(r)
}

func TestVetoByTwo(t *testing.T) {
	doc := analyzed("Chile and Peru vetoed the fishing plan on Tuesday.")
	events := Find(doc, nil)
	if len(events) != 1 {
		t.Fatalf("%d events: %+v", len(events), events)
	}
	e := events[0]
	if e.Type != "reject" || e.Modality != wiredesk.Happened || len(e.Who) != 2 || e.Time == nil || e.Time.From != "2019-06-11" || e.ID != "r.e1" {
		t.Errorf("%+v, time %v", e, e.Time)
	}
}

// The lexicons name types, modalities and parts of speech that exist.
func TestLexicons(t *testing.T) {
	kinds := strings.Fields("agree consult support concede cooperate aid retreat request accuse reject threaten protest mobilize sanction coerce assault accident disaster death")
	for _, e := range lexicon.Parse(eventsFile) {
		if !slices.Contains(kinds, e.Field(2)) || !slices.Contains([]string{"verb", "noun", "adjective"}, e.Field(1)) || !slices.Contains([]string{"", "object", "alone", "weapon", "vehicle", "road", "relief", "measure", "envoy", "war", "predicate"}, e.Field(3)) {
			t.Errorf("events.txt: %v", e)
		}
	}
	for lemma, m := range governors() {
		if m != wiredesk.Threatened && m != wiredesk.Planned && m != wiredesk.Denied {
			t.Errorf("governors.txt: %s is %q", lemma, m)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"Rebels attacked Goma.", "The veto three days ago", "met and met and met", "who who who", "their meeting with their meeting"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip()
		}
		last := 0
		for _, e := range Find(analyzed(s), nil) {
			if !e.Trigger.Valid(s) || e.Trigger.Start < last || e.Type == "" {
				t.Errorf("event %+v in %q", e, s)
			}
			last = e.Trigger.Start
			if slices.Contains(append(slices.Clone(e.Who), e.Whom...), "") {
				t.Errorf("nameless party of %+v in %q", e, s)
			}
		}
	})
}

// hostile are texts of one unit over and over: many events, one sentence of
// nothing but events.
var hostile = []string{"Rebels attacked Goma on Tuesday. ", "attacked Goma on Monday and met and ", "the veto of the attack of "}

// Four times the input must take about four times the work. Slices that grow by
// doubling may take up to twice that; a square would take sixteen times as much.
func TestLinearWork(t *testing.T) {
	for _, unit := range hostile {
		small, large := analyzed(strings.Repeat(unit, 150)), analyzed(strings.Repeat(unit, 600))
		Find(large, nil) // lists are read once and kept
		a, b := allocated(func() { Find(small, nil) }), allocated(func() { Find(large, nil) })
		if b > 8*a+1<<18 {
			t.Errorf("%q: 4 times the input took %d bytes instead of %d", unit, b, a)
		}
	}
}

// The time for each kind, to be looked at; nothing is asserted of it.
func BenchmarkHostile(b *testing.B) {
	for _, unit := range hostile {
		b.Run(unit, func(b *testing.B) {
			doc := analyzed(strings.Repeat(unit, 600))
			for b.Loop() {
				Find(doc, nil)
			}
		})
	}
}

// allocated returns how many bytes a run takes from the heap: a measure of the
// work that does not depend on how busy the machine is.
func allocated(run func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	run()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}
