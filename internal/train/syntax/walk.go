package main

import (
	"math"

	"wiredesk/internal/lang/dense"
	"wiredesk/internal/lang/parse"
)

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
		dense.Rectify(hidden)
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
