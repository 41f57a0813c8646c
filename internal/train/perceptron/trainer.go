// Package perceptron trains the models of internal/lang/linear with the
// averaged perceptron (Collins 2002). Training is deterministic: the same
// examples in the same order give the same bytes.
//
// Three ways in: Set with Sequences for labels with transitions, Set with
// Decisions for rows that stand alone, and Trainer for what searches with its
// own predictions, such as a greedy tagger.
package perceptron

import (
	"math"
	"slices"

	"wiredesk/internal/lang/linear"
)

// A Trainer holds the weights while they are learned, and their sums over
// time.
type Trainer struct {
	index
	classes int
	rows    [][]entry
	step    int32
}

// An entry is the weight of one class for one feature. total is the sum of
// the weight over the steps before stamp.
type entry struct {
	class  uint16
	weight int32
	stamp  int32
	total  int64
}

// New returns a Trainer for a number of classes.
func New(classes int) *Trainer { return &Trainer{index: newIndex(), classes: classes} }

// Score adds the weights of the features to the scores, as
// linear.Model.Score does.
func (t *Trainer) Score(features []uint64, scores []int32) {
	for _, f := range features {
		if id := t.find(f); id >= 0 {
			t.add(id, scores)
		}
	}
}

func (t *Trainer) add(id int32, scores []int32) {
	if int(id) >= len(t.rows) {
		return
	}
	for _, e := range t.rows[id] {
		scores[e.class] += e.weight
	}
}

// Step moves time on by one decision or sequence; averages are over steps.
func (t *Trainer) Step() { t.step++ }

// Update makes class gold more and class predicted less likely for the
// features.
func (t *Trainer) Update(features []uint64, gold, predicted int) {
	if gold == predicted {
		return
	}
	for _, f := range features {
		id := t.intern(f)
		t.bump(id, gold, 1)
		t.bump(id, predicted, -1)
	}
}

// bump adds to the weight of one class for one feature.
func (t *Trainer) bump(id int32, class int, by int32) {
	for int(id) >= len(t.rows) {
		t.rows = append(t.rows, nil)
	}
	row := t.rows[id]
	for i := range row {
		if e := &row[i]; int(e.class) == class {
			e.total += int64(e.weight) * int64(t.step-e.stamp)
			e.weight, e.stamp = e.weight+by, t.step
			return
		}
	}
	t.rows[id] = append(row, entry{class: uint16(class), weight: by, stamp: t.step})
}

// average returns the mean of a weight over all steps.
func (t *Trainer) average(e entry) float64 {
	sum := e.total + int64(e.weight)*int64(t.step-e.stamp)
	return float64(sum) / float64(max(t.step, 1))
}

// Encode packs the averaged weights for linear.Read. Weights smaller than
// prune are left out, and with them the features that have no other.
func (t *Trainer) Encode(classes []string, prune float64) []byte {
	scale := t.scale()
	return linear.Encode(classes, nil, t.features(prune, scale))
}

// unit is how finely averaged weights are kept: 1/64. A weight of 512 and
// more, which hardly occurs, coarsens all.
const unit = 64

// scale returns the factor from averaged weights to those in the file.
func (t *Trainer) scale() float64 {
	biggest := 0.0
	for _, row := range t.rows {
		for _, e := range row {
			biggest = max(biggest, math.Abs(t.average(e)))
		}
	}
	return min(unit, math.MaxInt16/max(biggest, 1))
}

func (t *Trainer) features(prune, scale float64) []linear.Feature {
	var out []linear.Feature
	for id, row := range t.rows {
		f := linear.Feature{Hash: t.hashes[id]}
		for _, e := range row {
			a := t.average(e)
			if w := int16(math.Round(a * scale)); w != 0 && math.Abs(a) >= prune {
				f.Weights = append(f.Weights, linear.Weight{Class: int(e.class), Value: w})
			}
		}
		if len(f.Weights) == 0 {
			continue
		}
		slices.SortFunc(f.Weights, func(a, b linear.Weight) int { return a.Class - b.Class })
		out = append(out, f)
	}
	return out
}
