package main

import (
	"wiredesk/internal/lang/dense"
	"wiredesk/internal/lang/parse"
)

// backward carries the gradient of the scores back to all weights.
func (s *pupil) backward() {
	n, g, d := s.net, s.grad, s.net.Dim
	s.backMoves()
	r, wide, t := s.rows, parse.Positions*n.Hidden, parse.Padded(len(n.Tags))
	top := s.layers[parse.Layers][d : (r+1)*d]
	turned := transposed(top, r, d)
	dense.MulAdd(g.Position, turned, s.dShares, d, r, wide)
	outer(g.Position, n.Root, s.dShares[r*wide:])
	positions := transposed(n.Position, d, wide)
	dense.MulAdd(g.Root, s.dShares[r*wide:], positions, 1, wide, d)
	dense.MulAdd(g.Tag, turned, s.tags, d, r, t)
	sum(g.TagBias, s.tags)
	grad := make([]float32, (r+2)*d)
	body := grad[d : (r+1)*d]
	dense.MulAdd(body, s.dShares, positions, r, wide, d)
	dense.MulAdd(body, s.tags, transposed(n.Tag, d, t), r, t, d)
	for l := parse.Layers - 1; l >= 0; l-- {
		s.backLayer(l, grad)
		if l == parse.SweepBefore {
			s.backSweep(body)
		}
	}
	s.backInput(body)
}

// backMoves carries the gradient from the scores of the moves to the shares.
func (s *pupil) backMoves() {
	n, g, h := s.net, s.grad, s.net.Hidden
	steps, moves := len(s.views), parse.Padded(n.Moves())
	dense.MulAdd(g.Out, transposed(s.hidden, steps, h), s.dScores, h, steps, moves)
	sum(g.OutBias, s.dScores)
	grad := make([]float32, steps*h)
	dense.MulAdd(grad, s.dScores, transposed(n.Out, h, moves), steps, moves, h)
	grow := float32(1 / (1 - *dropout))
	for i, x := range s.hidden {
		if x == 0 {
			grad[i] = 0
		} else {
			grad[i] *= grow
		}
	}
	sum(g.Bias, grad)
	values := parse.SlotValues(len(n.Labels))
	for i := range s.views {
		row := grad[i*h : (i+1)*h]
		for p, w := range s.views[i].Words {
			at := g.None
			if w >= 0 {
				at = s.dShares[int(w)*parse.Positions*h : int(w+1)*parse.Positions*h]
			}
			dense.Add(at[p*h:(p+1)*h], row)
		}
		for k, x := range s.views[i].Slots {
			at := (k*values + int(x)) * h
			dense.Add(g.Slot[at:at+h], row)
		}
	}
}

// backLayer carries the gradient through residual layer l: grad holds that of
// its output and then of its input, with an empty row before and after.
func (s *pupil) backLayer(l int, grad []float32) {
	n, g, r, d := s.net, s.grad, s.rows, s.net.Dim
	own := make([]float32, r*d)
	grow := float32(1 / (1 - *dropout))
	for i, x := range s.turned[l] {
		if x != 0 {
			own[i] = grad[d+i] * grow
		}
	}
	sum(g.ConvBias[l], own)
	for k := range 3 {
		part := n.Conv[l][k*d*d : (k+1)*d*d]
		dense.MulAdd(g.Conv[l][k*d*d:(k+1)*d*d], transposed(s.layers[l][k*d:(k+r)*d], r, d), own, d, r, d)
		dense.MulAdd(grad[k*d:(k+r)*d], own, transposed(part, d, d), r, d, d)
	}
	clear(grad[:d])
	clear(grad[(r+1)*d:])
	for i, ok := range s.filled {
		if !ok {
			clear(grad[(i+1)*d : (i+2)*d])
		}
	}
}

// backInput carries the gradient of the first layer's output to the tables.
func (s *pupil) backInput(grad []float32) {
	n, g, r, d := s.net, s.grad, s.rows, s.net.Dim
	for i, x := range s.layers[0][d : (r+1)*d] {
		if x == 0 {
			grad[i] = 0
		}
	}
	sum(g.InBias, grad)
	dense.MulAdd(g.In, transposed(s.input, r, parse.Width), grad, parse.Width, r, d)
	back := make([]float32, r*parse.Width)
	dense.MulAdd(back, grad, transposed(n.In, parse.Width, d), r, d, parse.Width)
	for i, ok := range s.filled {
		if !ok {
			continue
		}
		at := i * parse.Width
		for f := range parse.Learned {
			w, row := parse.Widths[f], s.slopes[f].touch(s.fields[i][f])
			for k := range w {
				row[k] += back[at+k] * s.inMask[at+k]
			}
			at += w
		}
	}
}

// transposed returns a matrix with rows and columns exchanged.
func transposed(a []float32, rows, cols int) []float32 {
	out := make([]float32, len(a))
	const block = 16
	for i := 0; i < rows; i += block {
		for j := 0; j < cols; j += block {
			for x := i; x < min(i+block, rows); x++ {
				to := j*rows + x
				for _, v := range a[x*cols+j : x*cols+min(j+block, cols)] {
					out[to] = v
					to += rows
				}
			}
		}
	}
	return out
}

// sum adds all rows of a to out.
func sum(out, a []float32) {
	for ; len(a) > 0; a = a[len(out):] {
		dense.Add(out, a[:len(out)])
	}
}

// outer adds the product of a column and a row to out.
func outer(out, column, row []float32) {
	for i, x := range column {
		at := out[i*len(row) : (i+1)*len(row)]
		for j, y := range row {
			at[j] += x * y
		}
	}
}
