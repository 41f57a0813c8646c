package dossier

import (
	"fmt"

	"wiredesk"
)

// contrastsNamed finds sentences that say themselves that they speak against
// what another party said: "at odds with the ministry, which had said ...".
func (t *table) contrastsNamed() []wiredesk.Relation {
	var out []wiredesk.Relation
	for _, s := range t.statements {
		at, n, ok := atOdds().find(s.said)
		if !ok || !s.own || s.headline || !s.voice.known() {
			continue
		}
		if at+n < len(s.said) && pronounObjects()[s.said[at+n].lower] {
			if c := t.besideDenial(answer{statement: s, until: s.last}); c != nil && c.before(s) && !t.setAgainst(c, s) {
				t.setApart(c, s)
				out = append(out, wiredesk.Relation{Kind: wiredesk.Contradicts, Claims: []string{c.claim.ID, s.claim.ID}, Sides: []wiredesk.Side{t.side(c), t.side(s)},
					Note: fmt.Sprintf("%s is told to speak against %s. Both are given; the desk does not decide.", s.who(), c.who()), Rule: "the report sets them against each other", Particular: "polarity"})
			}
			continue
		}
		q := t.partyIn(s.said[at+n:], s.voice)
		if q == nil {
			continue
		}
		var best *statement
		top := 0.0
		for _, c := range t.byParty[q] {
			w := 0.0
			for _, k := range sortedKeys(c.keys) {
				if s.inSentence(k) {
					w += c.weight[k]
				}
			}
			if sharesAct(c, s) {
				w++
			}
			if c.own && !c.headline && c.before(s) && w > top {
				best, top = c, w
			}
		}
		if best == nil || top < deniedBeside || t.against[[2]place{best.place(), s.place()}] {
			continue
		}
		t.setApart(best, s)
		out = append(out, wiredesk.Relation{Kind: wiredesk.Contradicts, Claims: []string{best.claim.ID, s.claim.ID}, Sides: []wiredesk.Side{t.side(best), t.side(s)},
			Note: fmt.Sprintf("%s is told to speak against %s. Both are given; the desk does not decide.", s.who(), best.who()), Rule: "the report sets them against each other", Particular: "polarity"})
	}
	return out
}

// sharesAct reports whether two statements tell of one kind of act.
func sharesAct(a, b *statement) bool {
	for _, x := range a.acts {
		for _, y := range b.acts {
			if x.class == y.class {
				return true
			}
		}
	}
	return false
}

var pronounObjects = wordSet("pronoun-objects")

var atOdds = phraseList("at-odds")

// partyIn returns the party, not the speaker's own, of whose name words hold the
// most, nil where there is none.
func (t *table) partyIn(ws []word, not *voice) *party {
	held := map[string]bool{}
	for _, w := range ws {
		held[stem(w.lower)] = true
	}
	var best *party
	for _, k := range sortedKeys(held) {
		for _, q := range t.parties.byKey[k] {
			if (not == nil || q != not.party.root()) && holds(held, q.keys) && (best == nil || len(q.keys) > len(best.keys) || len(q.keys) == len(best.keys) && q.number < best.number) {
				best = q
			}
		}
	}
	return best
}

// place is the first sentence of a statement.
func (s *statement) place() place { return place{s.account, s.first} }
