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
	var out []wiredesk.Event
	for k := range doc.Sentences {
		if !r.turn(k) {
			continue
		}
		for i := r.First; i < r.Last; i++ {
			kind, last := r.trigger(i)
			if kind == "" {
				continue
			}
			m, ok := r.modality(i)
			if !ok {
				continue
			}
			e := wiredesk.Event{
				ID:         doc.Report.ID + ".e" + strconv.Itoa(len(out)+1),
				Trigger:    doc.SpanOf(i, last),
				Type:       kind,
				Modality:   m,
				Place:      r.Place(i, last),
				Time:       r.Window(i, last),
				Background: r.background(i),
			}
			e.Who, e.Whom = r.arguments(i, kind)
			e.Background = e.Background || r.longBefore(e.Time)
			e.Claim = index.Holding(e.Trigger)
			out = append(out, e)
		}
	}
	return out
}
