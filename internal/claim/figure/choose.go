package figure

import (
	"sort"

	"wiredesk"
)

// propose records a candidate of a words rule.
func (r *reader) propose(g group, rule *rule, i, end int) {
	r.proposeAs(g, rule, rule.unit, i, end)
}

// proposeAs records a candidate of a rule with a unit.
func (r *reader) proposeAs(g group, rule *rule, unit string, i, end int) {
	name, score := r.rule, r.score
	r.rule, r.score = rule.name, rule.score
	r.emit(g, unit, i, end)
	r.rule, r.score = name, score
}

// by sets the reader of code that proposes what follows.
func (r *reader) by(name string) {
	r.rule, r.score = name, rules().scores[name]
}

// support is what a second rule that proposes the same adds to a candidate: the
// chance that both are wrong is the product of theirs.
func support(a, b float64) float64 { return 1 - (1-a)*(1-b) }

// choose keeps those of the candidates from index from on that can stand beside
// each other, the surest first: one unit for a group, one group for a verb.
func (r *reader) choose(from int) {
	proposed := r.found[from:]
	order := make([]int, len(proposed))
	for k := range order {
		order[k] = k
	}
	sort.SliceStable(order, func(a, b int) bool {
		x, y := &proposed[order[a]], &proposed[order[b]]
		if (x.unit == unitSame) != (y.unit == unitSame) {
			return y.unit == unitSame
		}
		return x.score > y.score
	})
	var kept []int
	for _, k := range order {
		if r.standsBeside(proposed, kept, k) {
			kept = append(kept, k)
		}
	}
	sort.Ints(kept)
	out := make([]found, 0, len(kept))
	for _, k := range kept {
		out = append(out, proposed[k])
	}
	r.found = append(r.found[:from], out...)
	r.joint(from)
}

// standsBeside reports whether candidate k can stand beside all that are kept.
func (r *reader) standsBeside(proposed []found, kept []int, k int) bool {
	for _, o := range kept {
		if !r.compatible(&proposed[o], &proposed[k]) {
			return false
		}
	}
	return true
}

// compatible reports whether a candidate can stand beside a surer one.
func (r *reader) compatible(sure, other *found) bool {
	same := sure.first == other.first && sure.last == other.last
	overlap := sure.first < other.last && other.first < sure.last
	samePredicate := sure.trigger < other.end && other.trigger < sure.end
	switch {
	case overlap && (sure.unit == unitSame || other.unit == unitSame):
		return false
	case same && samePredicate:
		return sure.kind == nobody || sure.unit == unitHit // "no casualties"
	case same:
		return r.bothHold(sure, other)
	case overlap:
		return sure.joined == other.joined && !samePredicate && sure.members == 0 && other.members == 0
	case samePredicate:
		return sure.kind == nobody
	}
	return true
}

// weak is the score below which a candidate gives way to another unit of its
// group.
const weak = 0.75

// bothHold reports whether one group can have the units of both candidates: two
// predicates joined over it, or each sure of itself.
func (r *reader) bothHold(sure, other *found) bool {
	return other.score >= weak || r.conjoined(sure, other)
}

// conjoined reports whether the triggers of two candidates are joined without an
// argument between them: "were kidnapped and killed".
func (r *reader) conjoined(a, b *found) bool {
	from, to := min(a.end, b.end), max(a.trigger, b.trigger)
	if to-from > longestJoint {
		return false
	}
	joined := false
	for i := from; i < to; i++ {
		switch {
		case r.is(i, "joint"):
			joined = true
		case r.Stop(i) == "adv", r.Stop(i) == "be", r.Stop(i) == "have":
		default:
			return false
		}
	}
	return joined
}

// longestJoint is how many tokens may join two predicates.
const longestJoint = 4

// diedLater reports whether the first find tells that those whom the second has
// hurt died of it: "were wounded and later died".
func (r *reader) diedLater(dead, hurt *found) bool {
	t, _ := r.triggerAt(dead.trigger)
	return dead.unit == string(wiredesk.UnitKilled) && hurt.unit == string(wiredesk.UnitInjured) && dead.trigger > hurt.trigger && t != nil && t.has("subject")
}

// joint makes one count of those of whom the sentence says that they were killed
// or injured: no number is given for the dead alone.
func (r *reader) joint(from int) {
	killed, injured := string(wiredesk.UnitKilled), string(wiredesk.UnitInjured)
	for a := from; a < len(r.found); a++ {
		for b := a + 1; b < len(r.found); b++ {
			x, y := &r.found[a], &r.found[b]
			if x.first != y.first || x.last != y.last || x.kind == nobody || x.low == 1 && x.high == 1 || x.dropped || y.dropped {
				continue
			}
			if !(x.unit == killed && y.unit == injured || x.unit == injured && y.unit == killed) || !r.conjoined(x, y) {
				continue
			}
			if dead, hurt := y, x; r.diedLater(dead, hurt) {
				hurt.dropped = true
				continue
			} else if r.diedLater(hurt, dead) {
				dead.dropped = true
				continue
			}
			x.unit, x.jointly = string(wiredesk.UnitAffected), true
			x.trigger, x.end = min(x.trigger, y.trigger), max(x.end, y.end)
			y.dropped = true
		}
	}
	kept := r.found[:from]
	for k := from; k < len(r.found); k++ {
		if !r.found[k].dropped {
			kept = append(kept, r.found[k])
		}
	}
	r.found = kept
}
