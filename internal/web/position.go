package web

import (
	"slices"
	"strings"

	"wiredesk"
)

// A voice is one party with what it says on each matter, in the order of time.
type voice struct {
	Party string
	Says  []stand
}

// A stand is what a party says on a matter, with the replies to it.
type stand struct {
	Party   string
	Does    string // "denies", "promises", ...
	When    string
	Text    string
	Chips   []chip
	Replies []stand
	Later   bool // another claim took its place
}

// voices lays out the positions by party. A reply stands under what it replies
// to; a position whose words stand among the differences is not said again, and
// counted in repeated.
func voices(b *wiredesk.Brief, shown []clash, c *citer) (out []voice, repeated int) {
	stated := map[string]bool{}
	for _, d := range shown {
		for _, s := range d.Sides {
			for _, ch := range s.Chips {
				stated[ch.Href] = true
			}
		}
	}
	names := c.partyNames(b)
	replies := map[string][]wiredesk.Position{} // claim -> what replies to it
	at := map[string]bool{}
	for _, p := range b.Positions {
		at[string(p.Claim)] = true
	}
	for _, p := range b.Positions {
		if p.Answers != "" && at[string(p.Answers)] && p.Answers != p.Claim {
			replies[string(p.Answers)] = append(replies[string(p.Answers)], p)
		}
	}
	for _, p := range b.Positions {
		if p.Answers != "" && at[string(p.Answers)] && p.Answers != p.Claim {
			continue
		}
		s := c.stand(p, names)
		for _, r := range replies[string(p.Claim)] {
			if p.Claim != "" {
				s.Replies = append(s.Replies, c.stand(r, names))
			}
		}
		if said(s, stated) {
			repeated++
			continue
		}
		i := slices.IndexFunc(out, func(v voice) bool { return v.Party == s.Party })
		if i < 0 {
			out = append(out, voice{Party: s.Party})
			i = len(out) - 1
		}
		out[i].Says = append(out[i].Says, s)
	}
	return out, repeated
}

// said reports whether all words of a position and its replies are on the page.
func said(s stand, stated map[string]bool) bool {
	for _, ch := range s.Chips {
		if !stated[ch.Href] {
			return false
		}
	}
	return len(s.Chips) > 0 && !slices.ContainsFunc(s.Replies, func(r stand) bool { return !said(r, stated) })
}

// longestStand is the number of characters of a position's words.
const longestStand = 150

// stand lays out one position.
func (c *citer) stand(p wiredesk.Position, names map[string]string) stand {
	return stand{Party: names[p.Party], Does: string(p.Polarity), When: c.day(p.Said), Text: shorten(p.Text, longestStand),
		Chips: c.chips(p.Citations), Later: p.Answered != "" && p.Polarity == wiredesk.NoAnswer}
}

// partyNames names the parties of the positions: by the speaker of their
// claims, the longest name first, since "Schettino" and "Francesco Schettino"
// are one.
func (c *citer) partyNames(b *wiredesk.Brief) map[string]string {
	out := map[string]string{}
	for _, p := range b.Positions {
		if len([]rune(out[p.Party])) == 0 {
			out[p.Party] = c.speaker(p)
		} else if n := c.speaker(p); len(n) > len(out[p.Party]) && strings.HasSuffix(n, out[p.Party]) {
			out[p.Party] = n
		}
	}
	return out
}

// speaker is who says a position, as the chain of its claim has it.
func (c *citer) speaker(p wiredesk.Position) string {
	for _, cite := range p.Citations {
		r := c.readings[cite.Report]
		if r == nil {
			continue
		}
		for _, cl := range r.Claims {
			if cl.ID == string(p.Claim) && len(cl.Chain) > 0 {
				return cl.Chain[0]
			}
		}
	}
	return ""
}
