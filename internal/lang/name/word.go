package name

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wiredesk"
	"wiredesk/internal/lang/cluster"
	"wiredesk/internal/lang/linear"
	"wiredesk/internal/lang/vector"
)

// A word is a token as the features see it.
type word struct {
	exact, lower uint64 // hashes of the word and of its lower case
	shape        uint64
	affix        [5]uint64 // first 2 and 3, last 2, 3 and 4 characters in lower case
	tag          uint64
	fine, coarse uint64 // word classes, 0 for an unknown word
	near, broad  uint64 // classes of its neighbours in space, fine and coarse, 0 for an unknown word
	kinds        kind
	listed       listed
	capital      bool // begins with a capital
	upper        bool // two or more letters, all capitals
	acronym      bool // three letters or more, all capitals
	letters      bool // holds a letter
	dash         bool // a dash between blanks
	link         bool // may stand inside a name in small letters: of, for, and, the, al, bin
	id           int32
}

// listed says where a word stands in a listed phrase.
type listed struct {
	place byte // 0 none, 'B', 'I', 'L' or 'U'
	kinds kind
}

// read fills w from the text of a token.
func (w *word) read(text, tag string) {
	text = plain(text)
	var buf [40]byte
	low := lowered(text, buf[:0])
	w.exact = linear.Hash(text)
	w.lower = linear.HashBytes(low)
	w.tag = linear.Hash(tag)
	w.shape = shape(text)
	class := cluster.Of(text)
	w.fine, w.coarse = uint64(class.Fine), uint64(class.Coarse)
	near, broad := vector.Classes(vector.Of(text))
	w.near, w.broad = uint64(near), uint64(broad)
	w.affix = affixes(low)
	w.capital, w.upper, w.letters = letters(text)
	w.acronym = w.upper && len(text) > 2
	w.link = neighbours().links[w.lower]
	w.kinds = lists().words[w.exact] | lists().lower[w.lower]
	if w.upper && len(low) > 3 && w.kinds == 0 {
		w.kinds = lists().words[linear.Hash(titled(string(low)))]
	}
}

// lowered appends the word in small letters to buf.
func lowered(s string, buf []byte) []byte {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			return append(buf[:0], strings.ToLower(s)...)
		}
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		buf = append(buf, c)
	}
	return buf
}

// titled returns a word in small letters with a capital.
func titled(low string) string {
	_, n := utf8.DecodeRuneInString(low)
	return strings.ToUpper(low[:n]) + low[n:]
}

// letters reports whether text begins with a capital ("d'Alembert" does), is
// all capitals (two letters at least) and holds a letter at all.
func letters(text string) (capital, upper, any bool) {
	n, small := 0, false
	for i, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		n++
		if unicode.IsUpper(r) || unicode.IsTitle(r) {
			capital = capital || i == 0 || i == 2 && text[1] == '\''
		} else {
			small = true
		}
	}
	return capital, n > 1 && !small, n > 0
}

// shape is the hash of the word with its letters made alike: "Xx-xx", runs
// shortened.
func shape(text string) uint64 {
	var buf [16]byte
	out := buf[:0]
	for _, r := range text {
		c := byte('.')
		switch {
		case unicode.IsUpper(r):
			c = 'X'
		case unicode.IsLetter(r):
			c = 'x'
		case unicode.IsDigit(r):
			c = 'd'
		case r < utf8.RuneSelf:
			c = byte(r)
		}
		if n := len(out); n >= 2 && out[n-1] == c && out[n-2] == c || n == cap(buf) {
			continue
		}
		out = append(out, c)
	}
	h := uint64(0)
	for _, c := range out {
		h = h*131 + uint64(c)
	}
	return h
}

// affixes returns hashes of the first 2 and 3 and last 2, 3 and 4 bytes.
func affixes(low []byte) (out [5]uint64) {
	n := len(low)
	for i, k := range [...]int{2, 3} {
		if n > k {
			out[i] = linear.HashBytes(low[:k])
		}
	}
	for i, k := range [...]int{2, 3, 4} {
		if n > k {
			out[2+i] = linear.HashBytes(low[n-k:])
		}
	}
	return out
}

// Casing of a sentence.
type casing byte

const (
	plainCase casing = iota
	titleCase        // most words begin with capitals: a headline
	upperCase        // all letters are capitals
)

// When a sentence is a headline: in running text hardly any sentence of four
// long words begins four in five of them with a capital, and two long words in
// capitals and no other are seldom both acronyms.
const (
	longWord   = 4 // letters; shorter words keep small letters in headlines too
	titleWords = 4
	upperWords = 2
)

// caseOf tells the casing of a sentence from its long words.
func caseOf(text string, tokens []wiredesk.Token) casing {
	long, capitals, upper := 0, 0, 0
	for _, t := range tokens {
		w := t.Span.Words(text)
		if len(w) < longWord {
			continue
		}
		capital, all, any := letters(w)
		if !any {
			continue
		}
		long++
		if capital {
			capitals++
		}
		if all {
			upper++
		}
	}
	switch {
	case long >= upperWords && upper == long:
		return upperCase
	case long >= titleWords && 5*capitals >= 4*long:
		return titleCase
	}
	return plainCase
}
