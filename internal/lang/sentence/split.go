package sentence

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wiredesk"
	"wiredesk/internal/lang/token"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/starters.txt
var startersFile []byte

var starters = sync.OnceValue(func() map[string]bool { return lexicon.Set(startersFile) })

// Split returns the sentences of one paragraph as ranges of its tokens. A
// sentence ends after a full stop, question or exclamation mark with the
// closing quotes and brackets behind it, before a list item and at an empty
// line; a stop that belongs to an abbreviation or an initial ends one only
// where the next word shows it. It takes time in proportion to the tokens.
func Split(text string, tokens []wiredesk.Token) []wiredesk.Span {
	s := splitter{text: text, tokens: tokens, width: lineWidth(text, tokens)}
	var out []wiredesk.Span
	for i := 0; i < len(tokens); i++ {
		last := s.endsAt(i)
		if last < 0 {
			continue
		}
		out = append(out, wiredesk.Span{Start: s.first, End: last + 1})
		s.first, i = last+1, last
	}
	if s.first < len(tokens) {
		out = append(out, wiredesk.Span{Start: s.first, End: len(tokens)})
	}
	return out
}

// A splitter walks over the tokens of a paragraph.
type splitter struct {
	text   string
	tokens []wiredesk.Token
	first  int // first token of the sentence that is being read
	width  int // of the paragraph's longest line, in bytes
}

func (s *splitter) word(i int) string {
	if i < 0 || i >= len(s.tokens) {
		return ""
	}
	return s.tokens[i].Span.Words(s.text)
}

// gap returns what stands between token i and the next one.
func (s *splitter) gap(i int) string {
	if i < 0 || i+1 >= len(s.tokens) {
		return "\n"
	}
	start, end := s.tokens[i].Span.End, s.tokens[i+1].Span.Start
	if start >= end { // two words written as one
		return ""
	}
	return s.text[start:end]
}

// endsAt returns the last token of the sentence if it ends with token i and
// what closes it, or -1.
func (s *splitter) endsAt(i int) int {
	if s.breaks(i) {
		return i
	}
	w := s.word(i)
	mark := strings.IndexByte(".!?", w[0]) >= 0 || strings.HasPrefix(w, "…")
	switch {
	case mark && s.numbersItem(i):
		return -1
	case !mark && w[len(w)-1] != '.':
		return -1
	}
	last := s.closers(i)
	switch next := s.word(last + 1); {
	case next == "":
		return last
	case !mark:
		if last > i || s.abbreviationEnds(i, next) {
			return s.unlessLower(last, next)
		}
		return -1
	case s.gap(last) == "" && !openerOrUpper(next):
		return -1
	case last > i, w[0] == '.' && len(w) > 1, w[0] > utf8.RuneSelf:
		return s.unlessLower(last, next)
	case s.circa(i, next), s.goesOn(i, next):
		return -1
	}
	return last
}

// goesOn reports whether the stop at i does not end a sentence, since more
// stops follow ("he left . . . and") or a small letter after what looks like
// an abbreviation that is not known ("in Md. shooting").
func (s *splitter) goesOn(i int, next string) bool {
	before := s.word(i - 1)
	if next[0] == '.' || strings.HasPrefix(next, "…") {
		return true
	}
	if !unicode.IsLower(firstRune(next)) {
		return false
	}
	return before == "." || len(before) <= 3 && unicode.IsUpper(firstRune(before)) && before != strings.ToUpper(before)
}

// circa reports whether the stop at i follows a single small letter and stands
// before a number: "c. 1870", "p. 4".
func (s *splitter) circa(i int, next string) bool {
	w := s.word(i - 1)
	return len(w) == 1 && unicode.IsLower(rune(w[0])) && s.gap(i-1) == "" && next[0] >= '0' && next[0] <= '9'
}

// unlessLower returns last, or -1 if the sentence goes on with a small letter
// or a mark.
func (s *splitter) unlessLower(last int, next string) int {
	r, _ := utf8.DecodeRuneInString(next)
	if unicode.IsLower(r) || strings.ContainsRune(",;:.!?-–—", r) {
		return -1
	}
	return last
}

func openerOrUpper(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) || strings.ContainsRune("\"“‘'`([", r)
}

// closers returns the last of the closing quotes and brackets after token i,
// with the number of a note: "[17]".
func (s *splitter) closers(i int) int {
	for i+1 < len(s.tokens) && (s.gap(i) == "" && s.closes(i+1) || s.gap(i) == " " && s.word(i+1) == "”") {
		i++
	}
	for s.word(i+1) == "[" && s.word(i+3) == "]" && s.word(i + 2)[0]-'0' <= 9 {
		i += 3
	}
	return i
}

// closes reports whether token i, which is written against the one before it,
// is a closing quote or bracket.
func (s *splitter) closes(i int) bool {
	switch s.word(i) {
	case ")", "]", "}", "”", "’", "''", "’’", "»":
		return true
	case "\"", "'":
		return s.gap(i) != "" || i+1 < len(s.tokens) && s.closesHard(i+1)
	}
	return false
}

func (s *splitter) closesHard(i int) bool {
	switch s.word(i) {
	case ")", "]", "”", "\"", "'":
		return true
	}
	return false
}

// numbersItem reports whether the stop at i belongs to the number or letter
// of a list item: "1. Do this".
func (s *splitter) numbersItem(i int) bool {
	if i != s.first+1 || s.word(i) != "." || s.gap(i-1) != "" {
		return false
	}
	n := s.word(i - 1)
	return len(n) <= 2 && n[0] >= '0' && n[0] <= '9'
}

// abbreviationEnds reports whether a sentence ends with the abbreviation at i,
// by the word after it.
func (s *splitter) abbreviationEnds(i int, next string) bool {
	w := s.word(i)
	starts := starters()[strings.ToLower(next)] && next != strings.ToLower(next)
	switch usage := token.Abbreviation(w); {
	case usage == "never":
		return false
	case usage == "rarely", usage == "often":
		return starts
	case len(w) == 2: // an initial, or "vitamin C."
		return starts && !unicode.IsUpper(firstRune(s.word(i-1)))
	default: // "U.S.", "p.m."
		return starts || strings.ContainsAny(next[:1], "\"(")
	}
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
