// Package predicate reads what the clauses of a claim say: who did or is what,
// to whom, whether or not, where and when. It is read from the parse; a clause
// without one has no predicates.
package predicate

import (
	"wiredesk"
	"wiredesk/internal/lang"
)

// Fill gives each claim its predicates and its polarity. A predicate belongs to
// the innermost claim that its word stands in.
func Fill(doc *lang.Doc, claims []wiredesk.Claim) {
	if len(claims) == 0 {
		return
	}
	r := newReader(doc, claims)
	for k := range doc.Sentences {
		s := doc.Sentences[k]
		r.where.Turn(k)
		for i := s.First; i < s.Last; i++ {
			owner := r.owner[i]
			if owner < 0 || r.cue[i] || !r.predicates(i) {
				continue
			}
			c := &claims[owner]
			c.Predicates = append(c.Predicates, r.read(i))
		}
	}
	for k := range claims {
		claims[k].Polarity = r.polarity(k)
	}
}

// Settle gives each event its polarity: that of the predicate that stands on
// its trigger, or else what its modality says.
func Settle(claims []wiredesk.Claim, events []wiredesk.Event) {
	polarity := map[int]wiredesk.Polarity{} // by the start of the predicate
	for k := range claims {
		for _, p := range claims[k].Predicates {
			polarity[p.Span.Start] = p.Polarity
		}
	}
	for k := range events {
		e := &events[k]
		if e.Polarity = polarity[e.Trigger.Start]; e.Polarity == "" {
			e.Polarity = wiredesk.Affirmed
		}
		if e.Modality == wiredesk.Denied {
			e.Polarity = wiredesk.Negated
		}
	}
}

// read returns the predicate of the word at token i.
func (r *reader) read(i int) wiredesk.Predicate {
	_, last := r.words(i)
	a := r.arguments(i)
	p := wiredesk.Predicate{
		Span:     r.doc.SpanOf(i, last),
		Class:    r.class(i),
		Subject:  r.list(a.subject),
		Object:   r.list(a.object),
		Other:    r.others(a.other),
		Polarity: wiredesk.Affirmed,
	}
	denied := r.denied(i, 0)
	if denied {
		p.Polarity = wiredesk.Negated
	}
	if p.Modality = r.modality(i, 0); denied && p.Modality == wiredesk.Happened {
		p.Modality = wiredesk.Denied
	}
	p.Place, p.Time = r.setting(i, last)
	return p
}
