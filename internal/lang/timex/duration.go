package timex

import "wiredesk"

// duration reads a length of time: "three hours", "a two-day visit", "nearly
// two years", "decades", "half an hour". Ages are none.
func (s *scanner) duration(i int) (expression, bool) {
	e := expression{first: i, kind: wiredesk.TimeDuration, op: opNone, rule: "duration"}
	k := s.hedge(i)
	if s.is(k, "the") && s.is(k+1, "whole", "entire") {
		if u, ok := s.unit(k + 2); ok && !s.plural(k+2) {
			e.unit, e.last = u, k+3
			return e, true
		}
	}
	q, ok := s.quantity(k)
	if !ok {
		return s.bare(i)
	}
	last := q.last
	hyphen := s.is(last, "-")
	if hyphen {
		last++
	}
	if s.is(last, "full", "long", "more", "straight", "consecutive", "whole", "solid") {
		last++
	}
	u, ok := s.unit(last)
	if !ok || u == quarter && !hyphen && last == q.last || u == second && !s.plural(last) && q.n == 1 || u == minute && hyphen && q.n == 0 {
		return e, false
	}
	if q.n > 1 && !hyphen && !s.plural(last) && s.xpos(last+1) != "NN" || s.is(k, "a", "an") && last == k+1 && s.plural(last) {
		return e, false
	}
	if s.age(last+1) || s.is(k, "some", "many") && !s.plural(last) {
		return e, false
	}
	if s.is(k, "a", "an") && q.n == 1 && !hyphen && last == k+1 && !s.lasting(k, u) {
		return e, false
	}
	e.unit, e.n, e.last = u, q.n, last+1
	if s.is(e.last, "and") && s.is(e.last+1, "a") && s.is(e.last+2, "half") {
		e.last += 3
	}
	return e, true
}

// lasting reports whether "a year" at k is a length: behind "for", "in",
// "within", "over", "about", "than", or before a noun of time.
func (s *scanner) lasting(k int, u unit) bool {
	if s.is(k-1, "for", "within", "than", "nearly", "almost", "about", "in", "over", "after", "half", "least", "took", "lasted", "during", "of") {
		return u != night
	}
	return false
}

// age reports whether what stands at k makes the length before it an age.
func (s *scanner) age(k int) bool {
	return s.is(k, "old", "olds") || s.is(k, "-") && s.is(k+1, "old", "olds") || s.is(k, "of") && s.is(k+1, "age")
}

// bare reads units in the plural by themselves: "for months", "decades of
// war", "weeks of protest", "years".
func (s *scanner) bare(i int) (expression, bool) {
	u, ok := s.unit(i)
	if !ok || !s.plural(i) || u == second || s.is(i-1, "the", "these", "those", "his", "her", "their", "its", "all", "early", "late", "small", "wee", "office", "opening", "working") {
		return expression{}, false
	}
	switch {
	case s.is(i-1, "for", "in", "of", "within", "after", "over", "took", "take", "last", "lasted") && !s.is(i+1, "of", "that"), s.is(i+1, "of") && (u == week || u == month || u == year || u == decade || u == day || u == hour), s.is(i+1, "-") && s.is(i+2, "long"):
		return expression{first: i, last: i + 1, kind: wiredesk.TimeDuration, op: opNone, unit: u, rule: "duration-vague"}, true
	case s.is(i+1, "ago", "earlier", "later"):
		return expression{first: i, last: i + 2, kind: wiredesk.TimeDate, op: opNone, unit: u, rule: string(u) + "s-ago-vague"}, true
	}
	return expression{}, false
}

// vague reads what names a time that no calendar holds: "now", "recently",
// "recent weeks", "the past", "at the moment".
func (s *scanner) vague(i int) (expression, bool) {
	e := expression{first: i, last: i + 1, kind: wiredesk.TimeDate, op: opNone, rule: "vague"}
	if _, ok := s.value(i, "vague"); ok && !(s.is(i, "now") && s.is(i+1, "that")) {
		return e, true
	}
	switch {
	case s.is(i, "recent", "coming") && s.plural(i+1):
		if _, ok := s.unit(i + 1); ok {
			e.last = i + 2
			return e, true
		}
	case s.is(i, "the") && s.is(i+1, "past", "future", "present"):
		switch s.xpos(i + 2) {
		case "NN", "NNS", "NNP", "JJ", "CD":
			return e, false
		}
		e.last = i + 2
		return e, true
	case s.is(i, "the") && s.is(i+1, "moment") && s.is(i-1, "at"), s.is(i, "the") && s.is(i+1, "time") && s.is(i-1, "at") && !s.is(i+2, "of", "when"):
		e.last = i + 2
		return e, true
	}
	return e, false
}
