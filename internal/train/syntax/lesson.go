package main

import (
	"math"

	"wiredesk/internal/lang/dense"
	"wiredesk/internal/lang/parse"
)

// A lesson is the memory of a batch. The words of its sentences stand in one
// matrix, each sentence followed by an empty row, and an empty row first.
type lesson struct {
	loss, tagLoss float64
	moves, words  int

	rows    int    // of the matrix, empty ones included
	filled  []bool // which rows hold a word
	fields  [][parse.Fields]int32
	gold    []int32   // the tag of each row
	input   []float32 // and, after dropout, its gradient's mask
	inMask  []float32
	layers  [parse.Layers + 1][]float32 // inputs of the layers, with an empty row before and after
	plain   []float32                   // what is swept, before that is added
	gates   []float32
	memory  []float32
	mixed   []float32               // what the sweep adds
	turned  [parse.Layers][]float32 // what each layer adds, 0 where it was rectified or dropped
	tags    []float32
	shares  []float32
	dShares []float32
	views   []parse.View
	base    []int32 // row of the first word of each view's sentence
	ends    []int32 // and how many words it has
	hidden  []float32
	dScores []float32
	state   parse.State
	targets []int
}

// learn adds the gradient of a batch.
func (s *pupil) learn(b []*tree) {
	s.collect(b)
	s.forward()
	s.learnTags()
	s.hidden, s.dScores = s.hidden[:0], s.dScores[:0]
	s.views, s.base, s.ends = s.views[:0], s.base[:0], s.ends[:0]
	first := 1
	for _, t := range b {
		s.walk(t, first)
		first += len(t.forms) + 1
	}
	s.backward()
}

// collect lays out the words of the batch. Rare words are sometimes taken for
// unknown ones, so that the vector of those is learned.
func (s *pupil) collect(b []*tree) {
	s.filled, s.fields, s.gold = append(s.filled[:0], false), append(s.fields[:0], [parse.Fields]int32{}), append(s.gold[:0], 0)
	for _, t := range b {
		for i, f := range t.rows {
			for k := range f {
				if s.lot.Float64() < wordDropout[k] {
					f[k] = 0
				}
			}
			s.filled, s.fields, s.gold = append(s.filled, true), append(s.fields, f), append(s.gold, t.tags[i])
		}
		s.filled, s.fields, s.gold = append(s.filled, false), append(s.fields, [parse.Fields]int32{}), append(s.gold, 0)
		s.words += len(t.forms)
	}
	s.rows = len(s.filled)
}

// wordDropout is how often each field is taken for unknown.
var wordDropout = [parse.Fields]float64{parse.FieldWord: 0.15, parse.FieldSuffix: 0.05, parse.FieldPrefix: 0.05, parse.FieldShape: 0.02, parse.FieldTag: 0.05, parse.FieldFine: 0.05, parse.FieldCoarse: 0.02}

// zeros returns n zeros, reusing list.
func zeros(list []float32, n int) []float32 {
	if cap(list) < n {
		return make([]float32, n, n+n/4)
	}
	list = list[:n]
	clear(list)
	return list
}

// forward computes the vectors of the words, their tag scores and shares.
func (s *pupil) forward() {
	n, r, d := s.net, s.rows, s.net.Dim
	s.input, s.inMask = zeros(s.input, r*parse.Width), zeros(s.inMask, r*parse.Width)
	for i, ok := range s.filled {
		if ok {
			out := s.input[i*parse.Width : (i+1)*parse.Width]
			for f, w := range parse.Widths {
				copy(out[:w], n.Tables[f][int(s.fields[i][f])*w:])
				out = out[w:]
			}
		}
	}
	s.drop(s.inMask, s.input)
	for l := range s.layers {
		s.layers[l] = zeros(s.layers[l], (r+2)*d)
	}
	body := s.layers[0][d : (r+1)*d]
	s.affine(body, s.input, n.In, n.InBias, parse.Width, d)
	rectify(body)
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
	rectify(out)
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

func rectify(x []float32) {
	for i, v := range x {
		if v < 0 {
			x[i] = 0
		}
	}
}

// learnTags turns the tag scores into their gradient.
func (s *pupil) learnTags() {
	width, tags := parse.Padded(len(s.net.Tags)), len(s.net.Tags)
	for i, ok := range s.filled {
		row := s.tags[i*width : (i+1)*width]
		if !ok {
			clear(row)
			continue
		}
		clear(row[tags:])
		softmax(row[:tags])
		s.tagLoss -= math.Log(float64(row[s.gold[i]]) + 1e-9)
		row[s.gold[i]]--
	}
}

// walk parses a sentence, whose first word stands in row first, with the
// present weights, and keeps the gradient of the scores of each move.
func (s *pupil) walk(t *tree, first int) {
	n := s.net
	s.state.Reset(len(t.forms))
	moves := parse.Padded(n.Moves())
	for !s.state.Done() {
		if s.state.Last() { // there is nothing to learn
			s.state.Apply(parse.LeftArc(int(s.root)))
			continue
		}
		s.targets = t.targets(&s.state, s.instead, s.targets[:0])
		var v parse.View
		v.Look(&s.state)
		s.lift(&v, first, len(t.forms))
		h := len(s.hidden)
		s.hidden = append(s.hidden, n.Bias...)
		hidden := s.hidden[h:]
		n.Sum(hidden, s.shares, &v)
		rectify(hidden)
		s.drop(nil, hidden)
		k := len(s.dScores)
		s.dScores = append(s.dScores, n.OutBias...)
		scores := s.dScores[k:]
		dense.MulAdd(scores, hidden, n.Out, 1, n.Hidden, moves)
		s.views = append(s.views, v)
		s.state.Apply(s.judge(scores))
		s.moves++
	}
}

// lift turns the words of a view from indexes in their sentence into rows.
func (s *pupil) lift(v *parse.View, first, words int) {
	for i, w := range v.Words {
		switch {
		case w == int32(words):
			v.Words[i] = int32(s.rows)
		case w >= 0:
			v.Words[i] = w + int32(first)
		}
	}
}

// judge turns scores into their gradient and returns the move to make: that
// of the network or, at the beginning of training and now and then, the best
// one that does not lose an arc.
func (s *pupil) judge(scores []float32) int {
	n := s.net.Moves()
	clear(scores[n:])
	s.close(scores[:n])
	own := 0
	for i, x := range scores[:n] {
		if x > scores[own] {
			own = i
		}
	}
	softmax(scores[:n])
	mass, best := float32(1e-9), s.targets[0]
	for _, m := range s.targets {
		mass += scores[m]
		if scores[m] > scores[best] {
			best = m
		}
	}
	s.loss -= math.Log(float64(mass))
	for _, m := range s.targets {
		scores[m] -= scores[m] / mass
	}
	if s.explore && s.lot.Float64() < 0.9 {
		return own
	}
	return best
}

// shut is the score of a move that is not open.
const shut = -1e9

// close gives the moves that are not open a score that leaves them no share.
func (s *pupil) close(scores []float32) {
	st := &s.state
	if !st.MayShift() {
		scores[parse.Shift] = shut
	}
	left, right := st.MayLeft(), st.MayRight()
	for l := range s.net.Labels {
		if !left || int32(l) == s.root {
			scores[parse.LeftArc(l)] = shut
		}
		if !right || int32(l) == s.root {
			scores[parse.RightArc(l)] = shut
		}
	}
}
