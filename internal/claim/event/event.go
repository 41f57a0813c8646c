// Package event finds who did what to whom, where and when, each from one
// clause.
package event

import (
	"strconv"

	"wiredesk"
	"wiredesk/internal/claim/clause"
	"wiredesk/internal/lang"
)

// Find returns the events of the report in text order. They are read from the
// parse: a sentence without one has no events.
func Find(doc *lang.Doc, claims []wiredesk.Claim) []wiredesk.Event {
	r := newReader(doc)
	index := clause.IndexClaims(claims)
	narrated := map[wiredesk.Optional]bool{"": true}
	for k := range claims {
		narrated[wiredesk.Optional(claims[k].ID)] = claims[k].Kind == wiredesk.Narrated
	}
	var out []wiredesk.Event
	for k := range doc.Sentences {
		if !r.turn(k) || r.Invented() {
			continue
		}
		for i := r.First; i < r.Last; i++ {
			kind, first, last := r.trigger(i)
			if kind == "" {
				continue
			}
			m, ok := r.modality(i)
			if !ok {
				continue
			}
			e := wiredesk.Event{
				ID:       doc.Report.ID + ".e" + strconv.Itoa(len(out)+1),
				Trigger:  doc.SpanOf(first, last),
				Type:     kind,
				Modality: m,
			}
			e.Place, e.Time = r.setting(i, last)
			e.Who, e.Whom = r.arguments(i, kind)
			e.Claim = index.Holding(e.Trigger)
			// In reported speech the past perfect only stands for the past.
			e.Background = r.longBefore(e.Time) || e.Time == nil && narrated[e.Claim] && r.pastPerfect(i)
			out = append(out, e)
		}
	}
	return out
}
