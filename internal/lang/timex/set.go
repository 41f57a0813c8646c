package timex

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"wiredesk"
)

// set reads what comes again: "every Friday", "each day", "daily", "on
// Fridays", "twice a week", "six days a week", "every two years".
func (s *scanner) set(i int) (expression, bool) {
	e := expression{first: i, kind: wiredesk.TimeSet, op: opNone, rule: "set"}
	for _, read := range []func(*scanner, expression) (expression, bool){
		(*scanner).every, (*scanner).often, (*scanner).timesPer,
	} {
		if e, ok := read(s, e); ok {
			return e, true
		}
	}
	return e, false
}

// every reads "every Friday", "each of the last two years" not.
func (s *scanner) every(e expression) (expression, bool) {
	k := e.first + 1
	if !s.is(e.first, "every", "each") {
		return e, false
	}
	n := 1
	if s.is(k, "other") {
		n, k = 2, k+1
	} else if s.is(k, "single") {
		k++
	} else if q, ok := s.quantity(k); ok {
		n, k = q.n, q.last
	} else if o, ok := s.numeral(k, "ordinal"); ok {
		n, k = o, k+1
	}
	if u, ok := s.unit(k); ok && u != second {
		e.unit, e.last, e.often = u, k+1, length(n, "", u)
		return e, true
	}
	if w, ok := s.numeral(k, "weekday"); ok {
		e.last, e.often = k+1, weekly(time.Weekday(w))
		if p, ok := s.partAt(e.last); ok {
			e.last, e.often = e.last+1, e.often+"T"+p
		}
		return e, true
	}
	if p, ok := s.partAt(k); ok {
		e.last, e.often = k+1, "XXXX-XX-XXT"+p
		return e, true
	}
	if m, ok := s.numeral(k, "month"); ok {
		e.last, e.often = k+1, fmt.Sprintf("XXXX-%02d", m)
		return e, true
	}
	if v, ok := s.numeral(k, "season"); ok {
		e.last, e.often = k+1, "XXXX-"+seasonNames[v]
		return e, true
	}
	return e, false
}

// weekly writes a weekday of every week.
func weekly(w time.Weekday) string { return fmt.Sprintf("XXXX-WXX-%d", (int(w)+6)%7+1) }

// often reads one word: "daily", "Fridays", "weekdays".
func (s *scanner) often(e expression) (expression, bool) {
	i := e.first
	e.last = i + 1
	if v, ok := s.value(i, "often"); ok && !(s.upper(i) && (s.upper(i-1) || s.upper(i+1))) {
		e.often = v
		// "the daily Vatan" and "the daily said" are newspapers.
		noun := (s.xpos(i+1) == "NN" || s.xpos(i+1) == "NNS" || s.xpos(i+1) == "JJ") && !s.upper(i+1)
		return e, !s.is(i-1, "the") || noun
	}
	if n, ok := s.numeral(i, "weekdays"); ok && s.upper(i) {
		e.often = weekly(time.Weekday(n))
		return e, true
	}
	if n, ok := s.numeral(i, "weekday"); ok && s.upper(i) {
		if v, ok := s.value(i+1, "parts"); ok {
			e.last, e.often = i+2, weekly(time.Weekday(n))+"T"+partNames[v]
			return e, true
		}
	}
	if v, ok := s.value(i, "days"); ok {
		e.often = v
		return e, true
	}
	return e, false
}

// timesPer reads how often in a unit: "twice a week", "three times a year",
// "six days a week", and the unit of a rate: "300 barrels a day".
func (s *scanner) timesPer(e expression) (expression, bool) {
	k := e.first + 1
	if s.is(e.first, "a", "an", "per") {
		if u, ok := s.unit(k); ok && rateUnit(u) && !s.plural(k) && s.rated(e.first-1) {
			e.last, e.unit, e.often = k+1, u, length(1, "", u)
			return e, true
		}
		return e, false
	}
	if !s.is(e.first, "once", "twice") {
		q, ok := s.quantity(e.first)
		if !ok {
			return e, false
		}
		k = q.last
		if u, ok := s.unit(k); !s.is(k, "times") && !(ok && s.plural(k) && u != second) {
			return e, false
		}
		k++
	}
	if u, ok := s.unit(k + 1); ok && s.is(k, "a", "per", "every", "each") && !s.plural(k+1) {
		e.last, e.unit, e.often = k+2, u, length(1, "", u)
		return e, true
	}
	return e, false
}

// rateUnit reports whether things are counted by the unit.
func rateUnit(u unit) bool { return u == day || u == week || u == month || u == year || u == hour }

// rated reports whether token i is a quantity or noun that "a day" may rate:
// "300 barrels a day", "$5 a day".
func (s *scanner) rated(i int) bool {
	if s.is(i, "times", "once", "twice") {
		return false
	}
	if x := s.xpos(i); x != "NNS" && x != "CD" {
		return false
	}
	for k := i; k > i-5; k-- {
		if w := s.word(k); w != "" {
			if _, err := strconv.Atoi(strings.ReplaceAll(w, ",", "")); err == nil || s.is(k, "million", "billion") {
				return true
			}
		}
	}
	return false
}
