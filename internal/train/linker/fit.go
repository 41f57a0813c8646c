package main

import (
	"math"

	"wiredesk/internal/story"
)

// How the regression is fitted: whole passes of Adam (Kingma and Ba, 2015), a
// little decay. Nothing is drawn by chance, so the same samples give the same
// weights.
const (
	passes = 300
	step   = 0.1
	decay  = 1e-5
	beta1  = 0.9
	beta2  = 0.99
)

// fit fits a logistic regression to samples. Each set counts the same, however
// many samples it has. The bias stands last. It starts from start; what is not
// learnt stays as it is there.
func fit(sets [][]story.Sample, start []float64, learnt func(i int) bool) []float64 {
	n := len(sets[0][0].Likeness) + 1
	w := make([]float64, n)
	copy(w, start)
	var at []int
	for i := range n {
		if learnt(i) {
			at = append(at, i)
		}
	}
	var groups [][]sample
	for _, set := range sets {
		groups = append(groups, narrow(set, w, at))
	}
	m, v := make([]float64, len(at)), make([]float64, len(at))
	for pass := 1; pass <= passes; pass++ {
		g := make([]float64, len(at))
		for i, group := range groups {
			for k := range group {
				gradient(g, w, at, &group[k], 1/float64(len(sets[i])))
			}
		}
		for k, i := range at {
			g[k] += decay * w[i]
			m[k] = beta1*m[k] + (1-beta1)*g[k]
			v[k] = beta2*v[k] + (1-beta2)*g[k]*g[k]
			w[i] -= step * (m[k] / (1 - math.Pow(beta1, float64(pass)))) /
				(math.Sqrt(v[k]/(1-math.Pow(beta2, float64(pass)))) + 1e-9)
		}
	}
	return w
}

// A sample is what is learnt from: the values of what is learnt, and the sum of
// what is not.
type sample struct {
	x    []float64
	rest float64
	same bool
}

// narrow keeps of samples what is learnt; those in which none of it has a value
// teach nothing.
func narrow(set []story.Sample, w []float64, at []int) []sample {
	in := make([]bool, len(w))
	for _, i := range at {
		in[i] = true
	}
	var out []sample
	for _, s := range set {
		one := sample{x: make([]float64, len(at)), same: s.Same}
		some := false
		value := func(i int) float64 {
			if i < len(s.Likeness) {
				return float64(s.Likeness[i])
			}
			return 1 // the bias
		}
		for k, i := range at {
			one.x[k] = value(i)
			some = some || one.x[k] != 0
		}
		for i := range w {
			if !in[i] {
				one.rest += w[i] * value(i)
			}
		}
		if some {
			out = append(out, one)
		}
	}
	return out
}

// gradient adds the gradient of one sample.
func gradient(g, w []float64, at []int, s *sample, share float64) {
	z := s.rest
	for k, x := range s.x {
		z += w[at[k]] * x
	}
	d := 1 / (1 + math.Exp(-z))
	if s.same {
		d--
	}
	d *= share
	for k, x := range s.x {
		g[k] += d * x
	}
}
