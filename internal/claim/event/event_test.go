package event

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"wiredesk"
	"wiredesk/internal/lang"
	"wiredesk/internal/lang/langtest"
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

// Four times the text takes about four times the work, whatever it is full of.
func TestLinearWork(t *testing.T) {
	for _, unit := range hostile {
		small, large := analyzed(strings.Repeat(unit, 150)), analyzed(strings.Repeat(unit, 600))
		langtest.Linear(t, unit, func() { Find(small, nil) }, func() { Find(large, nil) })
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
