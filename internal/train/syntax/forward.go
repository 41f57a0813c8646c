package main

import (
	"wiredesk/internal/lang/dense"
	"wiredesk/internal/lang/parse"
)

// forward computes the vectors of the words, their tag scores and shares.
func (s *pupil) forward() {
	n, r, d := s.net, s.rows, s.net.Dim
	s.input, s.inMask = zeros(s.input, r*parse.Width), zeros(s.inMask, r*parse.Width)
	for i, ok := range s.filled {
		if ok {
			n.Join(s.input[i*parse.Width:(i+1)*parse.Width], s.fields[i])
		}
	}
	s.drop(s.inMask, s.input)
	for l := range s.layers {
		s.layers[l] = zeros(s.layers[l], (r+2)*d)
	}
	body := s.layers[0][d : (r+1)*d]
	s.affine(body, s.input, n.In, n.InBias, parse.Width, d)
	dense.Rectify(body)
	for l := range n.Conv {
		if l == parse.SweepBefore {
			s.sweep(s.layers[l][d : (r+1)*d])
		}
		s.layer(l)
	}
	top := s.layers[parse.Layers][d : (r+1)*d]
	t := parse.Padded(len(n.Tags))
	s.tags = zeros(s.tags, r*t)
	s.affine(s.tags, top, n.Tag, n.TagBias, d, t)
	wide := parse.Positions * n.Hidden
	s.shares, s.dShares = zeros(s.shares, (r+1)*wide), zeros(s.dShares, (r+1)*wide)
	dense.MulAdd(s.shares, top, n.Position, r, d, wide)
	dense.MulAdd(s.shares[r*wide:], n.Root, n.Position, 1, d, wide)
}

// affine sets the filled rows of out to in times weights plus bias.
func (s *pupil) affine(out, in, weights, bias []float32, k, cols int) {
	for i, ok := range s.filled {
		if ok {
			copy(out[i*cols:(i+1)*cols], bias)
		}
	}
	dense.MulAdd(out, in, weights, s.rows, k, cols)
}

// layer computes residual layer l.
func (s *pupil) layer(l int) {
	n, r, d := s.net, s.rows, s.net.Dim
	s.turned[l] = zeros(s.turned[l], r*d)
	out := s.turned[l]
	for i, ok := range s.filled {
		if ok {
			copy(out[i*d:(i+1)*d], n.ConvBias[l])
		}
	}
	for k := range 3 {
		dense.MulAdd(out, s.layers[l][k*d:(k+r)*d], n.Conv[l][k*d*d:(k+1)*d*d], r, d, d)
	}
	for i, ok := range s.filled {
		if !ok {
			clear(out[i*d : (i+1)*d])
		}
	}
	dense.Rectify(out)
	s.drop(nil, out)
	next := s.layers[l+1][d : (r+1)*d]
	copy(next, s.layers[l][d:(r+1)*d])
	dense.Add(next, out)
}

// drop sets a share of the values to 0 and makes the others bigger to match.
// mask, if not nil, receives what each value was multiplied with.
func (s *pupil) drop(mask, values []float32) {
	limit := uint32(*dropout * (1 << 32))
	grow := float32(1 / (1 - *dropout))
	for i, x := range values {
		f := float32(0)
		if s.lot.Uint32() >= limit {
			f = grow
		}
		values[i] = x * f
		if mask != nil {
			mask[i] = f
		}
	}
}
