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
		if len(r.found) > from && r.invented() {
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
	position := map[int]int{}
	var inherited *wiredesk.Site
	sentence, beside := -1, -1
	for _, k := range order {
		f := &r.found[k]
		r.Turn(f.sentence)
		figure := r.figure(f, claims)
		if f.sentence != sentence {
			sentence, inherited = f.sentence, nil
		}
		if figure.Place == nil {
			figure.Place = inherited // "killing 19 in an onslaught that has claimed 300 lives"
		}
		inherited = figure.Place
		if f.background {
			background = append(background, figure)
			continue
		}
		position[k+1] = len(own)
		own = append(own, figure)
		if n := len(own); n > 1 && beside >= 0 && r.inOneBreath(&r.found[beside], f) {
			share(&own[n-2], &own[n-1])
		}
		beside = k
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

// inOneBreath reports whether nothing but "and" or a comma stands between the
// words of two finds: "five were killed and 12 injured when ...".
func (r *reader) inOneBreath(a, b *found) bool {
	from, to := max(a.last, a.end), min(b.first, b.trigger)
	if a.sentence != b.sentence || to-from > 2 {
		return false
	}
	for i := from; i < to; i++ {
		if w := r.Word(i); w != "and" && w != "," && w != "while" {
			return false
		}
	}
	return true
}

// share gives the place and time that one of two figures in one breath lacks.
func share(a, b *wiredesk.Figure) {
	switch {
	case a.Place == nil:
		a.Place = b.Place
	case b.Place == nil:
		b.Place = a.Place
	}
	switch {
	case a.Window == nil:
		a.Window = b.Window
	case b.Window == nil:
		b.Window = a.Window
	}
}

// figure makes a find into a figure.
func (r *reader) figure(f *found, claims *clause.Claims) wiredesk.Figure {
	span := r.Doc.SpanOf(f.first, f.last)
	text := r.Doc.Report.Text
	claim := claims.Holding(span)
	first, last := min(f.first, f.trigger), max(f.last, f.end)
	if f.list {
		first, last = f.first, f.last
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
		Place:       r.Place(first, last),
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
