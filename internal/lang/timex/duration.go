package timex

import "wiredesk"

// duration reads a length of time: "three hours", "a two-day visit", "nearly
// two years", "the nine months", "decades", "half an hour", "week-long". Ages
// are none.
func (s *scanner) duration(i int) (expression, bool) {
	e := expression{first: i, kind: wiredesk.TimeDuration, op: opNone, rule: "duration"}
	if u, ok := s.unit(i); ok && !s.plural(i) && s.is(i+1, "-") && s.is(i+2, "long") {
		e.unit, e.n, e.last = u, 1, i+3
		return e, true
	}
	k := s.hedge(i)
	if s.is(k, "the") && s.is(k+1, "whole", "entire") || s.is(k, "a", "an") && s.is(k+1, "whole", "entire", "full") {
		if u, ok := s.unit(k + 2); ok && !s.plural(k+2) {
			e.unit, e.n, e.last = u, 1, k+3
			return e, true
		}
	}
	if e, ok := s.ended(i); ok {
		return e, true
	}
	determined := false
	switch {
	case s.is(k, "the", "these", "those", "another") && s.isQuantity(s.hedge(k+1)):
		k, determined = s.hedge(k+1), true
	case s.is(k, "an", "a") && s.is(k+1, "additional", "extra", "further") && s.isQuantity(k+2):
		k, determined = k+2, true
	case s.is(k, "another"):
		if u, ok := s.unit(k + 1); ok && !s.plural(k+1) && u != second && u != quarter && u != night {
			e.unit, e.n, e.last = u, 1, k+2
			return e, true
		}
	}
	q, ok := s.quantity(k)
	if !ok {
		return s.bare(i)
	}
	return s.length(e, k, q, determined)
}

// length reads the unit behind a quantity that begins at k.
func (s *scanner) length(e expression, k int, q quantity, determined bool) (expression, bool) {
	last := q.last
	hyphen := s.is(last, "-")
	if hyphen {
		if determined {
			return e, false // "the two-day visit": the article is the visit's
		}
		last++
	}
	if s.is(last, "full", "long", "more", "straight", "consecutive", "successive", "whole", "solid") {
		last++
	}
	u, ok := s.unit(last)
	one := q.n == 1 && q.fraction == ""
	if !ok || u == quarter && !hyphen && last == q.last && q.fraction == "" && !determined && !s.plural(last) || u == second && !s.plural(last) && one || u == minute && hyphen && q.n == 0 {
		return e, false
	}
	if one && s.is(k, "a", "an") && s.is(last+1, "-") && s.is(last+2, "long", "old") {
		return e, false // "a week-long exercise": the article is the exercise's
	}
	if !one && q.n+q.half() > 1 && !hyphen && !s.plural(last) && s.xpos(last+1) != "NN" || one && last == k+1 && s.plural(last) || determined && !s.plural(last) {
		return e, false
	}
	if s.age(last+1) || s.is(k, "some", "many") && !s.plural(last) {
		return e, false
	}
	if s.is(k, "a", "an") && one && !hyphen && last == k+1 && !s.lasting(e.first, last, u) || s.is(k, "one") && u == day && last == k+1 && !hyphen && !s.lasting(e.first, last, u) {
		return e, false
	}
	e.unit, e.n, e.fraction, e.last = u, q.n, q.fraction, last+1
	switch {
	case s.is(e.last, "and") && s.is(e.last+1, "a") && s.is(e.last+2, "half"):
		e.last, e.fraction = e.last+3, "5"
	case s.is(e.last, "or") && s.is(e.last+1, "so", "two", "more", "less"):
		e.last += 2
	case hyphen && s.is(e.last, "-") && s.is(e.last+1, "long"):
		e.last += 2
	}
	return e, true
}

// ended reads "the year ended June 30", "the quarter to March": a length that
// a date ends, which is an expression of its own.
func (s *scanner) ended(i int) (expression, bool) {
	u, ok := s.unit(i + 1)
	if !ok || !s.is(i, "the") || s.plural(i+1) || u != year && u != quarter && u != month && u != week || !s.is(i+2, "ended", "ending", "to") {
		return expression{}, false
	}
	if _, ok := s.date(i + 3); !ok {
		return expression{}, false
	}
	return expression{first: i, last: i + 2, kind: wiredesk.TimeDuration, op: opNone, rule: "duration", unit: u, n: 1}, true
}

// lasting reports whether "a year", of which the words begin at first and the
// unit is token last, is a length: behind "for", "in", "within", "over",
// "about", "than", before "or two" or what it is before or after.
func (s *scanner) lasting(first, last int, u unit) bool {
	if s.is(last+1, "after", "before", "and") && (s.clause(last+1) && !s.is(last+1, "and") || s.is(last+1, "and") && s.is(last+2, "a") && s.is(last+3, "half")) || s.is(last+1, "or") && s.is(last+2, "so", "two", "more") {
		return true
	}
	if s.is(first-1, "for", "within", "than", "nearly", "almost", "about", "in", "over", "after", "half", "least", "took", "lasted", "during", "of", "just", "only", "barely", "spent", "through", "once") || s.is(first, "nearly", "almost", "about", "over", "just", "only", "barely", "more", "less", "at", "roughly", "approximately", "around") {
		return u != night
	}
	return false
}

// age reports whether what stands at k makes the length before it an age.
func (s *scanner) age(k int) bool {
	return s.is(k, "old", "olds") || s.is(k, "-") && s.is(k+1, "old", "olds") || s.is(k, "of") && s.is(k+1, "age")
}

// bare reads units in the plural by themselves: "for months", "decades of
// war", "weeks of protest", "days, weeks or even years", "years to come".
func (s *scanner) bare(i int) (expression, bool) {
	u, ok := s.unit(i)
	if !ok || !s.plural(i) || u == second || s.is(i-1, "the", "these", "those", "his", "her", "their", "its", "all", "early", "late", "small", "wee", "office", "opening", "working", "business") || s.is(i+1, "trading", "worked") {
		return expression{}, false
	}
	e := expression{first: i, last: i + 1, kind: wiredesk.TimeDuration, op: opNone, unit: u, rule: "duration-vague"}
	switch {
	case s.is(i+1, "ago"):
		e.last, e.kind, e.rule = i+2, wiredesk.TimeDate, string(u)+"s-ago-vague"
	case s.is(i+1, "earlier", "later"):
		e.last, e.kind, e.rule = i+2, wiredesk.TimeDate, string(u)+"s-"+s.lower(i+1)+"-vague"
	case s.is(i-1, "for", "in", "of", "within", "after", "over", "took", "take", "last", "lasted", "spent", "spend", "through", "before", "into") && !s.is(i+1, "of", "that"):
	case s.is(i+1, "of") && (u == week || u == month || u == year || u == decade || u == day || u == hour || u == century || u == minute):
	case s.is(i+1, "-") && s.is(i+2, "long"):
		e.last += 2
	case s.listed(i):
	default:
		return expression{}, false
	}
	return e, true
}

// listed reports whether another unit in the plural is joined to the one at
// i: "days or weeks", "weeks, if not months".
func (s *scanner) listed(i int) bool {
	joins := func(k int) bool {
		return s.is(k, "or", "and", ",", "if", "not", "even", "perhaps", "possibly", "maybe")
	}
	other := func(k int) bool {
		_, ok := s.unit(k)
		return ok && s.plural(k)
	}
	const most = 5 // ", if not" and the unit
	for k := i - 1; k > i-most; k-- {
		if !joins(k) {
			if k < i-1 && other(k) {
				return true
			}
			break
		}
	}
	for k := i + 1; k < i+most; k++ {
		if !joins(k) {
			return k > i+1 && other(k)
		}
	}
	return false
}
