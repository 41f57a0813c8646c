package role

import (
	_ "embed"
	"sync"
)

//go:embed model/roles.bin.gz
var modelFile []byte

// trained are the trained weights. The file is part of the binary and a test
// reads it, so that it cannot be broken here.
var trained = sync.OnceValue(func() *table {
	w, err := ReadWeights(modelFile, Passes)
	if err != nil {
		panic(err)
	}
	return merge(w)
})

// Find returns the runs of source, cue and content in the order of the text.
// Each pass but the first sees what the one before made of the whole document.
func (v *View) Find() []Run {
	t := trained()
	contexts := v.Contexts()
	all := make([]sums, len(v.words))
	buffer := make([]uint32, 0, 192)
	for i := range all {
		buffer = v.Features(i, buffer[:0])
		t.add(buffer, &all[i])
	}
	var labels []Label
	var p []float32
	for pass := range Passes {
		if pass > 0 {
			guess := v.NewGuess(labels, p)
			for i := range all {
				buffer = v.guessFeatures(i, pass, guess, buffer[:0])
				t.add(buffer, &all[i])
			}
		}
		labels, p = best(t.scores(all, pass), contexts, &t.passes[pass].Transitions, t.exp[pass])
	}
	v.part(labels)
	return Runs(labels, p)
}

// part begins a new content where one quotation ends and another one opens
// right behind it: two speeches are two contents. Inside a quotation a content
// goes on from sentence to sentence.
func (v *View) part(labels []Label) {
	for i := 1; i < len(labels); i++ {
		if q := v.words[i].quotation; q >= 0 && q == v.words[i-1].quotation && labels[i].Role() == Content && labels[i-1].Role() == Content && labels[i].Begins() {
			labels[i]++
		}
		if v.words[i-1].quote == closesQuote && v.words[i].quote == opensQuote && labels[i].Role() == Content {
			labels[i] = BQuoted
			for k := i + 1; k < len(labels) && labels[k].Role() == Content && !labels[k].Begins(); k++ {
				labels[k] = IQuoted
			}
		}
	}
}

// Best returns the most probable labels and the probability of each token's
// role.
func Best(scores Scores, contexts []uint8, t *Transitions) ([]Label, []float32) {
	return best(scores, contexts, t, t.Exp())
}

func best(scores Scores, contexts []uint8, t, exp *Transitions) ([]Label, []float32) {
	labels := Decode(scores, contexts, t)
	var sum Lattice
	sum.Sum(scores, contexts, exp)
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
