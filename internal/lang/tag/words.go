package tag

import (
	"strings"
	"unicode"

	"wiredesk/internal/lang/cluster"
	"wiredesk/internal/lang/linear"
	"wiredesk/internal/lang/vector"
)

// Edge is the label of what stands before a sentence.
const Edge = 1 << 10

// Words holds the hashed forms of a sentence's words. It is filled by Read
// and reused; the trainer shares it.
type Words struct {
	words []word
	caps  bool // the sentence is written in capitals
	end   uint64
}

// A word is what the features see of one word.
type word struct {
	form, lower   uint64
	prefix        [4]uint64
	suffix        [5]uint64
	shape         uint64
	fine, coarse  uint64 // by internal/lang/cluster
	near, far     uint64 // fine and coarse by internal/lang/vector
	known         uint64 // the labels the lexicon knows for it, as a hash
	only          int    // its one label, or -1
	first         bool   // nothing but marks stands before it in the sentence
	capital, mark bool
}

// pad is how many words are seen before and after a sentence.
const pad = 2

// outside stands for what lies before and after a sentence.
var outside = word{form: 1, lower: 1, shape: 1, fine: 1 << 20, coarse: 1 << 20, near: 1 << 20, far: 1 << 20, known: 1, only: -1}

// Read takes the words of a sentence.
func (w *Words) Read(forms []string, lexicon Lexicon) {
	w.words = w.words[:0]
	w.caps = inCapitals(forms)
	for range pad {
		w.words = append(w.words, outside)
	}
	first := true
	for _, f := range forms {
		x := w.read(f, lexicon)
		x.first = first
		first = first && x.mark
		w.words = append(w.words, x)
	}
	w.end = w.words[len(w.words)-1].form
	for range pad {
		w.words = append(w.words, outside)
	}
}

// read computes the forms of one word.
func (w *Words) read(form string, lexicon Lexicon) word {
	if w.caps {
		form = strings.ToLower(form)
	}
	lower := strings.ToLower(form)
	c := cluster.Of(form)
	x := word{form: linear.Hash(form), lower: linear.Hash(lower), shape: shape(form), fine: uint64(c.Fine), coarse: uint64(c.Coarse)}
	near, far := vector.Classes(vector.Of(lower))
	x.near, x.far = uint64(near), uint64(far)
	for n := range x.prefix {
		x.prefix[n] = linear.Hash(lower[:min(n+1, len(lower))])
	}
	for n := range x.suffix {
		x.suffix[n] = linear.Hash(lower[max(0, len(lower)-n-1):])
	}
	x.known, x.only = lexicon.lookup(x.form, x.lower)
	if w.caps {
		x.only = -1
	}
	r := rune(form[0])
	x.capital = unicode.IsUpper(r)
	x.mark = r < 0x80 && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	return x
}

// inCapitals reports whether a sentence has several words and all its letters
// are capitals.
func inCapitals(forms []string) bool {
	n := 0
	for _, f := range forms {
		letters := 0
		for i := range len(f) {
			switch c := f[i]; {
			case 'a' <= c && c <= 'z':
				return false
			case 'A' <= c && c <= 'Z':
				letters++
			}
		}
		if letters > 1 {
			n++
		}
	}
	return n >= 3
}

// shape returns the hash of a word's shape: its kinds of characters, runs cut
// to two ("Xxx" and "Xxxxx" are one).
func shape(form string) uint64 {
	h, last, run := uint64(0), byte(0), 0
	for i := range len(form) {
		k := kind(form[i])
		if k == last {
			if run++; run > 2 {
				continue
			}
		} else {
			last, run = k, 1
		}
		h = h*31 + uint64(k)
	}
	return h
}

func kind(c byte) byte {
	switch {
	case 'a' <= c && c <= 'z', c >= 0x80:
		return 'x'
	case 'A' <= c && c <= 'Z':
		return 'X'
	case '0' <= c && c <= '9':
		return 'd'
	}
	return c
}

// Only returns the label that word i always has, or -1.
func (w *Words) Only(i int) int { return w.words[i+pad].only }

// Features adds the features of word i to out; previous and before are the
// labels of the word before it and of the one before that.
func (w *Words) Features(i, previous, before int, out []uint64) []uint64 {
	i += pad
	x, a, b, y, z := &w.words[i], &w.words[i-1], &w.words[i-2], &w.words[i+1], &w.words[i+2]
	p, pp := uint64(previous), uint64(before)
	n := uint64(0)
	add := func(parts ...uint64) {
		n++
		h := n
		for _, part := range parts {
			h = linear.Mix(h, part)
		}
		out = append(out, h)
	}
	add()
	add(x.form)
	add(x.lower)
	add(a.lower)
	add(y.lower)
	add(b.lower)
	add(z.lower)
	add(p)
	add(p, pp)
	add(p, x.lower)
	add(p, pp, x.lower)
	for k := range x.suffix {
		add(x.suffix[k])
	}
	for k := range x.prefix {
		add(x.prefix[k])
	}
	add(x.shape)
	add(x.shape, flag(x.first))
	add(x.shape, x.suffix[2])
	add(a.shape, x.shape)
	add(x.shape, y.shape)
	add(x.known)
	add(y.known)
	add(z.known)
	add(a.known, x.known)
	add(x.known, y.known)
	add(p, x.known)
	add(p, x.known, y.known)
	add(p, y.known)
	add(x.known, y.known, z.known)
	add(x.lower, y.known)
	add(a.lower, x.known)
	add(x.fine)
	add(a.fine)
	add(y.fine)
	add(b.fine)
	add(z.fine)
	add(x.coarse, y.coarse)
	add(p, x.fine)
	add(p, y.fine)
	add(x.fine, y.fine)
	add(a.fine, x.fine)
	add(p, pp, x.coarse, y.coarse)
	add(a.lower, x.lower)
	add(x.lower, y.lower)
	add(p, x.suffix[2])
	add(p, x.suffix[2], y.suffix[1])
	add(p, y.lower)
	add(x.suffix[2], y.suffix[1])
	add(x.suffix[3], y.lower)
	add(a.suffix[2], x.suffix[2])
	add(x.lower, w.end)
	add(flag(x.first), flag(x.capital), x.known)
	add(x.fine, flag(x.first), flag(x.capital))
	add(x.near)
	add(a.near)
	add(y.near)
	add(x.near, flag(x.first), flag(x.capital))
	add(x.near, x.suffix[1])
	add(p, x.far)
	add(a.far, x.far)
	add(x.far, y.far)
	add(p, x.far, y.far)
	add(x.far, y.known)
	return out
}

func flag(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}
