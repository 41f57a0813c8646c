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
	w, err := ReadWeights(modelFile, 1)
	if err != nil {
		panic(err)
	}
	return w
})

// Find returns the runs of source, cue and content in the order of the text.
func (v *View) Find() []Run {
	w := passes()[0]
	scores := make(Scores, len(v.words))
	features := make([]uint32, 0, 160)
	for i := range scores {
		features = v.Features(i, features[:0])
		scores[i] = w.Score(features)
	}
	contexts := v.Contexts()
	labels := Decode(scores, contexts, &w.Transitions)
	var sum Lattice
	sum.Sum(scores, contexts, w.Transitions.Exp())
	p := make([]float32, len(labels))
	for i, l := range labels {
		for k, m := range sum.Marginal[i] {
			if Label(k).Role() == l.Role() {
				p[i] += m
			}
		}
	}
	return Runs(labels, p)
}
