package name_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wiredesk"
	"wiredesk/internal/lang/langtest"
	"wiredesk/internal/lang/name"
	"wiredesk/internal/lang/sentence"
	"wiredesk/internal/lang/tag"
	"wiredesk/internal/lang/token"
)

// analyze divides a text into tagged sentences of one paragraph.
func analyze(text string) ([]wiredesk.Token, []sentence.Sentence) {
	tokens := token.Split(text, wiredesk.Span{End: len(text)})
	var out []sentence.Sentence
	for _, r := range sentence.Split(text, tokens) {
		tag.Tag(text, tokens[r.Start:r.End], nil)
		out = append(out, sentence.Sentence{First: r.Start, Last: r.End, Part: sentence.Body,
			Span: wiredesk.Span{Start: tokens[r.Start].Span.Start, End: tokens[r.End-1].Span.End}})
	}
	return tokens, out
}

// unmarked takes the marks "{person Ana Bell}" out of a line.
func unmarked(line string) string {
	var out strings.Builder
	for {
		before, rest, ok := strings.Cut(line, "{")
		out.WriteString(before)
		if !ok {
			return out.String()
		}
		inside, after, _ := strings.Cut(rest, "}")
		_, words, _ := strings.Cut(inside, " ")
		out.WriteString(words)
		line = after
	}
}

// marked writes the names into a text.
func marked(text string, names []wiredesk.Mention) string {
	var out strings.Builder
	at := 0
	for _, m := range names {
		out.WriteString(text[at:m.Span.Start] + "{" + string(m.Type) + " " + m.Span.Words(text) + "}")
		at = m.Span.End
	}
	return out.String() + text[at:]
}

func TestFixtures(t *testing.T) {
	langtest.Fixtures(t, func(t *testing.T, file string) {
		for line := range strings.Lines(file) {
			line = strings.TrimSpace(line)
			if line == "" || line[0] == '#' {
				continue
			}
			text := unmarked(line)
			tokens, sentences := analyze(text)
			if diff := cmp.Diff(line, marked(text, name.Find(text, tokens, sentences))); diff != "" {
				t.Error(diff)
			}
		}
	})
}

// Names are valid spans in order that do not overlap, and the same each time.
func FuzzFind(f *testing.F) {
	for _, s := range []string{"", "Ana Bell left Oslo.", "AMMAN (Reuters) - BELL SAYS NO", "al-Rashid’s “U.N.” men", "A A A A A A of the of the A", "Ωμέγα Борис ברוך \x00 \u200b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		tokens, sentences := analyze(text)
		names := name.Find(text, tokens, sentences)
		end := 0
		for _, m := range names {
			if !m.Span.Valid(text) || m.Span.Start < end {
				t.Fatalf("span %v after %d in %q", m.Span, end, text)
			}
			end = m.Span.End
		}
		if diff := cmp.Diff(names, name.Find(text, tokens, sentences)); diff != "" {
			t.Error(diff)
		}
	})
}

func BenchmarkFind(b *testing.B) {
	raw, err := os.ReadFile("testdata/news.txt")
	if err != nil {
		b.Fatal(err)
	}
	text := strings.Repeat(unmarked(string(raw)), 10)
	tokens, sentences := analyze(text)
	b.ReportAllocs()
	for b.Loop() {
		name.Find(text, tokens, sentences)
	}
	b.ReportMetric(float64(len(tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
