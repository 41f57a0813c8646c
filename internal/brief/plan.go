package brief

import (
	"slices"
	"strings"

	"wiredesk"
)

// leadWordsMost bounds the first section.
const leadWordsMost = 75

// lead chooses what a brief begins with: the sentence that tells what happened,
// the count that stands, and the newest turn.
func (ch *chooser) lead(b *bearing) []*pick {
	var out []*pick
	words := 0
	for _, score := range []func(*candidate) float64{ch.telling(b), ch.counting(b), ch.turning()} {
		c := ch.highest(score, leadWordsMost-words)
		if c == nil {
			continue
		}
		p, _, _ := ch.shape(c)
		p.slot = slotLead
		ch.take(p)
		words += p.words
		out = append(out, p)
	}
	return out
}

// highest returns the free candidate with the highest score over 0.
func (ch *chooser) highest(score func(*candidate) float64, room int) *candidate {
	var best *candidate
	top := 0.0
	for _, c := range ch.all {
		if ch.taken[c] || c.reason != "" || c.leans {
			continue
		}
		if p, _, _ := ch.shape(c); p.words > min(ch.room, room) {
			continue
		}
		if s := score(c); s > top {
			top, best = s, c
		}
	}
	return best
}

// telling scores how well a sentence tells what happened: it stands first in its
// report, says where and when, and says what the other reports say too.
func (ch *chooser) telling(b *bearing) func(*candidate) float64 {
	last := newestOf(ch.all)
	heads := headUnits(ch.all)
	return func(c *candidate) float64 {
		if c.place > 1 {
			return 0
		}
		s := 0.0
		for _, u := range c.core {
			s += ch.weight[u] - 1
		}
		s /= 1 + 0.04*float64(len(c.core))
		s += headWorth * float64(common(c.core, heads))
		if c.place == 0 {
			s += 2
		}
		r := c.account.reading
		if slices.ContainsFunc(r.Places, func(p wiredesk.Place) bool { return c.span.Contains(p.Span) }) {
			s += 1.5
		}
		if slices.ContainsFunc(r.Times, func(t wiredesk.Time) bool { return c.span.Contains(t.Span) && t.Kind == wiredesk.TimeDate }) {
			s++
		}
		for i := range r.Events {
			if c.span.Contains(r.Events[i].Trigger) {
				if in := b.events[r.Events[i].ID]; in != nil && in.Own {
					s += 2
					break
				}
			}
		}
		if len(c.side) > 0 {
			s -= 1.5
		}
		if c.account == last {
			s++
		}
		if c.value >= worthToll {
			s += 1.5
		}
		return s
	}
}

// headWorth is what a word of a headline is worth in the sentence that tells what
// happened.
const headWorth = 0.4

// headUnits are what the headlines of the accounts say.
func headUnits(all []*candidate) []unit {
	var out []unit
	seen := map[*account]bool{}
	for _, c := range all {
		if h := c.account.reading.Headline; h != nil && !seen[c.account] {
			seen[c.account] = true
			for _, u := range c.account.units(h.Span) {
				if !slices.Contains(out, u) {
					out = append(out, u)
				}
			}
		}
	}
	return out
}

// counting scores how well a sentence gives the count that stands, the newest
// first; nothing where the lead gives one.
func (ch *chooser) counting(b *bearing) func(*candidate) float64 {
	return func(c *candidate) float64 {
		rank := 0.0
		for _, f := range c.figures {
			for _, row := range b.rows[spot{c.account.reading.ID, f.Span.Start}] {
				if !b.current(row) || ch.covered[figureUnit(f)] != nil {
					continue
				}
				rank++
				if f.Unit == wiredesk.UnitKilled {
					rank += 3
				}
			}
		}
		if rank == 0 {
			return 0
		}
		return rank + float64(c.account.published().Unix())/1e11
	}
}

// turning scores the first sentences of the newest report.
func (ch *chooser) turning() func(*candidate) float64 {
	last := newestOf(ch.all)
	return func(c *candidate) float64 {
		if c.account != last || c.place > 1 {
			return 0
		}
		if _, gain, share := ch.shape(c); share >= staleShare {
			return gain + 5*float64(1-c.place)
		}
		return 0
	}
}

// newestOf returns the account of the candidates that was published last.
func newestOf(all []*candidate) *account {
	var last *account
	for _, c := range all {
		if last == nil || c.account.published().After(last.published()) {
			last = c.account
		}
	}
	return last
}

// order puts the picks into the order of the plan: by slots, in a slot the sides
// of a difference beside each other, else by time and place in the report.
func order(picks []*pick) []*pick {
	slices.SortStableFunc(picks, func(p, q *pick) int {
		if p.slot != q.slot {
			return int(p.slot - q.slot)
		}
		if p.slot == slotLead {
			return 0
		}
		if d := p.account.published().Compare(q.account.published()); d != 0 {
			return d
		}
		if p.account != q.account {
			return strings.Compare(p.account.reading.ID, q.account.reading.ID)
		}
		return p.at - q.at
	})
	o := &ordering{picks: picks, done: map[*pick]bool{}}
	for _, p := range picks {
		if !p.leans || !slices.ContainsFunc(picks, func(q *pick) bool { return q.candidate == p.before }) {
			o.put(p)
		}
	}
	return o.out
}

// An ordering puts the picks one behind the other.
type ordering struct {
	picks []*pick
	done  map[*pick]bool
	out   []*pick
}

// put puts a pick, behind it those that lean on it, and then the other sides of
// its differences that stand in the same slot.
func (o *ordering) put(p *pick) {
	if o.done[p] {
		return
	}
	o.done[p] = true
	o.out = append(o.out, p)
	for _, q := range o.picks {
		if q.leans && q.before == p.candidate && !o.done[q] {
			q.slot = p.slot
			o.put(q)
		}
	}
	if p.slot == slotLead {
		return
	}
	for _, q := range o.picks {
		if q.slot == p.slot && !q.leans && slices.ContainsFunc(q.side, func(i int) bool { return slices.Contains(p.side, i) }) {
			o.put(q)
		}
	}
}
