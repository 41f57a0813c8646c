package dossier

import (
	"fmt"
	"slices"

	"wiredesk"
)

// How much of a promise stands in what is told of its breach.
const (
	promisedWeight = 0.7
	promisedKeys   = 2
)

// breaches finds promises that another report tells were not kept.
func (t *table) breaches() []wiredesk.Relation {
	var out []wiredesk.Relation
	done := map[*party]bool{}
	for _, p := range t.statements {
		if !p.own || p.headline || !p.promise() || done[p.voice.party.root()] {
			continue
		}
		var best *statement
		top := 0.0
		for _, c := range t.candidates(p, p.keys, false) {
			if w, ok := p.brokenBy(c); ok && w > top {
				best, top = c, w
			}
		}
		if best == nil {
			continue
		}
		done[p.voice.party.root()] = true
		t.setApart(p, best)
		promise := t.side(p)
		promise.Verb = "promises"
		out = append(out, wiredesk.Relation{Kind: wiredesk.Tension, Claims: []string{p.claim.ID, best.claim.ID}, Sides: []wiredesk.Side{promise, t.side(best)},
			Note: fmt.Sprintf("What %s promised stands against what %s says later.", p.who(), best.who()), Rule: "a promise and what is told of it later", Particular: "state"})
	}
	return out
}

// promise reports whether a party promises something.
func (s *statement) promise() bool {
	if s.holds(noPromise()) {
		return false
	}
	return s.voice.known() && (s.claim.Stance == wiredesk.Promise && (s.future() || s.cues(promising())) || s.claim.Stance == wiredesk.Statement && !s.negated() && (s.cues(promising()) || s.cues(announcing()) && s.future()))
}

// announcing holds the verbs that make a promise of what will be done.
var announcing = phraseList("announcing")

// future reports whether a statement tells of what will be done.
func (s *statement) future() bool {
	return slices.ContainsFunc(s.acts, func(x act) bool { return x.modal == "will" })
}

// cues reports whether a phrase stands in the words that attribute a statement.
func (s *statement) cues(list phrases) bool {
	for _, c := range s.claim.Cue {
		if list.in(wordsOf(s.account.reading.Text, c)) {
			return true
		}
	}
	return false
}

// brokenBy reports whether a statement tells that a promise was not kept, and
// how much of it it names.
func (p *statement) brokenBy(c *statement) (float64, bool) {
	if c == p || c.headline || !p.before(c) || c.account == p.account {
		return 0, false
	}
	if gapOf(p, c) < recount {
		return 0, false
	}
	told := c.holds(promisedWords())
	if !(told && c.holds(whenAfter())) && (c.promise() || c.voice.same(p.voice) && !c.negated()) {
		return 0, false
	}
	if !c.holds(broken()) && !c.holds(negations()) && !(told && c.holds(whenAfter())) {
		return 0, false
	}
	w, n := 0.0, 0
	if told && (answer{statement: p}).mentionedIn(c) {
		w += forMention
	}
	for _, k := range sortedKeys(p.keys) {
		if c.inSentence(k) && !general()[k] && !p.voice.bears(k) {
			w += p.weight[k]
			n++
		}
	}
	if n > 0 && w >= oneKey && told {
		return w + promisedWeight, true
	}
	return w, n >= promisedKeys && w >= promisedWeight && len(c.said) <= longestRival && len(p.said) <= longestRival
}

// promisedWords say of something that it was promised.
var (
	promisedWords = wordSet("promised")
	whenAfter     = wordSet("whenafter")
	noPromise     = wordSet("no-promise")
)

// holds reports whether one of a set of words stands in the statement's
// sentences.
func (s *statement) holds(set map[string]bool) bool {
	return slices.ContainsFunc(s.said, func(w word) bool { return set[w.lower] })
}

// inSentence reports whether a key stands in the statement's sentences.
func (s *statement) inSentence(k string) bool {
	return s.keys[k] || slices.ContainsFunc(s.said, func(w word) bool { return key(w.lower) == k })
}
