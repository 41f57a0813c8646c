package dossier

import (
	"fmt"
	"strings"

	"wiredesk"
)

// How much two statements that agree have in common: keys beside the act, their
// weight, and the share of the keys of the shorter and of the longer one.
const (
	agreeKeys   = 2
	agreeWeight = 0.6
	agreeShort  = 0.6
	agreeLong   = 0.4
	swapKeys    = 6 // keys in common from which on one word may stand for another
)

// agreements returns what independent accounts say alike, and which counts are
// of different scopes.
func (t *table) agreements() []wiredesk.Relation {
	var out []wiredesk.Relation
	joined := map[*statement]bool{}
	for _, s := range t.statements {
		if !s.own || s.headline || joined[s] || len(s.acts) == 0 {
			continue
		}
		group := []*statement{s}
		finer := false
		for _, c := range t.candidates(s, s.keys, false) {
			if c.headline || joined[c] || t.apart[pair{s, c}] || c.before(s) {
				continue
			}
			if ok, f := agrees(s, c); ok && independent(group, c) && agreesWithAll(t, group[1:], c) {
				group = append(group, c)
				joined[c] = true
				finer = finer || f
			}
		}
		if len(group) < 2 {
			continue
		}
		joined[s] = true
		out = append(out, t.agreement(group, finer))
	}
	return append(out, t.scopes()...)
}

// agreesWithAll reports whether a statement agrees with each one of a group.
func agreesWithAll(t *table, group []*statement, c *statement) bool {
	for _, g := range group {
		if ok, _ := agrees(g, c); !ok || t.apart[pair{g, c}] {
			return false
		}
	}
	return true
}

// agreement writes one.
func (t *table) agreement(group []*statement, finer bool) wiredesk.Relation {
	r := wiredesk.Relation{Kind: wiredesk.Same, Rule: "equal particulars"}
	var labels []string
	shortest := group[0]
	for _, g := range group {
		r.Claims = append(r.Claims, g.claim.ID)
		r.Sides = append(r.Sides, t.side(g))
		labels = append(labels, g.account.label())
		if len(g.keys) < len(shortest.keys) {
			shortest = g
		}
	}
	how := ""
	if finer {
		r.Kind, how = wiredesk.Refines, ", one more precisely than the other"
	}
	r.Note = fmt.Sprintf("%s say so%s: %s; %s.", and(labels), how, shortest.excerpt(), originNote(t.count(r.Claims)))
	return r
}

// independent reports whether a statement is of another origin than each one of
// a group: another text, another outlet, and not one speaker in two prints.
func independent(group []*statement, c *statement) bool {
	for _, g := range group {
		if g.account.root() == c.account.root() || g.account.label() == c.account.label() || g.voice.known() && c.voice.known() {
			return false
		}
	}
	return true
}

// agrees reports whether two statements say the same: no particular conflicts,
// and act and object are equal. finer is true where one gives a number, a name
// or a day that the other one lacks.
func agrees(a, b *statement) (ok, finer bool) {
	if a.negated() != b.negated() || !sameAct(a, b) || opposedActs(a, b) != "" {
		return false, false
	}
	mine, theirs := rest(a, b), rest(b, a)
	if named(mine) && named(theirs) || len(mine) > 0 && len(theirs) > 0 && (len(mine) > alikeRest || len(theirs) > alikeRest || len(a.keys)-len(mine) < swapKeys) || classesApart(a, b) {
		return false, false
	}
	if len(a.numbers) > 0 && len(b.numbers) > 0 && !equal(a.numbers, b.numbers) || len(a.days) > 0 && len(b.days) > 0 && !meet(a.days, b.days) {
		return false, false
	}
	if swapped(a, b) {
		return false, false
	}
	weight, n := a.shared(b)
	acts := map[string]bool{}
	for _, x := range a.acts {
		acts[key(x.word)] = true
	}
	beside := 0
	for k := range a.keys {
		if b.keys[k] && !acts[k] && !isDigits(k) {
			beside++
		}
	}
	short, long := min(len(a.keys), len(b.keys)), max(len(a.keys), len(b.keys))
	if beside < agreeKeys || weight < agreeWeight || float64(n) < agreeShort*float64(short) || float64(n) < agreeLong*float64(long) {
		return false, false
	}
	return true, len(a.numbers) != len(b.numbers) || len(a.days) > 0 != (len(b.days) > 0) || named(mine) || named(theirs)
}

// named reports whether a key names someone or something.
func named(keys []string) bool {
	for _, k := range keys {
		if k[0] == '@' {
			return true
		}
	}
	return false
}

// classesApart reports whether each of two statements tells of a class of people
// that the other one does not.
func classesApart(a, b *statement) bool {
	return !holds(a.classes, b.classes) && !holds(b.classes, a.classes)
}

// equal reports whether two sets are equal.
func equal(a, b map[string]bool) bool { return len(a) == len(b) && holds(a, b) }

// scopes names, for each unit of the own incident, counts of different places
// or classes: they do not contradict.
func (t *table) scopes() []wiredesk.Relation {
	var out []wiredesk.Relation
	for _, g := range t.groups {
		if g.incident != t.incidents.own {
			continue
		}
		var rows []*row
		for _, r := range g.rows {
			if r.status == wiredesk.RowCurrent && !r.headline && !r.part && r.statement != nil {
				rows = append(rows, r)
			}
		}
		var apart []*row
		for i, r := range rows[:min(len(rows), mostRivals)] {
			for _, o := range rows[:min(len(rows), mostRivals)][i+1:] {
				if !meets(r.figure, o.figure) && !t.apart[pair{r.statement, o.statement}] && (apartInPlace(r.figure.Place, o.figure.Place) || !r.comparable(o)) {
					apart = appendOnce(apart, r, o)
				}
			}
		}
		if len(apart) < 2 {
			continue
		}
		var words []string
		rel := wiredesk.Relation{Kind: wiredesk.CompatibleScope, Claims: claimsOf(apart...), Rule: "counts of another place, class or sureness", Particular: "number"}
		for _, r := range apart {
			words = append(words, r.quoted())
			rel.Sides = append(rel.Sides, t.sideOf(r))
		}
		rel.Note = fmt.Sprintf("These counts of %s are over different places or classes, so far as the words go: %s. They do not contradict, and no sum is made.", g.unit, strings.Join(words, "; "))
		out = append(out, rel)
	}
	return out
}

func appendOnce(rows []*row, more ...*row) []*row {
	for _, r := range more {
		found := false
		for _, o := range rows {
			found = found || o == r
		}
		if !found {
			rows = append(rows, r)
		}
	}
	return rows
}
