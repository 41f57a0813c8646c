package timex

import (
	"time"

	"wiredesk"
)

// relative reads what is counted from another day: "yesterday", "last month",
// "three days ago", "the last five days", "two days later", "earlier this
// month", "the next day".
func (s *scanner) relative(i int) (expression, bool) {
	k := i
	shift := ""
	if s.is(k, "earlier", "later", "early", "late", "mid") {
		shift = s.lower(k)
		k++
		if s.is(k, "-") {
			k++
		}
		if s.is(k, "in", "on") && s.is(k+1, "the") {
			k += 2
		} else if s.is(k, "in", "on") {
			k++
		}
	}
	for _, read := range []func(*scanner, int) (expression, bool){
		(*scanner).deictic, (*scanner).ago, (*scanner).window, (*scanner).lastNext, (*scanner).neighbour, (*scanner).edge,
	} {
		if e, ok := read(s, k); ok {
			e.first = i
			if shift != "" {
				e.rule += "-" + shift
			}
			return e, true
		}
	}
	if shift == "" {
		return expression{}, false
	}
	if u, ok := s.unit(k); ok && k > i+1 && s.is(k-1, "the") && (u == day || u == week || u == month || u == year || u == night) {
		// "later in the day": of the last date of the text.
		return expression{first: i, last: k + 1, kind: wiredesk.TimeDate, op: opSame, unit: u, rule: "same-" + string(u) + "-" + shift}, true
	}
	if e, ok := s.date(k); ok && (e.op == opWeekday || e.d == 0) {
		e.first = i
		if e.rule != "explicit" {
			e.rule += "-" + shift
		}
		return e, true
	}
	return expression{}, false
}

// deictic reads "today", "yesterday morning", "the day before yesterday",
// "last night".
func (s *scanner) deictic(i int) (expression, bool) {
	e := expression{first: i, kind: wiredesk.TimeDate, op: opDay, unit: day}
	if s.is(i, "the") && s.is(i+1, "day") && s.is(i+2, "before", "after") && s.is(i+3, "yesterday", "tomorrow") {
		e.n, e.rule, e.last = -2, "yesterday", i+4
		if s.is(i+2, "after") {
			e.n, e.rule = 2, "tomorrow"
		}
		return e, true
	}
	if s.is(i, "last") && s.is(i+1, "night", "evening") {
		e.n, e.rule, e.last = -1, "last-night", i+2
		return e, true
	}
	if n, ok := s.numeral(i, "deictic"); ok {
		e.n, e.rule, e.last = n, s.lower(i), i+1
		if _, ok := s.value(i+1, "part"); ok {
			e.last++
		}
		return e, true
	}
	if s.is(i, "this") {
		if _, ok := s.value(i+1, "part"); ok {
			e.rule, e.last = "this-"+s.lower(i+1), i+2
			return e, true
		}
	}
	if s.is(i, "overnight") {
		e.rule, e.last = "overnight", i+1
		return e, true
	}
	return e, false
}

// ago reads "three days ago", "a year earlier", "two weeks later", "a week
// from now", "two days before".
func (s *scanner) ago(i int) (expression, bool) {
	i0 := i
	i = s.hedge(i)
	q, ok := s.quantity(i)
	if !ok {
		return expression{}, false
	}
	u, ok := s.unit(q.last)
	if !ok {
		return expression{}, false
	}
	k := q.last + 1
	e := expression{first: i0, last: k + 1, kind: wiredesk.TimeDate, op: opAround, unit: u, n: -q.n, rule: string(u) + "s-ago"}
	switch {
	case s.is(k, "ago"):
		if s.is(k+1, "today", "yesterday", "tomorrow") {
			e.last++
		}
	case s.is(k, "from") && s.is(k+1, "now", "today"):
		e.n, e.last, e.rule = q.n, k+2, string(u)+"s-ahead"
	case s.is(k, "earlier", "before", "previously", "beforehand") && !s.clause(k):
		e.op, e.rule = opShift, string(u)+"s-earlier"
	case s.is(k, "later", "after", "afterwards", "afterward", "on") && !s.clause(k) && !s.is(k, "on"):
		e.op, e.n, e.rule = opShift, q.n, string(u)+"s-later"
	default:
		return e, false
	}
	if q.n == 0 {
		e.op, e.rule = opNone, e.rule+"-vague"
	}
	return e, true
}

// clause reports whether what follows "before" or "after" at k is what it is
// before or after: then the words in front of it are a length of time.
func (s *scanner) clause(k int) bool {
	if s.is(k, "earlier", "later", "previously", "afterwards", "afterward", "beforehand") {
		return s.is(k+1, "than")
	}
	next := s.word(k + 1)
	return next != "" && next != "," && next != "." && next != ";" && !s.is(k+1, "and", "but")
}

// hedge passes "about", "nearly", "more than", "at least", "some" before a
// quantity.
func (s *scanner) hedge(i int) int {
	switch {
	case s.is(i, "about", "nearly", "almost", "roughly", "approximately", "around", "some", "just", "only", "over", "barely") && s.isQuantity(i+1):
		return i + 1
	case s.is(i, "more", "less", "fewer") && s.is(i+1, "than") && s.isQuantity(i+2), s.is(i, "at") && s.is(i+1, "least") && s.isQuantity(i+2):
		return i + 2
	}
	return i
}

func (s *scanner) isQuantity(i int) bool {
	_, ok := s.quantity(i)
	return ok
}

// window reads "the last five days", "the past year", "in the next two
// weeks": a run of time that ends or begins at the anchor.
func (s *scanner) window(i int) (expression, bool) {
	k := i
	if s.is(k, "the", "these", "its", "his", "their") {
		k++
	}
	n := -1
	switch {
	case s.is(k, "last", "past", "previous", "preceding"):
	case s.is(k, "next", "coming", "following"):
		n = 1
	default:
		return expression{}, false
	}
	e := expression{first: i, kind: wiredesk.TimeRange, op: opWindow}
	if u, ok := s.unit(k + 1); ok {
		// "the last week" is a calendar week like "last week"; "the past
		// week" runs up to the anchor.
		if !s.is(k, "past", "coming") {
			return e, false
		}
		e.unit, e.n, e.last, e.rule = u, n, k+2, "window"
		if s.plural(k + 1) {
			e.op, e.rule = opNone, "window-vague"
		}
		return e, true
	}
	q, ok := s.quantity(k + 1)
	if !ok || s.is(k+1, "a", "an") {
		return e, false
	}
	u, ok := s.unit(q.last)
	if !ok {
		return e, false
	}
	e.unit, e.n, e.last, e.rule = u, n*q.n, q.last+1, "window"
	if q.n == 0 {
		e.op, e.rule = opNone, "window-vague"
	}
	return e, true
}

// plural reports whether the unit at i is printed in the plural.
func (s *scanner) plural(i int) bool {
	w := s.lower(i)
	return len(w) > 0 && w[len(w)-1] == 's'
}

// lastNext reads "last Tuesday", "next month", "this week", "last February",
// "this summer", "last weekend".
func (s *scanner) lastNext(i int) (expression, bool) {
	k := i
	if s.is(k, "the") && s.is(k+1, "last", "past", "current", "coming") {
		k++
	}
	n := 0
	switch {
	case s.is(k, "last"):
		n = -1
	case s.is(k, "next"), s.is(k, "coming"):
		n = 1
	case s.is(k, "this"), s.is(k, "current"):
	case s.is(k, "past") && k == i:
		n = -1
	default:
		return expression{}, false
	}
	name := map[int]string{-1: "last", 0: "this", 1: "next"}[n]
	e := expression{first: i, last: k + 2, kind: wiredesk.TimeDate, n: n}
	if w, ok := s.numeral(k+1, "weekday"); ok && s.upper(k+1) {
		e.op, e.weekday, e.rule = opWeekday, time.Weekday(w), name+"-weekday"
		if _, ok := s.value(e.last, "part"); ok {
			e.last++
		}
		return e, true
	}
	if m, ok := s.numeral(k+1, "month"); ok && s.upper(k+1) {
		e.op, e.m, e.rule = opDate, m, name+"-month"
		if d, ok := s.dayNumber(k + 2); ok && !s.is(k+3, "%", "percent") {
			e.d, e.last = d, k+3
		}
		return e, true
	}
	if v, ok := s.numeral(k+1, "season"); ok {
		e.op, e.m, e.rule = opSeason, v, name+"-season"
		return e, true
	}
	u, ok := s.unit(k + 1)
	if !ok || s.plural(k+1) || u == second || u == minute || u == hour || u == day && n != 0 || u == night {
		return e, false
	}
	e.op, e.unit, e.rule = opAround, u, name+"-"+string(u)
	if s.is(k, "past") {
		return e, false
	}
	return e, true
}

// neighbour reads "the next day", "the following week", "the previous year",
// "the same day", "that day", "the day before", "a day earlier".
func (s *scanner) neighbour(i int) (expression, bool) {
	e := expression{first: i, kind: wiredesk.TimeDate, op: opShift}
	if u, ok := s.unit(i + 1); ok && s.is(i, "the") && s.is(i-1, "during") && (u == month || u == year || u == week) && !s.is(i+2, "of") && !s.plural(i+1) {
		e.op, e.unit, e.rule, e.last = opSame, u, "same-"+string(u), i+2
		return e, true
	}
	if s.is(i, "the") && s.is(i+1, "weekend") {
		e.op, e.unit, e.rule, e.last = opWeekend, weekend, "weekend", i+2
		return e, true
	}
	if s.is(i, "that", "same") || s.is(i, "the") && s.is(i+1, "same") {
		k := i + 1
		if s.is(i, "the") || s.is(i, "that") && s.is(k, "same") {
			k++
		}
		u, ok := s.unit(k)
		if !ok || s.plural(k) || u == hour || u == minute || u == second || u == quarter {
			return e, false
		}
		e.op, e.unit, e.rule, e.last = opSame, u, "same-"+string(u), k+1
		return e, true
	}
	k := i
	if s.is(k, "the") {
		k++
	}
	switch {
	case s.is(k, "next", "following") && k > i:
		e.n, e.rule = 1, "next"
	case s.is(k, "previous", "preceding") && k > i:
		e.n, e.rule = -1, "previous"
	case k > i && s.is(k, "day", "week", "month", "year", "night") && s.is(k+1, "before", "after") && !s.clause(k+1):
		e.n, e.rule = -1, "previous"
		if s.is(k+1, "after") {
			e.n, e.rule = 1, "next"
		}
		e.unit, _ = s.unit(k)
		e.rule += "-" + string(e.unit)
		e.last = k + 2
		return e, true
	default:
		return e, false
	}
	u, ok := s.unit(k + 1)
	if !ok || s.plural(k+1) || u == hour || u == minute || u == second {
		return e, false
	}
	e.unit, e.last = u, k+2
	e.rule += "-" + string(u)
	return e, true
}

// edge reads "the beginning of the year", "the end of last month": the whole
// year or month, since the words say no finer when.
func (s *scanner) edge(i int) (expression, bool) {
	k := i
	if s.is(k, "the") {
		k++
	}
	if !s.is(k, "beginning", "start", "end", "middle", "turn", "close", "eve") || !s.is(k+1, "of") {
		return expression{}, false
	}
	name := s.lower(k)
	if e, ok := s.lastNext(k + 2); ok && e.op == opAround && name != "eve" {
		e.first, e.rule = i, e.rule+"-"+name
		return e, true
	}
	if u, ok := s.unit(k + 3); ok && s.is(k+2, "the") && (u == week || u == month || u == year || u == decade || u == century) {
		return expression{first: i, last: k + 4, kind: wiredesk.TimeDate, op: opAround, unit: u, rule: "this-" + string(u) + "-" + name}, true
	}
	if e, ok := s.date(k + 2); ok && (e.d == 0 || name == "eve") {
		e.first = i
		if name == "eve" {
			e.back = 1
		}
		e.rule += "-" + name
		return e, true
	}
	return expression{}, false
}
