package attribution

import (
	"strings"

	"wiredesk/internal/lang"
	"wiredesk/internal/lexicon"
)

// A phraseSet finds phrases of a lexicon in tokens. Phrases are kept by their
// first word.
type phraseSet map[string][][]string

// phrases reads the first field of each line of a lexicon file.
func phrases(file []byte) phraseSet {
	out := phraseSet{}
	for _, e := range lexicon.Parse(file) {
		words := strings.Fields(e[0])
		out[words[0]] = append(out[words[0]], words)
	}
	return out
}

// at returns the end of the longest phrase that begins at token i and ends
// before last, or i.
func (p phraseSet) at(doc *lang.Doc, i, last int) int {
	end := i
	for _, words := range p[doc.Lower(i)] {
		if k := match(doc, words, i, last); k > end {
			end = k
		}
	}
	return end
}

// gap is how many words "*" stands for at most in a phrase.
const gap = 4

// match returns where the words end if they stand at token i, or -1.
func match(doc *lang.Doc, words []string, i, last int) int {
	skip := 0
	for _, w := range words {
		if w == "*" {
			skip = gap
			continue
		}
		for i < last && doc.Lower(i) != w && skip > 0 {
			i, skip = i+1, skip-1
		}
		if i >= last || doc.Lower(i) != w {
			return -1
		}
		i, skip = i+1, 0
	}
	return i
}

// within returns the first phrase in the tokens [first, last) as a range of
// tokens; ok is false where there is none.
func (p phraseSet) within(doc *lang.Doc, first, last int) (from, to int, ok bool) {
	for i := first; i < last; i++ {
		if end := p.at(doc, i, last); end > i {
			return i, end, true
		}
	}
	return 0, 0, false
}
