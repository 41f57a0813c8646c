package dossier

import (
	"fmt"

	"wiredesk"
)

// How near two statements of two parties stand, in sentences, that are taken for
// what one says against the other, and the weight of what they share.
const (
	adjacentMost   = 2
	adjacentWeight = 0.15
)

// adjacent finds statements of two parties that a report sets side by side, of
// which one says that something is and the other that it is not.
func (t *table) adjacent() []wiredesk.Relation {
	var out []wiredesk.Relation
	for _, s := range t.statements {
		if !s.rivals() || t.incidents.of(s.account, s.hull).relation == wiredesk.IncidentOther {
			continue
		}
		var best *statement
		var word string
		top := 0.0
		for n := max(0, s.first-adjacentMost); n < s.first; n++ {
			for _, c := range t.at[place{s.account, n}] {
				if !c.rivals() || c.last >= s.first || c.voice.same(s.voice) || t.setAgainst(c, s) || c.turned() == s.turned() {
					continue
				}
				w, k := c.sharedStrong(s)
				w /= float64(s.first - c.last)
				if k != "" && w > top {
					best, word, top = c, k, w
				}
			}
		}
		if best == nil {
			continue
		}
		t.setApart(best, s)
		out = append(out, wiredesk.Relation{Kind: wiredesk.Contradicts, Claims: []string{best.claim.ID, s.claim.ID}, Sides: []wiredesk.Side{t.side(best), t.side(s)}, Rule: "yes and no side by side", Particular: "polarity",
			Note: fmt.Sprintf("%s and %s say otherwise of one thing (%s). Both are given; the desk does not decide.", best.who(), s.who(), word)})
	}
	return out
}

// rivals reports whether a statement can be set against another party's: it
// states something in a named party's own words.
func (s *statement) rivals() bool {
	return s.own && !s.headline && s.voice.known() && s.claim.Within == "" && states(s) && s.claim.Stance != wiredesk.Caveat
}

// turned reports whether a statement says that something is not so: its main
// clause is negated, or it is a denial.
func (s *statement) turned() bool {
	if s.denial() {
		return true
	}
	n := 0
	for _, w := range s.words {
		if negating()[w.lower] {
			n++
		}
	}
	return n%2 == 1
}

var negating = wordSet("negating")

// sharedStrong returns the weight of the keys that two statements share, numbers
// and general words left out, and the weightiest of them.
func (s *statement) sharedStrong(o *statement) (weight float64, best string) {
	for _, k := range sortedKeys(s.keys) {
		if !o.keys[k] || general()[k] || isDigits(k) {
			continue
		}
		weight += s.weight[k]
		if s.weight[k] >= adjacentWeight && (best == "" || s.weight[k] > s.weight[best]) {
			best = k
		}
	}
	return weight, best
}
