package figure

import "wiredesk"

// Units that a find carries until the whole report is read.
const (
	unitShot = string(wiredesk.UnitShot)
	unitCare = "care" // has wounds or is in hospital: injured, and may have died of it
	unitHit  = "hit"  // a casualty: killed or injured
)

// settle decides what only the whole report can tell: whether those who were
// shot or brought to a hospital can be the dead of the report, and whether "a
// fatal shooting" is all that is said of the dead. It chooses between units and
// leaves out; the number stays that of the figure's own words.
func (r *reader) settle() {
	d := r.dead()
	for k := range r.found {
		f := &r.found[k]
		switch {
		case f.again:
			f.dropped = d.counted >= f.low
		case f.least:
			f.dropped = d.counted >= f.low
		case f.unit != unitShot && f.unit != unitCare:
		case d.most == 0 || f.kind == nobody || f.alive || f.more || f.low == 1 && d.otherSex(r.sex(&f.group)):
			f.unit = string(wiredesk.UnitInjured)
		case f.unit == unitShot:
		case f.low <= d.most && (d.shooting || f.kind != counted):
			f.dropped = true // perhaps a death told from the ambulance on
		default:
			f.unit = string(wiredesk.UnitInjured)
		}
	}
}

// The dead are what a report tells of its own dead.
type dead struct {
	counted  wiredesk.Bound // the largest count
	most     wiredesk.Bound // the same, where "a fatal shooting" is one at least
	sex      string         // "m" or "f" where each is one person of that sex
	shooting bool           // somebody was shot or stabbed
}

// dead gathers what the finds tell of the dead.
func (r *reader) dead() dead {
	var d dead
	mixed := false
	for k := range r.found {
		f := &r.found[k]
		d.shooting = d.shooting || r.tellsOfShots(f)
		if f.unit != string(wiredesk.UnitKilled) || f.background {
			continue
		}
		d.most = max(d.most, f.low)
		if !f.least && !f.again {
			d.counted = max(d.counted, f.low)
		}
		sex := r.sex(&f.group)
		mixed = mixed || f.low != 1 || sex == "" || d.sex != "" && sex != d.sex
		d.sex = sex
	}
	if mixed {
		d.sex = ""
	}
	return d
}

// otherSex reports whether a person of that sex can be none of the dead.
func (d dead) otherSex(sex string) bool {
	return sex != "" && d.sex != "" && sex != d.sex
}

// tellsOfShots reports whether the words that say what happened are of shots or
// stabs.
func (r *reader) tellsOfShots(f *found) bool {
	for i := f.trigger; i < f.end; i++ {
		for _, t := range triggers()[r.Lower[i]] {
			if len(t.words) == 1 && t.senses[0].unit == unitShot {
				return true
			}
		}
	}
	return false
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
