package timex

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/calendar.txt
var calendarFile []byte

//go:embed lexicon/openers.txt
var openersFile []byte

// A meaning is what a word of the calendar means.
type meaning struct {
	class, value string
}

// calendar maps words in lower case to their meaning.
var calendar = sync.OnceValue(func() map[string]meaning {
	out := map[string]meaning{}
	for _, e := range lexicon.Parse(calendarFile) {
		out[e[0]] = meaning{e.Field(1), e.Field(2)}
	}
	return out
})

// A scanner reads expressions in the tokens [first, end) of one sentence.
type scanner struct {
	text       string
	tokens     []wiredesk.Token
	first, end int
	small      []string  // the words from first on, in lower case
	means      []meaning // and what they mean in the calendar
}

func newScanner(text string, tokens []wiredesk.Token, first, end int) *scanner {
	s := &scanner{text: text, tokens: tokens, first: first, end: end, small: make([]string, end-first), means: make([]meaning, end-first)}
	words := calendar()
	for i := range s.small {
		s.small[i] = strings.ToLower(tokens[first+i].Span.Words(text))
		s.means[i] = words[s.small[i]]
	}
	return s
}

// meaning returns what token i means in the calendar.
func (s *scanner) meaning(i int) meaning {
	if i < s.first || i >= s.end {
		return meaning{}
	}
	return s.means[i-s.first]
}

// at reads the longest expression that begins at token i.
func (s *scanner) at(i int) (expression, bool) {
	if e, ok := s.ranged(i); ok {
		return e, true
	}
	return s.simple(i)
}

// simple reads an expression that is not a range of two.
func (s *scanner) simple(i int) (expression, bool) {
	if !s.opens(i) {
		return expression{}, false
	}
	var best expression
	found := false
	for _, read := range []func(*scanner, int) (expression, bool){
		(*scanner).dateAndClock, (*scanner).relative, (*scanner).set, (*scanner).named, (*scanner).duration, (*scanner).vague,
	} {
		if e, ok := read(s, i); ok && (!found || e.last > best.last) {
			best, found = e, true
		}
	}
	return best, found
}

// opens reports whether an expression can begin with token i: with a digit, a
// capital, a word of the calendar or one of those that lead to one.
func (s *scanner) opens(i int) bool {
	if s.meaning(i).class != "" || s.upper(i) {
		return true
	}
	w := s.lower(i)
	if w == "" || '0' <= w[0] && w[0] <= '9' || w[0] == '\'' || strings.HasPrefix(w, "’") || strings.HasPrefix(w, "‘") || strings.HasPrefix(w, "mid") {
		return true
	}
	return openers()[w]
}

// openers are the words that are no words of the calendar and may begin an
// expression.
var openers = sync.OnceValue(func() map[string]bool { return lexicon.Set(openersFile) })

// word returns token i as it is written, or "" outside the sentence.
func (s *scanner) word(i int) string {
	if i < s.first || i >= s.end {
		return ""
	}
	return s.tokens[i].Span.Words(s.text)
}

// lower returns token i in lower case.
func (s *scanner) lower(i int) string {
	if i < s.first || i >= s.end {
		return ""
	}
	return s.small[i-s.first]
}

// is reports whether token i is one of the words.
func (s *scanner) is(i int, words ...string) bool {
	w := s.lower(i)
	for _, x := range words {
		if w == x && w != "" {
			return true
		}
	}
	return false
}

// value returns the value of token i if it is of the class.
func (s *scanner) value(i int, class string) (string, bool) {
	m := s.meaning(i)
	return m.value, m.class == class
}

// numeral returns the value of token i if it is of the class and a number.
func (s *scanner) numeral(i int, class string) (int, bool) {
	v, ok := s.value(i, class)
	if !ok {
		return 0, false
	}
	n, err := strconv.Atoi(v)
	return n, err == nil
}

// unit returns the unit of time that token i is. A night is a unit and a part
// of the day.
func (s *scanner) unit(i int) (unit, bool) {
	m := s.meaning(i)
	if m.value == string(night) && (m.class == "part" || m.class == "parts") {
		return night, true
	}
	return unit(m.value), m.class == "unit"
}

// upper reports whether token i begins with a capital letter.
func (s *scanner) upper(i int) bool {
	w := s.word(i)
	return w != "" && 'A' <= w[0] && w[0] <= 'Z'
}

// joined reports whether no space stands between token i and the one before.
func (s *scanner) joined(i int) bool {
	return i > s.first && i < s.end && s.tokens[i-1].Span.End == s.tokens[i].Span.Start
}

// xpos returns the tag of token i.
func (s *scanner) xpos(i int) string {
	if i < s.first || i >= s.end {
		return ""
	}
	return s.tokens[i].XPOS
}

// digits returns the number that token i is, written in digits of a length
// from least to most.
func (s *scanner) digits(i, least, most int) (int, bool) {
	w := s.word(i)
	if len(w) < least || len(w) > most {
		return 0, false
	}
	for k := 0; k < len(w); k++ {
		if w[k] < '0' || w[k] > '9' {
			return 0, false
		}
	}
	n, err := strconv.Atoi(w)
	return n, err == nil
}
