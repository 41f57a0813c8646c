package parse

import (
	"math"
	"slices"

	"wiredesk/internal/lang/dense"
)

// A Net is the network: vectors of a word's fields, joined and turned by one
// layer into a vector of Dim numbers; three residual layers over each word
// and its two neighbours and, before the last of them, one that carries what
// was read over the whole sentence in both directions; then one layer that gives tags and one that gives,
// for each position a word can have in a View, its share of the hidden layer
// that scores the moves (computed once per word, as spaCy does). All weights
// are stored input by output.
type Net struct {
	Labels []string // of arcs
	Tags   []string // "UPOS|XPOS"
	Dim    int
	Hidden int

	Index  [Fields]map[uint64]int32 // rows of the tables; row 0 is for what is not known
	Tables [Fields][]float32

	In, InBias     []float32 // Width x Dim
	Conv, ConvBias [Layers][]float32
	Gate, GateBias []float32 // Dim x 2*Dim: see Sweep
	Mix, MixBias   []float32 // Dim x Dim
	Tag, TagBias   []float32 // Dim x tags, padded to a multiple of 16
	Position       []float32 // Dim x Positions*Hidden
	None           []float32 // Positions*Hidden: the share of a missing word
	Root           []float32 // Dim: the vector of the root
	Slot           []float32 // Slots*SlotValues rows of Hidden
	Bias           []float32 // Hidden
	Out, OutBias   []float32 // Hidden x moves, padded to a multiple of 16
}

// Layers is the number of layers over neighbours, and SweepBefore the one of
// them before which the sentence is swept.
const (
	Layers      = 3
	SweepBefore = 2
)

// Padded rounds a width up to what the kernels like.
func Padded(n int) int { return (n + 15) &^ 15 }

// Moves returns the number of moves.
func (n *Net) Moves() int { return 1 + 2*len(n.Labels) }

// Label returns the index of a label, 0 where there is none.
func (n *Net) Label(name string) int32 { return int32(max(slices.Index(n.Labels, name), 0)) }

// Parameters calls each with every group of weights and a name for it, in a
// fixed order.
func (n *Net) Parameters(each func(name string, cols int, weights *[]float32)) {
	for f := range n.Tables {
		each("table", Widths[f], &n.Tables[f])
	}
	each("in", n.Dim, &n.In)
	each("in bias", n.Dim, &n.InBias)
	for l := range n.Conv {
		each("conv", n.Dim, &n.Conv[l])
		each("conv bias", n.Dim, &n.ConvBias[l])
	}
	each("gate", 2*n.Dim, &n.Gate)
	each("gate bias", 2*n.Dim, &n.GateBias)
	each("mix", n.Dim, &n.Mix)
	each("mix bias", n.Dim, &n.MixBias)
	each("tag", Padded(len(n.Tags)), &n.Tag)
	each("tag bias", Padded(len(n.Tags)), &n.TagBias)
	each("position", Positions*n.Hidden, &n.Position)
	each("none", Positions*n.Hidden, &n.None)
	each("root", n.Dim, &n.Root)
	each("slot", n.Hidden, &n.Slot)
	each("bias", n.Hidden, &n.Bias)
	each("out", Padded(n.Moves()), &n.Out)
	each("out bias", Padded(n.Moves()), &n.OutBias)
}

// Rows returns the rows of the tables that hold a word's fields.
func (n *Net) Rows(keys [Fields]uint64) (rows [Fields]int32) {
	for f, k := range keys {
		rows[f] = n.Index[f][k]
	}
	return rows
}

// A reading is what a network makes of a sentence.
type reading struct {
	input   []float32
	vectors []float32 // one row of Dim per word and one for the root, with an empty row before and after
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
// scores and their shares of the hidden layer.
func (n *Net) run(s *reading, rows [][Fields]int32) {
	words, d := len(rows), n.Dim
	s.input = grown(s.input, words*Width)
	for i, r := range rows {
		n.join(s.input[i*Width:(i+1)*Width], r)
	}
	s.vectors = grown(s.vectors, (words+3)*d)
	body := s.vectors[d : (words+1)*d]
	fill(body, n.InBias)
	dense.MulAdd(body, s.input, n.In, words, Width, d)
	rectify(body)
	for l := range Layers {
		if l == SweepBefore {
			n.carry(s, body, words)
		}
		s.turned = grown(s.turned, words*d)
		fill(s.turned, n.ConvBias[l])
		n.neighbours(s.turned, s.vectors, n.Conv[l], words)
		rectify(s.turned)
		dense.Add(body, s.turned)
	}
	t := Padded(len(n.Tags))
	s.tags = grown(s.tags, words*t)
	fill(s.tags, n.TagBias)
	dense.MulAdd(s.tags, body, n.Tag, words, d, t)
	copy(s.vectors[(words+1)*d:], n.Root)
	s.shares = grown(s.shares, (words+1)*Positions*n.Hidden)
	dense.MulAdd(s.shares, s.vectors[d:(words+2)*d], n.Position, words+1, d, Positions*n.Hidden)
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
	d := n.Dim
	s.gates = grown(s.gates, words*2*d)
	fill(s.gates, n.GateBias)
	dense.MulAdd(s.gates, body, n.Gate, words, d, 2*d)
	s.memory = grown(s.memory, words*d)
	Sweep(s.memory, s.gates, words, d)
	s.turned = grown(s.turned, words*d)
	fill(s.turned, n.MixBias)
	dense.MulAdd(s.turned, s.memory, n.Mix, words, d, d)
	rectify(s.turned)
	dense.Add(body, s.turned)
}

// Sweep runs a simple recurrent unit (Lei et al. 2018) over the rows of one
// sentence: the first half of each row of memory from left to right, the
// second half from right to left. A row of gates holds, of width d each, how
// much of the memory is kept (before the sigmoid, which replaces it) and what
// comes new. New memory is kept*old + (1-kept)*new.
func Sweep(memory, gates []float32, rows, d int) {
	half := d / 2
	for i := range rows {
		before := -1
		if i > 0 {
			before = i - 1
		}
		remember(memory, gates, i, before, d, 0, half)
	}
	for i := rows - 1; i >= 0; i-- {
		before := -1
		if i+1 < rows {
			before = i + 1
		}
		remember(memory, gates, i, before, d, half, d)
	}
}

// remember computes the columns [from, to) of row i of the memory out of the
// row before it, -1 for none.
func remember(memory, gates []float32, i, before, d, from, to int) {
	kept, news := gates[2*i*d+from:2*i*d+to], gates[(2*i+1)*d+from:(2*i+1)*d+to]
	out := memory[i*d+from : i*d+to]
	for k := range out {
		f := float32(1 / (1 + math.Exp(-float64(kept[k]))))
		kept[k] = f
		old := float32(0)
		if before >= 0 {
			old = memory[before*d+from+k]
		}
		out[k] = f*old + (1-f)*news[k]
	}
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

// rectify sets what is negative to 0.
func rectify(x []float32) {
	for i, v := range x {
		if v < 0 {
			x[i] = 0
		}
	}
}

// score adds the scores of all moves for the view to scores.
func (n *Net) score(s *reading, v *View, scores []float32) {
	s.hidden = append(s.hidden[:0], n.Bias...)
	n.Sum(s.hidden, s.shares, v)
	rectify(s.hidden)
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
