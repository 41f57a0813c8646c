package main

import (
	"wiredesk/internal/lang/dense"
	"wiredesk/internal/lang/parse"
)

// sentences calls each with the rows [first, last) of every sentence of the
// batch.
func (s *pupil) sentences(each func(first, last int)) {
	first := 1
	for i, ok := range s.filled {
		if !ok {
			if i > first {
				each(first, i)
			}
			first = i + 1
		}
	}
}

// sweep adds to the vectors what is remembered along each sentence, as
// parse.Net does.
func (s *pupil) sweep(body []float32) {
	n, r, d := s.net, s.rows, s.net.Dim
	s.plain = append(s.plain[:0], body...)
	s.gates, s.memory, s.mixed = zeros(s.gates, r*2*d), zeros(s.memory, r*d), zeros(s.mixed, r*d)
	s.affine(s.gates, body, n.Gate, n.GateBias, d, 2*d)
	s.sentences(func(first, last int) {
		parse.Sweep(s.memory[first*d:last*d], s.gates[2*first*d:2*last*d], last-first, d)
	})
	s.affine(s.mixed, s.memory, n.Mix, n.MixBias, d, d)
	dense.Rectify(s.mixed)
	s.drop(nil, s.mixed)
	dense.Add(body, s.mixed)
}

// backSweep carries the gradient through the sweep: grad holds that of its
// output and then of its input.
func (s *pupil) backSweep(grad []float32) {
	n, g, r, d := s.net, s.grad, s.rows, s.net.Dim
	own := make([]float32, r*d)
	grow := float32(1 / (1 - *dropout))
	for i, x := range s.mixed {
		if x != 0 {
			own[i] = grad[i] * grow
		}
	}
	sum(g.MixBias, own)
	dense.MulAdd(g.Mix, transposed(s.memory, r, d), own, d, r, d)
	memory := make([]float32, r*d)
	dense.MulAdd(memory, own, transposed(n.Mix, d, d), r, d, d)
	gates := make([]float32, r*2*d)
	s.sentences(func(first, last int) {
		for i := last - 1; i >= first; i-- {
			s.forget(gates, memory, i, i-1, i > first, 0, d/2)
		}
		for i := first; i < last; i++ {
			s.forget(gates, memory, i, i+1, i+1 < last, d/2, d)
		}
	})
	sum(g.GateBias, gates)
	dense.MulAdd(g.Gate, transposed(s.plain, r, d), gates, d, r, 2*d)
	dense.MulAdd(grad, gates, transposed(n.Gate, d, 2*d), r, 2*d, d)
}

// forget carries the gradient of the columns [from, to) of the memory of row i
// to its gates and, if there is one, to the row before it in the sweep.
func (s *pupil) forget(gates, memory []float32, i, before int, there bool, from, to int) {
	d := s.net.Dim
	for k := from; k < to; k++ {
		x, f, news := memory[i*d+k], s.gates[2*i*d+k], s.gates[(2*i+1)*d+k]
		old := float32(0)
		if there {
			old = s.memory[before*d+k]
			memory[before*d+k] += x * f
		}
		gates[2*i*d+k] = x * (old - news) * f * (1 - f)
		gates[(2*i+1)*d+k] = x * (1 - f)
	}
}
