package token

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wiredesk"
)

// split returns the tokens of a text as words.
func split(text string) []string {
	var out []string
	for _, t := range Split(text, wiredesk.Span{Start: 0, End: len(text)}) {
		out = append(out, t.Span.Words(text))
	}
	return out
}

// The fixtures hold, after a comment, lines of "> text", each followed by its
// tokens parted by spaces.
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
			text := ""
			for line := range strings.Lines(string(raw)) {
				line = strings.TrimSuffix(line, "\n")
				switch {
				case strings.HasPrefix(line, "#"):
				case strings.HasPrefix(line, "> "):
					text = line[2:]
				default:
					if diff := cmp.Diff(strings.Fields(line), split(text)); diff != "" {
						t.Errorf("%s\n%s", text, diff)
					}
				}
			}
		})
	}
}

// Only the span is read, whatever its ends.
func TestSplitSpan(t *testing.T) {
	text := "a é b"
	for start := -1; start <= len(text)+1; start++ {
		for end := -1; end <= len(text)+1; end++ {
			for _, token := range Split(text, wiredesk.Span{Start: start, End: end}) {
				if !token.Span.Valid(text) || token.Span.Start < start || token.Span.End > end {
					t.Errorf("[%d, %d): token %v", start, end, token.Span)
				}
			}
		}
	}
}

// Tokens are in order, do not overlap, are valid UTF-8 and cover every
// character that is no blank.
func FuzzSplit(f *testing.F) {
	for _, seed := range []string{"", "Don't!", "U.S.-led 9.30pm 3,000.5 a@b.cd http://x.y/", "\x00\xff é\u200b\u2028", "'''\"\"``", strings.Repeat("a-", 50), "مرحبا 你好 🙂🙂"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, token := range Split(text, wiredesk.Span{Start: 0, End: len(text)}) {
			s := token.Span
			if !s.Valid(text) || s.Start < last {
				t.Fatalf("token %v after %d in %q", s, last, text)
			}
			checkBlank(t, text[last:s.Start])
			last = s.End
		}
		checkBlank(t, text[last:])
	})
}

func checkBlank(t *testing.T, gap string) {
	for _, r := range gap {
		if !blank(r) {
			t.Fatalf("%q belongs to no token", r)
		}
	}
}

// Texts that could be slow: at this size a square of their length would outlast
// the time that go test gives a package.
func TestLinear(t *testing.T) {
	for _, unit := range []string{"a", "1", "a.", "1-", "'", "a@", "a'", ".com", "1.", "http://", "\"", "é", "-a"} {
		long := strings.Repeat(unit, 300_000/len(unit))
		if len(Split(long, wiredesk.Span{Start: 0, End: len(long)})) == 0 {
			t.Errorf("no token in 300,000 bytes of %q", unit)
		}
	}
}

func BenchmarkSplit(b *testing.B) {
	text := strings.Repeat("The U.S. envoy, Mr. Hale, didn't arrive at 9.30pm on Feb. 4, officials said. ", 100)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Split(text, wiredesk.Span{Start: 0, End: len(text)})
	}
}
