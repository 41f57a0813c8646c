package timex

import (
	"strings"

	"wiredesk"
)

// decade reads "the 1990s", "mid-1990s", "the '90s".
func (s *scanner) decade(i int) (expression, bool) {
	k := s.shade(i)
	if y, ok := s.numeral(k, "decade"); ok && s.is(k-1, "the", "early", "late", "mid", "-") && s.is(s.past(i, "the")-1, "the") {
		e := expression{first: i, last: k + 1, kind: wiredesk.TimeDate, op: opPeriod, rule: "explicit"}
		e.value = period{date(y, 1, 1), date(y+9, 12, 31)}
		return e, true
	}
	w := strings.TrimPrefix(strings.TrimLeft(s.lower(k), "'‘’"), "mid-")
	w = strings.Replace(strings.Replace(w, "'", "", 1), "’", "", 1)
	digits, ok := strings.CutSuffix(w, "s")
	y, numeric := number(digits)
	if !ok || !numeric || y%10 != 0 || len(digits) != 4 && len(digits) != 2 {
		return expression{}, false
	}
	if len(digits) == 2 {
		if len(s.word(k)) == 3 && !s.is(k-1, "the") || y < 20 {
			return expression{}, false
		}
		y += 1900
	}
	if y < 1500 || y > 2050 {
		return expression{}, false
	}
	e := expression{first: i, last: k + 1, kind: wiredesk.TimeDate, op: opPeriod, rule: "explicit"}
	e.value = period{date(y, 1, 1), date(y+9, 12, 31)}
	return e, true
}

// century reads "the 19th century".
func (s *scanner) century(i int) (expression, bool) {
	k := s.shade(i)
	n, ok := s.dayNumber(k)
	k++
	if s.is(k, "-") {
		k++
	}
	if !ok || !s.is(k, "century") || n > 21 {
		return expression{}, false
	}
	e := expression{first: i, last: k + 1, kind: wiredesk.TimeDate, op: opPeriod, rule: "explicit"}
	e.value = period{date(100*n-99, 1, 1), date(100*n, 12, 31)}
	return e, true
}
