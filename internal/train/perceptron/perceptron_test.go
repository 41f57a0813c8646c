package perceptron

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wiredesk/internal/lang/linear"
)

// The made-up language of the tests: a capital opens a name, and small
// letters after it belong to it until a full stop.
const story = "xAbc.xyA.xxBcde.yyxCx.A.xBy.xyyyAbcc."

// rows gives each letter its features: itself, and whether it is a capital.
func rows(text string, r *linear.Rows) {
	r.Reset()
	for i := range text {
		r.Add(linear.Mix(1, uint64(text[i])))
		r.Add(linear.Mix(2, uint64(text[i]>>5&1)))
		r.End()
	}
}

func gold(text string) []int {
	out := make([]int, len(text))
	inside := false
	for i := range text {
		switch {
		case text[i] == '.':
			inside = false
		case text[i]>>5&1 == 0:
			out[i], inside = 1, true
		case inside:
			out[i] = 2
		}
	}
	return out
}

func train() []byte {
	s := NewSet(linear.BIO([]string{"name"}))
	var r linear.Rows
	for range 3 {
		rows(story, &r)
		s.Add(&r, gold(story))
	}
	return s.Sequences(Options{Epochs: 20, Allowed: func(p, n string) bool { return linear.Follows(p, n, false) }})
}

func TestSequences(t *testing.T) {
	file := train()
	if !bytes.Equal(file, train()) {
		t.Error("two runs gave different models")
	}
	m := linear.MustRead(file)
	text := "yyBcc.xAbd.xyx"
	var r linear.Rows
	var b linear.Buffer
	rows(text, &r)
	path := m.Decode(&r, &b)
	want := []linear.Chunk{{Type: "name", First: 2, Last: 5}, {Type: "name", First: 7, Last: 10}}
	if diff := cmp.Diff(want, linear.Chunks(m.Classes, path)); diff != "" {
		t.Error(diff)
	}
	if n := testing.AllocsPerRun(20, func() { rows(text, &r); m.Decode(&r, &b) }); n != 0 {
		t.Errorf("decoding allocates %v times", n)
	}
}

func TestDecisions(t *testing.T) {
	s := NewSet([]string{"small", "capital"})
	var r linear.Rows
	for i := range 26 {
		rows(string(rune('a'+i))+string(rune('A'+i)), &r)
		s.Add(&r, []int{0, 1})
	}
	m := linear.MustRead(s.Decisions(Options{Epochs: 5, MinCount: 2}))
	scores := make([]int32, 2)
	rows("q", &r)
	m.Score(r.Row(0), scores)
	if best := linear.Best(scores); m.Classes[best] != "small" {
		t.Errorf("q is taken for a capital: %v", scores)
	}
}

// An example that counts twice teaches as much as the same one added twice.
func TestRepeat(t *testing.T) {
	train := func(repeat bool) *linear.Model {
		s := NewSet([]string{"small", "capital"})
		var r linear.Rows
		for i := range 26 {
			rows(string(rune('a'+i))+string(rune('A'+i)), &r)
			s.Add(&r, []int{0, 1})
			if repeat {
				s.Repeat(2)
			} else {
				s.Add(&r, []int{0, 1})
			}
		}
		if s.Len() != 52 {
			t.Errorf("%d examples, want 52", s.Len())
		}
		return linear.MustRead(s.Sequences(Options{Epochs: 5, MinCount: 2}))
	}
	if once, twice := train(true).Knows(), train(false).Knows(); once != twice {
		t.Errorf("%d features are known by repeating, %d by adding", once, twice)
	}
}
