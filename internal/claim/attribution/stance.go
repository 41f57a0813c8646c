package attribution

import (
	_ "embed"
	"strings"
	"sync"

	"wiredesk"
	"wiredesk/internal/claim/role"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/caveats.txt
var caveatsFile []byte

//go:embed lexicon/hostile.txt
var hostileFile []byte

//go:embed lexicon/conditions.txt
var conditionsFile []byte

var (
	caveats    = sync.OnceValue(func() phraseSet { return phrases(caveatsFile) })
	conditions = sync.OnceValue(func() phraseSet { return phrases(conditionsFile) })
	hostile    = sync.OnceValue(func() map[string]bool { return lexicon.Set(hostileFile) })
)

// stance sets what a claim does, to whom and on what condition.
func (f *finder) stance(d *draft, c *wiredesk.Claim) {
	c.Stance = wiredesk.Statement
	cue, at := f.cueWord(d)
	if cue.Stance != "" {
		c.Stance = cue.Stance
	}
	negated := at >= 0 && f.negated(d.Cue.First, at)
	switch {
	case negated && (c.Stance == wiredesk.Denial || c.Stance == wiredesk.Refusal):
		c.Stance = wiredesk.Statement
	case negated && (c.Stance == wiredesk.Promise || c.Stance == wiredesk.Demand):
		c.Stance = wiredesk.Refusal
	case c.Stance == wiredesk.Denial && f.turnsDown(d):
		c.Stance = wiredesk.Refusal
	case c.Stance == wiredesk.Statement && f.undertakes(d):
		c.Stance = wiredesk.Promise
	}
	for _, r := range d.Contents {
		if _, _, ok := caveats().within(f.doc, r.First, r.Last); ok && c.Stance == wiredesk.Statement {
			c.Stance = wiredesk.Caveat
		}
	}
	if c.Stance == wiredesk.Promise && f.isHostile(d) {
		c.Stance = wiredesk.Threat
	}
	switch c.Stance {
	case wiredesk.Promise, wiredesk.Threat, wiredesk.Demand:
		c.To = f.addressee(d)
		c.Condition = f.condition(d)
	}
}

// turnsDown reports whether what is denied is an offer and the like: to reject a
// claim is to deny it, to reject a plan is to refuse.
func (f *finder) turnsDown(d *draft) bool {
	r := d.Contents[0]
	if cue, _ := f.cueWord(d); cue.Lemma != "reject" || f.clause(r.First, r.Last) {
		return false
	}
	for i := r.First; i < min(r.Last, r.First+longestPhrase); i++ {
		if offerNoun.has(f.doc.Lemma(i)) {
			return true
		}
	}
	return false
}

// cueWord returns the lexicon's entry for the cue and its token, -1 for none.
// Of several the first verb of speech counts.
func (f *finder) cueWord(d *draft) (role.CueWord, int) {
	found, at := role.CueWord{}, -1
	for i := d.Cue.First; i < d.Cue.Last; i++ {
		c, ok := role.FindCue(f.doc.Lower(i))
		if ok && (at < 0 || found.Class == role.Attitude || found.Stance == wiredesk.Statement && c.Stance != wiredesk.Statement) {
			found, at = c, i
		}
	}
	return found, at
}

func (f *finder) negated(first, last int) bool {
	for i := first; i < last; i++ {
		if negation.has(f.doc.Lower(i)) {
			return true
		}
	}
	return false
}

// undertakes reports whether the speaker says that he will do something: the
// content begins with a pronoun or "we" and "will" or "would".
func (f *finder) undertakes(d *draft) bool {
	r := d.Contents[0]
	i := r.First
	for i < r.Last && (!f.view.IsWord(i) || f.doc.Lower(i) == "that") {
		i++
	}
	switch f.doc.Lower(i) {
	case "he", "she", "it", "they", "i", "we":
	default:
		return false
	}
	switch f.doc.Lower(i + 1) {
	case "will", "would", "'ll", "’ll", "'d", "’d":
		next := f.doc.Lower(i + 2)
		return next != "be" && next != "have" && next != "like" && next != "not"
	}
	return false
}

// isHostile reports whether what is promised is violence.
func (f *finder) isHostile(d *draft) bool {
	for _, r := range d.Contents {
		for i := r.First; i < r.Last; i++ {
			if hostile()[f.doc.Lemma(i)] || hostile()[f.doc.Lower(i)] {
				return !f.ends(r, i)
			}
		}
	}
	return false
}

// ends reports whether a word before token i turns it round: "to end the
// shelling", "not to attack".
func (f *finder) ends(r role.Run, i int) bool {
	for k := max(r.First, i-6); k < i; k++ {
		switch f.doc.Lower(k) {
		case "end", "stop", "halt", "cease", "prevent", "avoid", "withdraw", "lift", "suspend", "not", "never", "no", "n't", "against", "from":
			return true
		}
	}
	return false
}

// addressee returns to whom something is promised, threatened or demanded: the
// words between cue and content without a preposition.
func (f *finder) addressee(d *draft) wiredesk.Optional {
	first := d.Cue.Last
	last := d.Contents[0].First
	if last == first {
		last = f.beforeTo(d.Contents[0])
	}
	if last <= first || last-first > 8 {
		return ""
	}
	if w := f.doc.Lower(first); w == "to" || w == "with" || w == "by" {
		first++
	}
	end := first
	for end < last && f.view.IsWord(end) && !preposition.has(f.doc.Lower(end)) && (f.role[end] == role.None || f.role[end] == role.Content) {
		end++
	}
	if end == first {
		return ""
	}
	if p, ok := f.named(first, end); ok {
		return wiredesk.Optional(p.name)
	}
	if e, ok := f.referred(first, end); ok {
		return wiredesk.Optional(f.entityParty(e).name)
	}
	return wiredesk.Optional(f.printed(first, end))
}

// beforeTo returns where the noun phrase ends with which a content begins before
// "to" and a verb: "the miners to reopen the shaft"; its first token where there
// is none.
func (f *finder) beforeTo(r role.Run) int {
	for i := r.First; i+1 < min(r.Last, r.First+longestPhrase); i++ {
		if f.doc.Lower(i) == "to" && f.doc.Tokens[i+1].XPOS == "VB" {
			return i
		}
		switch f.doc.Tokens[i].UPOS {
		case "NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM":
		default:
			return r.First
		}
	}
	return r.First
}

// condition returns the words that limit a promise, threat or demand: a clause
// with "if" or "unless", or "any ... that ...".
func (f *finder) condition(d *draft) wiredesk.Optional {
	for _, r := range d.Contents {
		if from, _, ok := conditions().within(f.doc, r.First, r.Last); ok && (from > r.First || f.doc.Lower(from) != "should") {
			return wiredesk.Optional(f.doc.Words(from, f.clauseEnd(from, r.Last)))
		}
		for i := r.First; i < r.Last; i++ {
			if f.doc.Lower(i) != "any" {
				continue
			}
			for k := i + 1; k < min(i+6, r.Last); k++ {
				if w := f.doc.Lower(k); w == "that" || w == "which" || w == "who" {
					return wiredesk.Optional(f.doc.Words(i, f.clauseEnd(i, r.Last)))
				}
			}
		}
	}
	return ""
}

// clauseEnd returns the first comma or stop after the token, or last.
func (f *finder) clauseEnd(first, last int) int {
	for i := first + 1; i < last; i++ {
		if w := f.doc.Word(i); w == "," || w == ";" || w == "." {
			return i
		}
	}
	return last
}

// narratedStance sets the stance of what the report states itself: a caveat, or
// a promise that somebody is told to have won.
func (f *finder) narratedStance(c *wiredesk.Claim, pieces [][2]int) {
	for _, p := range pieces {
		if _, _, ok := caveats().within(f.doc, p[0], p[1]); ok {
			c.Stance = wiredesk.Caveat
		}
		for i := p[0]; i < p[1]; i++ {
			if !won.has(f.doc.Lower(i)) {
				continue
			}
			for k := i + 1; k < min(i+5, p[1]); k++ {
				if w, ok := role.FindCue(f.doc.Lower(k)); ok && w.Stance == wiredesk.Promise {
					c.Stance, c.To = wiredesk.Promise, wiredesk.Optional(f.printed(p[0], i))
				}
			}
		}
	}
	c.To = wiredesk.Optional(strings.TrimSpace(string(c.To)))
}
