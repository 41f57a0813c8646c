package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"sync"

	"wiredesk/internal/lang/parse"
)

// A school is the state of training: the network and two pupils, each of whom
// learns from one half of every batch on a processor of its own.
type school struct {
	net    *parse.Net
	groups []*group
	pupils [2]*pupil
	at     int // steps made
}

// A pupil holds the gradient of its half of a batch, and the memory for it.
type pupil struct {
	net, grad *parse.Net
	slopes    []*slope
	lot       *rand.Rand
	explore   bool
	root      int32 // the label of the root's arc
	instead   int32 // the label for an arc that should have been the root's
	lesson
}

// trainParser trains a network on the trees and returns it with the averaged
// weights.
func trainParser(trees []*tree, dev *devSet, seed uint64) *parse.Net {
	lot := rand.New(rand.NewPCG(seed, 3))
	s := newSchool(newNet(trees, lot), seed)
	whole := (len(trees) + *batch - 1) / *batch * *epochs
	say("parser: %d sentences, %d words, %d labels, %d tags", len(trees), len(s.net.Index[parse.FieldWord]), len(s.net.Labels), len(s.net.Tags))
	for epoch := range *epochs {
		order := lot.Perm(len(trees))
		s.open(epoch > 0)
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
		say("parser: epoch %d: %s; %s", epoch+1, s.report(), dev.scores(s.averaged()))
	}
	return s.averaged()
}

// open begins an epoch.
func (s *school) open(explore bool) {
	for _, p := range s.pupils {
		p.loss, p.tagLoss, p.moves, p.words, p.explore = 0, 0, 0, 0, explore
	}
}

// report gives the mean losses of the epoch.
func (s *school) report() string {
	a, b := s.pupils[0], s.pupils[1]
	return fmt.Sprintf("loss %.4f a move, %.4f a tag", (a.loss+b.loss)/float64(a.moves+b.moves), (a.tagLoss+b.tagLoss)/float64(a.words+b.words))
}

// learn gives each pupil its half of a batch.
func (s *school) learn(b []*tree) {
	var both sync.WaitGroup
	half := (len(b) + 1) / 2
	both.Go(func() { s.pupils[0].learn(b[:half]) })
	if half < len(b) {
		both.Go(func() { s.pupils[1].learn(b[half:]) })
	}
	both.Wait()
}

// schedule returns the learning rate: a short rise, then a straight fall to
// nothing.
func schedule(at, whole int) float64 {
	const rise = 300
	return *rate * min(float64(at+1)/rise, 1) * max(1-float64(at)/float64(whole), 0.01)
}

func newSchool(n *parse.Net, seed uint64) *school {
	s := &school{net: n}
	n.Parameters(func(name string, cols int, w *[]float32) {
		k := len(*w)
		s.groups = append(s.groups, &group{weights: *w, mean: make([]float32, k), square: make([]float32, k), average: slices.Clone(*w), cols: cols, table: name == "table"})
	})
	for i := range s.pupils {
		s.pupils[i] = newPupil(n, rand.New(rand.NewPCG(seed, uint64(10+i))))
	}
	return s
}

func newPupil(n *parse.Net, lot *rand.Rand) *pupil {
	p := &pupil{net: n, grad: &parse.Net{Labels: n.Labels, Tags: n.Tags, Dim: n.Dim, Hidden: n.Hidden}, lot: lot}
	p.root, p.instead = n.Label("root"), n.Label("parataxis")
	n.Parameters(func(name string, cols int, w *[]float32) {
		g := &slope{values: make([]float32, len(*w)), cols: cols}
		if name == "table" {
			g.marked = make([]bool, len(*w)/cols)
		}
		p.slopes = append(p.slopes, g)
	})
	i := 0
	p.grad.Parameters(func(_ string, _ int, w *[]float32) {
		*w = p.slopes[i].values
		i++
	})
	return p
}

// step makes one step of Adam with the gradient of the batch.
func (s *school) step(rate float64) {
	s.at++
	var all sync.WaitGroup
	for half := range 2 {
		all.Go(func() {
			for i, g := range s.groups {
				if i%2 == half {
					own := s.pupils[0].slopes[i]
					own.take(s.pupils[1].slopes[i])
					g.step(own, rate, s.at)
					g.smooth(s.at)
				}
			}
		})
	}
	all.Wait()
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
