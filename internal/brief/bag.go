package brief

import (
	_ "embed"
	"math"
	"strings"
	"sync"
	"unicode"

	"github.com/kljensen/snowball/english"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/empty.txt
var emptyFile []byte

//go:embed lexicon/alike.txt
var alikeFile []byte

// empty holds the words that say nothing about what a claim is about.
var empty = sync.OnceValue(func() map[string]bool { return lexicon.Set(emptyFile) })

// alike gives words of nearly one meaning one key.
var alike = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, e := range lexicon.Parse(alikeFile) {
		for _, w := range strings.Fields(e.Field(0)) {
			out[english.Stem(w, false)] = english.Stem(strings.Fields(e.Field(0))[0], false)
		}
	}
	return out
})

// A bag holds what a claim is about: the stems of its words, with weights.
type bag map[string]float64

// add puts the words of a span into the bag, each with weight 1.
func (b bag) add(text string, s wiredesk.Span) {
	words := strings.FieldsFunc(s.Words(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’' && r != '.'
	})
	for _, w := range words {
		if key := stem(w); key != "" {
			b[key] = 1
		}
	}
}

// stem returns the key of a word, "" for an empty one.
func stem(w string) string {
	w = strings.ToLower(strings.NewReplacer("’", "'", ".", "").Replace(w))
	w = strings.TrimSuffix(strings.Trim(w, "'"), "'s")
	if len(w) < 2 && !isDigits(w) || empty()[w] {
		return ""
	}
	s := english.Stem(w, false)
	if key := alike()[s]; key != "" {
		return key
	}
	return s
}

// isDigits reports whether w is a number in digits.
func isDigits(w string) bool {
	return w != "" && strings.Trim(w, "0123456789,") == ""
}

// weigh sets the weights of all words: the rarer in the story, the more they
// say. A word of every claim still says a little.
func weigh(all []*fact) {
	count := map[string]int{}
	for _, f := range all {
		for w := range f.bag {
			count[w]++
		}
	}
	for _, f := range all {
		for w := range f.bag {
			f.bag[w] = 1 / (1 + math.Log(1+float64(count[w]-1)/2))
		}
	}
}

// overlap returns the weight that two bags share, and that of each.
func (b bag) overlap(c bag) (shared, mine, other float64) {
	for _, w := range sortedKeys(b) {
		mine += b[w]
		if _, ok := c[w]; ok {
			shared += b[w]
		}
	}
	for _, w := range sortedKeys(c) {
		other += c[w]
	}
	return shared, mine, other
}
