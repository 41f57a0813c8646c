package parse

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"

	"wiredesk/internal/lang/packed"
)

const magic = "wiredesk parser 1\n"

var errDamaged = errors.New("parser model: cut short or damaged")

// Encode packs a network for Read. Weights are kept as one byte each, with
// one scale per row: what is lost is less than the noise between two runs of
// training.
func Encode(n *Net) []byte {
	raw := []byte(magic)
	raw = appendStrings(raw, n.Labels)
	raw = appendStrings(raw, n.Tags)
	raw = binary.AppendUvarint(raw, uint64(n.Dim))
	raw = binary.AppendUvarint(raw, uint64(n.Hidden))
	for _, index := range n.Index {
		raw = appendIndex(raw, index)
	}
	n.Parameters(func(_ string, cols int, weights *[]float32) {
		raw = binary.AppendUvarint(raw, uint64(len(*weights)))
		for row := range slices.Chunk(*weights, cols) {
			raw = appendRow(raw, row)
		}
	})
	return packed.Pack(raw)
}

func appendStrings(raw []byte, list []string) []byte {
	raw = binary.AppendUvarint(raw, uint64(len(list)))
	for _, s := range list {
		raw = binary.AppendUvarint(raw, uint64(len(s)))
		raw = append(raw, s...)
	}
	return raw
}

// appendIndex writes the keys in the order of their rows, which are 1, 2, ...
func appendIndex(raw []byte, index map[uint64]int32) []byte {
	keys := make([]uint64, len(index))
	for k, row := range index {
		keys[row-1] = k
	}
	raw = binary.AppendUvarint(raw, uint64(len(keys)))
	for _, k := range keys {
		raw = binary.LittleEndian.AppendUint64(raw, k)
	}
	return raw
}

// appendRow writes a scale and a byte for each weight.
func appendRow(raw []byte, row []float32) []byte {
	biggest := float32(0)
	for _, x := range row {
		biggest = max(biggest, float32(math.Abs(float64(x))))
	}
	scale := biggest / 127
	raw = binary.LittleEndian.AppendUint32(raw, math.Float32bits(scale))
	for _, x := range row {
		q := 0.0
		if scale > 0 {
			q = math.RoundToEven(float64(x / scale))
		}
		raw = append(raw, byte(int8(q)))
	}
	return raw
}

// Read reads a network that Encode packed.
func Read(file []byte) (*Net, error) {
	raw, err := packed.Unpack(file)
	if err != nil {
		return nil, fmt.Errorf("parser model: %w", err)
	}
	if !bytes.HasPrefix(raw, []byte(magic)) {
		return nil, errors.New("parser model: not a model of this version")
	}
	r := &reader{raw: raw[len(magic):]}
	n := &Net{Labels: r.strings(), Tags: r.strings()}
	n.Dim, n.Hidden = r.count(0), r.count(0)
	for f := range n.Index {
		n.Index[f] = r.index()
	}
	n.Parameters(func(_ string, cols int, weights *[]float32) { *weights = r.weights(cols) })
	if r.broken || len(r.raw) > 0 || !n.fits() {
		return nil, errDamaged
	}
	return n, nil
}

// fits reports whether all weights have the sizes that the network needs.
func (n *Net) fits() bool {
	values := Slots * SlotValues(len(n.Labels))
	ok := len(n.In) == Width*n.Dim && len(n.Position) == n.Dim*Positions*n.Hidden && len(n.None) == Positions*n.Hidden &&
		len(n.Tag) == n.Dim*Padded(len(n.Tags)) && len(n.Out) == n.Hidden*Padded(n.Moves()) && len(n.OutBias) == Padded(n.Moves()) &&
		len(n.Slot) == values*n.Hidden && len(n.InBias) == n.Dim && len(n.Gate) == 2*n.Dim*n.Dim && len(n.GateBias) == 2*n.Dim && len(n.Mix) == n.Dim*n.Dim && len(n.MixBias) == n.Dim && len(n.Root) == n.Dim && len(n.Bias) == n.Hidden &&
		len(n.TagBias) == Padded(len(n.Tags)) && len(n.Labels) > 0 && len(n.Tags) > 0
	for f := range n.Tables {
		ok = ok && len(n.Tables[f]) == (len(n.Index[f])+1)*Widths[f]
	}
	for l := range n.Conv {
		ok = ok && len(n.Conv[l]) == 3*n.Dim*n.Dim && len(n.ConvBias[l]) == n.Dim
	}
	return ok
}

// A reader takes values off the unpacked file. After an error it gives zeros.
type reader struct {
	raw    []byte
	broken bool
}

func (r *reader) take(n int) []byte {
	if n < 0 || n > len(r.raw) {
		r.broken, r.raw = true, nil
		return nil
	}
	b := r.raw[:n]
	r.raw = r.raw[n:]
	return b
}

// count reads a number: if size is above 0, that of things of size bytes
// each, which must still be there.
func (r *reader) count(size int) int {
	v, k := binary.Uvarint(r.raw)
	if k <= 0 || v > 1<<28 || int(v)*size > len(r.raw) {
		r.broken, r.raw = true, nil
		return 0
	}
	r.raw = r.raw[k:]
	return int(v)
}

func (r *reader) strings() []string {
	out := make([]string, r.count(1))
	for i := range out {
		out[i] = string(r.take(r.count(1)))
	}
	return out
}

func (r *reader) index() map[uint64]int32 {
	n := r.count(8)
	raw := r.take(8 * n)
	index := make(map[uint64]int32, n)
	for i := range len(raw) / 8 {
		index[binary.LittleEndian.Uint64(raw[8*i:])] = int32(i + 1)
	}
	return index
}

func (r *reader) weights(cols int) []float32 {
	n := r.count(1)
	if cols <= 0 || n%max(cols, 1) != 0 {
		r.broken = true
		return nil
	}
	out := make([]float32, 0, n)
	for range n / cols {
		raw := r.take(4 + cols)
		if raw == nil {
			return nil
		}
		scale := math.Float32frombits(binary.LittleEndian.Uint32(raw))
		for _, q := range raw[4:] {
			out = append(out, scale*float32(int8(q)))
		}
	}
	return out
}
