// Package vector knows words by the company they keep: it gives each of some
// 100,000 English words a point in space, so that words used alike lie near
// each other, and two classes of such neighbours. Models that read them know
// something of words that no annotated sentence holds. The points are GloVe's
// (Pennington, Socher and Manning 2014), turned to their main axes and rounded;
// see model/README.md.
package vector

import (
	_ "embed"
	"slices"
	"sync"

	"wiredesk/internal/lang/linear"
)

// Dim is the number of coordinates of a word.
const Dim = 64

// The numbers of classes.
const (
	Fine   = 1024
	Coarse = 128
)

//go:embed model/vectors.bin.gz
var file []byte

var embedded = sync.OnceValue(func() *table {
	t, err := read(file)
	if err != nil {
		panic(err)
	}
	return t
})

// Load reads the embedded model, which otherwise its first use does.
func Load() { embedded() }

// A table holds the words by the hash of their small letters, in its order.
type table struct {
	hashes       []uint32
	fine, coarse []uint16
	points       []int8 // one row of Dim per word
	step         float32
}

// Of returns the row of a word, counted from 1, in whatever letters it is
// written, or 0 if it is not known. It allocates nothing for words of up to
// 32 bytes, and longer ones are not known.
func Of(word string) int32 { return embedded().find(word) }

// Point copies the coordinates of a row, which Of returned, to out: zeros for
// row 0. They are about 0.3 on average.
func Point(row int32, out []float32) {
	if row == 0 {
		clear(out[:Dim])
		return
	}
	t := embedded()
	for i, q := range t.points[int(row-1)*Dim : int(row)*Dim] {
		out[i] = float32(q) * t.step
	}
}

// Classes returns the classes of a row, which Of returned: 1 to Fine and 1 to
// Coarse, or zeros for row 0.
func Classes(row int32) (fine, coarse uint16) {
	if row == 0 {
		return 0, 0
	}
	t := embedded()
	return t.fine[row-1] + 1, t.coarse[row-1] + 1
}

func (t *table) find(word string) int32 {
	h, ok := hash(word)
	if !ok {
		return 0
	}
	i, ok := slices.BinarySearch(t.hashes, h)
	if !ok {
		return 0
	}
	return int32(i + 1)
}

// hash returns the hash under which a word stands. Letters outside ASCII are
// taken as they are.
func hash(word string) (uint32, bool) {
	var b [32]byte
	if len(word) == 0 || len(word) > len(b) {
		return 0, false
	}
	for i := range len(word) {
		c := word[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		b[i] = c
	}
	return uint32(linear.HashBytes(b[:len(word)]) >> 32), true
}
