// Package figure finds the casualty figures of a report with bounds, hedge,
// class, place, window and claim.
package figure

import (
	"sort"

	"wiredesk"
	"wiredesk/internal/claim/clause"
	"wiredesk/internal/lang"
)

// Find returns the figures of the report in text order. Those of other, earlier
// or wider matters than the report's own news ("the war has killed 100,000")
// come second.
func Find(doc *lang.Doc, claims []wiredesk.Claim) (own, background []wiredesk.Figure) {
	if doc.Report.Status == wiredesk.Killed {
		return nil, nil // a notice that takes a report back tells no news
	}
	r := newReader(doc)
	for k := range doc.Sentences {
		r.open(k)
		from := len(r.found)
		r.readSentence()
		r.choose(from)
		r.by("himself")
		r.himself(from)
		r.by("part")
		r.includes(from)
		r.summands(from)
		r.amongWhole(from)
		r.diedOfThem(from)
		r.by("gapped list")
		r.gapped(from)
		r.by("event noun")
		r.fatal()
		if len(r.found) > from && r.Invented() {
			r.found = r.found[:from]
		}
	}
	r.sameUnits()
	r.markBackground()
	r.settle()
	order := make([]int, 0, len(r.found))
	for k := range r.found {
		if !r.found[k].dropped {
			order = append(order, k)
		}
	}
	sort.SliceStable(order, func(a, b int) bool {
		x, y := &r.found[order[a]], &r.found[order[b]]
		return x.first < y.first || x.first == y.first && x.trigger < y.trigger
	})
	r.claims = map[wiredesk.Optional]*wiredesk.Claim{}
	for k := range claims {
		r.claims[wiredesk.Optional(claims[k].ID)] = &claims[k]
	}
	return r.build(order, clause.IndexClaims(claims))
}

// build makes the finds into figures, in the order given.
func (r *reader) build(order []int, claims *clause.Claims) (own, background []wiredesk.Figure) {
	figures := make([]wiredesk.Figure, len(order))
	for n, k := range order {
		f := &r.found[k]
		r.Turn(f.sentence)
		figures[n] = r.figure(f, claims)
		if r.longBefore(figures[n].Window) {
			f.background, figures[n].Background = true, true
		}
	}
	r.unplaceWholes(order, figures)
	r.placeAndDate(order, figures)
	position := map[int]int{}
	for n, k := range order {
		if r.found[k].background {
			background = append(background, figures[n])
			continue
		}
		position[k+1] = len(own)
		own = append(own, figures[n])
	}
	for _, k := range order {
		f := &r.found[k]
		at, shown := position[k+1]
		whole, parted := position[f.parent]
		if shown && parted && f.parent > 0 {
			own[at].PartOf = whole
		}
	}
	return own, background
}

// figure makes a find into a figure.
func (r *reader) figure(f *found, claims *clause.Claims) wiredesk.Figure {
	span := r.Doc.SpanOf(f.first, f.last)
	text := r.Doc.Report.Text
	claim := claims.Holding(span)
	first, last := min(f.first, f.trigger), max(f.last, f.end)
	if r.leavesBefore(first) {
		first-- // "last year's storm left 90 dead"
	}
	if f.list {
		first, last = f.first, f.last
	}
	place := r.Place(first, last)
	if r.away(f) {
		place = nil
	}
	return wiredesk.Figure{
		Span:        span,
		Words:       span.Words(text),
		Low:         f.low,
		High:        f.high,
		Approximate: f.approximate,
		Hedge:       wiredesk.Optional(f.hedge),
		Unit:        wiredesk.Unit(f.unit),
		Of:          wiredesk.Optional(r.Doc.Words(f.ofFirst, f.ofLast)),
		Place:       place,
		Window:      r.Window(first, last),
		Scope:       f.scope,
		PartOf:      -1,
		Claim:       claim,
		Trigger:     r.Doc.SpanOf(f.trigger, f.end),
		Claimant:    apart(r.claimant(f), r.claims[claim]),
		Qualifier:   r.qualifier(f),
		Coverage:    wiredesk.Optional(r.coverage(f)),
		Change:      r.change(f),
		Polarity:    r.polarity(f),
		Background:  f.background,
		Rule:        f.rule,
		Score:       f.score,
	}
}
