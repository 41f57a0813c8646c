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
// many samples it has.
func fit(sets [][]story.Sample) story.Weights {
	n := len(sets[0][0].Likeness)
	w, m, v := make([]float64, n+1), make([]float64, n+1), make([]float64, n+1)
	for pass := 1; pass <= passes; pass++ {
		g := make([]float64, n+1)
		for _, set := range sets {
			for i := range set {
				gradient(g, w, &set[i], 1/float64(len(set)))
			}
		}
		for i := range w {
			g[i] += decay * w[i]
			m[i] = beta1*m[i] + (1-beta1)*g[i]
			v[i] = beta2*v[i] + (1-beta2)*g[i]*g[i]
			w[i] -= step * (m[i] / (1 - math.Pow(beta1, float64(pass)))) /
				(math.Sqrt(v[i]/(1-math.Pow(beta2, float64(pass)))) + 1e-9)
		}
	}
	var out story.Weights
	for i := range out.Traits {
		out.Traits[i] = float32(w[i])
	}
	out.Bias = float32(w[n])
	return out
}

// gradient adds the gradient of one sample; the bias stands last.
func gradient(g, w []float64, s *story.Sample, share float64) {
	n := len(w) - 1
	z := w[n]
	for i, x := range s.Likeness {
		z += w[i] * float64(x)
	}
	d := 1 / (1 + math.Exp(-z))
	if s.Same {
		d--
	}
	d *= share
	for i, x := range s.Likeness {
		g[i] += d * float64(x)
	}
	g[n] += d
}
