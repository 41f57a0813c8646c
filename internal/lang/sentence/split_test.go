package sentence

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wiredesk"
	"wiredesk/internal/lang/token"
)

// split returns the sentences of a paragraph, runs of white space as one
// space.
func split(text string) []string {
	tokens := token.Split(text, wiredesk.Span{Start: 0, End: len(text)})
	var out []string
	for _, s := range Split(text, tokens) {
		words := text[tokens[s.Start].Span.Start:tokens[s.End-1].Span.End]
		out = append(out, strings.Join(strings.Fields(words), " "))
	}
	return out
}

// The fixtures hold blocks parted by empty lines: a paragraph after "> ",
// which may go on over several lines, then its sentences, one a line. As many
// last lines of a block are sentences as the splitter is to find; since
// the paragraph's lines come first, their number is that of the lines which
// together say the same words.
func TestSplit(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txt")
	if len(files) == 0 {
		t.Fatal("no fixtures")
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			raw, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			for block := range strings.SplitSeq(string(raw), "\n\n") {
				text, want := halves(t, block)
				if diff := cmp.Diff(want, split(text)); diff != "" {
					t.Errorf("%s\n%s", text, diff)
				}
			}
		})
	}
}

// halves takes a block apart: the same words stand in the paragraph and in
// the sentences.
func halves(t *testing.T, block string) (text string, want []string) {
	t.Helper()
	var lines []string
	for line := range strings.SplitSeq(strings.TrimSpace(block), "\n") {
		if !strings.HasPrefix(line, "#") {
			lines = append(lines, strings.TrimPrefix(line, "> "))
		}
	}
	for n := 1; n < len(lines); n++ {
		text, want = strings.Join(lines[:n], "\n"), lines[n:]
		if cmp.Equal(strings.Fields(text), strings.Fields(strings.Join(want, " "))) {
			return text, want
		}
	}
	t.Fatalf("paragraph and sentences differ: %q", block)
	return "", nil
}

// Sentences hold all tokens, in order, and none is empty.
func FuzzSplit(f *testing.F) {
	for _, seed := range []string{"", ".", "A. B. C.", "\"A!\" b? (C.) [1] D", "1. a\n2. b\n\n* c", "...\n…", "\xff.\x00."} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		tokens := token.Split(text, wiredesk.Span{Start: 0, End: len(text)})
		last := 0
		for _, s := range Split(text, tokens) {
			if s.Start != last || s.End <= s.Start {
				t.Fatalf("sentence %v after token %d of %q", s, last, text)
			}
			last = s.End
		}
		if last != len(tokens) {
			t.Fatalf("%d of %d tokens belong to a sentence of %q", last, len(tokens), text)
		}
	})
}

// Texts of one unit over and over: at this size a square of their length would
// outlast the time that go test gives a package.
func TestLinear(t *testing.T) {
	for _, unit := range []string{"a. ", ". ", "\" ", "a\n", ".\n", ")", "[1]", "U.S. The ", "word "} {
		long := strings.Repeat(unit, 300_000/len(unit))
		tokens := token.Split(long, wiredesk.Span{Start: 0, End: len(long)})
		if len(Split(long, tokens)) == 0 && len(tokens) > 0 {
			t.Errorf("no sentence in 300,000 bytes of %q", unit)
		}
	}
}
