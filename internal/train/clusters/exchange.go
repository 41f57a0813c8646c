package main

import (
	"cmp"
	"fmt"
	"math"
	"os"
	"slices"
)

// frequent returns the words seen at least so often, the most frequent first.
func (b *bigrams) frequent(least int) []string {
	var ids []int32
	for id := range b.names {
		if id != edge && int(b.count[id]) >= least {
			ids = append(ids, int32(id))
		}
	}
	slices.SortStableFunc(ids, func(x, y int32) int { return cmp.Compare(b.count[y], b.count[x]) })
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = b.names[id]
	}
	return words
}

// A neighbour is a word that stands next to another, and how often.
type neighbour struct{ id, n int32 }

// A side holds, for one direction, the neighbours of each word and how often
// each neighbour stands next to each class.
type side struct {
	neighbours [][]neighbour // of each word
	table      []int32       // [neighbour*classes + class]
}

// An exchanger moves words between classes so that the classes of words
// predict their neighbours in both directions: the two-sided predictive form
// (Uszkoreit and Brants 2008) of the exchange algorithm (Kneser and Ney 1993).
type exchanger struct {
	classes int
	class   []int32 // of each word
	count   []int32 // of each word
	size    []int64 // of each class, in tokens
	sides   [2]side
	gain    []float64
	logs    []float64
}

// exchange returns a class for each of the words.
func exchange(b *bigrams, words []string, classes, rounds int) []uint16 {
	e := newExchanger(b, words, classes)
	for round := range rounds {
		moved := 0
		for w := range e.class {
			if e.improve(int32(w)) {
				moved++
			}
		}
		fmt.Fprintf(os.Stderr, "%d classes, round %d: %d words moved\n", classes, round+1, moved)
		if moved < len(words)/500 {
			break
		}
	}
	out := make([]uint16, len(words))
	for i, c := range e.class {
		out[i] = uint16(c)
	}
	return out
}

func newExchanger(b *bigrams, words []string, classes int) *exchanger {
	e := &exchanger{classes: classes, class: make([]int32, len(words)), count: make([]int32, len(words)),
		size: make([]int64, classes), gain: make([]float64, classes), logs: make([]float64, 1<<16)}
	for i := range e.logs[1:] {
		e.logs[i+1] = float64(i+1) * math.Log(float64(i+1))
	}
	number := make([]int32, len(b.names)) // the word's number + 1
	for i, w := range words {
		id := b.ids[w]
		number[id] = int32(i + 1)
		e.class[i] = int32(i % classes)
		e.count[i] = b.count[id]
		e.size[e.class[i]] += int64(b.count[id])
	}
	for k := range e.sides {
		e.sides[k] = side{make([][]neighbour, len(words)), make([]int32, (len(words)+1)*classes)}
	}
	for _, p := range b.order {
		e.pair(number[p[0]], number[p[1]], b.pairs[p], p)
	}
	return e
}

// pair enters a pair of words, by number + 1. Words without a class are
// nobody's neighbours; the edge of a sentence, 0 as well, is one.
func (e *exchanger) pair(first, second, n int32, ids [2]int32) {
	if second > 0 && (first > 0 || ids[0] == edge) {
		e.sides[0].enter(second-1, first, n, e.class[second-1], e.classes)
	}
	if first > 0 && (second > 0 || ids[1] == edge) {
		e.sides[1].enter(first-1, second, n, e.class[first-1], e.classes)
	}
}

func (s *side) enter(word, other, n, class int32, classes int) {
	s.neighbours[word] = append(s.neighbours[word], neighbour{other, n})
	s.table[int(other)*classes+int(class)] += n
}

// xlogx returns n log n.
func (e *exchanger) xlogx(n int64) float64 {
	if n < int64(len(e.logs)) {
		return e.logs[n]
	}
	return float64(n) * math.Log(float64(n))
}

// improve moves a word to the class where it predicts best.
func (e *exchanger) improve(w int32) bool {
	own := e.class[w]
	e.move(w, own, -1)
	for c, size := range e.size {
		// Both directions divide by the size of the class.
		e.gain[c] = -2 * (e.xlogx(size+int64(e.count[w])) - e.xlogx(size))
	}
	for k := range e.sides {
		s := &e.sides[k]
		for _, v := range s.neighbours[w] {
			row := s.table[int(v.id)*e.classes : int(v.id+1)*e.classes]
			alone := e.logs[min(int(v.n), len(e.logs)-1)]
			for c, n := range row {
				if n == 0 {
					e.gain[c] += alone
					continue
				}
				e.gain[c] += e.xlogx(int64(n+v.n)) - e.xlogx(int64(n))
			}
		}
	}
	best := own
	for c, g := range e.gain {
		if g > e.gain[best] {
			best = int32(c)
		}
	}
	e.move(w, best, 1)
	e.class[w] = best
	return best != own
}

// move adds a word to a class (sign 1) or takes it out (sign -1).
func (e *exchanger) move(w, class, sign int32) {
	e.size[class] += int64(sign * e.count[w])
	for k := range e.sides {
		s := &e.sides[k]
		for _, v := range s.neighbours[w] {
			s.table[int(v.id)*e.classes+int(class)] += sign * v.n
		}
	}
}
