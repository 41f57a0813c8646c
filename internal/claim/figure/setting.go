package figure

import (
	"cmp"
	"sort"

	"wiredesk"
)

// Rules that give a figure a place or time that does not stand in its clause.
const (
	placeOfSentence  = "place of the sentence"
	placeOfIncident  = "place of the incident"
	windowOfSentence = "time of the sentence"
	windowOfIncident = "time of the incident"
)

// placeAndDate gives the figures the place and time that do not stand in their own
// clause: those of the figure in one breath with them, of the one before in the
// sentence, and of the incident that the report tells of. The rule of a figure
// names what was taken from elsewhere.
func (r *reader) placeAndDate(order []int, figures []wiredesk.Figure) {
	r.acrossSentence(order, figures)
	lead := r.lead()
	var place *wiredesk.Site
	var window *wiredesk.Window
	for n, k := range order {
		f, figure := &r.found[k], &figures[n]
		if f.background || !carried[figure.Unit] || r.away(f) || f.scope == wiredesk.ScopeCumulative && figure.Window != nil {
			continue
		}
		near, day := r.near(f.sentence)
		near, day = cmp.Or(near, place), cmp.Or(day, window)
		for k := range lead {
			if k <= f.sentence || f.sentence == 0 {
				near, day = cmp.Or(near, lead[k].place), cmp.Or(day, lead[k].window)
			}
		}
		if figure.Place == nil && near != nil {
			figure.Place, figure.Rule = near, figure.Rule+"; "+placeOfIncident
		}
		if figure.Window == nil && day != nil {
			figure.Window, figure.Rule = day, figure.Rule+"; "+windowOfIncident
		}
		if figure.Place != nil {
			place = figure.Place
		}
		if ofOneDay(figure.Window) {
			window = figure.Window
		}
	}
}

// away reports whether the find is told to be somewhere else ("two elsewhere"), or
// at several places.
func (r *reader) away(f *found) bool {
	return f.spread || f.last < len(r.class) && r.ofClass(f.last, "elsewhere")
}

// carried are the units of those whom the incident itself befell: who is detained
// may be so elsewhere and later.
var carried = map[wiredesk.Unit]bool{
	wiredesk.UnitKilled: true, wiredesk.UnitInjured: true, wiredesk.UnitShot: true, wiredesk.UnitMissing: true,
	wiredesk.UnitRescued: true, wiredesk.UnitDamage: true, wiredesk.UnitKidnapped: true,
	wiredesk.UnitAffected: true, wiredesk.UnitDisplaced: true,
}

// A scene is where and when a sentence says that something happened; nil where it
// does not say it.
type scene struct {
	place  *wiredesk.Site
	window *wiredesk.Window
}

// lead returns the scenes of the sentences at the top of the report.
func (r *reader) lead() []scene {
	out := make([]scene, min(leadSentences-1, len(r.Doc.Sentences)))
	for k := range out {
		if r.Turn(k); !r.earlier() {
			out[k].place, out[k].window = r.scene()
		}
	}
	return out
}

// near returns the place and day that sentence k gives, or else the one before it.
func (r *reader) near(k int) (*wiredesk.Site, *wiredesk.Window) {
	r.Turn(k)
	place, window := r.scene()
	if k > 0 && (place == nil || window == nil) {
		r.Turn(k - 1)
		p, w := r.scene()
		r.Turn(k)
		if place == nil {
			place = p
		}
		if window == nil {
			window = w
		}
	}
	return place, window
}

// scene returns the first place and the first day of the sentence that say where
// and when something happened, and not where or when somebody spoke.
func (r *reader) scene() (*wiredesk.Site, *wiredesk.Window) {
	var place *wiredesk.Site
	var window *wiredesk.Window
	span := r.Doc.Sentences[r.At].Span
	places, times := r.Doc.Places, r.Doc.Times
	for k := sort.Search(len(places), func(k int) bool { return places[k].Span.Start >= span.Start }); place == nil && k < len(places) && places[k].Span.End <= span.End; k++ {
		a, b := r.Doc.TokensIn(places[k].Span)
		if (r.Struck(a) || r.standsIn(a)) && !r.Possessive(b) && !r.Hyphen(b) && !r.told(a) {
			place = r.Sited(k)
		}
	}
	for k := sort.Search(len(times), func(k int) bool { return times[k].Span.Start >= span.Start }); window == nil && k < len(times) && times[k].Span.End <= span.End; k++ {
		w := &wiredesk.Window{From: times[k].From, To: times[k].To}
		a, _ := r.Doc.TokensIn(times[k].Span)
		if ofOneDay(w) && times[k].Kind != wiredesk.TimeSet && !r.told(a) && !r.is(a-1, "since") {
			window = w
		}
	}
	return place, window
}

// standsIn reports whether a word of place governs the place at token a: "in the
// city of Homs".
func (r *reader) standsIn(a int) bool {
	for i := a - 1; i >= max(r.First, a-5); i-- {
		switch {
		case r.is(i, "where") && !r.is(i, "whence"):
			return true
		case r.Stop(i) == "det" || r.is(i, "of") || r.is(i, "kind of place") || r.Doc.Tokens[i].UPOS == "ADJ" || r.Capitalised(i):
		default:
			return false
		}
	}
	return false
}

// told reports whether the verb before token a is one of speech: "said in Homs".
func (r *reader) told(a int) bool {
	for i := a - 1; i >= max(r.First, a-toldReach); i-- {
		switch {
		case r.is(i, "telling"):
			return true
		case r.Doc.Tokens[i].UPOS == "VERB" || r.Mark(i):
			return false
		}
	}
	return false
}

// toldReach is how many tokens before a place or time the verb of speech may stand
// that it belongs to.
const toldReach = 8

// ofOneDay reports whether the window is a day, or two where a night or hours
// before a moment are meant.
func ofOneDay(w *wiredesk.Window) bool {
	const date = len("2006-01-02")
	return w != nil && len(w.From) >= date && len(w.To) >= date && w.From[:date] == w.To[:date]
}

// acrossSentence shares place and time among the figures of one sentence.
func (r *reader) acrossSentence(order []int, figures []wiredesk.Figure) {
	var place *wiredesk.Site
	var window *wiredesk.Window
	sentence, beside := -1, -1
	for n, k := range order {
		f, figure := &r.found[k], &figures[n]
		if f.sentence != sentence {
			sentence, place, window, beside = f.sentence, nil, nil, -1
		}
		r.Turn(sentence)
		if figure.Place == nil && place != nil && !r.away(f) {
			figure.Place = place // "killing 19 in an onslaught that has claimed 300 lives"
			figure.Rule += "; " + placeOfSentence
		}
		if figure.Window == nil && window != nil && figure.Change != wiredesk.ChangeTotal && beside >= 0 && r.oneClause(&r.found[order[beside]], f) {
			figure.Window = window // "killing 31 on Tuesday and leaving 120 homeless"
			figure.Rule += "; " + windowOfSentence
		}
		place, window = figure.Place, figure.Window
		if f.background {
			continue
		}
		if beside >= 0 && r.inOneBreath(&r.found[order[beside]], f) {
			share(&figures[beside], figure)
		}
		beside = n
	}
}

// oneClause reports whether no clause with a subject of its own begins between two
// finds.
func (r *reader) oneClause(a, b *found) bool {
	for i := max(a.last, a.end); i < min(b.first, b.trigger); i++ {
		if r.barrier[i] || r.Stop(i) == "sub" || r.Stop(i) == "rel" || r.is(i, "end of clause") {
			return false
		}
	}
	return true
}

// inOneBreath reports whether nothing but "and" or a comma stands between the
// words of two finds: "five were killed and 12 injured when ...".
func (r *reader) inOneBreath(a, b *found) bool {
	from, to := max(a.last, a.end), min(b.first, b.trigger)
	if a.sentence != b.sentence || to-from > 2 || a.list || b.list {
		return false
	}
	for i := from; i < to; i++ {
		if !r.is(i, "barrier") {
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
