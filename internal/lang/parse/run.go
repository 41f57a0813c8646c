package parse

import (
	"slices"

	"wiredesk/internal/lang/dense"
	"wiredesk/internal/lang/vector"
)

// A reading is what a network makes of a sentence.
type reading struct {
	input   []float32 // one row of Width per word
	vectors []float32 // one row of Dim per word and, at last, for the root
	terms   []dense.Term
	ends    []int // of the terms of each row
	turned  []float32
	gates   []float32
	memory  []float32
	tags    []float32 // one row of scores per word
	shares  []float32 // one row of Positions*Hidden per word and the root, as far as known
	known   []bool    // which of the Positions of each row are
	hidden  []float32
}

// grown returns a slice of n zeros, reusing list.
func grown(list []float32, n int) []float32 {
	if cap(list) < n {
		return make([]float32, n, n+n/2)
	}
	list = list[:n]
	clear(list)
	return list
}

// run computes the vectors of the words, whose rows are given, and their tag
// scores.
func (n *Net) run(s *reading, words [][Fields]int32) {
	d, rows := n.Dim, len(words)
	s.input = grown(s.input, rows*Width)
	for i, r := range words {
		n.Join(s.input[i*Width:(i+1)*Width], r)
	}
	s.vectors = grown(s.vectors, (rows+1)*d)
	body := s.vectors[:rows*d]
	s.list(s.input, Width)
	s.layer(body, n.In, n.InBias)
	dense.Rectify(body)
	for l := range Layers {
		if l == SweepBefore {
			n.carry(s, body)
		}
		s.list(body, d)
		n.neighbours(s, l)
		dense.Add(body, s.turned)
	}
	copy(s.vectors[rows*d:], n.Root)
	s.list(s.vectors, d)
	s.tags = grown(s.tags, rows*Padded(len(n.Tags)))
	s.layer(s.tags, n.Tag, n.TagBias)
	s.shares = grown(s.shares, (rows+1)*Positions*n.Hidden)
	s.known = append(s.known[:0], make([]bool, (rows+1)*Positions)...)
}

// list takes down the terms of all rows of a matrix.
func (s *reading) list(matrix []float32, width int) {
	s.terms, s.ends = s.terms[:0], s.ends[:0]
	for row := range slices.Chunk(matrix, width) {
		s.terms = dense.Terms(s.terms, row)
		s.ends = append(s.ends, len(s.terms))
	}
}

// row returns the terms of row i of the matrix listed last.
func (s *reading) row(i int) []dense.Term {
	start := 0
	if i > 0 {
		start = s.ends[i-1]
	}
	return s.terms[start:s.ends[i]]
}

// layer sets the rows of out to those listed times weights plus bias.
func (s *reading) layer(out, weights, bias []float32) {
	i := 0
	for row := range slices.Chunk(out, len(bias)) {
		copy(row, bias)
		dense.AddRows(row, s.row(i), weights, len(bias))
		i++
	}
}

// neighbours sets turned to layer l over each row listed and its two
// neighbours, with one part of the weights for each.
func (n *Net) neighbours(s *reading, l int) {
	d, rows := n.Dim, len(s.ends)
	s.turned = grown(s.turned, rows*d)
	fill(s.turned, n.ConvBias[l])
	for k := range 3 {
		part := n.Conv[l][k*d*d : (k+1)*d*d]
		for i := range rows {
			if from := i + k - 1; from >= 0 && from < rows {
				dense.AddRows(s.turned[i*d:(i+1)*d], s.row(from), part, d)
			}
		}
	}
	dense.Rectify(s.turned)
}

// carry adds what is remembered of the words to the left and to the right.
func (n *Net) carry(s *reading, body []float32) {
	d, rows := n.Dim, len(body)/n.Dim
	s.list(body, d)
	s.gates = grown(s.gates, rows*2*d)
	s.layer(s.gates, n.Gate, n.GateBias)
	s.memory = grown(s.memory, rows*d)
	Sweep(s.memory, s.gates, rows, d)
	s.list(s.memory, d)
	s.turned = grown(s.turned, rows*d)
	s.layer(s.turned, n.Mix, n.MixBias)
	dense.Rectify(s.turned)
	dense.Add(body, s.turned)
}

// Join copies the vectors of a word's fields side by side.
func (n *Net) Join(out []float32, rows [Fields]int32) {
	for f, table := range n.Tables {
		w := Widths[f]
		copy(out[:w], table[int(rows[f])*w:])
		out = out[w:]
	}
	vector.Point(rows[FieldVector], out)
}

// fill copies a row into each row of out.
func fill(out, row []float32) {
	for len(out) > 0 {
		out = out[copy(out, row):]
	}
}

// score adds the scores of all moves for the view to scores.
func (n *Net) score(s *reading, v *View, scores []float32) {
	for p, w := range v.Words {
		if w >= 0 {
			n.share(s, int(w), p)
		}
	}
	s.hidden = append(s.hidden[:0], n.Bias...)
	n.Sum(s.hidden, s.shares, v)
	dense.Rectify(s.hidden)
	dense.Add(scores, n.OutBias)
	var memory [128]dense.Term
	dense.AddRows(scores, dense.Terms(memory[:0], s.hidden), n.Out, len(scores))
}

// share computes the share of a word at a position where it is not known yet.
// Of all pairs about half are ever looked at.
func (n *Net) share(s *reading, word, p int) {
	at := word*Positions + p
	if s.known[at] {
		return
	}
	s.known[at] = true
	h := n.Hidden
	dense.AddRows(s.shares[at*h:(at+1)*h], s.row(word), n.Position[p*h:], Positions*h)
}

// Sum adds to the hidden layer what the view shows: the shares of its words
// and the vectors of its slots.
func (n *Net) Sum(hidden, shares []float32, v *View) {
	h := n.Hidden
	wide := Positions * h
	for p, w := range v.Words {
		row := n.None
		if w >= 0 {
			row = shares[int(w)*wide : int(w+1)*wide]
		}
		dense.Add(hidden, row[p*h:(p+1)*h])
	}
	values := SlotValues(len(n.Labels))
	for k, x := range v.Slots {
		at := (k*values + int(x)) * h
		dense.Add(hidden, n.Slot[at:at+h])
	}
}
