package search

import (
	"slices"
	"strings"
)

// Found counts how often the terms of a query stand in a text, 0 where one of
// them is missing or an excluded one is there. It is for stores that have no
// index of their own.
func (q Query) Found(text string) int {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !wordRune(r) })
	for i := range words {
		words[i] = plain(words[i])
	}
	if slices.ContainsFunc(q.Excluded, func(t Term) bool { return t.count(words) > 0 }) {
		return 0
	}
	sum := 0
	for _, t := range q.Terms {
		n := t.count(words)
		if n == 0 {
			return 0
		}
		sum += n
	}
	return sum
}

// count counts where the words of a term stand one after the other.
func (t Term) count(words []string) int {
	n := 0
	for i := 0; i+len(t.Words) <= len(words); i++ {
		if t.at(words[i:]) {
			n++
		}
	}
	return n
}

// at reports whether words begin with those of the term.
func (t Term) at(words []string) bool {
	for k, w := range t.Words {
		w = plain(w)
		last := k == len(t.Words)-1
		if words[k] != w && !(last && t.Prefix && strings.HasPrefix(words[k], w)) {
			return false
		}
	}
	return true
}
