package figure

import (
	"wiredesk"
)

// ownClause reports whether no clause begins between the tokens [a, b): what
// stands beside a figure there belongs to it.
func (r *reader) ownClause(a, b int) bool {
	for i := a; i < b; i++ {
		switch r.stop(i) {
		case "verb", "be", "have", "modal", "do", "rel":
			return false
		}
		switch r.word(i) {
		case "but", "that", "while", ";", "because", "although", "“", "”", "\"":
			return false
		}
		if r.doc.Tokens[i].UPOS == "VERB" {
			return false
		}
	}
	return true
}

// reach returns how far in tokens the range [a, b) lies from the find's words,
// or -1 where another clause stands between them.
func (r *reader) reach(f *found, a, b int) int {
	left, right := min(f.first, f.trigger), max(f.last, f.end)
	switch {
	case b <= left:
		if !r.ownClause(b, left) {
			return -1
		}
		return left - b
	case a >= right:
		if !r.ownClause(right, a) {
			return -1
		}
		return a - right
	}
	return 0
}

// farther is added to the reach of a place or time that does not stand in the
// find's own clause but still holds for it.
const farther = 100

// placeReach is reach for places: one that opens the sentence ("In Homs, ...")
// holds for all of it, and so does one in a clause that tells how it happened
// ("killed when the army shelled Homs").
func (r *reader) placeReach(f *found, a, b int) int {
	if d := r.reach(f, a, b); d >= 0 {
		return d
	}
	if r.opens(a) {
		return farther
	}
	if right := max(f.last, f.end); a >= right && r.sameStory(right, a) {
		return farther + a - right
	}
	return -1
}

// opens reports whether a phrase that begins the sentence holds token a, behind
// one preposition: "In Homs, ...".
func (r *reader) opens(a int) bool {
	return a-r.first <= 5 && r.stop(r.first) == "prep" && r.ownClause(r.first, a)
}

// sameStory reports whether the tokens [a, b) hold no word that turns to
// another speaker or matter.
func (r *reader) sameStory(a, b int) bool {
	for i := a; i < b; i++ {
		switch r.stop(i) {
		case "verb", "rel":
			return false
		}
		switch r.word(i) {
		case "but", "while", ";", "“", "”", "\"", "which", "and":
			return false
		}
	}
	return true
}

// place returns the place that the sentence gives for the find, the nearest to
// its words; nil where none is stated.
func (r *reader) place(f *found) *wiredesk.Site {
	best, at := -1, -1
	s := r.doc.Sentences[f.sentence].Span
	for k := range r.doc.Places {
		p := &r.doc.Places[k]
		if !s.Contains(p.Span) {
			continue
		}
		a, b := r.doc.TokensIn(p.Span)
		if !r.located(a, b) {
			continue
		}
		if d := r.placeReach(f, a, b); d >= 0 && (best < 0 || d < best) {
			best, at = d, k
		}
	}
	if k, d := r.definitePlace(f); k >= 0 && (best < 0 || d < best) {
		at = k
	}
	if at < 0 {
		return nil
	}
	return site(&r.doc.Places[at])
}

// definitePlace resolves "in the city", "across the country" near the find to
// the last place of that precision that the report named before.
func (r *reader) definitePlace(f *found) (place, reach int) {
	place = -1
	for i := r.first; i+1 < r.last; i++ {
		if r.word(i) != "the" || r.stop(i-1) != "prep" && r.word(i-1) != "across" || r.stop(i+2) == "" && !r.mark(i+2) && i+2 < r.last {
			continue
		}
		precision, ok := definite[r.word(i+1)]
		d := r.reach(f, i, i+2)
		if !ok || d < 0 || place >= 0 && d >= reach || r.word(i+2) == "of" {
			continue
		}
		for k := range r.doc.Places {
			if p := &r.doc.Places[k]; p.Span.End <= r.doc.Tokens[i].Span.Start && p.Precision == precision {
				place, reach = k, d
			}
		}
	}
	return place, reach
}

// definite holds the precision of the places that a noun with "the" stands for.
var definite = map[string]wiredesk.Precision{
	"country": wiredesk.PrecisionCountry, "nation": wiredesk.PrecisionCountry,
	"city": wiredesk.PrecisionCity, "town": wiredesk.PrecisionCity, "village": wiredesk.PrecisionCity,
	"province": wiredesk.PrecisionProvince, "region": wiredesk.PrecisionProvince, "state": wiredesk.PrecisionProvince,
}

// located reports whether the place name in the tokens [a, b) says where
// something is, and not whose it is or what it is called.
func (r *reader) located(a, b int) bool {
	if r.genitiveMark(b) {
		return false
	}
	for i := a - 1; i >= max(r.first, a-5); i-- {
		if r.stop(i) == "prep" {
			return r.word(i) != "with" && r.word(i) != "by" && r.word(i) != "for" && r.word(i) != "against" && r.word(i) != "about"
		}
		if s := r.stop(i); s == "verb" || s == "be" || s == "have" || s == "conj" && i != a-1 {
			return false
		}
	}
	return false
}

// site returns the place as the site of a figure.
func site(p *wiredesk.Place) *wiredesk.Site {
	return &wiredesk.Site{Name: p.Name, Precision: p.Precision, Country: p.Country, ID: p.ID}
}

// window returns the time that the clause of the find gives; nil where none is
// stated.
func (r *reader) window(f *found) *wiredesk.Window {
	best, at := -1, -1
	s := r.doc.Sentences[f.sentence].Span
	for k := range r.doc.Times {
		t := &r.doc.Times[k]
		if !s.Contains(t.Span) || t.From == "" && t.To == "" || t.Kind == wiredesk.TimeSet {
			continue
		}
		a, b := r.doc.TokensIn(t.Span)
		d := r.reach(f, a, b)
		if d < 0 && r.opens(a) {
			d = farther
		}
		if d >= 0 && (best < 0 || d < best) {
			best, at = d, k
		}
	}
	if at < 0 {
		return nil
	}
	t := &r.doc.Times[at]
	a, _ := r.doc.TokensIn(t.Span)
	if r.word(a-1) == "since" {
		return &wiredesk.Window{From: t.From, To: day(r.doc.Report.Published.Value)}
	}
	return &wiredesk.Window{From: t.From, To: t.To}
}

// day returns the date of a date or time.
func day(o wiredesk.Optional) wiredesk.Optional {
	return o[:min(len(o), len("2006-01-02"))]
}

// claimOf returns the id of the innermost claim whose content holds the span.
func claimOf(claims []wiredesk.Claim, s wiredesk.Span) wiredesk.Optional {
	best, size := wiredesk.Optional(""), 0
	for k := range claims {
		for _, c := range claims[k].Content {
			if c.Contains(s) && (best == "" || c.Len() < size) {
				best, size = wiredesk.Optional(claims[k].ID), c.Len()
			}
		}
	}
	return best
}
