package dossier

import (
	"fmt"
	"slices"

	"wiredesk"
)

// toldToo is the share of a statement's weight that another outlet's must hold
// for the statement not to be the one outlet's alone.
const toldToo = 0.5

// onlyIn returns, for each outlet, what it alone says.
func (t *table) onlyIn() []wiredesk.Relation {
	var labels []string
	for _, a := range t.accounts {
		if l := a.label(); a.withdrawn == "" && !slices.Contains(labels, l) {
			labels = append(labels, l)
		}
	}
	if len(labels) < 2 {
		return nil
	}
	alone := map[string][]*statement{}
	for _, s := range t.statements {
		if s.own && !s.headline && t.alone(s) {
			alone[s.account.label()] = append(alone[s.account.label()], s)
		}
	}
	var out []wiredesk.Relation
	for _, l := range labels {
		list := alone[l]
		if len(list) == 0 {
			continue
		}
		r := wiredesk.Relation{Kind: wiredesk.OnlyIn, Rule: "told by one outlet"}
		for _, s := range list {
			r.Claims = append(r.Claims, s.claim.ID)
		}
		what := list[0].excerpt()
		if len(list) > 1 {
			what = fmt.Sprintf("%s and %d more", what, len(list)-1)
		}
		r.Note = fmt.Sprintf("Only %s has %s; the others are silent on it, which is not a denial.", l, what)
		out = append(out, r)
	}
	return out
}

// alone reports whether no other outlet tells much of what a statement says.
func (t *table) alone(s *statement) bool {
	mine := 0.0
	for _, k := range sortedKeys(s.keys) {
		mine += s.weight[k]
	}
	for _, c := range t.candidates(s, s.keys, false) {
		if w, _ := s.shared(c); c.account.label() != s.account.label() && w >= toldToo*mine {
			return false
		}
	}
	return true
}
