package dossier

import (
	"slices"
	"strings"

	"wiredesk"
)

// stances gives the positions that stances are.
var stances = map[wiredesk.Stance]wiredesk.PositionKind{
	wiredesk.Denial: wiredesk.Denies, wiredesk.Refusal: wiredesk.Refuses, wiredesk.Promise: wiredesk.Promises,
	wiredesk.Demand: wiredesk.Demands, wiredesk.Threat: wiredesk.Threatens, wiredesk.Accusation: wiredesk.Affirms,
}

// positions returns what each party says on a matter, over the days: what it
// accuses of, denies, refuses, promises, demands or threatens, and where it
// gives no answer.
func (t *table) positions() []wiredesk.Position {
	var out []wiredesk.Position
	for _, s := range t.statements {
		if !s.own || s.headline {
			continue
		}
		if silent().in(s.said) && !speakingLate().in(s.said) {
			out = append(out, t.silent(s))
			continue
		}
		kind := stances[s.claim.Stance]
		switch {
		case s.denial():
			kind = wiredesk.Denies
		case kind == "" && s.voice != nil && s.promise():
			kind = wiredesk.Promises
		}
		if kind == "" || !s.voice.known() {
			continue
		}
		p := t.position(s, s.voice, kind)
		if o := t.denialOf[s]; o != nil {
			p.Answers = wiredesk.Optional(o.claim.ID)
		}
		if d := t.answeredBy[s]; d != nil {
			p.Answered = wiredesk.Optional(d.claim.ID)
		}
		out = append(out, p)
	}
	if t.claimedBy != nil {
		for i := range out {
			if out[i].Polarity == wiredesk.NoAnswer && out[i].Answered == "" && slices.ContainsFunc(t.open, func(s *statement) bool { return s.claim.ID == string(out[i].Claim) }) {
				out[i].Answered = wiredesk.Optional(t.claimedBy.claim.ID)
			}
		}
	}
	return out
}

// position writes one.
func (t *table) position(s *statement, v *voice, kind wiredesk.PositionKind) wiredesk.Position {
	p := wiredesk.Position{Matter: t.matter(s), Polarity: kind, Text: s.text(), Claim: wiredesk.Optional(s.claim.ID), Citations: s.cite(), Said: s.account.reading.Published.Value}
	if s.claim.Time != nil && s.claim.Time.From != "" {
		p.Said = s.claim.Time.From
	}
	if v != nil {
		p.Party = v.party.root().id
		if p.Party == "" {
			p.Party = v.name
		}
	}
	return p
}

// mattersMost is the number of words that name a matter.
const mattersMost = 4

// matter names what a statement is about by its weightiest words.
func (t *table) matter(s *statement) string {
	var out []string
	for _, w := range s.words {
		k := content(w.lower)
		if k == "" || general()[k] || deniedStems()[k] || s.voice.bears(k) || isDigits(k) || slices.Contains(out, w.lower) {
			continue
		}
		if out = append(out, w.lower); len(out) == mattersMost {
			break
		}
	}
	return strings.Join(out, " ")
}

// silent writes that a party gave no answer, and what it said later.
func (t *table) silent(s *statement) wiredesk.Position {
	p := t.position(s, t.silence[s], wiredesk.NoAnswer)
	if o := t.answered[s]; o != nil {
		p.Answered = wiredesk.Optional(o.claim.ID)
	}
	return p
}
