package figure

import "wiredesk"

// sameUnits gives the counts that name no unit ("put the number at 12") that of
// the count before them, or of the nearest word that tells of casualties; where
// the report has neither they are left out.
func (r *reader) sameUnits() {
	for k := range r.found {
		f := &r.found[k]
		if f.unit != unitSame {
			continue
		}
		if f.unit = r.unitBefore(k); f.unit == "" {
			r.Turn(f.sentence)
			f.unit, f.dropped = string(wiredesk.UnitKilled), r.claimant(f) == nil
		}
	}
}

// unitBefore returns the unit that a count without one continues.
func (r *reader) unitBefore(k int) string {
	for o := k - 1; o >= 0; o-- {
		if f := &r.found[o]; f.unit != unitSame && f.unit != string(wiredesk.UnitDamage) && !f.dropped {
			return tolled(f.unit)
		}
	}
	at := r.found[k].first
	for i := at - 1; i >= 0; i-- {
		if u := r.unitOfMark(i); u != "" {
			return u
		}
	}
	for i := at; i < len(r.marks); i++ {
		if u := r.unitOfMark(i); u != "" {
			return u
		}
	}
	return ""
}

// unitOfMark returns the unit of people of the trigger at token i of the report.
func (r *reader) unitOfMark(i int) string {
	if t := r.marks[i].trigger; t != nil {
		if u := t.senses[0].unit; u != string(wiredesk.UnitDamage) {
			return tolled(u)
		}
	}
	return ""
}

// tolled returns the unit that a later count of the same has.
func tolled(unit string) string {
	switch unit {
	case unitHit:
		return string(wiredesk.UnitAffected)
	case unitCare:
		return string(wiredesk.UnitInjured)
	}
	return unit
}
