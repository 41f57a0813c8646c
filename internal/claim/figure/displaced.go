package figure

import "wiredesk"

// forced reads "forced 13,000 residents to flee", "were forced to leave their
// homes", "drove 200 families from their homes" at the verb at token i.
func (r *reader) forced(i int) {
	if !drivers()[r.Word(i)] {
		return
	}
	v := r.verbAt(i)
	if unreal(v) || v.infinitive {
		return
	}
	var g group
	ok := false
	after := i + 1
	if v.passive {
		g, ok = r.subject(v.first)
	} else if g, ok = r.rightOf(i + 1); ok {
		after = g.last
	}
	if ok && r.fleesAt(after) {
		r.emit(g, string(wiredesk.UnitDisplaced), i, i+1)
	}
}

// homeReach is how many tokens behind "from" the word home may stand.
const homeReach = 4

// fleesAt reports whether "to flee" or "from their homes" stands at token j.
func (r *reader) fleesAt(j int) bool {
	switch r.Word(j) {
	case "to":
		switch {
		case r.is(j+1, "to flee"):
			return true
		case r.Word(j+1) == "leave":
			return r.homeBehind(j + 2)
		}
	case "from", "out":
		return r.homeBehind(j + 1)
	}
	return false
}

// homeBehind reports whether homes are named right behind token j.
func (r *reader) homeBehind(j int) bool {
	for limit := min(j+homeReach, r.Last); j < limit; j++ {
		switch {
		case r.is(j, "home"):
			return true
		}
	}
	return false
}

// captive reads "took 900 civilians hostage", "are holding two pilots captive"
// at the last word.
func (r *reader) captive(i int) {
	switch {
	case r.is(i, "as captive"):
	default:
		return
	}
	k := r.groupTo(i)
	if k < 0 {
		return
	}
	switch {
	case r.is(r.groups[k].first-1, "holds"):
		if v := r.verbAt(r.groups[k].first - 1); !unreal(v) && !v.infinitive {
			r.emit(r.groups[k], string(wiredesk.UnitKidnapped), i, i+1)
		}
	}
}
