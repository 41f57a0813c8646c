package linear

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math/bits"
	"slices"

	"wiredesk/internal/lang/packed"
)

// magic begins the unpacked file.
const magic = "wiredesk linear 1\n"

// A Feature is one feature of a model on its way into a file: its hash and
// its weights, as (class, weight) in ascending order of class.
type Feature struct {
	Hash    uint64
	Weights []Weight
}

// A Weight is what a feature adds to the score of a class.
type Weight struct {
	Class int
	Value int16
}

// Encode packs a model for Read. The features are sorted in place; features
// with equal check bits at the same place would be one, so their number is
// kept far below 2^24. transitions is as in Viterbi, or nil.
func Encode(classes []string, transitions []int32, features []Feature) []byte {
	slices.SortFunc(features, func(a, b Feature) int {
		if a.Hash < b.Hash {
			return -1
		}
		return 1
	})
	size := tableBits(len(features))
	raw := []byte(magic)
	raw = binary.AppendUvarint(raw, uint64(len(classes)))
	for _, c := range classes {
		raw = binary.AppendUvarint(raw, uint64(len(c)))
		raw = append(raw, c...)
	}
	raw = binary.AppendUvarint(raw, uint64(len(transitions)))
	for _, t := range transitions {
		raw = binary.AppendVarint(raw, int64(t))
	}
	raw = binary.AppendUvarint(raw, uint64(len(features)))
	// Columns of one kind each pack better than records.
	before := uint64(0)
	for _, f := range features {
		place := f.Hash >> (64 - size)
		raw = binary.AppendUvarint(raw, place-before)
		before = place
	}
	for _, f := range features {
		c := uint32(f.Hash)
		raw = append(raw, byte(c), byte(c>>8), byte(c>>16))
	}
	for _, f := range features {
		raw = binary.AppendUvarint(raw, uint64(len(f.Weights)))
	}
	for _, f := range features {
		class := 0
		for _, w := range f.Weights {
			raw = binary.AppendUvarint(raw, uint64(w.Class-class))
			class = w.Class
		}
	}
	for _, f := range features {
		for _, w := range f.Weights {
			raw = binary.AppendVarint(raw, int64(w.Value))
		}
	}
	return packed.Pack(raw)
}

// tableBits is how many bits of a hash are the place of a feature, for n
// features: two to four places for each.
func tableBits(n int) uint { return uint(max(bits.Len(uint(2*n)), 4)) }

// Read reads a model that Encode packed.
func Read(file []byte) (*Model, error) {
	raw, err := packed.Unpack(file)
	if err != nil {
		return nil, fmt.Errorf("linear model: %w", err)
	}
	if !bytes.HasPrefix(raw, []byte(magic)) {
		return nil, errors.New("linear model: not a model of this version")
	}
	r := &reader{raw: raw[len(magic):]}
	m := r.model()
	if r.broken || len(r.raw) > 0 {
		return nil, errors.New("linear model: cut short or damaged")
	}
	return m, nil
}

// MustRead is Read for models that are embedded in the binary, where an error
// can only be a mistake of whoever built it.
func MustRead(file []byte) *Model {
	m, err := Read(file)
	if err != nil {
		panic(err)
	}
	return m
}

// A reader takes numbers off the unpacked file. After an error it gives
// zeros.
type reader struct {
	raw    []byte
	broken bool
}

func (r *reader) uvarint() uint64 {
	v, n := binary.Uvarint(r.raw)
	if n <= 0 {
		r.broken, r.raw = true, nil
		return 0
	}
	r.raw = r.raw[n:]
	return v
}

func (r *reader) varint() int64 {
	v := r.uvarint()
	return int64(v>>1) ^ -int64(v&1)
}

// count reads the length of a list, each of whose elements takes at least
// size bytes.
func (r *reader) count(size int) int {
	n := r.uvarint()
	if n > uint64(len(r.raw)/size) {
		r.broken, r.raw = true, nil
		return 0
	}
	return int(n)
}

func (r *reader) bytes(n int) []byte {
	if n > len(r.raw) {
		r.broken, r.raw = true, nil
		return make([]byte, n)
	}
	b := r.raw[:n]
	r.raw = r.raw[n:]
	return b
}

func (r *reader) model() *Model {
	m := &Model{Classes: make([]string, r.count(1))}
	for i := range m.Classes {
		m.Classes[i] = string(r.bytes(r.count(1)))
	}
	if n := r.count(1); n > 0 {
		m.transitions = make([]int32, n)
		for i := range m.transitions {
			m.transitions[i] = int32(r.varint())
		}
	}
	r.features(m)
	return m
}

// features reads the features and their weights.
func (r *reader) features(m *Model) {
	n := r.count(4)
	size := tableBits(n)
	places := make([]uint64, n)
	place := uint64(0)
	for i := range places {
		place += r.uvarint()
		if place>>size != 0 {
			r.broken, place = true, 0
		}
		places[i] = place
	}
	m.index(size, places)
	m.entries = make([]entry, n)
	checks := r.bytes(3 * n)
	for i := range m.entries {
		m.entries[i].check = uint32(checks[3*i]) | uint32(checks[3*i+1])<<8 | uint32(checks[3*i+2])<<16
	}
	counts := make([]int, n)
	total := 0
	for i := range counts {
		counts[i] = r.count(1)
		total += counts[i]
		r.broken = r.broken || counts[i] == 0 // a feature's list ends with its last weight
	}
	if total > len(r.raw) {
		r.broken = true
		return
	}
	m.weights = make([]uint32, 0, total)
	for i := range counts {
		m.entries[i].offset = uint32(len(m.weights))
		m.classes(r, counts[i])
	}
	for i := range m.weights {
		m.weights[i] |= uint32(uint16(r.varint()))
	}
}

// classes reads the classes of the weights of one feature.
func (m *Model) classes(r *reader, n int) {
	class := 0
	for k := range n {
		class += int(r.uvarint())
		if class >= len(m.Classes) {
			r.broken, class = true, 0
		}
		m.weights = append(m.weights, pack(class, 0, k == n-1))
	}
}
