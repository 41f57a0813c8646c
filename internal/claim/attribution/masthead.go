package attribution

import (
	"wiredesk"
)

// masthead returns the carrier in the tokens [first, last) that has a name of
// its own which no lexicon knows: "the Morning Ledger", "the newspaper Dagens
// Nytt", "the Tasna news agency". A common noun tells that it is one, or the
// word with which papers are called.
func (f *finder) masthead(first, last int) (party, int, bool) {
	for i := first; i < last; {
		end := i
		for end < last && capital(f.doc.Word(end)) && !article.has(f.doc.Lower(end)) && !outletKind.has(f.doc.Lower(end)) {
			end++
		}
		if end == i {
			i++
			continue
		}
		if p, ok := f.nameOf(i, end); ok {
			if f.titledOutlet(i, end) {
				return p, end, true
			}
			if to := f.commonAfter(end, last); to > end && f.proper(i, end) {
				return p, to, true
			}
			if i > first && carrierNames()[f.doc.Lower(i-1)] == "-" && f.proper(i, end) {
				return p, end, true
			}
		}
		i = end
	}
	return party{}, 0, false
}

// titledOutlet reports whether the capitals in [first, last) are the name of a paper
// or station by one of their words: its last one ("Evening Star") or its first
// ("Daily Sentinel", "Radio Liberty").
func (f *finder) titledOutlet(first, last int) bool {
	if carrierNames()[f.doc.Lower(last-1)] == "=" {
		return true
	}
	return last-first > 1 && (carrierNames()[f.doc.Lower(first)] == "-" || carrierNames()[f.doc.Lower(last-1)] == "-")
}

// commonAfter returns where the words end that say what a name before token i
// is: "news agency", "newspaper"; i where there are none.
func (f *finder) commonAfter(i, last int) int {
	end := i
	for k := i; k < min(last, i+2); k++ {
		if carrierNames()[f.doc.Lower(k)] == "-" {
			end = k + 1
		}
	}
	return end
}

// proper reports whether the tokens are a name and not the country or the kind
// of an outlet: "Russian news agencies".
func (f *finder) proper(first, last int) bool {
	for i := first; i < last; i++ {
		if u := f.doc.Tokens[i].UPOS; u != "PROPN" && u != "NOUN" {
			return false
		}
	}
	for _, m := range f.doc.MentionsIn(f.doc.SpanOf(first, last)) {
		if m.Type == wiredesk.Nationality || m.Type == wiredesk.PlaceName {
			return false
		}
	}
	return true
}

// nameOf returns the outlet that the capitals in [first, last) name, with its
// entity; false if a person is named there.
func (f *finder) nameOf(first, last int) (party, bool) {
	p := party{name: f.printed(first, last)}
	for _, m := range f.doc.MentionsIn(f.doc.SpanOf(first, last)) {
		if m.Type == wiredesk.Person {
			return party{}, false
		}
		if m.Entity != "" && m.Type == wiredesk.Organization {
			p.entity = wiredesk.Optional(m.Entity)
		}
	}
	return p, true
}
