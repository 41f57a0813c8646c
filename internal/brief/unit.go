package brief

import (
	_ "embed"
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

//go:embed lexicon/numbers.txt
var numbersFile []byte

// empty holds the words that do not say what a sentence is about, digits the
// digits of numbers in words, and alike one key for words of nearly one meaning.
var (
	empty  = sync.OnceValue(func() map[string]bool { return lexicon.Set(emptyFile) })
	digits = sync.OnceValue(func() map[string]string { return lexicon.Map(numbersFile) })
	alike  = sync.OnceValue(func() map[string]string {
		out := map[string]string{}
		for _, e := range lexicon.Parse(alikeFile) {
			for _, w := range strings.Fields(e.Field(0)) {
				out[english.Stem(w, false)] = english.Stem(strings.Fields(e.Field(0))[0], false)
			}
		}
		return out
	})
)

// A unit is one thing that a sentence says: a number with what it counts, a
// name, or a word.
type unit string

// units returns what the words of a span say, each unit once.
func (a *account) units(span wiredesk.Span) []unit {
	seen := map[unit]bool{}
	var out []unit
	add := func(u unit) {
		if !seen[u] {
			seen[u] = true
			out = append(out, u)
		}
	}
	for _, w := range strings.FieldsFunc(span.Words(a.reading.Text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’' && r != ','
	}) {
		w = strings.Trim(w, ",'’")
		if key := stem(w); key != "" {
			if isDigits(key) {
				key = "#" + strings.ReplaceAll(key, ",", "")
			}
			add(unit(key))
		}
	}
	for _, f := range a.reading.Figures {
		if span.Contains(f.Span) {
			add(figureUnit(&f))
		}
	}
	return out
}

// figureUnit is the unit of a figure: what it counts, and how many.
func figureUnit(f *wiredesk.Figure) unit {
	return unit("figure:" + string(f.Unit) + ":" + bound(f.Low) + ":" + bound(f.High))
}

// bound writes an end of a range.
func bound(b wiredesk.Bound) string {
	text, _ := b.MarshalJSON()
	return string(text)
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
