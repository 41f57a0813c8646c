// Package cluster knows which words are used alike: it gives a word one of
// some 400 classes learned from the neighbours of words in running text, and
// one of 64 coarser ones. Names of people, months or verbs of saying share
// classes, so that a model can recognise words it was never trained on.
package cluster

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"strings"
	"sync"

	"wiredesk/internal/lang/linear"
	"wiredesk/internal/lang/packed"
)

// The numbers of classes.
const (
	Fine   = 400
	Coarse = 64
)

//go:embed model/clusters.bin.gz
var file []byte

var table = sync.OnceValue(func() map[uint64]Class {
	t, err := read(file)
	if err != nil {
		panic(err)
	}
	return t
})

// A Class holds the classes of a word: 1 to Fine and 1 to Coarse. The zero
// Class is that of an unknown word.
type Class struct{ Fine, Coarse uint16 }

// Of returns the classes of a word. A word that is known only in small
// letters has the classes of those. It allocates nothing for words up to 32
// bytes.
func Of(word string) Class {
	t := table()
	if c, ok := t[keyHash(word, false)]; ok {
		return c
	}
	return t[keyHash(word, true)]
}

// Key returns the form under which a word is counted: its digits are all 0.
func Key(word string) string {
	if strings.IndexFunc(word, digit) < 0 {
		return word
	}
	return strings.Map(func(r rune) rune {
		if digit(r) {
			return '0'
		}
		return r
	}, word)
}

func digit(r rune) bool { return '0' <= r && r <= '9' }

// keyHash returns the hash of a word's key, in small letters if lower is set
// (only those of ASCII are turned).
func keyHash(word string, lower bool) uint64 {
	var b [32]byte
	if len(word) > len(b) {
		return 0
	}
	for i := range len(word) {
		c := word[i]
		switch {
		case '0' <= c && c <= '9':
			c = '0'
		case lower && 'A' <= c && c <= 'Z':
			c |= 0x20
		}
		b[i] = c
	}
	return linear.HashBytes(b[:len(word)])
}

// Encode packs words with their classes, counted from 0, for this package.
func Encode(words []string, fine, coarse []uint16) []byte {
	var raw []byte
	raw = binary.AppendUvarint(raw, uint64(len(words)))
	for i, w := range words {
		raw = binary.AppendUvarint(raw, uint64(len(w)))
		raw = append(raw, w...)
		raw = binary.AppendUvarint(raw, uint64(fine[i]))
		raw = append(raw, byte(coarse[i]))
	}
	return packed.Pack(raw)
}

var errDamaged = errors.New("word clusters: the file is damaged")

// read unpacks what Encode packed, by the hash of each word.
func read(file []byte) (map[uint64]Class, error) {
	raw, err := packed.Unpack(file)
	if err != nil {
		return nil, err
	}
	n, raw, err := number(raw, nil)
	t := make(map[uint64]Class, min(n, 1<<20))
	for range n {
		var size, fine int
		size, raw, err = number(raw, err)
		if err != nil || size >= len(raw) {
			return nil, errDamaged
		}
		word := raw[:size]
		fine, raw, err = number(raw[size:], err)
		if err != nil || len(raw) == 0 {
			return nil, errDamaged
		}
		t[linear.HashBytes(word)] = Class{uint16(fine + 1), uint16(raw[0]) + 1}
		raw = raw[1:]
	}
	return t, err
}

func number(raw []byte, err error) (int, []byte, error) {
	v, n := binary.Uvarint(raw)
	if err != nil || n <= 0 {
		return 0, nil, errDamaged
	}
	return int(v), raw[n:], nil
}
