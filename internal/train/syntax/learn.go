package main

import (
	"math"
	"math/rand/v2"
	"os"

	"wiredesk/internal/lang/parse"
)

// A school is the state of training: the network, the gradient of each of its
// weights, and the memory of a batch.
type school struct {
	net, grad *parse.Net
	groups    []*group
	lot       *rand.Rand
	at        int // steps made
	explore   bool
	root      int32 // the label of the root's arc
	instead   int32 // the label for an arc that should have been the root's
	lesson
}

// trainParser trains a network on the trees and returns it with the averaged
// weights.
func trainParser(trees []*tree, dev *devSet, file string) *parse.Net {
	lot := rand.New(rand.NewPCG(*seed, 3))
	s := newSchool(newNet(trees, lot), lot)
	whole := (len(trees) + *batch - 1) / *batch * *epochs
	say("parser: %d sentences, %d words, %d labels, %d tags", len(trees), len(s.net.Index[parse.FieldWord]), len(s.net.Labels), len(s.net.Tags))
	for epoch := range *epochs {
		order := lot.Perm(len(trees))
		s.explore = epoch > 0
		s.loss, s.tagLoss, s.moves, s.words = 0, 0, 0, 0
		for len(order) > 0 {
			k := min(*batch, len(order))
			var b []*tree
			for _, i := range order[:k] {
				b = append(b, trees[i])
			}
			order = order[k:]
			s.learn(b)
			s.step(schedule(s.at, whole))
		}
		say("parser: epoch %d: loss %.4f a move, %.4f a tag; %s", epoch+1, s.loss/float64(s.moves), s.tagLoss/float64(s.words), dev.scores(s.averaged()))
		os.WriteFile(file, parse.Encode(s.averaged()), 0o644)
	}
	return s.averaged()
}

// schedule returns the learning rate: a short rise, then a straight fall to
// nothing.
func schedule(at, whole int) float64 {
	const rise = 300
	return *rate * min(float64(at+1)/rise, 1) * max(1-float64(at)/float64(whole), 0.01)
}

func newSchool(n *parse.Net, lot *rand.Rand) *school {
	s := &school{net: n, grad: &parse.Net{Labels: n.Labels, Tags: n.Tags, Dim: n.Dim, Hidden: n.Hidden}, lot: lot}
	s.root, s.instead = n.Label("root"), n.Label("parataxis")
	n.Parameters(func(name string, cols int, w *[]float32) {
		k := len(*w)
		g := &group{weights: *w, gradient: make([]float32, k), mean: make([]float32, k), square: make([]float32, k), average: append([]float32(nil), *w...), cols: cols, table: name == "table"}
		if g.table {
			g.marked = make([]bool, k/cols)
		}
		s.groups = append(s.groups, g)
	})
	i := 0
	s.grad.Parameters(func(_ string, _ int, w *[]float32) {
		*w = s.groups[i].gradient
		i++
	})
	return s
}

// step makes one step of Adam with the gradient of the batch.
func (s *school) step(rate float64) {
	s.at++
	for _, g := range s.groups {
		g.step(rate, s.at)
		g.smooth(s.at)
	}
}

// averaged returns the network with the averaged weights.
func (s *school) averaged() *parse.Net {
	n := *s.net
	i := 0
	n.Parameters(func(_ string, _ int, w *[]float32) {
		*w = s.groups[i].average
		i++
	})
	return &n
}

// softmax turns scores into shares that add up to 1.
func softmax(scores []float32) {
	top := float32(math.Inf(-1))
	for _, x := range scores {
		top = max(top, x)
	}
	sum := float32(0)
	for i, x := range scores {
		scores[i] = exp(x - top)
		sum += scores[i]
	}
	for i := range scores {
		scores[i] /= sum
	}
}

func exp(x float32) float32 {
	if x < -30 {
		return 0
	}
	return float32(math.Exp(float64(x)))
}
