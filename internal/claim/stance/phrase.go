package stance

import "strings"

// phrases are the phrases of a list by their first word.
type phrases map[string][][]string

func (p phrases) add(phrase string) {
	words := strings.Fields(phrase)
	if len(words) > 0 {
		p[words[0]] = append(p[words[0]], words)
	}
}

// gap is how many words "*" stands for at most in a phrase.
const gap = 4

// at returns where the longest phrase of the list that begins at token i ends,
// i where none does.
func (v *view) at(list phrases, i, last int) int {
	end := i
	lower, lemma := v.doc.Lower(i), v.doc.Lemma(i)
	for n, w := range [...]string{lower, lemma} {
		if n == 1 && lemma == lower {
			break
		}
		for _, words := range list[w] {
			if k := v.match(words, i, last); k > end {
				end = k
			}
		}
	}
	return end
}

// match returns where the words end if they stand at token i, or -1.
func (v *view) match(words []string, i, last int) int {
	skip := 0
	for _, w := range words {
		if w == "*" {
			skip = gap
			continue
		}
		for i < last && !v.is(i, w) && skip > 0 {
			i, skip = i+1, skip-1
		}
		if i >= last || !v.is(i, w) {
			return -1
		}
		i, skip = i+1, 0
	}
	return i
}

func (v *view) is(i int, word string) bool { return v.doc.Lower(i) == word || v.doc.Lemma(i) == word }

// within returns the first phrase of the list in the runs.
func (v *view) within(list string, runs []run) (first, last int, ok bool) {
	words := lists()[list]
	for _, r := range runs {
		for i := r.first; i < r.last; i++ {
			if end := v.at(words, i, r.last); end > i {
				return i, end, true
			}
		}
	}
	return 0, 0, false
}
