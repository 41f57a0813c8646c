package parse

import "wiredesk/internal/lang/dense"

// A reading is what a network makes of a sentence.
type reading struct {
	input   []float32
	vectors []float32 // one row of Dim per word, with an empty row before and after
	turned  []float32
	gates   []float32
	memory  []float32
	tags    []float32 // one row of scores per word
	shares  []float32 // one row of Positions*Hidden per word and the root
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

// run computes the vectors of the words, whose rows are given, their tag
// scores and their shares of the hidden layer. Matrices have empty rows at
// their end up to a multiple of four, which is what the kernels like.
func (n *Net) run(s *reading, words [][Fields]int32) {
	d, used := n.Dim, len(words)*n.Dim
	rows := (len(words) + 3) &^ 3
	s.input = grown(s.input, rows*Width)
	for i, r := range words {
		n.join(s.input[i*Width:(i+1)*Width], r)
	}
	s.vectors = grown(s.vectors, (rows+2)*d)
	body := s.vectors[d : (rows+1)*d]
	fill(body[:used], n.InBias)
	dense.MulAdd(body, s.input, n.In, rows, Width, d)
	dense.Rectify(body)
	for l := range Layers {
		if l == SweepBefore {
			n.carry(s, body, len(words))
		}
		s.turned = grown(s.turned, rows*d)
		fill(s.turned, n.ConvBias[l])
		n.neighbours(s.turned, s.vectors, n.Conv[l], rows)
		dense.Rectify(s.turned)
		dense.Add(body[:used], s.turned[:used])
	}
	t := Padded(len(n.Tags))
	s.tags = grown(s.tags, rows*t)
	fill(s.tags, n.TagBias)
	dense.MulAdd(s.tags, body, n.Tag, rows, d, t)
	wide := Positions * n.Hidden
	s.shares = grown(s.shares, (rows+1)*wide)
	dense.MulAdd(s.shares, body, n.Position, rows, d, wide)
	copy(s.shares[len(words)*wide:], n.rootShares)
}

// neighbours adds the layer over each word and its two neighbours: three
// products with parts of the weights, each over the vectors moved by one.
func (n *Net) neighbours(out, vectors, weights []float32, words int) {
	d := n.Dim
	for k := range 3 {
		dense.MulAdd(out, vectors[k*d:(k+words)*d], weights[k*d*d:(k+1)*d*d], words, d, d)
	}
}

// carry adds what is remembered of the words to the left and to the right.
func (n *Net) carry(s *reading, body []float32, words int) {
	d, used := n.Dim, words*n.Dim
	rows := len(body) / d
	s.gates = grown(s.gates, rows*2*d)
	fill(s.gates, n.GateBias)
	dense.MulAdd(s.gates, body, n.Gate, rows, d, 2*d)
	s.memory = grown(s.memory, rows*d)
	Sweep(s.memory, s.gates, words, d)
	s.turned = grown(s.turned, rows*d)
	fill(s.turned, n.MixBias)
	dense.MulAdd(s.turned, s.memory, n.Mix, rows, d, d)
	dense.Rectify(s.turned)
	dense.Add(body[:used], s.turned[:used])
}

// join copies the vectors of a word's fields side by side.
func (n *Net) join(out []float32, rows [Fields]int32) {
	for f, w := range Widths {
		copy(out[:w], n.Tables[f][int(rows[f])*w:])
		out = out[w:]
	}
}

// fill copies a row into each row of out.
func fill(out, row []float32) {
	for len(out) > 0 {
		out = out[copy(out, row):]
	}
}

// score adds the scores of all moves for the view to scores.
func (n *Net) score(s *reading, v *View, scores []float32) {
	s.hidden = append(s.hidden[:0], n.Bias...)
	n.Sum(s.hidden, s.shares, v)
	dense.Rectify(s.hidden)
	dense.Add(scores, n.OutBias)
	dense.MulAdd(scores, s.hidden, n.Out, 1, n.Hidden, len(scores))
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
