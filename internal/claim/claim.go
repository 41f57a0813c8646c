// Package claim is the third room: it reads claims, figures, events and photos
// out of an analysed report.
package claim

import (
	"wiredesk"
	"wiredesk/internal/claim/attribution"
	"wiredesk/internal/claim/event"
	"wiredesk/internal/claim/figure"
	"wiredesk/internal/claim/photo"
	"wiredesk/internal/claim/predicate"
	"wiredesk/internal/claim/stance"
	"wiredesk/internal/claim/trim"
	"wiredesk/internal/lang"
)

// Extract returns the reading of one analysed report, tokens left out. It is a
// pure function and safe to call from many goroutines. Of a report in another
// language than English no claims are read.
func Extract(doc *lang.Doc) wiredesk.Reading {
	r := wiredesk.Reading{
		Report:     *doc.Report,
		Mentions:   doc.Mentions,
		Entities:   doc.Entities,
		References: doc.References,
		Times:      doc.Times,
		Places:     doc.Places,
		Filed:      doc.Filed,
	}
	for _, s := range doc.Sentences {
		r.Sentences = append(r.Sentences, s.Span)
	}
	if !doc.English() {
		return r
	}
	r.Claims = attribution.Find(doc)
	predicate.Fill(doc, r.Claims)
	stance.Fill(doc, r.Claims)
	r.Figures, r.Background = figure.Find(doc, r.Claims)
	r.Events = event.Find(doc, r.Claims)
	predicate.Settle(r.Claims, r.Events)
	r.Photos = photo.Read(doc)
	r.Trims = trim.Find(doc)
	return r
}
