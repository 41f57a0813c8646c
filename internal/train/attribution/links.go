package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"wiredesk/internal/claim/link"
	"wiredesk/internal/claim/role"
	"wiredesk/internal/eval/corpus"
	"wiredesk/internal/lang/linear"
)

// A choice is one source or content with the features of each cue that it may
// belong to; right is the one that it does, -1 for none of them.
type choice struct {
	features [][]uint64
	right    int
}

// choices returns the choices of an article over its gold runs.
func choices(e example, runs []role.Run, a corpus.PolNeARArticle) []choice {
	owner := owners(e, runs, a)
	var out []choice
	for i, r := range runs {
		if r.Role == role.Cue {
			continue
		}
		c := choice{right: -1}
		for k, cue := range link.Candidates(e.view, runs, i) {
			c.features = append(c.features, link.Features(e.view, runs, i, cue))
			if owner[i] >= 0 && owner[cue] == owner[i] {
				c.right = k
			}
		}
		out = append(out, c)
	}
	return out
}

// owners returns the attribution of each run, -1 for none: the one with whose
// spans of that role the run shares most.
func owners(e example, runs []role.Run, a corpus.PolNeARArticle) []int {
	out := make([]int, len(runs))
	token := make([]int, len(e.doc.Tokens))
	kind := make([]role.Role, len(e.doc.Tokens))
	for n, at := range a.Attributions {
		for r, spans := range map[role.Role][]int{role.Source: tokensOf(e, at.Source), role.Cue: tokensOf(e, at.Cue), role.Content: tokensOf(e, at.Content)} {
			for _, i := range spans {
				token[i], kind[i] = n+1, r
			}
		}
	}
	for k, r := range runs {
		votes := map[int]int{}
		out[k] = -1
		for i := r.First; i < r.Last; i++ {
			if kind[i] == r.Role && token[i] > 0 {
				votes[token[i]]++
			}
		}
		for n, v := range votes {
			if out[k] < 0 || v > votes[out[k]+1] || v == votes[out[k]+1] && n-1 < out[k] {
				out[k] = n - 1
			}
		}
	}
	return out
}

// fitLinks trains the choice of cues by multinomial logistic regression.
func fitLinks(train, dev []choice) []byte {
	weights, squares := map[uint64]float64{}, map[uint64]float64{}
	counts := map[uint64]int{}
	for _, c := range train {
		for _, f := range slices.Concat(c.features...) {
			counts[f]++
		}
	}
	order := rand.New(rand.NewPCG(3, 4))
	for epoch := range 6 {
		for _, k := range order.Perm(len(train)) {
			c := train[k]
			p := probabilities(c, func(f uint64) float64 { return weights[f] })
			for i, features := range c.features {
				g := -p[i]
				if i == c.right {
					g++
				}
				for _, f := range features {
					if counts[f] > 2 {
						squares[f] += g * g
						weights[f] += 0.1 * g / math.Sqrt(squares[f]+1)
					}
				}
			}
		}
		right := 0
		for _, c := range dev {
			p := probabilities(c, func(f uint64) float64 { return weights[f] })
			top, best := 1-sum(p), -1
			for i, v := range p {
				if v > top {
					top, best = v, i
				}
			}
			if best == c.right {
				right++
			}
		}
		fmt.Printf("links epoch %d: %.2f of %d right\n", epoch+1, 100*float64(right)/float64(len(dev)), len(dev))
	}
	var out []linear.Feature
	for f, w := range weights {
		if v := math.Round(w * link.Unit); v != 0 {
			out = append(out, linear.Feature{Hash: f, Weights: []linear.Weight{{Class: 0, Value: int16(min(max(v, -32000), 32000))}}})
		}
	}
	fmt.Println("link features", len(out))
	return linear.Encode([]string{"link"}, nil, out)
}

func sum(p []float64) float64 {
	s := 0.0
	for _, v := range p {
		s += v
	}
	return s
}

// probabilities returns the probability of each candidate; what is missing to
// 1 is that of none.
func probabilities(c choice, weight func(uint64) float64) []float64 {
	p, total := make([]float64, len(c.features)), 1.0
	for i, features := range c.features {
		s := 0.0
		for _, f := range features {
			s += weight(f)
		}
		p[i] = math.Exp(min(s, 50))
		total += p[i]
	}
	for i := range p {
		p[i] /= total
	}
	return p
}
