package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"wiredesk/internal/lang/linear"
)

// A choice is a list of candidates, each with its features, of which one is
// right; -1 means none, which scores nothing.
type choice struct {
	features [][]uint64
	right    int
	none     bool // none of them may be right
}

const (
	choiceEpochs = 6
	choiceRate   = 0.1
	choiceLeast  = 3 // a feature that is seen less often says nothing
)

// fitChoices trains the choice by multinomial logistic regression (AdaGrad)
// and packs the weights, unit steps to one unit of log odds.
func fitChoices(name string, train, dev []choice, unit float64) []byte {
	index, counts := map[uint64]int{}, map[uint64]int{}
	for _, c := range train {
		for _, f := range slices.Concat(c.features...) {
			counts[f]++
		}
	}
	var keys []uint64
	for _, c := range train {
		for _, f := range slices.Concat(c.features...) {
			if _, ok := index[f]; !ok && counts[f] >= choiceLeast {
				index[f] = len(keys)
				keys = append(keys, f)
			}
		}
	}
	weights, squares := make([]float64, len(keys)), make([]float64, len(keys))
	weigh := func(f uint64) float64 {
		if k, ok := index[f]; ok {
			return weights[k]
		}
		return 0
	}
	order := rand.New(rand.NewPCG(3, 4))
	for range choiceEpochs {
		for _, k := range order.Perm(len(train)) {
			c := train[k]
			p := probabilities(c, weigh)
			for i, features := range c.features {
				g := -p[i]
				if i == c.right {
					g++
				}
				for _, f := range features {
					if n, ok := index[f]; ok {
						squares[n] += g * g
						weights[n] += choiceRate * g / math.Sqrt(squares[n]+1)
					}
				}
			}
		}
	}
	fmt.Printf("%s: %.2f %% of %d right on dev, %.2f %% by the first candidate\n", name, share(dev, weigh), len(dev), share(dev, nil))
	var out []linear.Feature
	for k, w := range weights {
		if v := math.Round(w * unit); v != 0 {
			out = append(out, linear.Feature{Hash: keys[k], Weights: []linear.Weight{{Class: 0, Value: int16(min(max(v, -32000), 32000))}}})
		}
	}
	return linear.Encode([]string{name}, nil, out)
}

// share is the per cent of choices that are made right; without weights the
// first candidate is taken.
func share(choices []choice, weigh func(uint64) float64) float64 {
	right := 0
	for _, c := range choices {
		best := 0
		if weigh != nil {
			p := probabilities(c, weigh)
			top := -1.0
			if c.none {
				best, top = -1, 1-sum(p)
			}
			for i, v := range p {
				if v > top {
					top, best = v, i
				}
			}
		}
		if best == c.right {
			right++
		}
	}
	return 100 * float64(right) / float64(max(len(choices), 1))
}

func sum(p []float64) float64 {
	s := 0.0
	for _, v := range p {
		s += v
	}
	return s
}

// probabilities returns the probability of each candidate; if none may be
// right, what is missing to 1 is the probability of that.
func probabilities(c choice, weight func(uint64) float64) []float64 {
	p, total := make([]float64, len(c.features)), 0.0
	if c.none {
		total = 1
	}
	for i, features := range c.features {
		s := 0.0
		for _, f := range features {
			s += weight(f)
		}
		p[i] = math.Exp(min(max(s, -50), 50))
		total += p[i]
	}
	for i := range p {
		p[i] /= total
	}
	return p
}
