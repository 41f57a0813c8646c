package figure

import "wiredesk"

// settle decides what only the whole report can tell: what became of those who
// were shot, and whether "a fatal shooting" is all that is said of the dead.
func (r *reader) settle() {
	var killed, injured, least wiredesk.Bound
	for k := range r.found {
		f := &r.found[k]
		if f.parent > 0 || f.background {
			continue
		}
		if f.least {
			least = max(least, f.low)
			continue
		}
		switch f.unit {
		case string(wiredesk.UnitKilled):
			killed = max(killed, f.low)
		case string(wiredesk.UnitInjured):
			injured = max(injured, f.low)
		}
	}
	for k := range r.found {
		f := &r.found[k]
		if f.least && killed >= f.low {
			f.dropped = true
		}
		if f.unit == "shot" {
			f.unit = string(wiredesk.UnitInjured)
			dead := max(killed, least)
			if f.alive || r.distinct(k) {
				dead = 0
			}
			f.settleShot(dead, injured)
		}
	}
}

// distinct reports whether the person of find k can be none of the dead: each
// of them is one person of the other sex.
func (r *reader) distinct(k int) bool {
	sex := r.sex(&r.found[k].group)
	if sex == "" || r.found[k].low != 1 {
		return false
	}
	for i := range r.found {
		f := &r.found[i]
		if f.unit != string(wiredesk.UnitKilled) || f.background {
			continue
		}
		if other := r.sex(&f.group); f.low != 1 || other == "" || other == sex {
			return false
		}
	}
	return true
}

// sex returns "m" or "f" where a word of the group says so, "" otherwise.
func (r *reader) sex(g *group) string {
	for i := g.last - 1; i >= g.first; i-- {
		if s := sexes()[r.Lower[i]]; s != "" {
			return s
		}
	}
	return ""
}

// settleShot turns a group of people who were shot into the injured among
// them, given how many the report tells to be dead and injured.
func (f *found) settleShot(killed, injured wiredesk.Bound) {
	if f.kind == nobody {
		return
	}
	if f.low == wiredesk.Open || f.low <= killed && !f.more {
		f.dropped = true
		return
	}
	if f.more {
		return
	}
	f.low -= killed
	if f.high != wiredesk.Open {
		f.high -= killed
	}
	if injured >= f.low {
		f.dropped = true
	}
}
