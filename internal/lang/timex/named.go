package timex

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"time"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/holidays.txt
var holidaysFile []byte

// holidays maps holidays in lower case to "month-day".
var holidays = sync.OnceValue(func() map[string]string { return lexicon.Map(holidaysFile) })

// named reads decades, centuries, seasons, quarters and holidays.
func (s *scanner) named(i int) (expression, bool) {
	for _, read := range []func(*scanner, int) (expression, bool){
		(*scanner).decade, (*scanner).century, (*scanner).season, (*scanner).quarter, (*scanner).holiday,
	} {
		if e, ok := read(s, i); ok {
			return e, true
		}
	}
	return expression{}, false
}

// decade reads "the 1990s", "mid-1990s", "the '90s".
func (s *scanner) decade(i int) (expression, bool) {
	k := i
	if s.is(k, "the") {
		k++
	}
	if s.is(k, "early", "late", "mid") {
		k++
		if s.is(k, "-") {
			k++
		}
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
	k := i
	if s.is(k, "the") {
		k++
	}
	if s.is(k, "early", "late", "mid") {
		k++
		if s.is(k, "-") {
			k++
		}
	}
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

// season reads "summer 2011", "the spring of 2011", "the winter".
func (s *scanner) season(i int) (expression, bool) {
	k := i
	if s.is(k, "the") {
		k++
	}
	if s.is(k, "early", "late", "mid") {
		k++
		if s.is(k, "-") {
			k++
		}
	}
	v, ok := s.numeral(k, "season")
	if !ok || s.xpos(k) == "VB" || s.xpos(k) == "VBP" || s.xpos(k) == "VBD" {
		return expression{}, false
	}
	e := expression{first: i, last: k + 1, kind: wiredesk.TimeDate, op: opSeason, m: v, rule: "season"}
	k++
	if s.is(k, "of") {
		k++
	}
	if y, ok := s.yearNumber(k); ok {
		e.op, e.rule, e.last, e.value = opPeriod, "explicit", k+1, seasonOf(y, v)
		return e, true
	}
	if s.is(e.last-1, "spring", "fall") && !s.is(e.last-2, "the", "in", "this", "last") {
		return e, false // "spring" and "fall" are other words too
	}
	return e, s.is(e.last-2, "in", "the", "during", "since", "by", "until", "late", "early", "mid")
}

// quarter reads "the first quarter of 2012", "Q3 2011", "fourth-quarter".
func (s *scanner) quarter(i int) (expression, bool) {
	e := expression{first: i, kind: wiredesk.TimeDate, op: opQuarter, rule: "quarter"}
	if w := s.word(i); len(w) == 2 && w[0] == 'Q' && '1' <= w[1] && w[1] <= '4' {
		e.m, e.last = int(w[1]-'0'), i+1
	} else {
		k := i
		if s.is(k, "the") {
			k++
		}
		n, ok := s.numeral(k, "ordinal")
		k++
		hyphen := s.is(k, "-")
		if hyphen || s.is(k, "fiscal") {
			k++
		}
		if !ok || n > 4 || !s.is(k, "quarter") || hyphen && s.is(k+1, "touchdown", "goal", "lead", "score", "surge", "run") {
			return e, false
		}
		e.m, e.last = n, k+1
	}
	k := e.last
	if s.is(k, "of") {
		k++
	}
	if y, ok := s.yearNumber(k); ok {
		e.y, e.last, e.rule = y, k+1, "explicit"
	} else if s.is(k, "last", "this", "next") && s.is(k+1, "year") && k > e.last {
		e.n, e.last, e.rule = map[string]int{"last": -1, "next": 1}[s.lower(k)], k+2, "quarter-of-year"
	}
	return e, true
}

// holiday reads "Christmas Day", "New Year's Eve 2011".
func (s *scanner) holiday(i int) (expression, bool) {
	if !s.upper(i) {
		return expression{}, false
	}
	for n := 4; n > 0; n-- {
		parts := make([]string, 0, n)
		for k := i; k < i+n; k++ {
			parts = append(parts, strings.ReplaceAll(s.lower(k), "’", "'"))
		}
		v, ok := holidays()[strings.Join(parts, " ")]
		if !ok {
			continue
		}
		md, err := time.Parse("01-02", v)
		if err != nil {
			continue
		}
		return s.withYear(expression{first: i, last: i + n, kind: wiredesk.TimeDate, op: opDate, m: int(md.Month()), d: md.Day()})
	}
	return expression{}, false
}

// set reads "every Friday", "each day", "daily", "on Fridays", "twice a week",
// "every two years".
func (s *scanner) set(i int) (expression, bool) {
	e := expression{first: i, kind: wiredesk.TimeSet, op: opNone, rule: "set"}
	if s.is(i, "every", "each") {
		k := i + 1
		if s.is(k, "other", "single") {
			k++
		} else if q, ok := s.quantity(k); ok {
			k = q.last
		} else if _, ok := s.numeral(k, "ordinal"); ok {
			k++
		}
		for _, class := range []string{"unit", "weekday", "part", "month", "season"} {
			if v, ok := s.value(k, class); ok && v != string(second) {
				e.last = k + 1
				if _, ok := s.value(e.last, "part"); ok && class != "unit" {
					e.last++
				}
				return e, true
			}
		}
		return e, false
	}
	if _, ok := s.value(i, "often"); ok && !s.is(i-1, "the") && !(s.upper(i) && s.upper(i-1)) && !(s.upper(i) && s.upper(i+1)) {
		e.last = i + 1
		return e, true
	}
	if _, ok := s.numeral(i, "weekdays"); ok && s.upper(i) {
		e.last = i + 1
		return e, true
	}
	if s.is(i, "once", "twice") || s.is(i+1, "times") && s.isQuantity(i) {
		k := i + 1
		if s.is(k, "times") {
			k++
		}
		if u, ok := s.unit(k + 1); ok && s.is(k, "a", "per", "every", "each") && !s.plural(k+1) {
			e.last, e.unit = k+2, u
			return e, true
		}
	}
	if s.is(i, "a", "an", "per") {
		if u, ok := s.unit(i + 1); ok && (u == day || u == week || u == month || u == year || u == hour) && !s.plural(i+1) && s.rated(i-1) {
			e.last = i + 2
			return e, true
		}
	}
	return e, false
}

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
