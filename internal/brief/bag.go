package brief

import (
	_ "embed"
	"slices"
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

//go:embed lexicon/numbers.txt
var numbersFile []byte

// digits gives the digits of numbers in words.
var digits = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, e := range lexicon.Parse(numbersFile) {
		out[e.Field(0)] = e.Field(1)
	}
	return out
})

// A bag holds what a claim is about: the stems of its words, with weights.
type bag map[string]float64

// bagOf collects what the spans are about. A mention or a resolved reference
// counts as whom or what it names, whatever its words; the title before a
// person's name counts for nothing beyond the name, and dates are compared by
// themselves.
func (a *account) bagOf(spans []wiredesk.Span) bag {
	b := bag{}
	var named []wiredesk.Span
	for _, i := range a.mentionsIn(spans...) {
		m := a.reading.Mentions[i]
		if m.Type == wiredesk.Nationality && a.titleOf(i) {
			named = append(named, m.Span)
			continue
		}
		named = append(named, a.titled(m))
		b.name(m.Entity, m.Span.Words(a.reading.Text), a.names[m.Entity])
	}
	for _, i := range a.referencesIn(spans) {
		r := a.reading.References[i]
		named = append(named, r.Span)
		b.name(r.Entity, "", a.names[r.Entity])
	}
	for _, i := range a.timesIn(spans) {
		named = append(named, a.reading.Times[i].Span)
	}
	slices.SortFunc(named, func(s, t wiredesk.Span) int { return s.Start - t.Start })
	for _, s := range spans {
		for _, rest := range without(s, named) {
			b.add(a.reading.Text, rest)
		}
	}
	return b
}

// longestTitle is the number of bytes before a name in which its title is
// looked for.
const longestTitle = 40

// titled widens the mention of a person by the words with capitals before it:
// "Foreign Minister Ana Ruiz".
func (a *account) titled(m wiredesk.Mention) wiredesk.Span {
	s := m.Span
	if m.Type != wiredesk.Person {
		return s
	}
	text := a.reading.Text
	for s.Start > 0 && m.Span.Start-s.Start < longestTitle && text[s.Start-1] == ' ' {
		from := strings.LastIndexAny(text[:s.Start-1], " \n\t") + 1
		if c := text[from]; c < 'A' || c > 'Z' || strings.ContainsAny(text[from:s.Start-1], ".,;:!?”\"") {
			break
		}
		s.Start = from
	}
	return s
}

// titleOf reports whether the mention at i is part of the title of the person
// who is mentioned next: "Syrian" in "Syrian President Bashar al-Assad".
func (a *account) titleOf(i int) bool {
	all := a.reading.Mentions
	return i+1 < len(all) && all[i+1].Type == wiredesk.Person && a.titled(all[i+1]).Start <= all[i].Span.Start
}

// without returns what is left of s when the spans of named, in order, are
// taken out.
func without(s wiredesk.Span, named []wiredesk.Span) []wiredesk.Span {
	var out []wiredesk.Span
	for _, n := range named {
		if !n.Overlaps(s) {
			continue
		}
		if s.Start < n.Start {
			out = append(out, wiredesk.Span{Start: s.Start, End: n.Start})
		}
		s.Start = max(s.Start, n.End)
	}
	if s.Start < s.End {
		out = append(out, s)
	}
	return out
}

// name adds a named party. Countries and their adjectives share a key, and
// "Russian-Chinese" has two; everybody else has the entity's.
func (b bag) name(entity, words, name string) {
	kind, _, _ := strings.Cut(entity, ":")
	switch wiredesk.EntityType(kind) {
	case wiredesk.PlaceName, wiredesk.Nationality, wiredesk.Other:
		for _, w := range strings.FieldsFunc(strings.ToLower(name), notLetter) {
			if len(w) > 2 && !empty()[w] {
				b["@"+countryKey(w)] = 1
			}
		}
	default:
		if entity == "" {
			entity = strings.ToLower(words)
		}
		b["@"+entity] = 1
	}
}

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
	if d := digits()[w]; d != "" {
		return d
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

// commonest is the number of further claims with a word that halve its weight:
// what the whole story is about tells no two claims apart.
const commonest = 4

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
		for _, b := range append(f.clauses, f.bag) {
			for w := range b {
				b[w] = 1 / (1 + float64(count[w]-1)/commonest)
			}
		}
	}
}

// common returns the number of words that two bags share.
func (b bag) common(c bag) int {
	n := 0
	for w := range b {
		if _, ok := c[w]; ok {
			n++
		}
	}
	return n
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
