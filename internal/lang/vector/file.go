package vector

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"

	"wiredesk/internal/lang/packed"
)

// A Word is what Encode packs of a word: its form in small letters, its
// classes counted from 0 and its coordinates in steps.
type Word struct {
	Form         string
	Fine, Coarse uint16
	Point        [Dim]int8
}

// Encode packs words for this package; a coordinate of 1 means step. Of two
// words with one hash the first stays.
func Encode(words []Word, step float32) []byte {
	rows := map[uint32]*Word{}
	var hashes []uint32
	for i := range words {
		h, ok := hash(words[i].Form)
		if _, there := rows[h]; there || !ok {
			continue
		}
		hashes = append(hashes, h)
		rows[h] = &words[i]
	}
	slices.Sort(hashes)
	raw := binary.LittleEndian.AppendUint32(nil, math.Float32bits(step))
	raw = binary.AppendUvarint(raw, uint64(len(hashes)))
	last := uint32(0)
	for _, h := range hashes {
		raw = binary.AppendUvarint(raw, uint64(h-last))
		last = h
	}
	for _, h := range hashes {
		raw = binary.LittleEndian.AppendUint16(raw, rows[h].Fine)
	}
	for _, h := range hashes {
		raw = binary.LittleEndian.AppendUint16(raw, rows[h].Coarse)
	}
	for k := range Dim { // one coordinate of all words after the other packs best
		for _, h := range hashes {
			raw = append(raw, byte(rows[h].Point[k]))
		}
	}
	return packed.Pack(raw)
}

var errDamaged = errors.New("word vectors: the file is damaged")

// read unpacks what Encode packed.
func read(file []byte) (*table, error) {
	raw, err := packed.Unpack(file)
	if err != nil {
		return nil, fmt.Errorf("word vectors: %w", err)
	}
	if len(raw) < 4 {
		return nil, errDamaged
	}
	t := &table{step: math.Float32frombits(binary.LittleEndian.Uint32(raw))}
	count, k := binary.Uvarint(raw[4:])
	if k <= 0 || count > uint64(len(raw)) {
		return nil, errDamaged
	}
	n := int(count)
	raw = raw[4+k:]
	last := uint32(0)
	t.hashes = make([]uint32, n)
	for i := range t.hashes {
		delta, k := binary.Uvarint(raw)
		if k <= 0 {
			return nil, errDamaged
		}
		last += uint32(delta)
		t.hashes[i], raw = last, raw[k:]
	}
	if len(raw) != n*(4+Dim) {
		return nil, errDamaged
	}
	t.fine, t.coarse = classes(raw[:2*n], Fine), classes(raw[2*n:4*n], Coarse)
	t.points = make([]int8, n*Dim)
	for i, c := range raw[4*n:] {
		t.points[i%n*Dim+i/n] = int8(c)
	}
	if t.fine == nil || t.coarse == nil {
		return nil, errDamaged
	}
	return t, nil
}

// classes reads a column of classes below most; it is nil if one is not.
func classes(raw []byte, most uint16) []uint16 {
	out := make([]uint16, len(raw)/2)
	for i := range out {
		out[i] = binary.LittleEndian.Uint16(raw[2*i:])
		if out[i] >= most {
			return nil
		}
	}
	return out
}
