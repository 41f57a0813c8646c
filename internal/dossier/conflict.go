package dossier

import (
	"fmt"

	"wiredesk"
)

// The weight of shared keys from which on two statements that cannot both hold
// speak of one thing: of two named parties, and where a state has changed.
const (
	sharedConflict = 0.9
	sharedChange   = 1.0
	oneKey         = 0.3 // and one of them weighs as much
)

// conflicts finds statements of named parties of which one says what the other
// says is not so, or the opposite, of one thing; and states that have changed.
func (t *table) conflicts() []wiredesk.Relation {
	var out []wiredesk.Relation
	for _, s := range t.statements {
		if !s.own || s.headline || len(s.acts) == 0 || len(s.said) > longestRival || t.incidents.of(s.account, s.hull) != t.incidents.own {
			continue
		}
		var best *statement
		var kind wiredesk.RelationKind
		var what string
		top := 0.0
		for _, c := range t.candidates(s, s.keys, false) {
			if c.headline || s.before(c) || len(c.said) > longestRival || t.apart[pair{s, c}] || t.incidents.of(c.account, c.hull) != t.incidents.own {
				continue
			}
			if k, particular, w := conflict(c, s); k != "" && w > top {
				best, kind, what, top = c, k, particular, w
			}
		}
		if best == nil || t.setAgainst(best, s) {
			continue
		}
		t.setApart(best, s)
		note := fmt.Sprintf("%s and %s cannot both hold of one thing. Both are given; the desk does not decide.", best.excerpt(), s.excerpt())
		if kind == wiredesk.Supersedes {
			note = fmt.Sprintf("%s came before %s.", best.excerpt(), s.excerpt())
		}
		out = append(out, wiredesk.Relation{Kind: kind, Claims: []string{best.claim.ID, s.claim.ID}, Sides: []wiredesk.Side{t.side(best), t.side(s)}, Note: note, Rule: "opposite words about one thing", Particular: what})
	}
	return out
}

// setAgainst reports whether the sentences of two statements are set against
// each other by other claims already.
func (t *table) setAgainst(a, b *statement) bool {
	return t.against[[2]place{a.place(), b.place()}]
}

// conflict says how a statement and a later one cannot both hold, "" where they
// can, with the particular and the weight of what they share.
func conflict(a, b *statement) (wiredesk.RelationKind, string, float64) {
	for _, x := range a.acts {
		for _, y := range b.acts {
			particular := x.against(y)
			if particular == "" {
				continue
			}
			w, strong := a.sharedBeside(b, x, y)
			if !strong {
				continue
			}
			later := a.account.published().Before(b.account.published())
			switch {
			case later && x.negated == y.negated && changes()[[2]string{x.class, y.class}]:
				if w >= sharedChange && (a.voice == nil || b.voice == nil || a.voice.same(b.voice)) {
					return wiredesk.Supersedes, "state", w
				}
			case w < sharedConflict || !a.voice.known() || !b.voice.known() || a.voice.person != "" && a.voice.person == b.voice.person:
			case a.voice.same(b.voice) && a.voice.person != b.voice.person:
				return wiredesk.OneBodyTwo, particular, w
			case !a.voice.same(b.voice):
				return wiredesk.Contradicts, particular, w
			}
		}
	}
	return "", "", 0
}

// about reports whether a key is of what takes part in an act; all are where the
// reading says nothing of it.
func (x act) about(k string) bool {
	return len(x.subject) == 0 && len(x.object) == 0 || x.subject[k] || x.object[k]
}

// against says in what two acts cannot both hold.
func (x act) against(y act) string {
	switch {
	case x.modal != y.modal:
		return ""
	case x.class == y.class && x.negated != y.negated:
		return "polarity"
	case x.negated == y.negated && (opposed(x.class, y.class) || changes()[[2]string{x.class, y.class}]):
		return "state"
	}
	return ""
}

// sharedBeside returns the weight of the keys that two statements share beside
// their acts' own words, and whether one of them is strong.
func (s *statement) sharedBeside(o *statement, x, y act) (weight float64, strong bool) {
	for _, k := range sortedKeys(s.keys) {
		if !o.keys[k] || k == key(x.word) || k == key(y.word) || k == x.word || k == y.word || isDigits(k) {
			continue
		}
		weight += s.weight[k]
		strong = strong || s.weight[k] >= oneKey && x.about(k) && y.about(k)
	}
	return weight, strong
}
