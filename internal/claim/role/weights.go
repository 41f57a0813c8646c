package role

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"slices"
)

// Weights are the trained weights of one pass: a row of small integers per
// feature, to be multiplied by Scale, and the transitions.
type Weights struct {
	Transitions Transitions
	Scale       float32
	features    []uint32 // ascending
	rows        [][Labels]int8
	keys        []uint32 // of Index, by open addressing; 0 is empty
	slots       []int32  // row of each key
	mask        uint32
}

// NewWeights packs rows of weights by feature. Rows whose largest weight is
// below prune are left out; the rest are rounded to 127 steps either way.
func NewWeights(t *Transitions, features []uint32, rows [][Labels]float32, prune float32) *Weights {
	w := &Weights{Transitions: *t}
	largest := float32(0)
	for _, r := range rows {
		largest = max(largest, norm(r))
	}
	w.Scale = largest / 127
	type entry struct {
		key uint32
		row [Labels]int8
	}
	var kept []entry
	for i, r := range rows {
		if n := norm(r); n < prune || n < w.Scale/2 {
			continue
		}
		e := entry{key: features[i]}
		for l, v := range r {
			e.row[l] = int8(math.Round(float64(v / w.Scale)))
		}
		kept = append(kept, e)
	}
	slices.SortFunc(kept, func(a, b entry) int { return int(int64(a.key) - int64(b.key)) })
	for _, e := range kept {
		w.features, w.rows = append(w.features, e.key), append(w.rows, e.row)
	}
	w.Index()
	return w
}

// norm is the largest weight of a row, either way.
func norm(r [Labels]float32) float32 {
	n := float32(0)
	for _, v := range r {
		n = max(n, v, -v)
	}
	return n
}

// Index makes the weights ready for Score.
func (w *Weights) Index() {
	size := uint32(1)
	for size < uint32(len(w.rows))*2+1 {
		size *= 2
	}
	w.keys, w.slots, w.mask = make([]uint32, size), make([]int32, size), size-1
	for row, key := range w.features {
		k := key & w.mask
		for w.keys[k] != 0 {
			k = (k + 1) & w.mask
		}
		w.keys[k], w.slots[k] = key, int32(row)
	}
}

// Len is the number of features that have weights.
func (w *Weights) Len() int { return len(w.rows) }

// Score adds up the rows of the features. The weights must have been indexed.
func (w *Weights) Score(features []uint32) [Labels]float32 {
	var sum [Labels]int32
	for _, f := range features {
		if f == 0 {
			continue
		}
		for k := f & w.mask; w.keys[k] != 0; k = (k + 1) & w.mask {
			if w.keys[k] == f {
				for l, v := range w.rows[w.slots[k]] {
					sum[l] += int32(v)
				}
				break
			}
		}
	}
	var out [Labels]float32
	for l, v := range sum {
		out[l] = float32(v) * w.Scale
	}
	return out
}

// Encode writes the passes as Decode reads them: gzip over transitions, scale
// and the rows in the order of their features.
func Encode(passes []*Weights) ([]byte, error) {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	for _, w := range passes {
		if err := w.write(z); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func (w *Weights) write(out io.Writer) error {
	raw := binary.LittleEndian.AppendUint32(nil, uint32(len(w.rows)))
	raw = binary.LittleEndian.AppendUint32(raw, math.Float32bits(w.Scale))
	before := uint32(0)
	for _, k := range w.features {
		raw = binary.AppendUvarint(raw, uint64(k-before))
		before = k
	}
	for l := range Labels {
		for _, r := range w.rows {
			raw = append(raw, byte(r[l]))
		}
	}
	if _, err := out.Write(raw); err != nil {
		return err
	}
	return binary.Write(out, binary.LittleEndian, &w.Transitions)
}

// ReadWeights reads n passes. They are not indexed yet.
func ReadWeights(file []byte, n int) ([]*Weights, error) {
	z, err := gzip.NewReader(bytes.NewReader(file))
	if err != nil {
		return nil, fmt.Errorf("role: %w", err)
	}
	in := bufio.NewReader(z)
	var out []*Weights
	for range n {
		w := &Weights{}
		if err := w.read(in); err != nil {
			return nil, fmt.Errorf("role: %w", err)
		}
		out = append(out, w)
	}
	return out, nil
}

func (w *Weights) read(in *bufio.Reader) error {
	var head struct {
		Rows  uint32
		Scale float32
	}
	if err := binary.Read(in, binary.LittleEndian, &head); err != nil {
		return err
	}
	if head.Rows > maxRows {
		return fmt.Errorf("%d features", head.Rows)
	}
	w.Scale = head.Scale
	n := int(head.Rows)
	w.features, w.rows = make([]uint32, n), make([][Labels]int8, n)
	key := uint64(0)
	for i := range n {
		gap, err := binary.ReadUvarint(in)
		if err != nil {
			return err
		}
		key += gap
		w.features[i] = uint32(key)
	}
	column := make([]byte, n)
	for l := range Labels {
		if _, err := io.ReadFull(in, column); err != nil {
			return err
		}
		for i, v := range column {
			w.rows[i][l] = int8(v)
		}
	}
	return binary.Read(in, binary.LittleEndian, &w.Transitions)
}

// maxRows bounds what a file may ask for.
const maxRows = 1 << 24
