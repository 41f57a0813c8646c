package figure

import "wiredesk"

// settle decides what only the whole report can tell: what became of those who
// were shot, and whether "a fatal shooting" is all that is said of the dead.
func (r *reader) settle() {
	var killed, injured wiredesk.Bound
	for k := range r.found {
		f := &r.found[k]
		if f.parent > 0 || f.background {
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
		if f.least && killed > 0 {
			f.dropped = true
		}
		if f.unit == "shot" {
			f.unit = string(wiredesk.UnitInjured)
			f.settleShot(killed, injured)
		}
	}
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
