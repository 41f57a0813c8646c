package attribution

import (
	_ "embed"
	"sort"
	"sync"
)

//go:embed lexicon/hedges.txt
var hedgesFile []byte

var hedgeWords = sync.OnceValue(func() phraseSet { return phrases(hedgesFile) })

// hedges returns the words of a draft's cue and contents that weaken it, as
// printed.
func (f *finder) hedges(d *draft) []string {
	out := f.hedgesIn(d.Cue.First, d.Cue.Last)
	for _, r := range d.Contents {
		out = append(out, f.hedgesIn(r.First, r.Last)...)
	}
	return out
}

// hedgesIn returns the hedges in a range of tokens. "Some" and its like count
// only before a number, "may" and "could" always.
func (f *finder) hedgesIn(first, last int) []string {
	var out []string
	for i := first; i < last; {
		end := hedgeWords().at(f.doc, i, last)
		if end == i {
			i++
			continue
		}
		if !f.countsOnly(i) || f.isNumber(end) {
			out = append(out, f.doc.Words(i, end))
		}
		i = end
	}
	return out
}

// countsOnly reports whether the hedge at token i weakens numbers alone.
func (f *finder) countsOnly(i int) bool {
	switch f.doc.Lower(i) {
	case "some", "about", "around", "almost", "nearly", "roughly", "approximately", "up", "as", "more", "at":
		return true
	}
	return false
}

func (f *finder) isNumber(i int) bool {
	if i >= len(f.doc.Tokens) {
		return false
	}
	span := f.doc.Tokens[i].Span
	k := sort.Search(len(f.doc.Numbers), func(k int) bool { return f.doc.Numbers[k].Span.End >= span.End })
	return k < len(f.doc.Numbers) && f.doc.Numbers[k].Span.Contains(span)
}
