package brief

import (
	"math"
	"slices"
	"strings"

	"wiredesk"
)

// The weights of what a sentence says. They were set on stories written for the
// purpose; see docs/brief.md.
const (
	weightWord   = 0.6  // a word
	weightNumber = 1.6  // a number against a word
	weightFigure = 0.82 // a count of people
	weightShared = 0.05 // for each further independent account that has the unit
	mostShared   = 3
	weightLead   = 0.86 // the first sentence of a report against the later ones
	weightSecond = 1.26
	weightLate   = 0.85
	lateFrom     = 6
	lengthPower  = 0.75 // how much more a longer sentence has to say
	lengthFixed  = 6.97
	staleShare   = 0.55 // the share of a sentence's weight that must be new
	secondMouth  = 0.52 // how much of it counts that another party has said
	recent       = 0.1  // how much more the newest report counts than the oldest
	newVoice     = 1    // a party that has not spoken yet
	sameWords    = 0.9  // the share from which on two sentences are one
	repeated     = 0.65 // the share of a sentence that repeats another one
	sidePulls    = 5.7  // the other side of a printed difference
)

// extraWorth is the weight per word from which on a part that can be left out is
// kept, by its kind.
var extraWorth = map[wiredesk.TrimKind]float64{
	wiredesk.TrimApposition: 0.5, wiredesk.TrimRelative: 0.75, wiredesk.TrimClause: 0.6,
	wiredesk.TrimCoordinate: 0.5, wiredesk.TrimOpening: 0.7, wiredesk.TrimAside: 0.9, wiredesk.TrimTime: math.Inf(1),
}

// A chooser chooses the sentences of a brief: those that say most that is not
// said yet, for their length.
type chooser struct {
	all     []*candidate
	weight  map[unit]float64
	covered map[unit]map[string]bool // by whom what has been said
	chosen  []*pick
	taken   map[*candidate]bool
	heard   map[string]bool      // who has spoken
	printed map[int]bool         // differences of which a side is chosen
	room    int                  // words that are left
	newness map[*account]float64 // 0 for the oldest report to 1 for the newest
}

// A pick is a chosen candidate with what is left out of it.
type pick struct {
	*candidate
	slot  slot
	drops []wiredesk.Span
	words int
}

func newChooser(all []*candidate, words int) *chooser {
	ch := &chooser{all: all, weight: map[unit]float64{}, covered: map[unit]map[string]bool{}, taken: map[*candidate]bool{}, printed: map[int]bool{}, heard: map[string]bool{}, room: words}
	ch.newness = newness(all)
	holders := map[unit]map[*account]bool{}
	for _, c := range all {
		for _, u := range append(slices.Clone(c.core), extraUnits(c)...) {
			if holders[u] == nil {
				holders[u] = map[*account]bool{}
			}
			holders[u][c.account.root()] = true
		}
	}
	for u, in := range holders {
		w := 1 + weightShared*float64(min(len(in)-1, mostShared))
		switch {
		case strings.HasPrefix(string(u), "figure:"):
			w *= weightFigure
		case strings.HasPrefix(string(u), "#"):
			w *= weightNumber
		default:
			w *= weightWord
		}
		ch.weight[u] = w
	}
	return ch
}

// extraUnits are the units of all parts of a candidate that can be left out.
func extraUnits(c *candidate) []unit {
	var out []unit
	for _, e := range c.extras {
		out = append(out, e.units...)
	}
	return out
}

// fresh is the weight of the units that are not said yet, and all is the weight
// of all of them. What another one has said is half new out of a second mouth:
// the sides of a matter use the same words.
func (ch *chooser) fresh(units []unit, speaker string) (fresh, all float64) {
	for _, u := range units {
		w := ch.weight[u]
		all += w
		by := ch.covered[u]
		switch {
		case by == nil:
			fresh += w
		case speaker != "" && !by[speaker] && !by[""]:
			fresh += secondMouth * w
		}
	}
	return fresh, all
}

// shape decides what of a candidate is left out, and returns its gain.
func (ch *chooser) shape(c *candidate) (p *pick, gain, share float64) {
	p = &pick{candidate: c, slot: c.slot, words: len(strings.Fields(c.words()))}
	units := slices.Clone(c.core)
	for _, e := range c.extras {
		if inside(p.drops, e.span) {
			continue
		}
		fresh, _ := ch.fresh(e.units, c.speaker)
		if fresh < extraWorth[e.kind]*float64(e.words) && !e.kept {
			p.drops = append(p.drops, e.span)
			p.words -= e.words
			continue
		}
		units = append(units, e.units...)
	}
	if p.words < shortestSentence {
		p.drops, p.words = nil, len(strings.Fields(c.words()))
	}
	fresh, all := ch.fresh(units, c.speaker)
	gain = fresh
	switch {
	case c.place == 0:
		gain *= weightLead
	case c.place == 1:
		gain *= weightSecond
	case c.place >= lateFrom:
		gain *= weightLate
	}
	if all > 0 {
		share = fresh / all
	}
	gain *= 1 + recent*ch.newness[c.account]
	gain += c.value * share
	if c.speaker != "" && !ch.heard[c.speaker] {
		gain += newVoice
	}
	if ch.counters(c) {
		gain, share = gain+sidePulls, 1
	}
	for _, i := range c.side {
		if ch.printed[i] {
			gain += sidePulls
			share = 1
		}
	}
	return p, gain, share
}

// take adds a pick to the brief.
func (ch *chooser) take(p *pick) {
	ch.chosen = append(ch.chosen, p)
	ch.taken[p.candidate] = true
	ch.room -= p.words
	ch.cover(p.core, p.speaker)
	for _, e := range p.extras {
		if !inside(p.drops, e.span) {
			ch.cover(e.units, p.speaker)
		}
	}
	ch.heard[p.speaker] = true
	for _, i := range p.side {
		ch.printed[i] = true
	}
}

// cover notes what was said, and by whom.
func (ch *chooser) cover(units []unit, speaker string) {
	for _, u := range units {
		if ch.covered[u] == nil {
			ch.covered[u] = map[string]bool{}
		}
		ch.covered[u][speaker] = true
	}
}

// best returns the candidate with the largest gain for its length that fits,
// with the sentence before it where it leans on that; nil where none is left.
func (ch *chooser) best() []*pick {
	var best []*pick
	top := 0.0
	for _, c := range ch.all {
		if ch.taken[c] || c.reason != "" {
			continue
		}
		p, gain, share := ch.shape(c)
		picks, words := []*pick{p}, p.words
		if c.leans && !ch.taken[c.before] {
			if c.before == nil || c.before.reason != "" || c.before.leans {
				continue
			}
			q, more, other := ch.shape(c.before)
			picks, words, gain, share = []*pick{q, p}, words+q.words, gain+more, (share+other)/2
		}
		if words > ch.room || share < staleShare || ch.repeats(c) {
			continue
		}
		if score := gain / math.Pow(float64(words)+lengthFixed, lengthPower); score > top {
			top, best = score, picks
		}
	}
	return best
}

// repeats reports whether one printed sentence says most of what a candidate
// says, with the same numbers and the same sign, and the two are no sides of a
// difference.
func (ch *chooser) repeats(c *candidate) bool {
	return slices.ContainsFunc(ch.chosen, func(p *pick) bool {
		if p.denies() != c.denies() || !ch.alike(c, p, repeated) {
			return false
		}
		sides := slices.ContainsFunc(c.side, func(i int) bool { return slices.Contains(p.side, i) })
		return !sides || ch.alike(c, p, sameWords)
	})
}

// counters reports whether a candidate says that what a printed sentence says is
// not so, or the other way round.
func (ch *chooser) counters(c *candidate) bool {
	return slices.ContainsFunc(ch.chosen, func(p *pick) bool { return p.denies() != c.denies() && ch.alike(c, p, repeated) })
}

// alike reports whether a pick says a share of what a candidate says, all its
// numbers included.
func (ch *chooser) alike(c *candidate, p *pick, share float64) bool {
	mine, shared := 0.0, 0.0
	for _, u := range c.core {
		mine += ch.weight[u]
		switch {
		case slices.Contains(p.core, u):
			shared += ch.weight[u]
		case u[0] == '#' || strings.HasPrefix(string(u), "figure:"):
			return false
		}
	}
	return shared >= share*mine
}

// fill takes the best candidates until no room is left.
func (ch *chooser) fill() {
	for {
		picks := ch.best()
		if picks == nil {
			return
		}
		for _, p := range picks {
			if !ch.taken[p.candidate] {
				ch.take(p)
			}
		}
	}
}

// newness ranks the accounts by their publication.
func newness(all []*candidate) map[*account]float64 {
	var order []*account
	for _, c := range all {
		if !slices.Contains(order, c.account) {
			order = append(order, c.account)
		}
	}
	slices.SortStableFunc(order, func(a, b *account) int { return a.published().Compare(b.published()) })
	out := map[*account]float64{}
	for i, a := range order {
		if len(order) > 1 {
			out[a] = float64(i) / float64(len(order)-1)
		}
	}
	return out
}
