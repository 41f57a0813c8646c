package timex

import (
	"strings"
	"time"

	"wiredesk"
)

// dateAndClock reads a date with or without a time of day before or behind it:
// "Tue Feb 7, 2012 8:27pm GMT", "9.30pm Tuesday", "Tuesday night", "9.30pm".
func (s *scanner) dateAndClock(i int) (expression, bool) {
	if e, ok := s.date(i); ok {
		return s.withClock(e), true
	}
	c, ok := s.clockTime(i)
	if !ok {
		return expression{}, false
	}
	k := c.last
	if s.is(k, ",", "on") {
		k++
	}
	if s.is(k, "early", "late") {
		k++
	}
	if e, ok := s.date(k); ok && (e.op == opWeekday || e.op == opDate && e.d != 0) {
		e = s.withPart(e)
		e.first, e.clock = i, c.clock
		return e, true
	}
	if e, ok := s.deictic(s.past(c.last, ",")); ok && c.clock != "" {
		e.first, e.clock = i, c.clock
		return e, true
	}
	return c, true
}

// withClock adds the time of day, or the part of the day, behind a date.
func (s *scanner) withClock(e expression) expression {
	if e.op != opWeekday && (e.op != opDate || e.d == 0) {
		return e
	}
	e = s.withPart(e)
	k := e.last
	if s.is(k, ",", "at") {
		k++
	}
	k = s.past(k, "at")
	if c, ok := s.clockTime(k); ok && (c.clock != "" || k == e.last) {
		e.last, e.clock = c.last, c.clock
	}
	return e
}

// date reads a date of the calendar, without a time of day.
func (s *scanner) date(i int) (expression, bool) {
	for _, read := range []func(*scanner, int) (expression, bool){
		(*scanner).numericDate, (*scanner).weekdayDate, (*scanner).monthDay, (*scanner).dayMonth, (*scanner).monthAlone, (*scanner).yearAlone,
	} {
		if e, ok := read(s, i); ok {
			return e, true
		}
	}
	return expression{}, false
}

// numericDate reads "2012-02-07", "02/07/2012", "7.2.2012", "07-Feb-2012". The
// order of month and day is American unless the first number is above twelve
// or points part them.
func (s *scanner) numericDate(i int) (expression, bool) {
	w := s.word(i)
	if len(w) < 6 || len(w) > 10 || w[0] < '0' || w[0] > '9' {
		return expression{}, false
	}
	for _, separator := range []string{"-", "/", "."} {
		parts := strings.Split(w, separator)
		if len(parts) != 3 {
			continue
		}
		var n [3]int
		for k, p := range parts {
			v, ok := number(p)
			if !ok {
				return expression{}, false
			}
			n[k] = v
		}
		y, m, d := n[2], n[0], n[1]
		switch {
		case len(parts[0]) == 4:
			y, m, d = n[0], n[1], n[2]
		case n[0] > 12 || separator == ".":
			m, d = n[1], n[0]
		}
		if len(parts[2]) == 2 && len(parts[0]) != 4 {
			y = century20(y)
		}
		if !valid(y, m, d) || y < 1000 {
			return expression{}, false
		}
		return expression{first: i, last: i + 1, kind: wiredesk.TimeDate, op: opDate, rule: "explicit", y: y, m: m, d: d}, true
	}
	return expression{}, false
}

// century20 completes a year of two digits.
func century20(y int) int {
	if y < 50 {
		return 2000 + y
	}
	return 1900 + y
}

// number reads up to four digits.
func number(w string) (int, bool) {
	if len(w) == 0 || len(w) > 4 {
		return 0, false
	}
	n := 0
	for k := 0; k < len(w); k++ {
		if w[k] < '0' || w[k] > '9' {
			return 0, false
		}
		n = n*10 + int(w[k]-'0')
	}
	return n, true
}

// weekdayDate reads a weekday, alone or before a date: "Tuesday", "Tue Feb 7",
// "Tuesday, 7 February".
func (s *scanner) weekdayDate(i int) (expression, bool) {
	n, ok := s.numeral(i, "weekday")
	if !ok || !s.upper(i) {
		return expression{}, false
	}
	k := i + 1
	if s.is(k, ",") {
		k++
	}
	for _, read := range []func(*scanner, int) (expression, bool){(*scanner).numericDate, (*scanner).monthDay, (*scanner).dayMonth} {
		if e, ok := read(s, k); ok {
			e.first, e.weekday = i, time.Weekday(n)
			return e, true
		}
	}
	if w := s.lower(i); len(w) <= 4 && w[len(w)-1] != '.' && w != "tues" && w != "thur" {
		return expression{}, false // "Sun", "Sat", "Wed" are words
	}
	return expression{first: i, last: i + 1, kind: wiredesk.TimeDate, op: opWeekday, rule: "weekday", weekday: time.Weekday(n)}, true
}

// monthDay reads "Feb. 4", "February 7th, 2012".
func (s *scanner) monthDay(i int) (expression, bool) {
	m, ok := s.numeral(i, "month")
	if !ok || !s.upper(i) {
		return expression{}, false
	}
	d, ok := s.dayNumber(i + 1)
	if !ok || s.is(i+2, ":", "million", "billion", "%", "percent") {
		return expression{}, false
	}
	return s.withYear(expression{first: i, last: i + 2, kind: wiredesk.TimeDate, op: opDate, m: m, d: d})
}

// dayMonth reads "7 February", "the 7th of February 2012", "07-Feb-2012",
// "07-Feb-12".
func (s *scanner) dayMonth(i int) (expression, bool) {
	first := i
	i = s.past(i, "the")
	d, ok := s.dayNumber(i)
	_, plain := s.digits(i, 1, 2)
	if !ok || plain && i > first {
		return expression{}, false // "the 13 November attacks": the article is theirs
	}
	i++
	if s.is(i, "of") || s.is(i, "-") && s.joined(i) {
		i++
	}
	m, ok := s.numeral(i, "month")
	if !ok || !s.upper(i) {
		return expression{}, false
	}
	e := expression{first: first, last: i + 1, kind: wiredesk.TimeDate, op: opDate, m: m, d: d}
	if s.is(i+1, "-") && s.joined(i+1) {
		if y, ok := s.yearNumber(i + 2); ok {
			e.y, e.last = y, i+3
		} else if y, ok := s.digits(i+2, 2, 2); ok && s.joined(i+2) && s.is(i-1, "-") {
			e.y, e.last = century20(y), i+3
		}
	}
	return s.withYear(e)
}

// withYear adds the year behind the expression and checks the day.
func (s *scanner) withYear(e expression) (expression, bool) {
	k := e.last
	if s.is(k, ",") {
		k++
	}
	if y, ok := s.yearNumber(k); ok && e.y == 0 {
		e.y, e.last = y, k+1
	}
	e.rule = "explicit"
	if e.y == 0 {
		e.rule = "month-day"
	}
	y := e.y
	if y == 0 {
		y = 2000 // a leap year: the day may exist
	}
	return e, valid(y, e.m, max(e.d, 1))
}

// dayNumber reads a day of the month: "7", "7th", "seventh".
func (s *scanner) dayNumber(i int) (int, bool) {
	w := s.lower(i)
	if n, ok := s.numeral(i, "ordinal"); ok && !s.is(i, "second") {
		return n, true
	}
	if len(w) > 2 {
		switch w[len(w)-2:] {
		case "st", "nd", "rd", "th":
			w = w[:len(w)-2]
		}
	}
	n, ok := number(w)
	return n, ok && len(w) <= 2 && n >= 1 && n <= 31
}

// yearNumber reads a year of four digits.
func (s *scanner) yearNumber(i int) (int, bool) {
	y, ok := s.digits(i, 4, 4)
	return y, ok && y >= 1000 && y < 2100
}

// monthAlone reads "March 2012", "in February", "mid-February".
func (s *scanner) monthAlone(i int) (expression, bool) {
	w := s.lower(i)
	m, ok := s.numeral(i, "month")
	if cut, found := strings.CutPrefix(w, "mid-"); found && !ok {
		if v := calendar()[cut]; v.class == "month" {
			m, ok = monthOf(v.value), true
		}
	}
	if !ok || !s.upper(i) && !strings.HasPrefix(w, "mid-") {
		return expression{}, false
	}
	e, _ := s.withYear(expression{first: i, last: i + 1, kind: wiredesk.TimeDate, op: opDate, m: m})
	if e.y == 0 {
		if s.is(i+1, "of") {
			if y, ok := s.yearNumber(i + 2); ok {
				e.y, e.last = y, i+3
			}
		}
	}
	if e.y != 0 {
		e.rule = "explicit"
		return e, true
	}
	e.rule = "month"
	k := i + 1
	if s.is(k, "of") {
		k++
	}
	if s.is(k, "last", "next", "this") && s.is(k+1, "year") {
		e.n, e.op, e.unit, e.last, e.rule = map[string]int{"last": -1, "next": 1}[s.lower(k)], opMonthOf, year, k+2, s.lower(k)+"-year-month"
		return e, true
	}
	return e, !ambiguousMonth(w) || s.is(i-1, "in", "of", "since", "until", "till", "by", "during", "last", "next", "early", "late", "mid", "from", "before", "after", "to", "and", "through", "this", "between", "-")
}

// monthOf reads a month's number from the lexicon.
func monthOf(v string) int {
	n, _ := number(v)
	return n
}

// ambiguousMonth reports whether the word is also a name or another word.
func ambiguousMonth(w string) bool {
	switch w {
	case "may", "march", "april", "june", "august", "mar", "sep", "dec", "jan", "nov", "oct", "feb", "jun", "jul", "aug", "apr":
		return true
	}
	return false
}

// yearAlone reads a year by itself: behind a preposition, in brackets, or
// where nothing countable follows.
func (s *scanner) yearAlone(i int) (expression, bool) {
	first := i
	if s.is(i, "the") && s.is(i+1, "year") {
		i += 2
	}
	y, ok := s.yearNumber(i)
	if !ok || y < 1500 {
		return expression{}, false
	}
	e := expression{first: first, last: i + 1, kind: wiredesk.TimeDate, op: opPeriod, rule: "explicit", y: y}
	e.value = period{date(y, 1, 1), date(y, 12, 31)}
	if s.is(i-1, "a", "an") && (s.xpos(i+1) == "NNP" || s.xpos(i+1) == "JJ" && s.xpos(i+2) == "NNP") {
		return e, false // "a 2013 Camry"
	}
	if s.is(i-1, "$", "£", "€", "#", "no.", "number", "highway", "route", "+", "(") && !s.is(i+1, ")", "-", "–") || s.is(i+1, "%", "percent", "per") {
		return e, false
	}
	if s.is(i-1, "in", "since", "until", "till", "by", "during", "from", "of", "after", "before", "early", "late", "mid", "through", "to", "between", "fiscal", "year", "for", "-", "–", "around", "circa", "and") {
		return e, !s.counted(i + 1)
	}
	if y < 1900 || y > 2059 || s.counted(i+1) || s.upper(i-1) && s.upper(i+1) && i-1 > s.first {
		return e, false
	}
	if s.is(i-1, "the", "a", "(", "'s", "’s", ",", "its", "his", "their", "her", "not", "least", "than", "was", "is", "or") || i == s.first || s.upper(i-1) {
		return e, true
	}
	next := s.xpos(i + 1)
	if strings.HasPrefix(s.xpos(i-1), "VB") && s.upper(i+1) {
		return e, true // "to host 2014 Oscars"
	}
	return e, s.xpos(i-1) != "CD" && next != "NN" && next != "NNP" && next != "JJ" && next != "CD"
}

// counted reports whether token i is what a number counts: a plural noun, or
// an adjective before one.
func (s *scanner) counted(i int) bool {
	if s.xpos(i) == "JJ" {
		i++
	}
	switch s.xpos(i) {
	case "NNS":
		return !s.is(i, "elections", "games", "olympics", "attacks", "polls", "riots", "protests", "talks", "championships", "accords", "agreements")
	}
	return false
}
