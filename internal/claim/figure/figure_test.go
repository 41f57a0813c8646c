package figure

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"wiredesk"
	"wiredesk/internal/lang"
	"wiredesk/internal/lang/langtest"
)

// analyzed returns the document of a report whose lines are its paragraphs.
func analyzed(text, published string) *lang.Doc {
	r := &wiredesk.Report{ID: "r", Text: text, Published: wiredesk.Published{Value: wiredesk.Optional(published), From: wiredesk.Given}}
	at := 0
	for line := range strings.Lines(text) {
		if body := strings.TrimRight(line, "\n"); body != "" {
			r.Body = append(r.Body, wiredesk.Span{Start: at, End: at + len(body)})
		}
		at += len(line)
	}
	return lang.Analyze(r)
}

// describe writes a figure as the fixtures do.
func describe(f *wiredesk.Figure, background bool) string {
	bound := func(b wiredesk.Bound) string {
		if b == wiredesk.Open {
			return ""
		}
		return fmt.Sprint(int(b))
	}
	s := fmt.Sprintf("%s | %s..%s", f.Words, bound(f.Low), bound(f.High))
	if f.Approximate {
		s += " ~"
	}
	s += " | " + string(f.Unit)
	if f.Of != "" {
		s += " | " + string(f.Of)
	}
	if f.PartOf >= 0 {
		s += fmt.Sprintf(" | part of %d", f.PartOf)
	}
	if f.Scope != wiredesk.ScopePlain {
		s += " | " + string(f.Scope)
	}
	if f.Place != nil {
		s += " | @ " + f.Place.Name
	}
	if f.Window != nil {
		s += fmt.Sprintf(" | in %s..%s", f.Window.From, f.Window.To)
	}
	if background {
		s += " | background"
	}
	return s
}

// Each fixture holds reports, their lines as paragraphs, each report followed
// by indented lines: the figures that must be found in it, in order.
func TestFixtures(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			for block := range strings.SplitSeq(string(b), "\n\n") {
				fixture(t, block)
			}
		})
	}
}

// fixture checks one report of a fixture file.
func fixture(t *testing.T, block string) {
	var text, want []string
	published := ""
	for line := range strings.Lines(block) {
		line = strings.TrimRight(line, "\n")
		switch {
		case strings.HasPrefix(line, "# published "):
			published = strings.TrimPrefix(line, "# published ")
		case strings.HasPrefix(line, "\t"):
			want = append(want, strings.TrimSpace(line))
		case line != "" && line[0] != '#':
			text = append(text, line)
		}
	}
	if len(text) == 0 {
		return
	}
	own, background := Find(analyzed(strings.Join(text, "\n"), published), nil)
	var got []string
	for i := range own {
		got = append(got, describe(&own[i], false))
	}
	for i := range background {
		got = append(got, describe(&background[i], true))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s\n%s", strings.Join(text, "\n"), diff)
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"At least 15 people, including a 10-year-old boy, were killed.", "No one was hurt.", "killed and and and", "one of the", "the death of the death of two",
		"Ann Lee, 34, and her two sons died.", "toll from to 5", "was shot and killed and wounded,", "both", "a 5-year-old",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip()
		}
		doc := analyzed(s, "2020-01-02")
		own, background := Find(doc, nil)
		for _, list := range [][]wiredesk.Figure{own, background} {
			for i := range list {
				f := &list[i]
				if !f.Span.Valid(s) || !f.Trigger.Valid(s) || f.Words != f.Span.Words(s) {
					t.Errorf("span %v, trigger %v in %q", f.Span, f.Trigger, s)
				}
				if f.High != wiredesk.Open && f.Low > f.High || f.Low == wiredesk.Open && f.High == wiredesk.Open {
					t.Errorf("bounds %d..%d of %q", f.Low, f.High, f.Words)
				}
				if f.PartOf >= len(own) {
					t.Errorf("part of %d among %d", f.PartOf, len(own))
				}
			}
		}
	})
}

// hostile are texts of one unit over and over: one sentence of nothing but
// triggers, one report of many figures.
var hostile = []string{"missing and killed, dead ", "In Homs on Tuesday 12 people were killed in the city. ", "two men and "}

// Four times the text takes about four times the work, whatever it is full of.
func TestLinearWork(t *testing.T) {
	for _, unit := range hostile {
		small, large := analyzed(strings.Repeat(unit, 300), "2020-01-02"), analyzed(strings.Repeat(unit, 1200), "2020-01-02")
		langtest.Linear(t, unit, func() { Find(small, nil) }, func() { Find(large, nil) })
	}
}

// The time for each kind, to be looked at; nothing is asserted of it.
func BenchmarkHostile(b *testing.B) {
	for _, unit := range hostile {
		b.Run(unit, func(b *testing.B) {
			doc := analyzed(strings.Repeat(unit, 1200), "2020-01-02")
			for b.Loop() {
				Find(doc, nil)
			}
		})
	}
}
