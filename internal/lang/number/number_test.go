package number

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"wiredesk"
	"wiredesk/internal/lang/token"
)

// describe writes a number as the fixtures do: words | bounds | kind, and "~"
// where it is approximate.
func describe(text string, n Number) string {
	approximate := ""
	if n.Approximate {
		approximate = " ~"
	}
	bound := func(b wiredesk.Bound) string {
		if b == wiredesk.Open {
			return ""
		}
		return fmt.Sprint(int(b))
	}
	if n.Kind != Count {
		return fmt.Sprintf("%s | %s", n.Span.Words(text), n.Kind)
	}
	return fmt.Sprintf("%s | %s..%s%s | %s", n.Span.Words(text), bound(n.Low), bound(n.High), approximate, n.Kind)
}

// Each fixture holds sentences, each followed by indented lines: the numbers
// that must be found in it, in order.
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
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) { fixture(t, string(b)) })
	}
}

func fixture(t *testing.T, file string) {
	var sentence string
	var want []string
	check := func() {
		if sentence == "" {
			return
		}
		var got []string
		for _, n := range Find(sentence, token.Split(sentence, wiredesk.Span{End: len(sentence)})) {
			got = append(got, describe(sentence, n))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s\n%s", sentence, diff)
		}
	}
	for line := range strings.Lines(file) {
		line = strings.TrimRight(line, "\n")
		switch {
		case strings.HasPrefix(line, "\t"):
			want = append(want, strings.TrimSpace(line))
		case line != "" && line[0] != '#':
			check()
			sentence, want = line, nil
		}
	}
	check()
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"at least 15-20 people", "between two and", "a hundred and", "tens of", "1,2,3.4.5", "half a", "$", "12-12-12-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip()
		}
		last := 0
		for _, n := range Find(s, token.Split(s, wiredesk.Span{End: len(s)})) {
			if !n.Span.Valid(s) || !n.Digits.Valid(s) || n.Span.Start < last || !n.Span.Contains(n.Digits) {
				t.Errorf("span %v, digits %v in %q", n.Span, n.Digits, s)
			}
			if n.High != wiredesk.Open && n.Low > n.High || n.Low < wiredesk.Open {
				t.Errorf("bounds %d..%d of %q", n.Low, n.High, n.Span.Words(s))
			}
			last = n.Span.End
		}
	})
}

func BenchmarkFind(b *testing.B) {
	s := "At least 15 people and some 200 to 300 houses were lost on Feb. 4, police said, two-thirds of them near 110 Mill Street."
	tokens := token.Split(s, wiredesk.Span{End: len(s)})
	b.ReportAllocs()
	for b.Loop() {
		Find(s, tokens)
	}
}
