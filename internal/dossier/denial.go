package dossier

import (
	"fmt"
	"slices"
	"strings"

	"wiredesk"
)

// An answer is a denial with what it says beyond that it denies.
type answer struct {
	*statement
	keys  map[string]bool
	until int  // the last sentence that belongs to it
	bare  bool // it does not say what it denies
	back  bool // it points back: "that was untrue", "denied the charge"
}

// How a denial finds what it denies: the weight of shared keys that is enough,
// that which is enough beside it, and what else speaks for a statement.
const (
	deniedEnough  = 0.9
	deniedBeside  = 0.3
	forAccusation = 0.5
	forMention    = 0.5
	forBeside     = 0.7
	forBack       = 1.0
	forNamed      = 1.2 // where a denial says nothing of the matter
	bareKeys      = 2   // with fewer keys of its own a denial does not say what it denies
	besideMost    = 2   // sentences between a denial and what stands beside it
)

// mostCandidates bounds the statements of one key that one is compared with, and
// leastWeight is the weight of a key that fetches any in a large story.
const (
	mostCandidates = 60
	leastWeight    = 0.05
)

// denials pairs what one party says with another's denial of it.
func (t *table) denials() []wiredesk.Relation {
	var found []answer
	for _, s := range t.statements {
		if s.own && !s.headline && s.denial() && !s.voice.known() {
			s.voice = t.denier(s)
		}
		if s.own && !s.headline && s.denial() && s.voice.known() && !takingBack().in(s.said) && !retracting().in(s.said) {
			found = append(found, t.answer(s))
		}
	}
	slices.SortStableFunc(found, func(a, b answer) int {
		switch {
		case a.bare == b.bare:
			return 0
		case b.bare:
			return -1
		}
		return 1
	})
	var out []wiredesk.Relation
	done := map[*party][]answer{}
	for _, d := range found {
		p := d.voice.party.root()
		if slices.ContainsFunc(done[p], func(o answer) bool {
			return o.statement == d.statement || o.account == d.account && o.until >= d.first && o.first <= d.first || d.matter(o)
		}) {
			continue
		}
		best := t.denied(d)
		if best == nil {
			continue
		}
		done[p] = append(done[p], d)
		t.setApart(best, d.statement)
		t.denialOf[d.statement] = best
		if t.answeredBy[best] == nil {
			t.answeredBy[best] = d.statement
		}
		side := t.side(d.statement)
		side.Verb = "denies"
		if d.until > d.last {
			hull := wiredesk.Span{Start: d.hull.Start, End: d.account.reading.Sentences[d.until].End}
			side.Text, side.Citations = line(d.account.shown(hull)), []wiredesk.Citation{d.account.cite(hull)}
		}
		out = append(out, wiredesk.Relation{Kind: wiredesk.DeniedBy, Claims: []string{best.claim.ID, d.claim.ID}, Sides: []wiredesk.Side{t.side(best), side},
			Note: fmt.Sprintf("%s denies what %s says. Both are given; the desk does not decide.", d.who(), best.who()), Rule: "denial of another party's words", Particular: "polarity"})
	}
	return out
}

// denier returns the party that the words before a frame of denial name, where the
// reading names none; the voice as read where they name none either.
func (t *table) denier(s *statement) *voice {
	at, _, ok := denialVerbs().find(s.said)
	if !ok {
		at, _, ok = denialFrames().find(s.said)
	}
	if !ok || at == 0 {
		return s.voice
	}
	q := t.partyIn(s.said[:at], nil)
	if q == nil {
		return s.voice
	}
	return &voice{party: q, name: q.names[0], body: q.body}
}

// matter reports whether two denials of one party are of one matter.
func (d answer) matter(o answer) bool {
	if d.bare || o.bare {
		return d.bare
	}
	w := 0.0
	for _, k := range sortedKeys(d.keys) {
		if o.keys[k] {
			w += d.weight[k]
		}
	}
	return w >= deniedEnough
}

// answer reads a denial: what it says of the matter, in its sentence and in the
// quotation that follows it.
func (t *table) answer(s *statement) answer {
	d := answer{statement: s, keys: map[string]bool{}, until: s.last}
	d.take(s)
	for _, o := range t.at[place{s.account, s.first}] {
		if o.voice.same(s.voice) {
			d.take(o)
		}
	}
	d.bare = len(d.keys) < bareKeys
	next := s.last + 1
	for _, o := range t.at[place{s.account, next}] {
		if o.voice != nil && o.first == next && !denialFrames().in(o.said) && !denialVerbs().in(o.said) && o.voice.same(s.voice) && (d.bare || o.claim.Kind == wiredesk.Direct || o.claim.Kind == wiredesk.Mixed) && o.last == next {
			d.take(o)
			d.until = next
		}
	}
	d.bare = len(d.keys) < bareKeys
	d.back = d.bare || pointing().in(d.said)
	return d
}

// take adds the keys of a statement that say what the matter is.
func (d answer) take(s *statement) {
	for k := range s.keys {
		if !deniedStems()[k] && !general()[k] && !s.voice.bears(k) {
			d.keys[k] = true
		}
	}
}

// bears reports whether a key is of the voice's own name.
func (v *voice) bears(k string) bool {
	if v == nil {
		return false
	}
	if k[0] == '@' {
		return slices.ContainsFunc(v.party.root().names, func(n string) bool { return mentions(n, k[1:]) })
	}
	return v.party.root().keys[k]
}

// denied returns the statement that a denial answers best, nil where none is
// clear.
func (t *table) denied(d answer) *statement {
	var best *statement
	top := 0.0
	target := t.partyIn(d.words, d.voice)
	for _, c := range t.candidates(d.statement, d.keys, true) {
		if r := t.incidents.of(c.account, c.hull).relation; r == wiredesk.IncidentOther || r == wiredesk.IncidentElsewhere {
			continue
		}
		score, ok := d.score(c)
		switch {
		case ok && d.against(c, target):
			score += forBack
		case target != nil:
			score -= forBack
		}
		if ok && score > top {
			best, top = c, score
		}
	}
	switch owner := d.owner(); {
	case best != nil:
		return best
	case owner != "":
		return t.lastOf(owner, d)
	}
	return t.besideDenial(d)
}

// owner returns the stem of the word for whose account is denied: "called the
// trust's account false". "" where none is named.
func (d answer) owner() string {
	for i, w := range d.said[:max(0, len(d.said)-1)] {
		if name, is := strings.CutSuffix(w.lower, "'s"); is && deniedWords()[d.said[i+1].lower] {
			return stem(name)
		}
	}
	return ""
}

// lastOf returns the last statement before a denial of a party whose name holds a
// word, in the denial's own report if there is one.
func (t *table) lastOf(word string, d answer) *statement {
	var best *statement
	for _, q := range t.parties.byKey[word] {
		for _, c := range t.byParty[q] {
			if !c.own || c.headline || !states(c) || !c.before(d.statement) || c.voice.same(d.voice) {
				continue
			}
			if best == nil || (c.account == d.account) == (best.account == d.account) && best.before(c) || c.account == d.account && best.account != d.account {
				best = c
			}
		}
	}
	return best
}

// besideDenial returns the nearest statement of another named party next to a
// denial whose words match none: what stands beside it is what it answers.
func (t *table) besideDenial(d answer) *statement {
	for _, n := range []int{d.first - 1, d.until + 1} {
		for _, c := range t.at[place{d.account, n}] {
			if n >= 0 && c.voice.known() && !c.voice.same(d.voice) && c.first == n && !c.headline && states(c) && !c.denial() && c.claim.Within == "" {
				return c
			}
		}
	}
	return nil
}

// against reports whether a statement is of the party that the denial names: its
// words, or those of its own report.
func (d answer) against(c *statement, target *party) bool {
	if target == nil {
		return false
	}
	if c.voice != nil {
		return c.voice.party.root() == target
	}
	return slices.Contains(target.names, c.account.label())
}

// score says how much speaks for a statement being what is denied.
func (d answer) score(c *statement) (float64, bool) {
	if c == d.statement || c.headline || c.voice.same(d.voice) || c.account == d.account && c.hull.Overlaps(d.hull) && !(c.voice != nil && d.holds(butWords())) || c.denial() {
		return 0, false
	}
	if c.account == d.account && c.first >= d.first && c.last <= d.until && c.voice == nil {
		return 0, false
	}
	shared := 0.0
	for _, k := range sortedKeys(d.keys) {
		if c.keys[k] {
			shared += c.weight[k]
		}
	}
	if !states(c) {
		return 0, false
	}
	near := 0.0
	switch {
	case c.account != d.account:
	case c.last <= d.first && d.first-c.last <= besideMost:
		near = forBeside / float64(max(1, d.first-c.last))
		if d.back && c.last+1 >= d.first && c.voice != nil {
			near += forBack
		}
	case c.first == d.until+1 && c.voice != nil && turnWords()[c.said[0].lower]:
		near = forBeside
	}
	beside := near > 0
	accuses := c.claim.Stance == wiredesk.Accusation || slices.ContainsFunc(c.said, func(w word) bool { return accusing()[w.lower] })
	mention := d.mentionedIn(c)
	if d.bare {
		switch {
		case beside && (c.voice != nil || accuses || mention):
			return 2 - float64(d.first-c.last) + flag(accuses, forAccusation) + flag(mention, forNamed) + flag(c.voice != nil, forAccusation), true
		case accuses && mention:
			return forAccusation + shared, true
		}
		return 0, false
	}
	enough := shared >= deniedEnough || beside && (shared >= deniedBeside || accuses) || accuses && mention && shared >= deniedBeside
	if c.voice == nil && !mention && !beside && !accuses && !d.deed(c) {
		enough = false
	}
	if !c.before(d.statement) {
		shared -= forMention
	}
	return shared + flag(accuses, forAccusation) + flag(mention, forMention) + near + flag(c.voice.known(), forMention), enough
}

func flag(is bool, weight float64) float64 {
	if is {
		return weight
	}
	return 0
}

// deed reports whether a statement tells of an act that the denial denies.
func (d answer) deed(c *statement) bool {
	for _, x := range c.acts {
		for _, y := range d.acts {
			if x.class == y.class && !x.negated {
				return true
			}
		}
	}
	return false
}

// states reports whether a statement says that something is so: a demand or a
// promise cannot be denied.
func states(s *statement) bool {
	switch s.claim.Stance {
	case wiredesk.Demand, wiredesk.Promise, wiredesk.Threat, wiredesk.Caveat, wiredesk.Refusal:
		return false
	}
	return !silent().in(s.said) && !demanding().in(s.said)
}

var demanding = phraseList("demands")

// butWords set one clause of a sentence against another.
var butWords = wordSet("but-words")

// turnWords open a sentence that speaks against the one before.
var turnWords = wordSet("turns")

// pointing holds the words by which a denial points back to what was said.
var pointing = phraseList("pointing")

// mentionedIn reports whether a statement names the party that denies.
func (d answer) mentionedIn(c *statement) bool {
	q := d.voice.party.root()
	for k := range c.keys {
		if k[0] == '@' && slices.ContainsFunc(q.names, func(n string) bool { return mentions(n, k[1:]) }) {
			return true
		}
	}
	n := 0
	for _, w := range c.said {
		if q.keys[stem(w.lower)] {
			n++
		}
	}
	return n > 0 && n >= min(2, len(q.keys))
}

// mentions reports whether the stems of a name stand in another one.
func mentions(name, key string) bool {
	return slices.ContainsFunc(wordsOf(name, wiredesk.Span{End: len(name)}), func(w word) bool { return stem(w.lower) == key || w.lower == key })
}

var deniedStems = wordKeys("denied")

// candidates returns the statements that share a key with s, or stand just
// before it, in order.
func (t *table) candidates(s *statement, keys map[string]bool, beside bool) []*statement {
	seen := map[*statement]bool{}
	var out []*statement
	add := func(c *statement) {
		if !seen[c] && c != s {
			seen[c] = true
			out = append(out, c)
		}
	}
	if beside {
		for n := max(0, s.first-besideMost); n <= s.last+besideMost; n++ {
			for _, c := range t.at[place{s.account, n}] {
				add(c)
			}
		}
	}
	for _, k := range sortedKeys(keys) {
		list := t.index[k]
		if s.weight[k] < leastWeight && len(list) > mostCandidates {
			continue // what the whole story says fetches nobody
		}
		if len(list) > mostCandidates {
			list = list[len(list)-mostCandidates:]
		}
		for _, c := range list {
			if c.own {
				add(c)
			}
		}
	}
	return out
}
