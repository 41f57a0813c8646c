package timex

import "wiredesk"

// ranged reads two dates that bound a time: "from 3 to 7 February", "Feb.
// 3-7", "between Monday and Wednesday", "2001-2006", "Monday-Friday". The
// preposition is not part of it.
func (s *scanner) ranged(i int) (expression, bool) {
	joint := ""
	switch {
	case s.is(i-1, "from"):
		joint = "to"
	case s.is(i-1, "between"):
		joint = "and"
	}
	if e, ok := s.shared(i, joint); ok {
		return e, true
	}
	if e, ok := s.twoYears(i); ok {
		return e, true
	}
	from, ok := s.bound(i)
	if !ok {
		return expression{}, false
	}
	k := from.last
	switch {
	case joint != "" && s.is(k, joint), joint == "to" && s.is(k, "until", "through", "till"):
	case s.is(k, "-", "–", "—") && s.joined(k) && s.joined(k+1):
	case s.is(k, "through") || s.is(k, "to") && from.op == opWeekday && s.is(i-1, ","):
	default:
		return expression{}, false
	}
	until, ok := s.bound(k + 1)
	if !ok || until.op != from.op {
		return expression{}, false
	}
	if from.op == opPeriod && until.y <= from.y {
		return expression{}, false
	}
	return expression{first: i, last: until.last, kind: wiredesk.TimeRange, op: opRange, rule: "range", until: &until, y: from.y, m: from.m, d: from.d, weekday: from.weekday, value: from.value, unit: boundUnit(from.op)}, true
}

// twoYears reads "1998-99", "2011/12": a year and the next.
func (s *scanner) twoYears(i int) (expression, bool) {
	y, ok := s.yearNumber(i)
	n, two := s.digits(i+2, 2, 2)
	last := i + 3
	if !ok {
		var w string
		if w, two = s.word(i), false; len(w) == len("2011/12") && (w[4] == '/' || w[4] == '-') {
			if y, ok = number(w[:4]); ok {
				n, two = number(w[5:])
			}
		}
		last = i + 1
	} else if !s.is(i+1, "-", "–", "/") || !s.joined(i+1) || !s.joined(i+2) {
		return expression{}, false
	}
	if !ok || !two || y < 1500 || y > 2100 || (y+1)%100 != n {
		return expression{}, false
	}
	e := expression{first: i, last: last, kind: wiredesk.TimeRange, op: opPeriod, rule: "range", y: y}
	e.value = period{date(y, 1, 1), date(y+1, 12, 31)}
	return e, true
}

// boundUnit keeps the op of a range's first bound in its unit.
func boundUnit(o op) unit {
	switch o {
	case opWeekday:
		return week
	case opPeriod:
		return year
	}
	return day
}

// bound reads one end of a range: a date, a weekday or a year.
func (s *scanner) bound(i int) (expression, bool) {
	for _, read := range []func(*scanner, int) (expression, bool){(*scanner).numericDate, (*scanner).weekdayDate, (*scanner).monthDay, (*scanner).dayMonth} {
		if e, ok := read(s, i); ok {
			return e, true
		}
	}
	if y, ok := s.yearNumber(i); ok && y > 1500 {
		e := expression{first: i, last: i + 1, kind: wiredesk.TimeDate, op: opPeriod, rule: "explicit", y: y}
		e.value = period{date(y, 1, 1), date(y, 12, 31)}
		return e, true
	}
	return s.monthAlone(i)
}

// shared reads two days of one month: "Feb. 3-7", "3-7 February", "3 to 7
// February", "February 3 and 7" between them.
func (s *scanner) shared(i int, joint string) (expression, bool) {
	joins := func(k int) bool {
		return s.is(k, "-", "–", "—") || joint != "" && s.is(k, joint) || joint == "to" && s.is(k, "until", "through")
	}
	e := expression{first: i, kind: wiredesk.TimeRange, op: opRange, rule: "range", unit: day}
	until := expression{op: opDate}
	if m, ok := s.numeral(i, "month"); ok && s.upper(i) {
		from, ok1 := s.dayNumber(i + 1)
		to, ok2 := s.dayNumber(i + 3)
		if !ok1 || !ok2 || !joins(i+2) || to <= from {
			return e, false
		}
		e.m, e.d, until.m, until.d, until.last = m, from, m, to, i+4
	} else {
		from, ok1 := s.dayNumber(i)
		to, ok2 := s.dayNumber(i + 2)
		m, ok3 := s.numeral(i+3, "month")
		if !ok1 || !ok2 || !ok3 || !joins(i+1) || !s.upper(i+3) || to <= from {
			return e, false
		}
		e.m, e.d, until.m, until.d, until.last = m, from, m, to, i+4
	}
	until, ok := s.withYear(until)
	e.y, e.last, e.until = until.y, until.last, &until
	return e, ok
}
