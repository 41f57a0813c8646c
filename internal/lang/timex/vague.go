package timex

import "wiredesk"

// The references of TIMEX3 for what no calendar holds.
const (
	presentRef = "PRESENT_REF"
	pastRef    = "PAST_REF"
	futureRef  = "FUTURE_REF"
)

// vague reads what names a time that no calendar holds: "now", "recently",
// "recent weeks", "the past", "at the moment", "these days".
func (s *scanner) vague(i int) (expression, bool) {
	e := expression{first: i, last: i + 1, kind: wiredesk.TimeDate, op: opNone, rule: "vague"}
	if v, ok := s.value(i, "vague"); ok && !(s.is(i, "now") && s.is(i+1, "that")) {
		e.often = v
		return e, true
	}
	u, unit := s.unit(i + 1)
	switch {
	case s.is(i, "recent", "coming") && unit && s.plural(i+1):
		e.often, e.last = pastRef, s.andUnits(i+2)
		if s.is(i, "coming") {
			e.often = futureRef
		}
	case s.is(i, "recent", "current") && (s.xpos(i+1) == "NN" || s.xpos(i+1) == "NNS" || s.xpos(i+1) == "JJ") && !s.upper(i+1):
		e.often = presentRef
		if s.is(i, "recent") {
			e.often = pastRef
		}
	case s.is(i, "the") && s.is(i+1, "past", "future", "present"):
		switch s.xpos(i + 2) {
		case "NN", "NNS", "NNP", "JJ", "CD":
			return e, false
		}
		e.last, e.often = i+2, map[string]string{"past": pastRef, "future": futureRef, "present": presentRef}[s.lower(i+1)]
	case s.is(i, "the") && s.is(i+1, "time") && s.is(i+2, "being"):
		e.last, e.often = i+3, presentRef
	case s.is(i, "the") && s.is(i+1, "moment") && s.is(i-1, "at"), s.is(i, "this") && s.is(i+1, "time", "moment") && s.is(i-1, "at", "by"):
		e.last, e.often = i+2, presentRef
	case s.is(i, "the") && s.is(i+1, "time") && s.is(i-1, "at") && !s.is(i+2, "of", "when"):
		e.last, e.often = i+2, pastRef
	case s.is(i, "the") && s.is(i+1, "other") && s.is(i+2, "day", "night"):
		e.last, e.often = i+3, pastRef
	case s.is(i, "these", "those") && unit && s.plural(i+1) && (u == day || u == month || u == year || u == week):
		e.last, e.often = i+2, pastRef
		if s.is(i, "these") {
			e.often = presentRef
		}
	case s.is(i, "the") && unit && s.plural(i+1) && (s.is(i+2, "ahead") || s.is(i+2, "to") && s.is(i+3, "come")):
		e.last, e.often = i+3, futureRef
		if s.is(i+2, "to") {
			e.last++
		}
	default:
		return e, false
	}
	return e, true
}

// andUnits passes "and weeks" behind a unit in the plural.
func (s *scanner) andUnits(k int) int {
	if _, ok := s.unit(k + 1); ok && s.is(k, "and", "or") && s.plural(k+1) {
		return k + 2
	}
	return k
}
