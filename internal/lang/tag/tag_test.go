package tag

import (
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

func TestLemma(t *testing.T) {
	raw, err := os.ReadFile("testdata/lemmas.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range lexicon.Parse(raw) {
		if got := Lemma(e.Field(0), e.Field(1), e.Field(2)); got != e.Field(3) {
			t.Errorf("the lemma of %s (%s) is %q, want %q", e.Field(0), e.Field(2), got, e.Field(3))
		}
	}
}

// sentence returns the tokens of words parted by spaces.
func sentence(text string) []wiredesk.Token {
	var tokens []wiredesk.Token
	at := 0
	for word := range strings.SplitSeq(text, " ") {
		tokens = append(tokens, wiredesk.Token{Span: wiredesk.Span{Start: at, End: at + len(word)}})
		at += len(word) + 1
	}
	return tokens
}

func TestTag(t *testing.T) {
	raw, err := os.ReadFile("testdata/tags.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range lexicon.Parse(raw) {
		var words []string
		for tagged := range strings.SplitSeq(e[0], " ") {
			word, _, _ := strings.Cut(tagged, "/")
			words = append(words, word)
		}
		text := strings.Join(words, " ")
		var got []string
		tokens := sentence(text)
		Tag(text, tokens, nil)
		for _, token := range tokens {
			got = append(got, token.Span.Words(text)+"/"+token.UPOS+"/"+token.XPOS)
		}
		if diff := cmp.Diff(e[0], strings.Join(got, " ")); diff != "" {
			t.Error(diff)
		}
	}
}

// Whatever the words, each gets a tag and a lemma, and many goroutines get
// the same ones.
func FuzzTag(f *testing.F) {
	for _, seed := range []string{"a", "He SAID \xff", "ING ED S ies", "é 你好 'S 's", "MEN IN TOWN KILLED"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if text == "" || strings.Contains(" "+text+" ", "  ") {
			return
		}
		want := sentence(text)
		Tag(text, want, nil)
		for i, token := range want {
			if token.UPOS == "" || token.XPOS == "" || token.Lemma == "" {
				t.Fatalf("token %d of %q is %+v", i, text, token)
			}
		}
		var all sync.WaitGroup
		for range 2 {
			all.Go(func() {
				got := sentence(text)
				Tag(text, got, nil)
				if diff := cmp.Diff(want, got); diff != "" {
					t.Error(diff)
				}
			})
		}
		all.Wait()
	})
}

func TestReadLexiconDamaged(t *testing.T) {
	whole := EncodeLexicon([]uint64{3, 7}, []Entry{{5, -1}, {6, 2}})
	want := Lexicon{3: {5, -1}, 7: {6, 2}}
	if got, err := ReadLexicon(whole); err != nil || !cmp.Equal(want, got) {
		t.Errorf("read %v, %v", got, err)
	}
	for n := range whole {
		if _, err := ReadLexicon(whole[:n]); err == nil {
			t.Errorf("%d of %d bytes read without an error", n, len(whole))
		}
	}
}

func BenchmarkTag(b *testing.B) {
	text := "The envoy told reporters on Friday that rebels had killed two soldiers near the border , but gave no further details ."
	tokens := sentence(text)
	b.ReportAllocs()
	for b.Loop() {
		Tag(text, tokens, nil)
	}
	b.ReportMetric(float64(len(tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
