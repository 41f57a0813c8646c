// Package text reads a report out of running text: plain-text files, and the
// text that the packages of the other formats have taken out of theirs.
//
// A text is cut into paragraphs, and each paragraph gets one role: headline,
// body, caption, or a notice of some kind. What is not surely something else
// is body, so that no word of a report is lost.
package text

import (
	"wiredesk"
)

// Known is what is known about a text from outside of it.
type Known struct {
	Headline  string           // the text's first paragraph if it is not ""
	Byline    *wiredesk.Byline // who wrote it, with the paragraph that says so
	Outlet    string           // who published it, as metadata says
	Agencies  []string         // whose text it is, as metadata says
	Published string           // when, as metadata says: RFC 3339, with its own zone, or a date
	Dateline  wiredesk.Span    // the paragraph that is the dateline; zero if the caller knows none
	Photos    []wiredesk.Photo // captions that stand in the text, with their spans
}

// Read returns the report that a text holds. It sets everything that the text
// itself says; id, file, address and language are left to the caller.
// It takes time in proportion to the length of the text.
func Read(text string, known Known) wiredesk.Report {
	r := &reader{text: text, units: paragraphs(text)}
	r.report = wiredesk.Report{Text: text, Version: 1, Complete: true, Status: wiredesk.Usable}
	r.report.Published.From = wiredesk.Unknown
	r.knownPhotos(known.Photos)
	r.knownByline(known.Byline)
	r.knownDateline(known.Dateline)
	r.seen = r.survey()
	next := r.top(known.Headline)
	next = r.head(next)
	r.rest(next)
	r.tail()
	r.leadDate()
	r.dateline()
	r.finish(known)
	return r.report
}

// A reader holds a report while its paragraphs are told apart.
type reader struct {
	text     string
	units    []unit
	report   wiredesk.Report
	imprint  string // the outlet as the text names it
	own      string // the agency that a notice of the text is from: "Powered by ..."
	holder   string // the agency that claims copyright or stands as imprint
	orders   string // the short name of the house that orders a report killed
	guess    string // what a kill or correction replaces, if it names nothing else
	seen     survey // what comes again and again
	headline string // the headline in folded spelling, to know it again
}

// A unit is one paragraph of the text and what it was found to be.
type unit struct {
	span wiredesk.Span
	gap  bool // an empty line stands before it
	role role
}

// A role is what a paragraph is to the report.
type role int

const (
	open   role = iota // not decided yet
	body               // a paragraph of the report
	around             // anything that is not body
)

// words returns the text of paragraph i, "" where there is none.
func (r *reader) words(i int) string {
	if i < 0 || i >= len(r.units) {
		return ""
	}
	return r.units[i].span.Words(r.text)
}

// mark takes paragraph i out of the body, as a notice.
func (r *reader) mark(i int, kind wiredesk.NoticeKind) {
	r.units[i].role = around
	r.notice(kind, r.units[i].span)
}

// notice adds a notice.
func (r *reader) notice(kind wiredesk.NoticeKind, span wiredesk.Span) {
	r.report.Notices = append(r.report.Notices, wiredesk.Notice{Kind: kind, Span: span})
}

// knownPhotos takes over the photos that the caller has found.
func (r *reader) knownPhotos(photos []wiredesk.Photo) {
	r.report.Photos = append(r.report.Photos, photos...)
	k := 0
	for i := range r.units {
		for k < len(photos) && photos[k].Span.End <= r.units[i].span.Start {
			k++
		}
		if k < len(photos) && photos[k].Span.Overlaps(r.units[i].span) {
			r.units[i].role = around
		}
	}
}

// knownByline takes over the byline that the caller has found.
func (r *reader) knownByline(byline *wiredesk.Byline) {
	if byline == nil {
		return
	}
	r.report.Byline = byline
	for i := range r.units {
		if r.units[i].span == byline.Span {
			r.mark(i, wiredesk.NoticeByline)
			return
		}
	}
}

// knownDateline takes over the dateline that the caller has found.
func (r *reader) knownDateline(span wiredesk.Span) {
	for i := range r.units {
		if span.Len() == 0 || r.units[i].span != span {
			continue
		}
		r.units[i].role = around
		r.setDateline(datelineOf(r.words(i)), span)
	}
}

// rest gives every paragraph from i on its role.
func (r *reader) rest(i int) {
	for ; i < len(r.units); i++ {
		if r.units[i].role != open {
			continue
		}
		if r.notes(i) {
			return
		}
		switch {
		case r.repeat(i), r.wall(i), r.listed(i), r.page(i), r.labelledDate(i), r.correction(i), r.compiled(i), r.credit(i), r.agencyNotice(i), r.photo(i), r.boilerplate(i, true):
		default:
			r.units[i].role = body
			r.stamp(i)
		}
	}
}
