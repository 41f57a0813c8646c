package parse

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wiredesk"
	"wiredesk/internal/lang/tag"
)

// analysed returns the tagged and parsed tokens of words parted by spaces.
func analysed(text string) []wiredesk.Token {
	var tokens []wiredesk.Token
	at := 0
	for word := range strings.SplitSeq(text, " ") {
		tokens = append(tokens, wiredesk.Token{Span: wiredesk.Span{Start: at, End: at + len(word)}, Head: -1})
		at += len(word) + 1
	}
	Parse(text, tokens, tag.Tag(text, tokens, nil))
	return tokens
}

// The fixtures hold, after a comment, lines of "> text" with the tokens
// parted by spaces, each followed by lines of word, relation and head; "|"
// parts what is as good.
func TestParse(t *testing.T) {
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
			text, arcs := "", map[string]string{}
			for line := range strings.Lines(string(raw)) {
				line = strings.TrimSuffix(line, "\n")
				switch {
				case strings.HasPrefix(line, "#"):
				case strings.HasPrefix(line, "> "):
					text = line[2:]
					arcs = arcsOf(text, analysed(text))
				default:
					checkArc(t, line, arcs)
				}
			}
		})
	}
}

// arcsOf returns "relation head" for each word.
func arcsOf(text string, tokens []wiredesk.Token) map[string]string {
	arcs := map[string]string{}
	for _, t := range tokens {
		arc := t.Deprel
		if t.Head >= 0 {
			arc += " " + tokens[t.Head].Span.Words(text)
		}
		arcs[t.Span.Words(text)] = arc
	}
	return arcs
}

func checkArc(t *testing.T, line string, arcs map[string]string) {
	t.Helper()
	word, want, _ := strings.Cut(line, " ")
	relations, heads, _ := strings.Cut(want, " ")
	for r := range strings.SplitSeq(relations, "|") {
		for h := range strings.SplitSeq(heads, "|") {
			if arcs[word] == strings.TrimSpace(r+" "+h) {
				return
			}
		}
	}
	t.Errorf("%s: got %q, want %q", word, arcs[word], want)
}

// Whatever the words, each sentence becomes one tree.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{"A", "He said", ". . .", "x y z , and a b c \" d", strings.Repeat("a , ", 600) + "b", "\xff \x00 é 你好"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if text == "" || strings.Contains(" "+text+" ", "  ") {
			return
		}
		tokens := analysed(text)
		roots := 0
		for i, token := range tokens {
			if token.Head < 0 {
				roots++
			}
			if token.Deprel == "" || token.UPOS == "" || token.Lemma == "" || token.Head >= len(tokens) {
				t.Fatalf("token %d of %q is %+v", i, text, token)
			}
			for steps, h := 0, i; h >= 0; steps, h = steps+1, tokens[h].Head {
				if steps > len(tokens) {
					t.Fatalf("token %d of %q hangs in a ring", i, text)
				}
			}
		}
		if roots != 1 {
			t.Fatalf("%d roots in %q", roots, text)
		}
	})
}

// Many goroutines get the same trees.
func TestConcurrent(t *testing.T) {
	texts := []string{"The envoy left .", "He said that nobody had been killed in the town .", "Two died"}
	var want [][]wiredesk.Token
	for _, text := range texts {
		want = append(want, analysed(text))
	}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 5 {
				for i, text := range texts {
					if diff := cmp.Diff(want[i], analysed(text)); diff != "" {
						t.Error(diff)
					}
				}
			}
		})
	}
	all.Wait()
}

// Parsing allocates nothing once the memory of a run has grown.
func TestAllocations(t *testing.T) {
	text := "He said that nobody had been killed in the town ."
	tokens := analysed(text)
	doubts := make([]tag.Doubt, len(tokens))
	if n := testing.AllocsPerRun(20, func() { Parse(text, tokens, doubts) }); n > 2 {
		t.Errorf("parsing allocates %v times", n)
	}
}

func TestReadDamaged(t *testing.T) {
	whole, err := models.ReadFile("model/parser-1.bin.gz")
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{0, 10, len(whole) / 2, len(whole) - 1} {
		if _, err := Read(whole[:n]); err == nil {
			t.Errorf("the first %d bytes read without an error", n)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	text := "The envoy told reporters on Friday that rebels had killed two soldiers near the border , but gave no further details ."
	tokens := analysed(text)
	doubts := make([]tag.Doubt, len(tokens))
	b.ReportAllocs()
	for b.Loop() {
		Parse(text, tokens, doubts)
	}
	b.ReportMetric(float64(len(tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
