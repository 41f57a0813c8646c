package role

import (
	_ "embed"
	"sync"
)

//go:embed model/roles.bin.gz
var modelFile []byte

// passes are the trained weights. The file is part of the binary and a test
// reads it, so that it cannot be broken here.
var passes = sync.OnceValue(func() []*Weights {
	w, err := ReadWeights(modelFile, 2)
	if err != nil {
		panic(err)
	}
	return w
})

// Find returns the runs of source, cue and content in the order of the text.
// The second pass sees what the first one made of the whole document.
func (v *View) Find() []Run {
	contexts := v.Contexts()
	first := passes()[0]
	scores := v.score(first, v.Features)
	labels, p := Best(scores, contexts, &first.Transitions)
	guess := v.NewGuess(labels, p)
	second := passes()[1]
	scores = v.score(second, func(i int, out []uint32) []uint32 { return v.SecondFeatures(i, guess, out) })
	labels, p = Best(scores, contexts, &second.Transitions)
	return Runs(labels, p)
}

// score adds up the weights of each token's features.
func (v *View) score(w *Weights, features func(i int, out []uint32) []uint32) Scores {
	scores := make(Scores, len(v.words))
	buffer := make([]uint32, 0, 192)
	for i := range scores {
		buffer = features(i, buffer[:0])
		scores[i] = w.Score(buffer)
	}
	return scores
}

// Best returns the most probable labels and the probability of each token's
// role.
func Best(scores Scores, contexts []uint8, t *Transitions) ([]Label, []float32) {
	labels := Decode(scores, contexts, t)
	var sum Lattice
	sum.Sum(scores, contexts, t.Exp())
	p := make([]float32, len(labels))
	for i, l := range labels {
		for k, m := range sum.Marginal[i] {
			if Label(k).Role() == l.Role() {
				p[i] += m
			}
		}
	}
	return labels, p
}
