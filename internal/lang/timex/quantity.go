package timex

import (
	"strconv"
	"strings"
)

// A quantity is a number of units: "three", "twenty-two", "several", "two and
// a half". Its n is 0 where it is vague or less than one.
type quantity struct {
	n        int
	fraction string // what stands behind the point: "5" for a half
	last     int
}

// maxUnits is the largest number of units that is read.
const maxUnits = 9999

// quantity reads a number at token i, or two that bound it: "six or seven",
// "30 to 60", of which the second counts.
func (s *scanner) quantity(i int) (quantity, bool) {
	q, ok := s.amount(i)
	if !ok || s.is(i, "a", "an") {
		return q, ok
	}
	k := q.last
	switch {
	case s.is(k, "-") && s.is(k+1, "to", "or") && s.is(k+2, "-"):
		k += 3
	case s.is(k, "to", "or", "-", "–", "--", "—"), s.is(k, "and") && s.is(i-1, "between"):
		k++
	default:
		return q, true
	}
	if second, ok := s.amount(k); ok && second.n > q.n && q.n+q.half() > 0 {
		return second, true
	}
	return q, true
}

// half returns 1 where the quantity has a fraction.
func (q quantity) half() int { return min(len(q.fraction), 1) }

// amount reads one number: digits, words, "a", "a few", "a couple of", "half
// a", "2.5", "2 1/2", "two and a half".
func (s *scanner) amount(i int) (quantity, bool) {
	if q, ok := s.figures(i); ok {
		return s.andHalf(q), true
	}
	switch {
	case s.is(i, "a") && s.is(i+1, "few"):
		return quantity{last: i + 2}, true
	case s.is(i, "a") && s.is(i+1, "couple"):
		return quantity{n: 2, last: s.past(i+2, "of")}, true
	case s.is(i, "couple"):
		return quantity{n: 2, last: s.past(i+1, "of")}, true
	case s.is(i, "a") && s.is(i+1, "dozen"):
		return quantity{n: 12, last: i + 2}, true
	case s.is(i, "a") && s.is(i+1, "hundred"):
		return quantity{n: 100, last: i + 2}, true
	case s.is(i, "a") && s.is(i+1, "half") && s.is(i+2, "-"), s.is(i, "half") && s.is(i+1, "a", "an"):
		return quantity{fraction: "5", last: i + 2}, true
	case s.is(i, "half"):
		return quantity{fraction: "5", last: i + 1}, true
	}
	if _, ok := s.value(i, "vague number"); ok && !(s.is(i, "many") && s.is(i-1, "as")) {
		return quantity{last: i + 1}, true
	}
	n, ok := s.numeral(i, "number")
	if !ok {
		return quantity{}, false
	}
	if n >= 20 && n%10 == 0 && n < 100 && s.is(i+1, "-") {
		if m, ok := s.numeral(i+2, "number"); ok && m < 10 {
			return quantity{n: n + m, last: i + 3}, true
		}
	}
	if s.is(i+1, "hundred") {
		return quantity{n: n * 100, last: i + 2}, true
	}
	if s.is(i, "a", "an") {
		return quantity{n: 1, last: i + 1}, true
	}
	return s.andHalf(quantity{n: n, last: i + 1}), true
}

// figures reads a number in digits: "12", "1,000", "2.5".
func (s *scanner) figures(i int) (quantity, bool) {
	w := strings.ReplaceAll(s.word(i), ",", "")
	if w == "" || w[0] < '0' || w[0] > '9' {
		return quantity{}, false
	}
	whole, fraction, _ := strings.Cut(w, ".")
	if fraction != "" {
		if _, ok := number(fraction); !ok {
			return quantity{}, false
		}
	}
	n, err := strconv.Atoi(whole)
	if err != nil || n > maxUnits || len(w) == 4 && n >= 1900 && n < 2100 && w == s.word(i) {
		return quantity{}, false
	}
	return quantity{n: n, fraction: fraction, last: i + 1}, true
}

// andHalf adds "and a half", "1/2" or "½" behind a number.
func (s *scanner) andHalf(q quantity) quantity {
	switch {
	case s.is(q.last, "and") && s.is(q.last+1, "a") && s.is(q.last+2, "half"):
		q.fraction, q.last = "5", q.last+3
	case s.is(q.last, "1/2", "½"):
		q.fraction, q.last = "5", q.last+1
	case s.is(q.last, "-") && s.is(q.last+1, "and") && s.is(q.last+2, "-") && s.is(q.last+3, "a") && s.is(q.last+4, "-") && s.is(q.last+5, "half"):
		q.fraction, q.last = "5", q.last+6
	}
	return q
}

// past returns the token behind k if token k is the word, else k.
func (s *scanner) past(k int, word string) int {
	if s.is(k, word) {
		return k + 1
	}
	return k
}
