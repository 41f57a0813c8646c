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
		(*scanner).deictic, (*scanner).ago, (*scanner).yearAgo, (*scanner).window, (*scanner).lastNext, (*scanner).neighbour, (*scanner).edge,
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
		e = s.withClock(e)
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
		e.part, _ = s.partAt(i + 1)
		return e, true
	}
	if n, ok := s.numeral(i, "deictic"); ok {
		if s.upper(i) && s.upper(i-1) && i-1 >= s.first && s.xpos(i-1) != "IN" && s.meaning(i-1).class == "" {
			return e, false // "USA TODAY", "Russia Today" are newspapers
		}
		e.n, e.rule, e.last = n, s.lower(i), i+1
		if s.is(i, "tonight") {
			e.part = "NI"
		}
		e = s.withPart(e)
		if k := s.past(e.last, "at"); k < s.end {
			if c, ok := s.clockTime(k); ok && c.clock != "" {
				e.last, e.clock = c.last, c.clock
			}
		}
		return e, true
	}
	if s.is(i, "this") {
		k := i + 1
		if s.is(k, "early", "late") {
			k++
		}
		if p, ok := s.partAt(k); ok {
			e.rule, e.last, e.part = "this-"+s.lower(k), k+1, p
			return e, true
		}
	}
	if s.is(i, "overnight") {
		e.rule, e.last, e.part = "overnight", i+1, "NI"
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
	hyphen := s.is(q.last, "-")
	if hyphen {
		q.last++
	}
	u, ok := s.unit(q.last)
	if !ok || hyphen && !s.is(q.last+1, "-") {
		return expression{}, false
	}
	k := q.last + 1
	if hyphen {
		k++
	}
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

// yearAgo reads "year-ago" and "year-earlier" before a noun.
func (s *scanner) yearAgo(i int) (expression, bool) {
	k := s.past(i, "the")
	u, ok := s.unit(k)
	if !ok || s.plural(k) || !s.is(k+1, "-") || !s.is(k+2, "ago", "earlier") {
		return expression{}, false
	}
	return expression{first: k, last: k + 3, kind: wiredesk.TimeDate, op: opShift, unit: u, n: -1, rule: string(u) + "s-earlier"}, k == i
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
	if s.is(k, "the", "these", "its", "his", "their", "this") {
		k++
	}
	n := -1
	switch {
	case s.is(k, "last", "past", "previous", "preceding", "prior", "latest"):
		if x := s.xpos(k); x == "VB" || x == "VBP" || x == "VBZ" || s.is(k-1, "to") {
			return expression{}, false // "expected to last two days"
		}
	case s.is(k, "next", "coming", "following"):
		n = 1
	default:
		return expression{}, false
	}
	e := expression{first: i, kind: wiredesk.TimeRange, op: opWindow}
	if u, ok := s.unit(k + 1); ok {
		// "the last week" is a calendar week like "last week"; "the past
		// week" runs up to the anchor.
		if !s.is(k, "past", "coming") && !s.plural(k+1) || u == weekend || u == night || s.is(k-1, "this") && !s.plural(k+1) {
			return e, false
		}
		e.unit, e.n, e.last, e.rule = u, n, k+2, "window"
		if s.plural(k + 1) {
			e.op, e.rule, e.n = opNone, "window-vague", 0
			e.last = s.andUnits(e.last)
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
	if s.is(k, "the") && s.is(k+1, "last", "past", "current", "coming", "latest") || s.is(k, "this") && s.is(k+1, "past", "coming", "last", "next") {
		k++
	}
	n := 0
	switch {
	case s.is(k, "last"):
		n = -1
	case s.is(k, "next"), s.is(k, "coming"):
		n = 1
	case s.is(k, "this"), s.is(k, "current"):
	case s.is(k, "past"):
		n = -1
	case s.is(k, "latest"):
		n = -1
		if !s.is(k+1, "quarter", "week", "month") {
			return expression{}, false
		}
	default:
		return expression{}, false
	}
	name := map[int]string{-1: "last", 0: "this", 1: "next"}[n]
	e := expression{first: i, last: k + 2, kind: wiredesk.TimeDate, n: n}
	if w, ok := s.numeral(k+1, "weekday"); ok && s.upper(k+1) {
		e.op, e.weekday, e.rule = opWeekday, time.Weekday(w), name+"-weekday"
		return s.withPart(e), true
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
	if s.is(k+1, "fiscal", "financial", "calendar", "academic", "school") {
		e.last++
	}
	u, ok := s.unit(e.last - 1)
	if !ok || s.plural(e.last-1) || u == second || u == minute || u == hour || u == day && n != 0 || u == night {
		return e, false
	}
	e.op, e.unit, e.rule = opAround, u, name+"-"+string(u)
	if s.is(k, "past") && k > i && s.is(i, "the") && u != weekend {
		return e, false
	}
	if n != 0 && u == week && s.is(e.last, "before", "after") && s.is(e.last+1, "last", "next") {
		e.n, e.last = 2*n, e.last+2
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
	if u, ok := s.unit(i + 1); ok && s.is(i, "the") && u == day && s.is(i-1, "of", "during", "on", "in", "for", "throughout", "start", "started", "begin", "began", "end", "ended", "finished", "closed", "opened") && (s.stop(i+2) || s.is(i+2, "at", "up", "down", "with")) && !s.is(i-2, "order", "end", "time", "man", "news", "word") {
		e.op, e.unit, e.rule, e.last = opSame, u, "same-day", i+2
		return e, true
	}
	k := i
	if s.is(k, "the") {
		k++
	}
	switch {
	case s.is(k, "next", "following") && k > i:
		e.n, e.rule = 1, "next"
	case s.is(k, "previous", "preceding", "prior") && k > i:
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
	e.last = k + 2
	if m, ok := s.numeral(k+1, "month"); ok && s.upper(k+1) {
		e.op, e.m, e.rule = opNextMonth, m, e.rule+"-month"
		return e, true
	}
	if w, ok := s.numeral(k+1, "weekday"); ok && s.upper(k+1) {
		e.op, e.weekday, e.rule = opNextWeekday, time.Weekday(w), e.rule+"-weekday"
		return s.withPart(e), true
	}
	if p, ok := s.partAt(k + 1); ok {
		e.unit, e.part, e.rule = day, p, e.rule+"-day"
		return e, true
	}
	u, ok := s.unit(k + 1)
	if !ok || s.plural(k+1) || u == hour || u == minute || u == second {
		return e, false
	}
	e.unit = u
	e.rule += "-" + string(u)
	return e, true
}

// stop reports whether token k ends a clause: a mark, a joining word or the
// end of the sentence.
func (s *scanner) stop(k int) bool {
	return k >= s.end || s.is(k, ",", ".", ";", ":", "-", "–", "—", ")", "”", `"`, "and", "but", "as", "when", "while")
}

// edge reads "the beginning of the year", "the end of last month": the whole
// year or month, since the words say no finer when.
func (s *scanner) edge(i int) (expression, bool) {
	k := i
	if s.is(k, "the") {
		k++
	}
	if !s.is(k, "beginning", "start", "end", "middle", "turn", "close", "eve", "rest", "remainder", "week", "month", "course") || !s.is(k+1, "of") {
		return expression{}, false
	}
	name := s.lower(k)
	if name == "week" || name == "month" {
		return s.unitOf(i, k)
	}
	if e, ok := s.lastNext(k + 2); ok && e.op == opAround && name != "eve" {
		e.first, e.rule = i, e.rule+"-"+name
		return e, true
	}
	if u, ok := s.unit(k + 3); ok && s.is(k+2, "the") && (u == day || u == night) && s.is(k, "rest", "remainder", "end", "course") {
		if s.is(k, "end") && s.is(i-1, "at") {
			return expression{}, false // "at the end of the day" is a figure of speech
		}
		return expression{first: i, last: k + 4, kind: wiredesk.TimeDate, op: opSame, unit: day, rule: "same-day-" + name}, true
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

// unitOf reads "the week of Nov. 6", "the month of June".
func (s *scanner) unitOf(i, k int) (expression, bool) {
	u, _ := s.unit(k)
	e, ok := s.date(k + 2)
	if !ok || i == k || (u == week) != (e.d != 0 || e.op == opWeekday) || u == month && e.m == 0 {
		return e, false
	}
	e.first, e.whole = i, u
	return e, true
}
