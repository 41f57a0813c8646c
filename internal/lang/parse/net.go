package parse

import "slices"

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

	Index  [Learned]map[uint64]int32 // rows of the tables; row 0 is for what is not known
	Tables [Learned][]float32

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
	for f, index := range n.Index {
		rows[f] = index[keys[f]]
	}
	rows[FieldVector] = int32(keys[FieldVector])
	return rows
}
