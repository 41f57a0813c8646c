package timex

import (
	"time"

	"wiredesk"
)

// nthOfMonth reads a day that is counted within a month: "the second Sunday of
// October last year", "the last Friday in March", "the 23rd of last month",
// "the 5th of the month".
func (s *scanner) nthOfMonth(i int) (expression, bool) {
	e := expression{first: i, kind: wiredesk.TimeDate, op: opNthOfMonth}
	if !s.is(i, "the") {
		return e, false
	}
	n, ok := s.nth(i + 1)
	if !ok {
		return e, false
	}
	k := i + 2
	e.n, e.rule = n, "nth-day-of-month"
	if w, ok := s.numeral(k, "weekday"); ok && s.upper(k) {
		e.weekday, e.whole, e.rule = time.Weekday(w), week, "nth-weekday-of-month"
		k++
	}
	if n < 1 && e.whole != week || e.whole == week && n > 5 || !s.is(k, "of", "in") {
		return e, false
	}
	within, ok := s.monthAt(k + 1)
	if !ok {
		return e, false
	}
	e.until, e.last = &within, within.last
	return e, true
}

// nth reads an ordinal, in words or digits; -1 for "last".
func (s *scanner) nth(k int) (int, bool) {
	if s.is(k, "last") {
		return -1, true
	}
	if n, ok := s.numeral(k, "ordinal"); ok {
		return n, true
	}
	return s.ordinalDigits(k)
}

// monthAt reads a month: by its name, with or without a year, or as "last
// month", "this month", "the month", "the following month".
func (s *scanner) monthAt(k int) (expression, bool) {
	if e, ok := s.monthAlone(k); ok {
		return e, e.op == opMonthOf || e.op == opDate && e.d == 0
	}
	if e, ok := s.lastNext(k); ok {
		return e, e.op == opAround && e.unit == month || e.op == opDate && e.d == 0
	}
	if e, ok := s.neighbour(k); ok {
		return e, e.unit == month || e.op == opNextMonth
	}
	if u, ok := s.unit(k + 1); ok && u == month && s.is(k, "the") {
		return expression{first: k, last: k + 2, kind: wiredesk.TimeDate, op: opAround, unit: month, rule: "this-month"}, true
	}
	return expression{}, false
}

// settleNth resolves a day that is counted within a month, as that month is
// resolved.
func (d *document) settleNth(e *expression, from time.Time, last narrated) {
	within := *e.until
	d.settle(&within, from, last)
	if !within.value.known() {
		return
	}
	e.anchor = within.anchor
	first := within.value.from
	day := first.AddDate(0, 0, e.n-1)
	if e.whole == week {
		day = nthWeekday(first, e.weekday, e.n)
	}
	if day.Month() == first.Month() {
		e.value = single(day)
	}
}

// nthWeekday returns the n-th such day of the month that begins with first; the
// last one for -1. It lies in the next month where there are not so many.
func nthWeekday(first time.Time, w time.Weekday, n int) time.Time {
	if n < 0 {
		end := first.AddDate(0, 1, -1)
		return end.AddDate(0, 0, -((int(end.Weekday()) - int(w) + 7) % 7))
	}
	return first.AddDate(0, 0, (int(w)-int(first.Weekday())+7)%7+7*(n-1))
}
