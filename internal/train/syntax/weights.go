package main

import (
	"math"
	"math/rand/v2"

	"wiredesk/internal/lang/dense"
	"wiredesk/internal/lang/parse"
)

// A group is one group of the network's weights with Adam's running means and
// the mean of the weights over the last steps.
type group struct {
	weights, mean, square, average []float32
	cols                           int
	table                          bool
}

// A slope is the gradient of one group in one pupil's half of a batch.
type slope struct {
	values  []float32
	cols    int
	touched []int32 // rows of a table that are not zero
	marked  []bool
}

// touch notes that a row of a table is not zero, and returns it.
func (g *slope) touch(row int32) []float32 {
	if !g.marked[row] {
		g.marked[row] = true
		g.touched = append(g.touched, row)
	}
	return g.values[int(row)*g.cols : int(row+1)*g.cols]
}

// take adds what another pupil found, and clears it.
func (g *slope) take(o *slope) {
	if g.marked == nil {
		dense.Add(g.values, o.values)
		clear(o.values)
		return
	}
	for _, row := range o.touched {
		from := o.values[int(row)*o.cols : int(row+1)*o.cols]
		dense.Add(g.touch(row), from)
		clear(from)
		o.marked[row] = false
	}
	o.touched = o.touched[:0]
}

// Adam's constants (Kingma and Ba 2015), and the share of the old mean that
// is kept in averaging the weights.
const (
	beta1   = 0.9
	beta2   = 0.99
	epsilon = 1e-8
	keep    = 0.999
)

// step moves the weights against the gradient, which is set to zero. at
// counts the steps from 1.
func (g *group) step(d *slope, rate float64, at int) {
	correction := math.Sqrt(1-math.Pow(beta2, float64(at))) / (1 - math.Pow(beta1, float64(at)))
	r := float32(rate * correction)
	if g.table {
		for _, row := range d.touched {
			g.move(d.values, int(row)*g.cols, int(row+1)*g.cols, r)
			d.marked[row] = false
		}
		d.touched = d.touched[:0]
		return
	}
	g.move(d.values, 0, len(g.weights), r)
}

func (g *group) move(slope []float32, from, to int, rate float32) {
	w, d, m, v := g.weights[from:to], slope[from:to], g.mean[from:to], g.square[from:to]
	for i, x := range d {
		m[i] += (1 - beta1) * (x - m[i])
		v[i] += (1 - beta2) * (x*x - v[i])
		w[i] -= rate * m[i] / (float32(math.Sqrt(float64(v[i]))) + epsilon)
		d[i] = 0
	}
}

// smooth moves the averages towards the weights.
func (g *group) smooth(at int) {
	share := float32(1 - min(keep, float64(1+at)/float64(10+at)))
	for i, w := range g.weights {
		g.average[i] += share * (w - g.average[i])
	}
}

// newNet returns a network of random weights for the trees, whose rows, tags
// and arcs it numbers.
func newNet(trees []*tree, lot *rand.Rand) *parse.Net {
	n := &parse.Net{Dim: *dim, Hidden: *hidden}
	number(n, trees)
	d, h, p := n.Dim, n.Hidden, parse.Positions
	for f := range n.Tables {
		n.Tables[f] = gauss(lot, (len(n.Index[f])+1)*parse.Widths[f], 0.1)
	}
	n.In, n.InBias = spread(lot, parse.Width, d), make([]float32, d)
	for l := range n.Conv {
		n.Conv[l], n.ConvBias[l] = spread(lot, 3*d, d), make([]float32, d)
	}
	n.Gate, n.GateBias = gauss(lot, d*2*d, math.Sqrt(1/float64(d))), make([]float32, 2*d)
	for i := range d {
		n.GateBias[i] = 1 // at first, most of the memory is kept
	}
	n.Mix, n.MixBias = spread(lot, d, d), make([]float32, d)
	tags, moves := parse.Padded(len(n.Tags)), parse.Padded(n.Moves())
	n.Tag, n.TagBias = spread(lot, d, tags), make([]float32, tags)
	n.Position = gauss(lot, d*p*h, math.Sqrt(1/float64(d*4)))
	n.None, n.Root = gauss(lot, p*h, 0.1), gauss(lot, d, 0.3)
	n.Slot = gauss(lot, parse.Slots*parse.SlotValues(len(n.Labels))*h, 0.05)
	n.Bias = make([]float32, h)
	n.Out, n.OutBias = spread(lot, h, moves), make([]float32, moves)
	return n
}

func gauss(lot *rand.Rand, n int, deviation float64) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = float32(lot.NormFloat64() * deviation)
	}
	return out
}

// spread returns weights for a layer, after He et al. 2015.
func spread(lot *rand.Rand, in, out int) []float32 {
	return gauss(lot, in*out, math.Sqrt(2/float64(in)))
}
