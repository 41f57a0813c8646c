package event

import (
	"sort"

	"wiredesk"
)

// farthest is how many tokens off a place or time may stand. It keeps the cost
// linear in long sentences.
const farthest = 80

// setting returns where and when the event told by the trigger [i, last) was,
// by the places and times that depend on it in the parse. A time right behind
// a noun belongs to that noun.
func (r *reader) setting(i, last int) (*wiredesk.Site, *wiredesk.Window) {
	var place *wiredesk.Site
	var window *wiredesk.Window
	span := r.Doc.SpanOf(max(r.First, i-farthest), min(r.Last, i+farthest))
	best := -1
	places := r.Doc.Places
	for k := sort.Search(len(places), func(k int) bool { return places[k].Span.Start >= span.Start }); k < len(places) && places[k].Span.End <= span.End; k++ {
		first, end := r.Doc.TokensIn(places[k].Span)
		if d := r.distance(first, end, i, true); d >= 0 && (best < 0 || d < best) {
			best = d
			place = &wiredesk.Site{Name: places[k].Name, Precision: places[k].Precision, Country: places[k].Country, ID: places[k].ID}
		}
	}
	if place == nil {
		place = r.DefinitePlace(i, last)
	}
	best = -1
	times := r.Doc.Times
	for k := sort.Search(len(times), func(k int) bool { return times[k].Span.Start >= span.Start }); k < len(times) && times[k].Span.End <= span.End; k++ {
		t := &times[k]
		first, end := r.Doc.TokensIn(t.Span)
		if t.From == "" && t.To == "" || t.Kind == wiredesk.TimeSet || r.ofNoun(first) >= 0 && r.ofNoun(first) != i {
			continue
		}
		d := r.distance(first, end, i, false)
		if r.ofNoun(first) == i {
			d = 0
		}
		if d >= 0 && (best < 0 || d < best) {
			best = d
			window = &wiredesk.Window{From: t.From, To: t.To}
		}
	}
	return place, window
}

// ofNoun returns the noun of an event that ends right before the time at token
// i ("the veto three days ago"), or -1.
func (r *reader) ofNoun(i int) int {
	if i <= r.First || r.Doc.Tokens[i-1].UPOS != "NOUN" {
		return -1
	}
	if kind, _, _ := r.trigger(i - 1); kind == "" {
		return -1
	}
	return i - 1
}

// maxClimb is how many heads are followed from a place or time to the event
// that it belongs to.
const maxClimb = 5

// distance returns how many heads lie between the place or time in the tokens
// [first, end) and the trigger at i, or -1 where it does not depend on it. A
// place must stand behind a preposition that locates.
func (r *reader) distance(first, end, i int, located bool) int {
	x := r.top(first, end)
	for steps := range maxClimb {
		if located && steps == 0 && !r.locates(x) {
			return -1
		}
		h := r.head(x)
		switch {
		case x == i:
			return steps
		case h < 0:
			return -1
		case h == i:
			return steps + 1
		case r.verbal(h):
			if r.shares(i, h) {
				return steps + 2
			}
			return -1
		}
		x = h
	}
	return -1
}

// top returns the token of [first, end) whose head lies outside.
func (r *reader) top(first, end int) int {
	for x := first; x < end; x++ {
		if h := r.head(x); h < first || h >= end {
			return x
		}
	}
	return first
}

// locates reports whether the preposition over the place name at token x, or
// over the noun that it names ("the city of Homs"), says where something is.
func (r *reader) locates(x int) bool {
	for range 3 {
		switch r.preposition(x) {
		case "in", "at", "near", "on", "across", "outside", "inside", "around", "throughout", "off", "into", "within":
			return true
		case "of":
			if h := r.head(x); h >= 0 && r.Doc.Tokens[h].UPOS == "NOUN" {
				if kind, _, _ := r.trigger(h); kind == "assault" || kind == "disaster" {
					return true // "the shelling of Homs"
				}
			}
		case "":
		default:
			return false
		}
		switch r.relation(x) {
		case "appos", "nmod", "flat", "compound", "conj", "nmod:desc":
		default:
			return false
		}
		if x = r.head(x); x < 0 {
			return false
		}
	}
	return false
}

// shares reports whether the event at i is part of the clause of the verb at h:
// its object, a noun beside it, or a verb that goes along with it.
func (r *reader) shares(i, h int) bool {
	if r.head(i) != h {
		return false
	}
	switch r.relation(i) {
	case "obj", "obl", "nsubj", "nsubj:pass", "advcl", "conj", "xcomp":
		return true
	}
	return false
}
