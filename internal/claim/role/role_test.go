package role

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wiredesk"
	"wiredesk/internal/lang"
)

// random returns scores and transitions of a chain.
func random(n int) (Scores, []uint8, *Transitions) {
	r := rand.New(rand.NewPCG(5, 6))
	scores, contexts, t := make(Scores, n), make([]uint8, n), &Transitions{}
	for i := range scores {
		contexts[i] = uint8(r.IntN(Contexts))
		for l := range Labels {
			scores[i][l] = float32(r.NormFloat64() * 3)
		}
	}
	for c := range t {
		for a := range Labels {
			for b := range Labels {
				t[c][a][b] = float32(r.NormFloat64())
			}
		}
	}
	t.Forbid()
	return scores, contexts, t
}

// Decode never gives labels that must not stand, and Sum gives probabilities.
func TestChain(t *testing.T) {
	scores, contexts, tr := random(300)
	labels := Decode(scores, contexts, tr)
	before := Out
	for i, l := range labels {
		if !l.follows(before) {
			t.Errorf("label %d at %d after %d", l, i, before)
		}
		before = l
	}
	var a Lattice
	a.Sum(scores, contexts, tr.Exp())
	for i, m := range a.Marginal {
		sum := 0.0
		for _, p := range m {
			sum += float64(p)
		}
		if math.Abs(sum-1) > 1e-3 {
			t.Errorf("probabilities at %d sum to %f", i, sum)
		}
	}
}

// Weights come back from a file as they were packed.
func TestWeightsRoundTrip(t *testing.T) {
	_, _, tr := random(1)
	w := NewWeights(tr, []uint32{7, 1 << 31, 42}, [][Labels]float32{{1, -2}, {0, 0, 3}, {0.001}}, 0.01)
	data, err := Encode([]*Weights{w, w})
	if err != nil {
		t.Fatal(err)
	}
	back, err := ReadWeights(data, 2)
	if err != nil {
		t.Fatal(err)
	}
	back[1].Index()
	for _, features := range [][]uint32{{7}, {1 << 31, 7}, {42}, {0}} {
		if diff := cmp.Diff(w.Score(features), back[1].Score(features)); diff != "" {
			t.Error(diff)
		}
	}
	if _, err := ReadWeights(data[:len(data)/2], 2); err == nil {
		t.Error("half a file was read")
	}
}

// The embedded model finds the plainest attribution there is.
func TestFind(t *testing.T) {
	text := "The mayor of Varna said the bridge would be closed until Friday."
	doc := lang.Analyze(&wiredesk.Report{Text: text, Body: []wiredesk.Span{{Start: 0, End: len(text)}}})
	var got []string
	for _, r := range See(doc).Find() {
		got = append(got, strings.Repeat("*", int(r.Role))+r.Span(doc).Words(text))
	}
	want := []string{"*The mayor of Varna", "**said", "***the bridge would be closed until Friday"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// Every cue of the lexicon is found by its forms.
func TestFindCue(t *testing.T) {
	for form, lemma := range map[string]string{"said": "say", "denies": "deny", "denied": "deny", "vowing": "vow", "admitted": "admit", "pushes": ""} {
		if got, _ := FindCue(form); got.Lemma != lemma {
			t.Errorf("%s: %q, want %q", form, got.Lemma, lemma)
		}
	}
}
