package figure

import (
	"wiredesk"
	"wiredesk/internal/lang/number"
)

// groupOn returns the index of the group whose noun stands at token i, or -1.
func (r *reader) groupOn(i int) int {
	if k := r.covering(i); k >= 0 && r.groups[k].head == i {
		return k
	}
	return -1
}

// groupFrom returns the index of the group that begins at token i, or -1.
func (r *reader) groupFrom(i int) int {
	if k := r.covering(i); k >= 0 && r.groups[k].first == i {
		return k
	}
	return -1
}

// groupTo returns the index of the group that ends before token i, or -1.
func (r *reader) groupTo(i int) int {
	if k := r.covering(i - 1); k >= 0 && r.groups[k].last == i {
		return k
	}
	return -1
}

// genitive reads "the death of two men", "his death", "the man's death". It
// reports whether the noun was read, so that no other pattern tries.
func (r *reader) genitive(t *trigger, i, end int) bool {
	unit := t.unit("of")
	if r.is(i-1, "not done") {
		return r.Word(end) == "of"
	}
	if r.Word(end) == "of" {
		if k := r.groupFrom(end + 1); k >= 0 {
			r.emit(r.joinFrom(k, r.objectEnd(k)), unit, i, end)
		}
		return true
	}
	if r.Doc.Tokens[i].UPOS == "VERB" {
		return false
	}
	owner := i - 1
	for owner > r.First && owner > i-3 && r.Stop(owner) == "" && !r.Mark(owner) && !r.Possessive(owner) && r.Word(owner) != "'" && r.Word(owner) != "’" {
		owner--
	}
	switch r.Word(owner) {
	case "'s", "’s":
		if k := r.groupTo(owner); k >= 0 && r.groups[k].persons == 1 {
			r.emitAgain(r.groups[k], unit, i, end)
			return true
		}
	case "'", "’":
		if k := r.groupTo(owner); k >= 0 && r.groups[k].kind == counted {
			r.emit(r.groups[k], unit, i, end)
			return true
		}
	case "his", "her":
		if unit == string(wiredesk.UnitKilled) {
			g := group{kind: pronoun, first: owner, last: owner + 1, low: 1, high: 1, head: owner, persons: 1}
			r.emitAgain(g, unit, i, end)
			return true
		}
	}
	return false
}

// count reads a noun that is counted itself: "12 deaths", "no casualties".
func (r *reader) count(t *trigger, i, end int) {
	unit := t.unit("count")
	if r.zero(unit, i, end) {
		return
	}
	if k := r.groupOn(i); k >= 0 && r.groups[k].kind == counted {
		if unit == unitHit {
			unit = string(wiredesk.UnitAffected)
		}
		g := r.groups[k]
		g.thing = false
		r.emit(g, unit, i, end)
	}
}

// zero reads "no injuries", "without casualties", "no deaths or injuries": nobody
// was hurt or killed. It reports whether the noun was read.
func (r *reader) zero(unit string, i, end int) bool {
	no := i - 1
	if r.is(no, "joint") {
		if t, first := r.triggerEnding(no); t != nil && t.counts() {
			no = first - 1
		}
	}
	for r.is(no, "of a report") {
		no--
	}
	if !r.is(no, "zero") {
		return r.is(no, "more")
	}
	g := group{kind: nobody, first: no, last: end, head: -1, ofFirst: i, ofLast: end}
	if unit == unitHit {
		r.emit(g, string(wiredesk.UnitKilled), i, end)
		unit = string(wiredesk.UnitInjured)
	}
	r.emit(g, unit, i, end)
	return true
}

// lives reads "claimed over 300 lives", "12 lives were lost".
func (r *reader) lives(t *trigger, i, end int) {
	k := r.groupOn(i)
	if k < 0 || r.groups[k].kind != counted {
		return
	}
	g := r.groups[k]
	taken := false
	for j := max(r.First, g.first-4); j < g.first; j++ {
		switch {
		case r.is(j, "takes lives"):
			taken = true
		}
	}
	for j := end; j < min(end+4, r.Last); j++ {
		taken = taken || r.is(j, "lives lost")
	}
	if taken {
		r.emit(g, t.unit("lives"), i, end)
	}
}

// bodies reads "12 bodies were found", "the bodies of two men", "a body".
func (r *reader) bodies(t *trigger, i, end int) {
	unit := t.unit("bodies")
	if r.Word(end) == "of" {
		if k := r.groupFrom(end + 1); k >= 0 {
			r.emit(r.joinFrom(k, r.objectEnd(k)), unit, i, end)
			return
		}
	}
	if k := r.groupOn(i); k >= 0 && r.groups[k].kind == counted {
		r.emit(r.groups[k], unit, i, end)
		return
	}
	if !r.is(i, "body") || !r.wasFound(end) {
		return
	}
	g := group{kind: single, first: i - 1, last: end, low: 1, high: 1, head: i, persons: 1, ofFirst: i, ofLast: end}
	switch r.Word(i - 1) {
	case "a", "the", "another", "his", "her", "dead":
		g.more = r.Word(i-1) == "another"
	case "'s", "’s":
		k := r.groupTo(i - 1)
		if k < 0 {
			return
		}
		g = r.groups[k]
	default:
		n, after := r.number(i - 1)
		if n == nil || n.Kind != number.Ordinal || after != i {
			return
		}
		g.more = true
	}
	if g.more || r.Doc.Lower(i-1) == "a" {
		r.emit(g, unit, i, end)
		return
	}
	r.emitAgain(g, unit, i, end)
}

// emitAgain proposes somebody whose death is told of as known.
func (r *reader) emitAgain(g group, unit string, i, end int) {
	n := len(r.found)
	r.emit(g, unit, i, end)
	if len(r.found) > n {
		r.found[n].again = true
	}
}

// wasFound reports whether a body is told to be found right behind token i.
func (r *reader) wasFound(i int) bool {
	for j := i; j < min(i+4, r.Last); j++ {
		switch {
		case r.is(j, "body found"):
			return true
		}
	}
	return false
}

// numberOf reads "the number of missing rose to 29" at "number" and "put the
// dead at 217" at "dead".
func (r *reader) numberOf(i int) {
	from := i + 2
	switch {
	case r.is(i, "number noun") && r.Word(i+1) == "of":
	case r.Word(i-1) == "the" && r.Word(i+1) == "at":
		if t, _ := r.triggerAt(i); t == nil || !t.has("state") && !t.has("participle") {
			return
		}
		from = i
	default:
		return
	}
	for j := from; j < min(from+6, r.Last); j++ {
		t, end := r.triggerAt(j)
		if t == nil || len(t.senses) == 0 {
			continue
		}
		k := r.numberBehind(end)
		if k < 0 {
			return
		}
		before := len(r.found)
		g := r.groups[k]
		g.thing = false
		unit := t.senses[0].unit
		if r.tellsOfBoth(j, g.first) {
			unit = string(wiredesk.UnitAffected)
		}
		r.emit(g, unit, j, end)
		if len(r.found) > before {
			r.found[before].scope = wiredesk.ScopeCumulative
		}
		return
	}
}

// numberBehind returns the index of the counted group that "rose to", "stands
// at" and the like lead to behind token j, or -1.
func (r *reader) numberBehind(j int) int {
	for limit := min(j+tollReach, r.Last); j < limit; j++ {
		switch r.Word(j) {
		case "to", "at", "was", "is", "reached", unitHit, ":", "exceeded", "exceeds", "passed", "of":
			if k := r.groupFrom(j + 1); k >= 0 && r.groups[k].kind == counted && !r.groups[k].share {
				return k
			}
		case ".", ";", "but":
			return -1
		}
	}
	return -1
}

// tollReach is how many tokens behind "toll" its number may stand.
const tollReach = 18

// toll reads "the death toll rose to 12".
func (r *reader) toll(t *trigger, i, end int) {
	unit := t.unit("toll")
	if r.is(i-1, "of the injured") {
		unit = string(wiredesk.UnitInjured)
	}
	best := -1
	for j := end; j < min(end+tollReach, r.Last); j++ {
		if c := r.Stop(j); c == "sub" && r.Word(j) != "than" || c == "modal" {
			break // "the toll may rise, as many are trapped"
		}
		k := r.groupFrom(j)
		if k < 0 {
			if n, _ := r.number(j); n != nil && n.Kind != number.Count && n.Kind != number.Date {
				break
			}
			continue
		}
		if r.groups[k].kind == counted && !r.groups[k].share {
			if best >= 0 && r.followedByTrigger(r.groups[k].last) || r.Word(j-1) == "with" {
				break // "the toll has doubled, with 200 displaced"
			}
			best = k
			if r.Word(j-1) != "from" {
				break
			}
		}
	}
	if best < 0 {
		return
	}
	g := r.groups[best]
	if r.tellsOfBoth(end, g.first) {
		unit = string(wiredesk.UnitAffected) // "the toll of dead and injured"
	}
	n := len(r.found)
	r.emit(g, unit, i, end)
	if len(r.found) > n {
		r.found[n].scope = wiredesk.ScopeCumulative
	}
}

// tellsOfBoth reports whether the tokens [first, last) name the dead and the
// injured together.
func (r *reader) tellsOfBoth(first, last int) bool {
	for i := first; i+2 < last; i++ {
		if r.is(i+1, "joint") && (r.is(i, "dead") && r.is(i+2, "hurt") || r.is(i, "hurt") && r.is(i+2, "dead")) {
			return true
		}
	}
	return false
}

// lastOfRange makes of a change its end: "raised from 10 to 12" is 12 now.
func (r *reader) lastOfRange(g *group) {
	if !r.is(g.first, "from") || g.kind != counted {
		return
	}
	for i := g.first - 1; i >= max(r.First, g.first-tollReach); i-- {
		if !r.is(i, "counting") && !r.is(i, "rising") && !r.is(i, "tally") {
			continue
		}
		for g.first < g.last-1 && !r.is(g.first, "to") {
			g.first++
		}
		g.first++
		g.low = g.high
		return
	}
}

// harmReach is how many tokens before "injuries" the verb may stand that says
// who has them.
const harmReach = 9

// harm reads "suffered injuries", "injuries to two guards", "with gunshot
// wounds".
func (r *reader) harm(t *trigger, i, end int) {
	unit := t.unit("harm")
	if t.counts() && r.zero(unit, i, end) {
		return
	}
	if r.Word(end) == "to" {
		if k := r.groupFrom(end + 1); k >= 0 {
			r.emit(r.joinFrom(k, r.objectEnd(k)), unit, i, end)
			return
		}
	}
	if k := r.groupOn(i); k >= 0 && r.groups[k].kind == counted && r.Word(i) == "injuries" {
		r.emit(r.groups[k], unit, i, end)
		return
	}
	r.sufferer(unit, i, end)
}

// sufferer finds who has the injuries at token i.
func (r *reader) sufferer(unit string, i, end int) {
	for j := i - 1; j >= max(r.First, i-harmReach); j-- {
		switch {
		case r.Word(j) == "fatal":
			unit = string(wiredesk.UnitKilled)
		case r.is(j, "no sufferer"):
			return
		case r.is(j, "suffers"):
			if v := r.verbAt(j); !unreal(v) {
				if g, ok := r.subject(v.first); ok {
					r.emit(g, tentative(unit), i, end)
				}
			}
			return
		case r.is(j, "with wounds"):
			if r.Word(j) == "from" && r.is(j-1, "suffers from") {
				continue
			}
			k := r.nearestBefore(j)
			if k >= 0 {
				r.emit(r.joinBack(k, r.groups[k].last), tentative(unit), i, end)
			}
			return
		}
	}
}

// tentative is the unit of those who are told to have wounds and may have died
// of them.
func tentative(unit string) string {
	if unit == string(wiredesk.UnitInjured) {
		return unitCare
	}
	return unit
}

// nearestBefore returns the index of the last group that ends before token j,
// or -1.
func (r *reader) nearestBefore(j int) int {
	for i := j - 1; i >= max(r.First, j-longestClause); i-- {
		if k := r.covering(i); k >= 0 && r.groups[k].last <= j {
			return k
		}
	}
	return -1
}
