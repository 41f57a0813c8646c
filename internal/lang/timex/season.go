package timex

import "wiredesk"

// season reads "summer 2011", "the spring of 2011", "the coldest winter".
func (s *scanner) season(i int) (expression, bool) {
	k := s.shade(i)
	v, ok := s.numeral(k, "season")
	x := s.xpos(k)
	if !ok || x == "VB" || x == "VBP" || x == "VBD" || x == "VBN" {
		return expression{}, false
	}
	e := expression{first: i, last: k + 1, kind: wiredesk.TimeDate, op: opSeason, m: v, rule: "season"}
	if y, ok := s.yearNumber(s.past(k+1, "of")); ok {
		e.op, e.rule, e.last, e.value = opPeriod, "explicit", s.past(k+1, "of")+1, seasonOf(y, v)
		return e, true
	}
	// The season of a name ("Winter Olympics"), of a purpose ("summer camp")
	// and of a rifle ("spring-loaded") dates nothing.
	if s.upper(k) && k > s.first || s.nounAt(k+1) || s.is(k+1, "-") || s.is(k+1, "of") {
		return e, false
	}
	led := s.is(k-1, "in", "the", "during", "since", "by", "until", "late", "early", "mid", "-", "of")
	if s.is(k, "spring", "fall") { // they are other words too
		return e, s.is(i-1, "in", "during", "since", "by", "until", "this", "last", "next") || s.is(i, "late", "early", "mid")
	}
	return e, x == "NN" || led
}
