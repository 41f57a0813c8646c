package dossier

import (
	"fmt"
	"strings"

	"wiredesk"
)

// How much two statements that agree have in common: keys beside the act, their
// weight, and the share of the keys of the shorter one.
const (
	agreeKeys   = 2
	agreeWeight = 0.4
	agreeShort  = 0.45
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
	if a.negated() != b.negated() || opposedActs(a, b) != "" || classesApart(a, b) || swapped(a, b) {
		return false, false
	}
	mine, theirs := rest(a, b), rest(b, a)
	if named(mine) && named(theirs) || apart(a.numbers, b.numbers) || len(a.days) > 0 && len(b.days) > 0 && !meet(a.days, b.days) {
		return false, false
	}
	act := matchingAct(a, b)
	if act == nil {
		return false, false
	}
	weight, beside := 0.0, 0
	for _, k := range sortedKeys(a.keys) {
		if b.keys[k] && k != key(act.word) && !isDigits(k) {
			weight += a.weight[k]
			beside++
		}
	}
	short := min(len(a.keys), len(b.keys))
	if beside < agreeKeys || weight < agreeWeight || float64(beside+1) < agreeShort*float64(short) {
		return false, false
	}
	return true, len(a.numbers) != len(b.numbers) || len(a.days) > 0 != (len(b.days) > 0) || named(mine) || named(theirs)
}

// apart reports whether two sets of numbers hold none in common, or each one that
// the other one lacks.
func apart(a, b map[string]bool) bool { return !holds(a, b) && !holds(b, a) }

// matchingAct returns an act of one statement that the other one tells of too,
// alike in polarity and modality, done to the same; nil where there is none.
func matchingAct(a, b *statement) *act {
	for i := range a.acts {
		x := &a.acts[i]
		for _, y := range b.acts {
			if (x.class != y.class && key(x.word) != key(y.word)) || x.negated != y.negated || x.modal != y.modal {
				continue
			}
			switch {
			case len(x.object) > 0 && len(y.object) > 0:
				if !meet(x.object, y.object) {
					continue
				}
			case len(x.subject) == 0 || len(y.subject) == 0 || !meet(x.subject, y.subject):
				continue
			}
			if len(x.subject) > 0 && len(y.subject) > 0 && !meet(x.subject, y.subject) && len(x.object) > 0 && len(y.object) > 0 && namesApart(x.subject, y.subject) {
				continue
			}
			return x
		}
	}
	return nil
}

// namesApart reports whether each of two sets names somebody.
func namesApart(a, b map[string]bool) bool { return named(sortedKeys(a)) && named(sortedKeys(b)) }

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
