package timex

import (
	"strings"

	"wiredesk"
)

// ordinal reads a unit that is counted from a beginning the words don't date
// ("its fifth week", "the first day"), a run of them ("the third straight
// day") and a day of the month by its number ("on the 14th").
func (s *scanner) ordinal(i int) (expression, bool) {
	e := expression{first: i, kind: wiredesk.TimeDate, op: opNone, rule: "ordinal"}
	if !s.is(i, "the", "its", "his", "her", "their", "a") {
		return e, false
	}
	if d, ok := s.ordinalDigits(i + 1); ok && s.is(i, "the") && s.is(i-1, "on", "until", "till", "by", "since", "before", "after", "from") && !s.nounAt(i+2) && !s.is(i+2, "of", "century", "-") {
		e.last, e.op, e.d, e.rule = i+2, opDate, d, "day-of-month"
		return e, true
	}
	k := i + 1
	n, ok := s.numeral(k, "ordinal")
	if !ok {
		if n, ok = s.ordinalDigits(k); !ok {
			return e, false
		}
	}
	k++
	if s.is(k, "straight", "consecutive", "successive") {
		e.kind, e.rule, e.n = wiredesk.TimeDuration, "duration", n
		k++
	}
	u, ok := s.unit(k)
	if !ok || s.plural(k) || u == second || u == minute || u == quarter || strings.HasPrefix(s.xpos(k+1), "NN") || s.is(k+1, "-") {
		return e, false
	}
	e.unit, e.last = u, k+1
	return e, true
}

// ordinalDigits reads "14th".
func (s *scanner) ordinalDigits(k int) (int, bool) {
	w := s.lower(k)
	for _, end := range []string{"st", "nd", "rd", "th"} {
		if digits, ok := strings.CutSuffix(w, end); ok {
			n, ok := number(digits)
			return n, ok && n >= 1 && n <= 31
		}
	}
	return 0, false
}

// nounAt reports whether token k is a noun, adjective or number.
func (s *scanner) nounAt(k int) bool {
	switch s.xpos(k) {
	case "NN", "NNS", "NNP", "NNPS", "JJ", "CD":
		return true
	}
	return false
}
