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
	longestRival   = 45  // words and marks of a sentence: a longer one says too much at once
	oneDenied      = 0.5 // of the one key that they share, where a verb is negated
	acrossDenied   = 0.4 // in another report
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
				if !c.rivals() || c.last >= s.first || !differ(c, s) || t.setAgainst(c, s) || !turnsOne(c, s) {
					continue
				}
				w, k := c.sharedDenied(s)
				if k == "" && c.last+1 == s.first && (s.cues(replying()) || s.deniesNoun && c.voice.known() && s.holds(possessives())) {
					k = "it"
				}
				if c.claim.Stance == wiredesk.Accusation {
					w += forAccusation
				}
				if k != "" && w >= top {
					best, word, top = c, k, w
				}
			}
		}
		if best == nil {
			best, word = t.acrossReports(s)
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

// acrossReports finds the statement of another report that says of one thing what
// this one denies, or denies what it says.
func (t *table) acrossReports(s *statement) (best *statement, word string) {
	top := deniedEnough
	for _, c := range t.candidates(s, s.keys, false) {
		if c.account == s.account || !c.rivals() || !c.before(s) || !c.voice.known() || !s.voice.known() || c.voice.same(s.voice) || t.setAgainst(c, s) || !turnsOne(c, s) || gapOf(c, s) > mostRecall {
			continue
		}
		denied, k := c.sharedDenied(s)
		w, _ := c.shared(s)
		if k != "" && denied >= acrossDenied && w > top {
			best, word, top = c, k, w
		}
	}
	return best, word
}

// rivals reports whether a statement can be set against another party's: it
// states something in a named party's own words.
func (s *statement) rivals() bool {
	return s.own && !s.headline && s.voice != nil && s.claim.Within == "" && !s.denial() && len(s.said) <= longestRival && states(s) && s.claim.Stance != wiredesk.Caveat
}

// turnsOne reports whether one of two statements, and not the other one, says
// that something is not so.
func turnsOne(a, b *statement) bool { return len(a.denies()) > 0 != (len(b.denies()) > 0) }

// denies returns the keys of the clauses that are negated as facts: what is said
// not to be so.
func (s *statement) denies() map[string]bool {
	if s.denied != nil {
		return s.denied
	}
	s.denied = map[string]bool{}
	for i, w := range s.words {
		if !negating()[w.lower] {
			continue
		}
		first, last := s.bounds(i)
		first, last = max(first, i-negationBefore), min(last, i+negationBefore)
		future := false
		if first > 0 && relative()[s.words[first-1].lower] {
			continue // of somebody, beside what is said
		}
		noun := determining()[w.lower] || i+1 < len(s.words) && counting()[s.words[i+1].lower]
		if noun {
			first, last = i+1, min(last, i+1+nounsNear)
		}
		for _, c := range s.words[first:last] {
			future = future || modals()[c.lower] != "" || cognition()[c.lower]
		}
		for _, c := range s.words[first:last] {
			if k := content(c.lower); k != "" && !future {
				s.denied[k] = true
				s.deniesNoun = s.deniesNoun || noun
			}
		}
	}
	return s.denied
}

// replying holds the verbs by which one answers another.
var replying = phraseList("replying")

// counting holds the words behind "not" by which it denies a noun: "not one".
var counting = wordSet("not-one")

// possessives point back to the party that has just spoken, or to what it spoke of.
var possessives = wordSet("possessives")

// differ reports whether two statements are of two speakers, one of whom is named
// at least.
func differ(a, b *statement) bool {
	return (a.voice.known() || b.voice.known()) && !a.voice.same(b.voice)
}

// relative holds the words that open a clause about somebody beside what is said.
var relative = wordSet("relative")

// cognition holds the verbs whose negation denies nothing: "could not believe".
var cognition = wordSet("cognition")

// determining holds the negations that stand before a noun and deny it alone.
var determining = wordSet("determining")

var negating = wordSet("negating")

// sharedDenied returns the weight of the keys that two statements share in what
// one of them denies, numbers and general words left out, and the weightiest.
func (s *statement) sharedDenied(o *statement) (weight float64, best string) {
	denied, noun := s.denies(), s.deniesNoun
	if len(denied) == 0 {
		denied, noun = o.denies(), o.deniesNoun
	}
	n := 0
	for _, k := range sortedKeys(s.keys) {
		if !o.keys[k] || general()[k] || isDigits(k) || !denied[k] {
			continue
		}
		weight += s.weight[k]
		n++
		if s.weight[k] >= adjacentWeight && (best == "" || s.weight[k] > s.weight[best]) {
			best = k
		}
	}
	if n < 2 && !noun && weight < oneDenied && s.claim.Stance != wiredesk.Accusation && o.claim.Stance != wiredesk.Accusation {
		return 0, ""
	}
	return weight, best
}
