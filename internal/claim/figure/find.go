package figure

import (
	"wiredesk"
	"wiredesk/internal/lang/number"
)

// A found is a group with the words that say what happened to it.
type found struct {
	group
	unit       string // a wiredesk.Unit, or unitCare until it is settled
	sentence   int
	trigger    int // tokens [trigger, triggerEnd)
	end        int
	scope      wiredesk.Scope
	alive      bool // told to be out of danger
	again      bool // of somebody known already: "his death", "the body"
	least      bool // only an event is named: "a fatal shooting"
	parent     int  // 1 + index of the find that it is a part of, 0 for none
	background bool // tells of earlier or wider matters
	dropped    bool
	spread     bool    // its parts lie at several places
	list       bool    // in a list that leaves out its verb
	jointly    bool    // killed and injured are one count
	rule       string  // what proposed it
	score      float64 // how sure that is
}

// readSentence proposes what the words of the sentence count.
func (r *reader) readSentence() {
	for i := r.First; i < r.Last; {
		r.by("number of")
		r.numberOf(i)
		r.by("the dead are")
		r.nominal(i)
		r.by("fatally")
		r.fatally(i)
		r.byRules(i)
		t, end := r.triggerAt(i)
		if t == nil {
			r.readWord(i)
			i++
			continue
		}
		r.by("trigger")
		r.read(t, i, end)
		r.byTree(t, i, end)
		i = end
	}
}

// readWord proposes what a word that is no trigger counts.
func (r *reader) readWord(i int) {
	r.by("care")
	r.inHospital(i)
	r.sentToHospital(i)
	r.inCondition(i)
	r.expected(i)
	r.inTreatment(i)
	r.hospitalised(i)
	r.by("struck")
	r.struck(i)
	r.by("forced")
	r.forced(i)
	r.by("captive")
	r.captive(i)
}

// read applies the patterns of a trigger in the tokens [i, end).
func (r *reader) read(t *trigger, i, end int) {
	noun := end == i+1 && r.Doc.Tokens[i].UPOS == "NOUN"
	switch {
	case t.has("of") && r.genitive(t, i, end):
	case noun && t.has("harm"):
		r.harm(t, i, end)
	case noun && r.Word(i) == "shot" && r.Stop(i-1) != "be" && !r.severalBefore(i):
	case t.has("participle"):
		r.participle(t, i, end)
	case t.has("active") && t.counts() && r.groupOn(i) >= 0: // "46 arrests"
		r.count(t, i, end)
	case t.has("active"):
		r.active(t, i, end)
	case t.has("subject"):
		r.intransitive(t, i, end)
	case t.has("state"):
		r.state(t, i, end)
	case t.has("toll"):
		r.toll(t, i, end)
	case t.has("lives"):
		r.lives(t, i, end)
	case t.has("bodies"):
		r.bodies(t, i, end)
	case t.has("harm"):
		r.harm(t, i, end)
	case t.has("count"):
		r.count(t, i, end)
	}
}

// severalBefore reports whether a count of more than one stands right before
// token i: no singular noun follows it.
func (r *reader) severalBefore(i int) bool {
	k := r.groupTo(i)
	return k >= 0 && r.groups[k].kind == counted && r.groups[k].low > 1
}

// emit records that the words in the tokens [i, end) tell of the group.
func (r *reader) emit(g group, unit string, i, end int) {
	if t, _ := r.triggerAt(i); g.persons == none && t != nil && t.has("persons") {
		return
	}
	r.lastOfRange(&g)
	if unit == "" || g.kind == plural || g.low == wiredesk.Open && g.high == wiredesk.Open {
		return
	}
	if g.thing != (unit == string(wiredesk.UnitDamage)) && g.kind == counted && g.head >= 0 && !r.bodyNoun(g.head) {
		return
	}
	if unit == string(wiredesk.UnitDisplaced) && g.low < fleeing && r.is(i, "flight") && g.kind != nobody && !r.homeBehind(end) && !r.homeBehind(i+1) {
		return
	}
	if counts[wiredesk.Unit(unit)] && g.kind != counted && g.kind != nobody {
		return
	}
	if unit == string(wiredesk.UnitDamage) && (g.head < 0 || !g.thing) {
		return
	}
	f := found{group: g, unit: unit, sentence: r.At, trigger: i, end: end, scope: wiredesk.ScopePlain}
	switch {
	case g.more:
		f.scope = wiredesk.ScopeNew
	case unit == unitSame:
		f.scope = wiredesk.ScopeCumulative
	}
	f.alive = (unit == unitShot || unit == unitCare) && r.outOfDanger(i)
	for k := len(r.found) - 1; k >= 0 && r.found[k].sentence == r.At; k-- {
		if o := &r.found[k]; o.unit == unit && o.first == g.first && o.last == g.last {
			if o.rule != r.rule {
				if r.score > o.score {
					o.rule = r.rule
				}
				o.score = support(o.score, r.score)
			}
			return
		}
	}
	f.rule, f.score = r.rule, r.score
	r.found = append(r.found, f)
}

// counts are the units that need a number: that one man was arrested or saved is no
// toll.
var counts = map[wiredesk.Unit]bool{
	wiredesk.UnitDetained: true, wiredesk.UnitDisplaced: true, wiredesk.UnitAffected: true, wiredesk.UnitRescued: true,
}

// bodyNoun reports whether the noun at i is counted in its own right.
func (r *reader) bodyNoun(i int) bool {
	t, _ := r.triggerAt(i)
	return t != nil && t.counts()
}

// unreal reports whether the verb tells of what did not or may not happen.
func unreal(v verb) bool {
	switch v.modal {
	case "could", "would", "should", "will", "wo", "can", "ca", "must", "shall", "'d", "'ll":
		return true
	case "may", "might":
		return !v.perfect
	}
	return v.negated || v.infinitive && !v.passive
}

// participle reads "killed": passive with its subject, active with its object,
// or bare behind or before a noun.
func (r *reader) participle(t *trigger, i, end int) {
	unit := t.unit("participle")
	v := r.verbAt(i)
	if r.Word(i) == "shot" && end == i+1 && r.Word(end) == "at" && !(v.passive && r.Stop(end+1) == "det") {
		return // "shot at two officers", but not "was shot at the docks"
	}
	if v.negated || v.modal != "" && unreal(v) {
		return
	}
	unit = r.deadly(unit, i, end)
	if v.passive {
		if v.infinitive && v.first < i && r.Word(v.first) == "to" || r.supposed(v.first) {
			return
		}
		if g, ok := r.subject(v.first); ok {
			r.emit(g, unit, i, end)
		}
		return
	}
	if v.perfect || v.modal != "" || v.infinitive {
		if !v.infinitive {
			r.object(end, unit, i, end)
		}
		return
	}
	if k := r.inside(i); k >= 0 {
		if r.groups[k].persons != none || r.groups[k].thing {
			r.emit(r.groups[k], unit, i, end)
		}
		return
	}
	if r.is(i-1, "stands for people") {
		return // "the injured", "those hurt"
	}
	left, adjacent := r.leftOf(v.first)
	right, follows := r.rightOf(end)
	switch {
	case !follows && r.takesObject(end):
	case adjacent && r.leavesBefore(left.first):
		r.emit(left, unit, i, end)
	case adjacent && (!follows || r.followedByTrigger(right.last) || left.head < 0 && left.kind == counted && right.kind == counted):
		r.emit(left, unit, i, end)
	case follows:
		r.emit(right, unit, i, end)
	case r.Stop(v.first-1) == "rel":
		if g, ok := r.groupBefore(v.first - 1); ok {
			r.emit(g, unit, i, end)
		}
	default:
		if g, ok := r.firstGroup(r.clauseStart(v.first), v.first); ok && r.soleVerb(i, end) {
			r.emit(g, unit, i, end)
		}
	}
}

// leavesBefore reports whether the group at token i is what something "left":
// "left 300 people displaced and damaged 40 homes".
func (r *reader) leavesBefore(i int) bool {
	switch {
	case r.is(i-1, "leaves"):
		return true
	}
	return false
}

// takesObject reports whether something that is no group of people follows the
// participle that ends before token j: "shot the dog", "executed a warrant".
func (r *reader) takesObject(j int) bool {
	return r.Stop(j) == "det" && !r.is(j, "part of a group")
}

// soleVerb reports whether no auxiliary stands in the sentence beside the
// trigger, as in headlines: "Two men in car shot".
func (r *reader) soleVerb(i, end int) bool {
	for k := max(r.First, i-longestClause); k < min(r.Last, end+longestClause); k++ {
		switch r.Stop(k) {
		case "be", "have", "modal":
			return false
		}
	}
	return true
}

// deadly turns the unit into killed where the words beside the trigger say so:
// "shot and killed", "fatally shot", "shot ... to death".
func (r *reader) deadly(unit string, i, end int) string {
	if unit != unitShot && unit != unitCare && unit != string(wiredesk.UnitInjured) {
		return unit
	}
	for k := max(r.First, i-3); k < min(r.Last, end+3); k++ {
		switch r.Word(k) {
		case "fatally", "mortally":
			if k < i || k == end {
				return string(wiredesk.UnitKilled)
			}
		case "dead":
			if k >= end && k <= end+1 {
				return string(wiredesk.UnitKilled)
			}
		case "to", "and":
			if w := r.Word(k + 1); k == end && (w == "death" || w == "killed") {
				return string(wiredesk.UnitKilled)
			}
		}
	}
	return unit
}

// inside returns the index of the group that holds token i before its noun
// ("two injured men"), or -1.
func (r *reader) inside(i int) int {
	if k := r.covering(i); k >= 0 && r.groups[k].first < i && i < r.groups[k].head {
		return k
	}
	return -1
}

// leftOf returns the group that ends right before token i.
func (r *reader) leftOf(i int) (group, bool) {
	for i > r.First && r.Stop(i-1) == "adv" {
		i--
	}
	k := r.nearestBefore(i)
	if k < 0 || r.groups[k].last != i && !r.agedTo(&r.groups[k], i) {
		return group{}, false
	}
	return r.joinBack(k, i), true
}

// agedTo reports whether only an age between commas stands between the group
// and token i: "Man, 34, shot".
func (r *reader) agedTo(g *group, i int) bool {
	n, end := r.number(g.last + 1)
	return g.last < i && r.Word(g.last) == "," && n != nil && n.Kind == "age" && (end == i || end+1 == i && r.Word(end) == ",")
}

// rightOf returns the group that begins at token j, adverbs and joined
// triggers stepped over.
func (r *reader) rightOf(j int) (group, bool) {
	for j < r.Last {
		if w := r.Word(j); w == "“" || w == "\"" || w == "``" {
			j++ // killed "hundreds of civilians"
			continue
		}
		if r.Stop(j) == "adv" && !r.is(j, "floating") {
			j++
			continue
		}
		if w := r.Word(j); w == "and" || w == "or" {
			if t, end := r.triggerAt(j + 1); t != nil && (t.has("participle") || t.has("active")) {
				j = end
				continue
			}
		}
		break
	}
	if k := r.groupFrom(j); k >= 0 {
		return r.joinFrom(k, r.objectEnd(k)), true
	}
	return group{}, false
}

// longestList is how many groups a list may join.
const longestList = 12

// objectEnd returns the token before which the object that begins with group k
// ends: a group with a verb of its own belongs to the next clause.
func (r *reader) objectEnd(k int) int {
	for n := k + 1; n < min(len(r.groups), k+longestList); n++ {
		if r.followedByTrigger(r.groups[n].last) {
			return r.groups[n].first
		}
		switch r.Stop(r.groups[n].last) {
		case "be", "have", "modal", "do", "verb":
			return r.groups[n].first
		}
	}
	return r.Last
}

// followedByTrigger reports whether a participle, state or verb of dying
// begins at token i, adverbs stepped over.
func (r *reader) followedByTrigger(i int) bool {
	for r.Stop(i) == "adv" {
		i++
	}
	t, _ := r.triggerAt(i)
	return t != nil && (t.has("participle") || t.has("state") || t.has("subject"))
}

// object emits the group that follows token j.
func (r *reader) object(j int, unit string, i, end int) {
	if g, ok := r.rightOf(j); ok {
		r.emit(g, unit, i, end)
	}
}

// active reads "kills", "killing": what follows is counted.
func (r *reader) active(t *trigger, i, end int) {
	v := r.verbAt(i)
	if unreal(v) || end == i+1 && r.Doc.Tokens[i].XPOS == "VB" && v.modal != "did" && !r.ofHeadline(i) {
		return
	}
	g, ok := r.rightOf(end)
	if !ok {
		return
	}
	unit := r.deadly(t.unit("active"), i, end)
	if r.is(i, "attack noun") && g.first == g.head && r.Word(g.head) != "victim" && g.kind != named && g.kind != pronoun {
		return // "the shooting suspect"
	}
	r.emit(g, unit, i, end)
}

// ofHeadline reports whether the bare verb at i is the present of a headline:
// "floods kill 32", "gunmen open fire, kill 10".
func (r *reader) ofHeadline(i int) bool {
	n, _ := r.number(i + 1)
	return n != nil && n.Kind == number.Count && (r.Word(i-1) == "," || r.Doc.Tokens[max(i-1, r.First)].UPOS == "NOUN" || r.Doc.Tokens[max(i-1, r.First)].UPOS == "PROPN")
}

// intransitive reads "died": the subject is counted.
func (r *reader) intransitive(t *trigger, i, end int) {
	v := r.verbAt(i)
	if unreal(v) || v.infinitive || r.supposed(v.first) {
		return
	}
	unit := t.unit("subject")
	g, ok := r.subject(v.first)
	if !ok {
		return
	}
	r.emit(g, unit, i, end)
}

// fleeing is the least number of people whose flight is read as displacement:
// fewer are more often suspects who ran off.
const fleeing = 50

// state reads "dead": behind "be" or "left", or right behind a noun.
func (r *reader) state(t *trigger, i, end int) {
	unit := t.unit("state")
	if r.Word(i-1) == "the" || people()[r.Word(end)] != none || r.Doc.Tokens[i].UPOS == "ADJ" && thing(r.Word(end)) {
		return
	}
	v := r.verbAt(i)
	if unreal(v) || v.negated || r.supposed(v.first) {
		return
	}
	if v.passive {
		if g, ok := r.subject(v.first); ok {
			r.emit(g, unit, i, end)
		}
		return
	}
	left := v.first
	if r.Word(left-1) == "," {
		left-- // "discovered the guard, deceased"
	}
	if g, ok := r.leftOf(left); ok && g.kind != plural {
		r.emit(g, unit, i, end)
	} else if k := r.leftBehind(i); k >= 0 {
		r.emit(r.groups[k], unit, i, end)
	}
}

// longestAside is how many tokens an aside may have between those who were left
// dead and the word dead.
const longestAside = 12

// leftBehind returns the group that something "left" in the state at token i, an
// aside between them: "leaving 23 people - nine of them children - dead".
func (r *reader) leftBehind(i int) int {
	if !r.Mark(i - 1) {
		return -1
	}
	for k := r.nearestBefore(i); k >= 0 && i-r.groups[k].last <= longestAside; k-- {
		if r.groups[k].kind == counted && r.Mark(r.groups[k].last) && r.leavesBefore(r.groups[k].first) {
			return k
		}
	}
	return -1
}
