package dossier

import (
	"fmt"
	"time"

	"wiredesk"
)

// reversals finds where a party takes back what it said, and where it speaks at
// last after it gave no answer.
func (t *table) reversals() []wiredesk.Relation {
	var out []wiredesk.Relation
	for _, s := range t.statements {
		if !s.own || s.headline {
			continue
		}
		at, n, ok := retracting().find(s.said)
		if !ok {
			at, n, ok = takingBack().find(s.said)
		}
		if !ok || at == 0 {
			continue
		}
		q := t.subject(s, at)
		if q == nil {
			continue
		}
		if best := t.takenBack(s, q, s.said[at+n:]); best != nil && !t.setAgainst(best, s) {
			t.setApart(best, s)
			out = append(out, t.later(best, s, "taken back", fmt.Sprintf("%s takes back what %s said.", s.who(), best.who())))
		}
	}
	return out
}

// later makes a relation of two statements of one party of which the second
// takes the place of the first.
func (t *table) later(a, b *statement, rule, note string) wiredesk.Relation {
	return wiredesk.Relation{Kind: wiredesk.Supersedes, Claims: []string{a.claim.ID, b.claim.ID}, Sides: []wiredesk.Side{t.side(a), t.side(b)}, Note: note, Rule: rule, Particular: "state"}
}

// subject returns the party that words before an offset name, or the speaker.
func (t *table) subject(s *statement, at int) *party {
	if q := t.partyIn(s.said[:at], nil); q != nil {
		return q
	}
	if s.voice.known() {
		return s.voice.party.root()
	}
	return nil
}

// takenBack returns the earlier statement of a party of which the words behind
// the verb speak.
func (t *table) takenBack(s *statement, q *party, behind []word) *statement {
	held := map[string]bool{}
	for _, w := range behind {
		if k := content(w.lower); k != "" {
			held[k] = true
		}
	}
	var best, only *statement
	top, n := 0.0, 0
	for _, c := range t.byParty[q] {
		if !c.own || c.headline || c.account == s.account || !c.before(s) || silent().in(c.said) || !retracting().in(s.said) && len(c.denies()) == 0 && !c.denial() {
			continue
		}
		if len(c.denies()) > 0 || c.denial() {
			only = c
			n++
		}
		w := 0.0
		for _, k := range sortedKeys(c.keys) {
			if (held[k] || s.keys[k]) && !general()[k] && !isDigits(k) {
				w += c.weight[k]
			}
		}
		if w > top {
			best, top = c, w
		}
	}
	if top >= oneKey {
		return best
	}
	if n == 1 && !s.holds(confirming()) && gapOf(only, s) <= mostRecall {
		return only
	}
	return nil
}

// mostRecall is the time within which a party's one denial is what it owns up to,
// whatever the words.
const mostRecall = 14 * 24 * time.Hour

var (
	confirming = wordSet("confirming")
	retracting = phraseList("retracting")
	takingBack = phraseList("taking-back") // what was denied
)

// answers finds what a party says after it gave no answer.
func (t *table) answers() []wiredesk.Relation {
	var out []wiredesk.Relation
	done := map[*party]bool{}
	for _, s := range t.statements {
		if !s.own || s.headline || !silent().in(s.said) || speakingLate().in(s.said) {
			continue
		}
		v := s.voice
		if at, _, _ := silent().find(s.said); !v.known() || s.claim.Kind == wiredesk.Narrated {
			v = nil
			q := t.partyIn(s.said[:at], nil)
			if q == nil {
				q = t.partyIn(s.said, nil)
			}
			if q != nil {
				v = &voice{party: q, name: q.names[0]}
			}
		}
		if v == nil {
			continue
		}
		t.silence[s] = v
		o := t.answerOf(s, v)
		if o == nil {
			continue
		}
		t.answered[s] = o
		if q := v.party.root(); !done[q] && !t.setAgainst(s, o) {
			done[q] = true
			t.setApart(s, o)
			out = append(out, t.later(s, o, "answered later", fmt.Sprintf("%s had given no answer before.", o.who())))
		}
	}
	return out
}

// answerOf returns what a party that gave no answer says in a later report: where
// it is told that it had been silent, or what shares most with the matter, or the
// first.
func (t *table) answerOf(s *statement, v *voice) *statement {
	var best *statement
	top := -1.0
	for _, o := range t.byParty[v.party.root()] {
		if !o.own || o.headline || o.account == s.account || !s.before(o) || silent().in(o.said) && !speakingLate().in(o.said) {
			continue
		}
		if s.voice != nil && s.voice.person != "" && o.voice.person != "" && o.voice.person != s.voice.person {
			continue
		}
		w, _ := o.shared(s)
		if takingBack().in(o.said) {
			w++
		}
		if speakingLate().in(o.said) {
			w += 2
		}
		if w > top {
			best, top = o, w
		}
	}
	return best
}

var speakingLate = phraseList("speaking-late")
