package main

import (
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
	s.views = s.views[:0]
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
var wordDropout = [parse.Fields]float64{parse.FieldWord: 0.15, parse.FieldSuffix: 0.05, parse.FieldPrefix: 0.05, parse.FieldShape: 0.02, parse.FieldTag: 0.05, parse.FieldFine: 0.05, parse.FieldCoarse: 0.02, parse.FieldDoubt: 0.05, parse.FieldVector: 0.05}

// zeros returns n zeros, reusing list.
func zeros(list []float32, n int) []float32 {
	if cap(list) < n {
		return make([]float32, n, n+n/4)
	}
	list = list[:n]
	clear(list)
	return list
}
