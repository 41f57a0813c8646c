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

// place returns the place that the clause of the find gives, the nearest to
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
		if d := r.reach(f, a, b); d >= 0 && (best < 0 || d < best) {
			best, at = d, k
		}
	}
	if at < 0 {
		return nil
	}
	return site(&r.doc.Places[at])
}

// located reports whether the place name in the tokens [a, b) says where
// something is, and not whose it is or what it is called.
func (r *reader) located(a, b int) bool {
	if w := r.word(b); w == "'s" || w == "’s" {
		return false
	}
	return r.stop(a-1) == "prep" || r.word(a-1) == "," || r.stop(a-2) == "prep" || r.stop(a-3) == "prep" || r.stop(a-4) == "prep"
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
		if d := r.reach(f, a, b); d >= 0 && (best < 0 || d < best) {
			best, at = d, k
		}
	}
	if at < 0 {
		return nil
	}
	t := &r.doc.Times[at]
	return &wiredesk.Window{From: t.From, To: t.To}
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
