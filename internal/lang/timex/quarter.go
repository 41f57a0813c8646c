package timex

import "wiredesk"

// quarter reads "the first quarter of 2012", "Q3 2011", "fourth-quarter", "the
// 2011 third quarter", "the fiscal first quarter".
func (s *scanner) quarter(i int) (expression, bool) {
	e := expression{first: i, kind: wiredesk.TimeDate, op: opQuarter, rule: "quarter"}
	if w := s.word(i); len(w) == 2 && w[0] == 'Q' && '1' <= w[1] && w[1] <= '4' {
		e.m, e.last = int(w[1]-'0'), i+1
		return s.quarterYear(e), true
	}
	k := s.past(i, "the")
	if s.is(k, "early", "late") {
		k++
	}
	if y, ok := s.yearNumber(k); ok {
		e.y, k = y, k+1
	}
	k = s.past(k, "fiscal")
	n, ok := s.numeral(k, "ordinal")
	if !ok {
		n, ok = s.ordinalDigits(k)
	}
	k++
	hyphen := s.is(k, "-")
	if hyphen || s.is(k, "fiscal") {
		k++
	}
	if !ok || n > 4 || !s.is(k, "quarter") || s.is(k+1, "touchdown", "goal", "lead", "score", "surge", "run") || s.is(k+1, "-") && s.is(k+2, "final", "finals", "finalist") || s.is(k+1, "of") && s.is(k+2, "the", "a") && !s.is(k+3, "year") {
		return e, false
	}
	e.m, e.last = n, k+1
	return s.quarterYear(e), true
}

// quarterYear adds the year behind a quarter or half.
func (s *scanner) quarterYear(e expression) expression {
	if s.is(e.first-1, "'s", "’s") && s.is(e.first-2, "year") && s.is(e.first-3, "last", "this", "next") {
		e.n, e.rule = map[string]int{"last": -1, "next": 1}[s.lower(e.first-3)], e.rule+"-of-year"
		return e
	}
	k := s.past(e.last, "of")
	fiscal := s.past(k, "fiscal")
	if y, ok := s.yearNumber(fiscal); ok && e.y == 0 {
		e.y, e.last = y, fiscal+1
	} else if s.is(k, "last", "this", "next") && s.is(k+1, "year") && k > e.last {
		e.n, e.last, e.rule = map[string]int{"last": -1, "next": 1}[s.lower(k)], k+2, e.rule+"-of-year"
	} else if s.is(k, "the") && s.is(k+1, "year") && k > e.last {
		e.last = k + 2
	}
	if e.y != 0 {
		e.rule = "explicit"
	}
	return e
}

// halfYear reads "the first half of 2019", "the second half of last year".
// Without a year it may be a match's.
func (s *scanner) halfYear(i int) (expression, bool) {
	k := s.past(i, "the")
	n, ok := s.numeral(k, "ordinal")
	k = s.past(k+1, "-")
	if !ok || n > 2 || !s.is(k, "half") {
		return expression{}, false
	}
	e := s.quarterYear(expression{first: i, last: k + 1, kind: wiredesk.TimeDate, op: opHalf, rule: "half", m: n})
	return e, e.last > k+1
}

// fiscal reads "fiscal 1999", "fiscal year 1999", "the 1999 fiscal year": the
// calendar year, since reports seldom say when the other begins.
func (s *scanner) fiscal(i int) (expression, bool) {
	k := s.past(i, "the")
	y, before := s.yearNumber(k)
	if before {
		k++
	}
	if !s.is(k, "fiscal", "financial") {
		return expression{}, false
	}
	year := s.past(k+1, "year")
	if !before {
		n, ok := s.yearNumber(year)
		if !ok {
			return expression{}, false
		}
		y, year = n, year+1
	} else if year == k+1 {
		return expression{}, false
	}
	e := expression{first: i, last: year, kind: wiredesk.TimeDate, op: opPeriod, rule: "fiscal-year", y: y}
	e.value = period{date(y, 1, 1), date(y, 12, 31)}
	return e, true
}

// yearEnd reads "year-end 1998", "the year's end", "mid-year".
func (s *scanner) yearEnd(i int) (expression, bool) {
	k := s.past(i, "the")
	e := expression{first: i, kind: wiredesk.TimeDate, op: opAround, unit: year, rule: "this-year-end"}
	switch {
	case s.is(k, "year-end", "midyear", "mid-year"):
		e.last = k + 1
	case s.is(k, "year") && (s.is(k+1, "-") || s.is(k+1, "'s", "’s")) && s.is(k+2, "end"):
		e.last = k + 3
	case s.is(k, "year") && s.is(k+1, "end") && s.is(k-1, "at", "by", "before", "until"):
		e.last = k + 2
	default:
		return e, false
	}
	if y, ok := s.yearNumber(e.last); ok {
		e.last, e.op, e.rule, e.value = e.last+1, opPeriod, "explicit", period{date(y, 1, 1), date(y, 12, 31)}
	}
	return e, true
}
