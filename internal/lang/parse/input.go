package parse

import (
	"strings"

	"wiredesk/internal/lang/cluster"
	"wiredesk/internal/lang/linear"
	"wiredesk/internal/lang/tag"
	"wiredesk/internal/lang/vector"
)

// Fields are what the network reads of a word, each with a table of vectors.
const (
	FieldWord = iota
	FieldSuffix
	FieldPrefix
	FieldShape
	FieldTag
	FieldFine
	FieldCoarse
	FieldDoubt
	Learned               // the number of fields whose vectors are learned with the network
	FieldVector = Learned // that of internal/lang/vector
	Fields      = Learned + 1
)

// Widths are the lengths of the vectors of the fields. Their sum is a
// multiple of 16, as the kernels of internal/lang/dense like it.
var Widths = [Fields]int{64, 24, 8, 8, 24, 24, 8, 16, vector.Dim}

// Width is the sum of Widths.
const Width = 176 + vector.Dim

// Keys returns the values of a word's fields as hashes. label is its
// "UPOS|XPOS" by internal/lang/tag, and doubt the doubt about it. In a sentence
// in capitals, caps is set and the word is read in small letters.
func Keys(word, label string, doubt tag.Doubt, caps bool) [Fields]uint64 {
	lower := strings.ToLower(word)
	if caps {
		word = lower
	}
	c := cluster.Of(word)
	return [Fields]uint64{
		FieldWord:   linear.Hash(digits(lower)),
		FieldSuffix: linear.Hash(lower[max(0, len(lower)-3):]),
		FieldPrefix: linear.Hash(lower[:min(3, len(lower))]),
		FieldShape:  shape(word),
		FieldTag:    linear.Hash(label),
		FieldFine:   uint64(c.Fine),
		FieldCoarse: uint64(c.Coarse),
		FieldDoubt:  uint64(doubt),
		FieldVector: uint64(vector.Of(word)),
	}
}

// digits returns a word with all digits turned to 0.
func digits(word string) string {
	if strings.IndexFunc(word, func(r rune) bool { return '1' <= r && r <= '9' }) < 0 {
		return word
	}
	return strings.Map(func(r rune) rune {
		if '1' <= r && r <= '9' {
			return '0'
		}
		return r
	}, word)
}

// shape returns the hash of a word's shape: capitals, small letters, digits
// and marks, runs cut to two.
func shape(word string) uint64 {
	h, last, run := uint64(1), byte(0), 0
	for i := range len(word) {
		c := word[i]
		switch {
		case 'a' <= c && c <= 'z', c >= 0x80:
			c = 'x'
		case 'A' <= c && c <= 'Z':
			c = 'X'
		case '0' <= c && c <= '9':
			c = 'd'
		}
		if c != last {
			last, run = c, 0
		}
		if run++; run <= 2 {
			h = h*131 + uint64(c)
		}
	}
	return h
}

// InCapitals reports whether a sentence of several words has no small letter.
func InCapitals(words []string) bool {
	n := 0
	for _, w := range words {
		capitals := 0
		for i := range len(w) {
			if c := w[i]; 'a' <= c && c <= 'z' {
				return false
			} else if 'A' <= c && c <= 'Z' {
				capitals++
			}
		}
		if capitals > 1 {
			n++
		}
	}
	return n >= 3
}
