package main

import (
	"bytes"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wiredesk/internal/lang/parse"
)

// sample is "Rebels in the city fled .", with the root as word 6.
func sample() *tree {
	t := &tree{
		forms:  []string{"Rebels", "in", "the", "city", "fled", "."},
		labels: []string{"NOUN|NNS", "ADP|IN", "DET|DT", "NOUN|NN", "VERB|VBD", "PUNCT|."},
		heads:  []int32{4, 3, 3, 0, 6, 4},
		rels:   []string{"nsubj", "case", "det", "nmod", "root", "punct"},
	}
	t.place()
	return t
}

// Whatever moves of no cost are made, the gold tree comes out.
func TestOracle(t *testing.T) {
	s := sample()
	n := &parse.Net{}
	number(n, []*tree{s})
	lot := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		var state parse.State
		state.Reset(len(s.forms))
		for !state.Done() {
			if state.Last() {
				state.Apply(parse.LeftArc(4))
				continue
			}
			targets := s.targets(&state, 0, nil)
			state.Apply(targets[lot.IntN(len(targets))])
		}
		if diff := cmp.Diff(s.heads, state.Heads[:6]); diff != "" {
			t.Fatal(diff)
		}
		if diff := cmp.Diff(s.arcs, state.Label[:6]); diff != "" {
			t.Fatal(diff)
		}
	}
}

// After any moves, the cost of a move is how many fewer gold arcs can be
// reached after it than before it.
func TestCosts(t *testing.T) {
	s := sample()
	number(&parse.Net{}, []*tree{s})
	lot := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		var state parse.State
		state.Reset(len(s.forms))
		for !state.Done() {
			shift, left, right := s.costs(&state)
			before := reachable(s, state)
			open := map[int]int{parse.Shift: shift, parse.LeftArc(0): left, parse.RightArc(0): right}
			var moves []int
			for _, m := range []int{parse.Shift, parse.LeftArc(0), parse.RightArc(0)} {
				if open[m] < 0 {
					continue
				}
				moves = append(moves, m)
				next := clone(state)
				next.Apply(m)
				if got := before - reachable(s, next); got != open[m] {
					t.Fatalf("move %d costs %d arcs, the oracle says %d", m, got, open[m])
				}
			}
			state.Apply(moves[lot.IntN(len(moves))])
		}
	}
}

func clone(s parse.State) parse.State {
	for _, list := range []*[]int32{&s.Stack, &s.Heads, &s.Label, &s.Left, &s.Left2, &s.Right, &s.Right2, &s.Lefts, &s.Rights} {
		*list = append([]int32(nil), *list...)
	}
	return s
}

// reachable returns the most gold arcs that any end of parsing has.
func reachable(t *tree, s parse.State) int {
	if s.Done() {
		n := 0
		for c, h := range t.heads {
			if s.Heads[c] == h {
				n++
			}
		}
		return n
	}
	best := 0
	for m, open := range map[int]bool{parse.Shift: s.MayShift(), parse.LeftArc(0): s.MayLeft(), parse.RightArc(0): s.MayRight()} {
		if open {
			next := clone(s)
			next.Apply(m)
			best = max(best, reachable(t, next))
		}
	}
	return best
}

// The gradient is the slope of the loss: some weights of each group are moved
// a little both ways.
func TestGradient(t *testing.T) {
	*dim, *hidden, *dropout = 16, 16, 0
	trees := []*tree{sample(), sample()}
	lot := rand.New(rand.NewPCG(5, 6))
	s := newSchool(newNet(trees, lot), 1)
	for f := range wordDropout {
		wordDropout[f] = 0
	}
	loss := func() float64 {
		s.open(false)
		for _, p := range s.pupils {
			for _, g := range p.slopes {
				clear(g.values)
			}
		}
		s.learn(trees)
		for i, g := range s.pupils[0].slopes {
			g.take(s.pupils[1].slopes[i])
		}
		return s.pupils[0].loss + s.pupils[0].tagLoss + s.pupils[1].loss + s.pupils[1].tagLoss
	}
	for k, g := range s.groups {
		loss()
		at, slope := 0, float32(0)
		for i, x := range s.pupils[0].slopes[k].values {
			if x*x > slope*slope {
				at, slope = i, x
			}
		}
		const by = 3e-3
		w := g.weights[at]
		g.weights[at] = w + by
		up := loss()
		g.weights[at] = w - by
		down := loss()
		g.weights[at] = w
		if got := (up - down) / (2 * by); math.Abs(got-float64(slope)) > 0.02*math.Abs(got)+0.01 {
			t.Errorf("group %d: the slope is %.4f, the gradient says %.4f", k, got, slope)
		}
	}
}

// Two trainings give the same bytes, although two pupils share the work.
func TestDeterministic(t *testing.T) {
	*dim, *hidden, *dropout, *epochs, *batch = 16, 16, 0.2, 3, 4
	once := func() []byte {
		var trees []*tree
		for range 9 {
			trees = append(trees, sample())
		}
		return parse.Encode(trainParser(trees, &devSet{}, 1))
	}
	if !bytes.Equal(once(), once()) {
		t.Error("two trainings gave different networks")
	}
}
