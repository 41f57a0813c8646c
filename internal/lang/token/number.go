package token

import (
	_ "embed"
	"sync"
	"unicode"

	"wiredesk/internal/lexicon"
)

//go:embed lexicon/units.txt
var unitsFile []byte

var units = sync.OnceValue(func() map[string]bool { return lexicon.Set(unitsFile) })

// number adds the tokens that begin with a number at i: the number with its
// inner marks ("12,500", "9.30", "11/29/2000", "713-853-3989"), its ordinal
// ending or decade's "s", and a unit written against it.
func (s *splitter) number(i int) int {
	end := s.digits(i)
	if phone := s.phone(i, end); phone > end {
		s.add(i, phone)
		return phone
	}
	tail := s.run(end)
	if tail == end {
		s.add(i, end)
		return end
	}
	if units()[string(s.lower(s.text[end:tail]))] && (tail-end > 1 || !isUpper(s.text[end]) || s.money(i)) {
		s.add(i, end)
		s.add(end, tail)
		return tail
	}
	if s.dottedUnit(end, tail) {
		s.add(i, end)
		return end
	}
	tail = s.join(i, tail)
	return s.clitics(i, tail)
}

// dottedUnit reports whether "a.m." or "p.m." follows the digits directly.
func (s *splitter) dottedUnit(end, tail int) bool {
	return tail == end+1 && s.byteAt(tail) == '.' && s.byteAt(tail+1)|0x20 == 'm' && (s.text[end]|0x20 == 'a' || s.text[end]|0x20 == 'p')
}

// money reports whether a currency sign stands before i.
func (s *splitter) money(i int) bool {
	n := len(s.out)
	if n == 0 || s.out[n-1].Span.End != i {
		return false
	}
	for _, r := range s.out[n-1].Span.Words(s.text) {
		return unicode.Is(unicode.Sc, r)
	}
	return false
}

// digits returns the end of digits with the marks inside numbers, dates and
// clock times: each mark stands between two digits.
func (s *splitter) digits(i int) int {
	for i < s.end {
		switch c := s.text[i]; {
		case isDigit(c):
			i++
		case (c == ',' || c == '.' || c == ':' || c == '/') && isDigit(s.byteAt(i+1)):
			i += 2
		default:
			r, n := s.rune(i)
			if !unicode.IsDigit(r) {
				return i
			}
			i += n
		}
	}
	return i
}

// phone returns the end of a telephone number or a date with hyphens
// ("713-853-3989", "345-9945", "11-20-2000", "2012-02-07") whose first digits
// are [i, end), or end where there is none: "15-20" is two numbers.
func (s *splitter) phone(i, end int) int {
	last, parts := end, 1
	for s.byteAt(last) == '-' && isDigit(s.byteAt(last+1)) {
		next := last + 1
		for isDigit(s.byteAt(next)) {
			next++
		}
		last, parts = next, parts+1
	}
	if r, n := s.rune(last); n > 0 && wordRune(r) {
		return end
	}
	if parts >= 3 || parts == 2 && end-i == 3 && last-end == 5 && s.text[end+1] != '0' {
		return last
	}
	return end
}
