package timex

import "wiredesk"

// partAt returns the part of the day that token k names, as TIMEX3 writes it.
func (s *scanner) partAt(k int) (string, bool) {
	v, ok := s.value(k, "part")
	return partNames[v], ok
}

// withPart adds the part of the day behind an expression of one day: "Tuesday
// night".
func (s *scanner) withPart(e expression) expression {
	if p, ok := s.partAt(e.last); ok {
		e.part, e.last = p, e.last+1
	}
	return e
}

// dayPart reads a part of a day that the text names otherwise: "that evening",
// "the same night", "in the morning", "the afternoon of Aug. 20", "the early
// hours of Tuesday".
func (s *scanner) dayPart(i int) (expression, bool) {
	e := expression{first: i, kind: wiredesk.TimeDate, op: opSame, unit: day, rule: "same-day"}
	k := i
	switch {
	case s.is(k, "that", "the") && s.is(k+1, "same"):
		k += 2
	case s.is(k, "that", "the"):
		k++
	default:
		return e, false
	}
	article := k == i+1 && s.is(i, "the")
	p, ok := "", false
	if s.is(k, "early", "small", "wee", "late", "predawn", "pre-dawn", "morning", "evening") && s.is(k+1, "hours") {
		p, ok = "MO", true
		if s.is(k, "late", "evening") {
			p = "EV"
		}
		k++
	} else {
		if s.is(k, "early", "late") {
			k++
		}
		p, ok = s.partAt(k)
	}
	if !ok {
		return e, false
	}
	e.part, e.last = p, k+1
	if s.is(k+1, "of", "on") {
		if d, ok := s.deictic(k + 2); ok && s.is(k+1, "of") {
			d.first, d.part = i, p
			return d, true
		}
		if d, ok := s.date(k + 2); ok && (d.op == opWeekday || d.op == opDate && d.d != 0) {
			d.first, d.part = i, p
			return d, true
		}
	}
	return e, !article || s.is(i-1, "in", "during", "through", "throughout", "later", "earlier") && (p == "MO" || p == "AF" || p == "EV" || s.is(k, "night")) && !s.is(k+1, "of") && s.xpos(k+1) != "NN"
}
