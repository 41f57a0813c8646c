package web

import (
	"slices"
	"strings"

	"wiredesk"
)

// A clash is one difference with its sides beside each other.
type clash struct {
	Kind       string // "contradicts", "denial", ...
	Particular string // in what the sides differ, "" where that is not said
	Sides      []side
}

// A side is what one party says in a difference. Text is the words; Verb says
// what the party does with them, and is printed before them, so that a denial
// never reads as an assertion.
type side struct {
	Who, Verb, Text string
	Against         bool // it denies, rejects or says otherwise
	Origins         []string
	Chips           []chip
	key             string // of its first citation
}

// atOdds are the kinds of relations that stand side by side.
var atOdds = []wiredesk.RelationKind{wiredesk.Contradicts, wiredesk.DeniedBy, wiredesk.Tension, wiredesk.OneBodyTwo}

// lookedAt bounds what is shown of each kind before the rest is folded away.
const lookedAt = 3

// longestSide is the number of characters of a side's words; the citation
// holds all of them.
const longestSide = 200

// clashes lays out the differences that stand side by side, one for each
// matter: those with the same first side are one.
func clashes(differences []wiredesk.Relation, c *citer) []clash {
	var out []clash
	for _, d := range differences {
		if !slices.Contains(atOdds, d.Kind) {
			continue
		}
		sides := c.sides(d)
		if len(sides) < 2 {
			continue
		}
		i := slices.IndexFunc(out, func(o clash) bool { return o.Kind == string(d.Kind) && o.Sides[0].key == sides[0].key })
		if i < 0 {
			out = append(out, clash{string(d.Kind), d.Particular, sides})
			continue
		}
		for _, s := range sides[1:] {
			out[i].add(s)
		}
	}
	return out
}

// add stacks a side on the one of the same party, or puts it beside the others.
func (d *clash) add(s side) {
	for i := range d.Sides {
		o := &d.Sides[i]
		if !strings.EqualFold(o.Who, s.Who) || o.Verb != s.Verb {
			continue
		}
		for _, ch := range s.Chips {
			if !slices.ContainsFunc(o.Chips, func(x chip) bool { return x.Href == ch.Href }) {
				o.Chips = append(o.Chips, ch)
			}
		}
		for _, g := range s.Origins {
			if !slices.Contains(o.Origins, g) {
				o.Origins = append(o.Origins, g)
			}
		}
		return
	}
	d.Sides = append(d.Sides, s)
}

// sides lays out the sides of a relation. Where it has none, its claims take
// their place, each as its stance has it.
func (c *citer) sides(r wiredesk.Relation) []side {
	var out []side
	for _, s := range r.Sides {
		n := side{Who: s.Who, Verb: s.Verb, Text: shorten(s.Text, longestSide), Chips: c.chips(s.Citations)}
		if s.Origin != "" {
			n.Origins = []string{string(s.Origin)}
		}
		if len(s.Citations) > 0 {
			n.key = anchor(s.Citations[0].Report, s.Citations[0].Span)
			n.Against = c.against(s)
		}
		out = append(out, n)
	}
	return out
}

// against reports whether what a side says is a denial or a refusal of its own.
func (c *citer) against(s wiredesk.Side) bool {
	for _, cite := range s.Citations {
		r := c.readings[cite.Report]
		if r == nil {
			continue
		}
		for _, cl := range r.Claims {
			if (cl.Stance == wiredesk.Denial || cl.Stance == wiredesk.Refusal) && len(cl.Content) > 0 && cite.Span.Overlaps(cl.Content[0]) &&
				len(cl.Chain) > 0 && (sameName(cl.Chain[0], s.Who) || sameName(s.Who, cl.Chain[0])) {
				return true
			}
		}
	}
	return false
}

// An agreement is what two or more independent origins say.
type agreement struct {
	Text    string
	Kind    string
	Origins []string
	Who     []string
	Chips   []chip
	Note    string
}

// agreements lays out what origins say alike; apart are counts of different
// things, which are no contradiction.
func agreements(b *wiredesk.Brief, c *citer) (alike, apart []agreement) {
	for _, r := range b.Agreements {
		a := agreement{Kind: string(r.Kind), Note: r.Note}
		for _, s := range c.sides(r) {
			if a.Text == "" {
				a.Text = shorten(s.Text, longestSide)
			}
			if !slices.Contains(a.Who, s.Who) {
				a.Who = append(a.Who, s.Who)
			}
			for _, o := range s.Origins {
				if !slices.Contains(a.Origins, o) {
					a.Origins = append(a.Origins, o)
				}
			}
			a.Chips = append(a.Chips, s.Chips...)
		}
		if a.Text == "" {
			a.Text = a.Note
		}
		if r.Kind == wiredesk.CompatibleScope {
			apart = append(apart, a)
		} else {
			alike = append(alike, a)
		}
	}
	return alike, apart
}
