package timex_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"wiredesk"
	"wiredesk/internal/lang"
	"wiredesk/internal/lang/langtest"
	"wiredesk/internal/lang/sentence"
	"wiredesk/internal/lang/timex"
	"wiredesk/internal/lang/token"
)

// A fixture file holds a line "published DATE", then sentences, each followed
// by its times in order, as "> words = value kind rule". The value is a day, two
// days parted by a slash, or "-" for unknown; kind, rule and the value as TIMEX3
// writes it may be left out.
func TestFixtures(t *testing.T) {
	langtest.Fixtures(t, checkFixture)
}

func checkFixture(t *testing.T, file string) {
	var published string
	report := &wiredesk.Report{}
	var want []string
	for _, line := range strings.Split(file, "\n") {
		switch {
		case strings.HasPrefix(line, "#"), line == "":
		case strings.HasPrefix(line, "published "):
			if published = strings.TrimPrefix(line, "published "); published == "-" {
				published = ""
			}
		case strings.HasPrefix(line, "> "):
			want = append(want, strings.TrimPrefix(line, "> "))
		default:
			start := len(report.Text)
			report.Text += line + "\n"
			report.Body = append(report.Body, wiredesk.Span{Start: start, End: len(report.Text) - 1})
		}
	}
	report.Published.Value = wiredesk.Optional(published)
	times := lang.Analyze(report).Times
	var got []string
	for i, x := range times {
		given := ""
		if i < len(want) {
			given = want[i]
		}
		got = append(got, describe(report.Text, x, given))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("times (-want +got):\n%s", diff)
	}
}

// describe writes a time as the fixture writes it, with kind and rule only
// where the fixture gives them.
func describe(text string, x wiredesk.Time, want string) string {
	value := string(x.From)
	switch {
	case x.From == "":
		value = "-"
	case x.From != x.To:
		value += "/" + string(x.To)
	}
	got := fmt.Sprintf("%s = %s", x.Span.Words(text), value)
	_, rest, _ := strings.Cut(want, " = ")
	if n := len(strings.Fields(rest)); n > 1 {
		got += " " + string(x.Kind)
		if n > 2 {
			got += " " + x.Rule
		}
		if n > 3 {
			got += " " + string(x.Value)
		}
	}
	return got
}

// Spans lie inside the text in order, and what is known is a date.
func FuzzFind(f *testing.F) {
	f.Add("Tue Feb 7, 2012 8:27pm GMT, three days ago, the last five days.", "2012-02-07")
	f.Add("“Today” on Feb. 30, 0000-00-00, 99/99/9999 and 31 February 2011", "")
	f.Add("the '90s, mid-1990s, 999999999999 days ago, 24:61, from 7 to 3 May", "0001-01-01")
	f.Fuzz(func(t *testing.T, text, published string) {
		if !utf8.ValidString(text) || text == "" {
			t.Skip()
		}
		r := &wiredesk.Report{Text: text, Body: []wiredesk.Span{{Start: 0, End: len(text)}}}
		r.Published.Value = wiredesk.Optional(published)
		end := 0
		for _, x := range lang.Analyze(r).Times {
			if !x.Span.Valid(text) || x.Span.Start < end {
				t.Fatalf("span %v of %q", x.Span, text)
			}
			end = x.Span.End
			if (x.From == "") != (x.To == "") || x.From > x.To || x.Kind == "" || x.Rule == "" {
				t.Fatalf("%+v", x)
			}
			if x.From != "" {
				if _, err := time.Parse(time.DateOnly, string(x.From[:10])); err != nil {
					t.Fatalf("%+v", x)
				}
			}
		}
	})
}

// hostile are texts of one unit over and over.
var hostile = []string{"Feb. 4 ", "three days ago ", "“", "“today ", "on Monday ", "from 3 ", "9.30 "}

// repeated returns a run over a text of n units, as one sentence.
func repeated(unit string, n int) func() {
	text := strings.Repeat(unit, n)
	tokens := token.Split(text, wiredesk.Span{Start: 0, End: len(text)})
	s := []sentence.Sentence{{Span: wiredesk.Span{Start: 0, End: len(text)}, Last: len(tokens), Part: sentence.Body}}
	return func() { timex.Find(&wiredesk.Report{Text: text}, tokens, s) }
}

// Four times the text takes about four times the work, whatever it is full of.
func TestLinearWork(t *testing.T) {
	for _, unit := range hostile {
		langtest.Linear(t, unit, repeated(unit, 2000), repeated(unit, 8000))
	}
}

// The time for each kind, to be looked at; nothing is asserted of it.
func BenchmarkHostile(b *testing.B) {
	for _, unit := range hostile {
		b.Run(unit, func(b *testing.B) {
			run := repeated(unit, 8000)
			for b.Loop() {
				run()
			}
		})
	}
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("Rebels fled on Tuesday after three days of shelling that began on Feb. 4, officials said. ", 40)
	d := lang.Analyze(&wiredesk.Report{Text: text, Body: []wiredesk.Span{{Start: 0, End: len(text)}}})
	b.ReportAllocs()
	for b.Loop() {
		timex.Find(d.Report, d.Tokens, d.Sentences)
	}
}
