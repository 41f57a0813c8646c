package dossier

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

//go:embed lexicon/numbers.txt
var numbersFile []byte

//go:embed lexicon/general.txt
var generalFile []byte

// empty holds the words that say nothing about what a claim is about, general
// those that too many claims of any story share to tie two of them, digits the
// digits of numbers in words, alike gives words of nearly one meaning one key.
var (
	empty   = sync.OnceValue(func() map[string]bool { return lexicon.Set(emptyFile) })
	general = sync.OnceValue(func() map[string]bool { return stems(generalFile) })
	digits  = sync.OnceValue(func() map[string]string { return lexicon.Map(numbersFile) })
	alike   = sync.OnceValue(func() map[string]string {
		out := map[string]string{}
		for _, e := range lexicon.Parse(alikeFile) {
			group := strings.Fields(e.Field(0))
			for _, w := range group {
				out[english.Stem(w, false)] = english.Stem(group[0], false)
			}
		}
		return out
	})
)

// stems returns the keys of a list of words, one or several a line.
func stems(file []byte) map[string]bool {
	out := map[string]bool{}
	for _, e := range lexicon.Parse(file) {
		for _, w := range strings.Fields(e.Field(0)) {
			out[key(w)] = true
		}
	}
	return out
}

// A word is one word of a text.
type word struct {
	span  wiredesk.Span
	lower string
}

// wordsOf splits a span into words; marks stand by themselves.
func wordsOf(text string, s wiredesk.Span) []word {
	var out []word
	start := -1
	flush := func(end int) {
		if start >= 0 {
			lower := strings.ToLower(strings.ReplaceAll(text[start:end], "’", "'"))
			out = append(out, word{wiredesk.Span{Start: start, End: end}, strings.TrimRight(strings.Trim(lower, "'"), ".")})
			start = -1
		}
	}
	part := s.Words(text)
	for i, r := range part {
		at := s.Start + i
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '\'' || r == '’' || r == '-':
			if start < 0 {
				start = at
			}
		case start >= 0 && (r == '.' || r == ',') && at+1 < s.End && inNumber(text, at):
		default:
			flush(at)
			if !unicode.IsSpace(r) {
				out = append(out, word{wiredesk.Span{Start: at, End: at + len(string(r))}, string(r)})
			}
		}
	}
	flush(s.End)
	return slices.DeleteFunc(out, func(w word) bool { return w.lower == "" })
}

// inNumber reports whether the mark at an offset stands between two digits.
func inNumber(text string, at int) bool {
	return at > 0 && text[at-1] >= '0' && text[at-1] <= '9' && at+1 < len(text) && text[at+1] >= '0' && text[at+1] <= '9'
}

// key returns what a word is compared by: the stem, or the first word of its
// group of like words, or its number in digits.
func key(w string) string {
	w = strings.TrimSuffix(strings.Trim(strings.ToLower(strings.ReplaceAll(w, "’", "'")), "'"), "'s")
	if d := digits()[w]; d != "" {
		return d
	}
	if isDigits(w) {
		return strings.ReplaceAll(w, ",", "")
	}
	s := english.Stem(w, false)
	if k := alike()[s]; k != "" {
		return k
	}
	return s
}

// stem is the bare stem of a word, without its group.
func stem(w string) string {
	return english.Stem(strings.TrimSuffix(strings.ToLower(strings.ReplaceAll(w, "’", "'")), "'s"), false)
}

// content returns the key of a word that says what a claim is about, "" for
// another.
func content(w string) string {
	if len(w) < 2 && !isDigits(w) || empty()[strings.TrimSuffix(w, "'s")] || !strings.ContainsFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return ""
	}
	return key(w)
}

// isDigits reports whether w is a number in digits.
func isDigits(w string) bool {
	return w != "" && strings.Trim(w, "0123456789,.") == "" && strings.ContainsAny(w, "0123456789")
}

// folded returns the words of a text in lower case, one blank between them and
// around them, so that " phrase " can be looked for.
func folded(text string) string {
	var b strings.Builder
	b.WriteByte(' ')
	for _, w := range wordsOf(text, wiredesk.Span{End: len(text)}) {
		b.WriteString(w.lower)
		b.WriteByte(' ')
	}
	return b.String()
}

// A phrases is a list of runs of words, by their first word.
type phrases map[string][][]string

// newPhrases reads a list of phrases, one a line.
func newPhrases(file []byte) phrases {
	out := phrases{}
	for _, e := range lexicon.Parse(file) {
		run := strings.Fields(e.Field(0))
		out[run[0]] = append(out[run[0]], run)
	}
	return out
}

// find returns the first phrase that stands in the words: where, how long, and
// whether there is one.
func (p phrases) find(ws []word) (at, n int, ok bool) {
	for i, w := range ws {
		for _, run := range p[w.lower] {
			if matches(ws[i:], run) {
				return i, len(run), true
			}
		}
	}
	return 0, 0, false
}

// in reports whether a phrase stands in the words.
func (p phrases) in(ws []word) bool {
	_, _, ok := p.find(ws)
	return ok
}

// matches reports whether words begin with a run; "*" stands for up to three
// words.
func matches(ws []word, run []string) bool {
	for k, r := range run {
		if r == "*" {
			for skip := 0; skip <= mostSkipped && skip <= len(ws); skip++ {
				if matches(ws[skip:], run[k+1:]) {
					return true
				}
			}
			return false
		}
		if len(ws) == 0 || ws[0].lower != r {
			return false
		}
		ws = ws[1:]
	}
	return true
}

// mostSkipped is the number of words that "*" may stand for.
const mostSkipped = 3
