// Package lang is the second room: it turns a report into a Doc, with tokens,
// sentences, names, entities, numbers, times and places.
package lang

import (
	"sort"
	"strings"

	"wiredesk"
	"wiredesk/internal/lang/entity"
	"wiredesk/internal/lang/name"
	"wiredesk/internal/lang/number"
	"wiredesk/internal/lang/parse"
	"wiredesk/internal/lang/place"
	"wiredesk/internal/lang/sentence"
	"wiredesk/internal/lang/tag"
	"wiredesk/internal/lang/timex"
	"wiredesk/internal/lang/token"
)

// A Doc is a report with what the language stage found in it. Tokens run over
// headline, body and captions in the order of the text; everything else
// indexes Report.Text by bytes or Tokens by position.
type Doc struct {
	Report     *wiredesk.Report
	Tokens     []wiredesk.Token
	Sentences  []sentence.Sentence
	Mentions   []wiredesk.Mention
	Entities   []wiredesk.Entity
	References []wiredesk.Reference
	Numbers    []number.Number
	Times      []wiredesk.Time
	Places     []wiredesk.Place
	Filed      *wiredesk.Place // where the report was filed; nil where it does not say
}

// Analyze reads the language of one report. It is a pure function and safe to
// call from many goroutines.
//
// A report in another language than English is split into tokens and
// sentences and its numbers are read; the rest would be guessing. The Doc's
// report is a copy that says which language it was found to be in.
func Analyze(report *wiredesk.Report) *Doc {
	own := *report
	own.Language = languageOf(report)
	own.NotRead = notRead(own.Language)
	report = &own
	d := &Doc{Report: report}
	for _, p := range parts(report) {
		d.split(p)
	}
	if d.English() {
		d.analyse()
	}
	for _, s := range d.Sentences {
		d.Numbers = append(d.Numbers, number.Find(report.Text, d.Tokens[s.First:s.Last])...)
	}
	if !d.English() {
		return d
	}
	d.Mentions = name.Find(report.Text, d.Tokens, d.Sentences)
	d.Entities, d.References = entity.Resolve(report.Text, d.Tokens, d.Sentences, d.Mentions)
	d.Times = timex.Find(report, d.Tokens, d.Sentences)
	d.Places = place.Resolve(report, d.Tokens, d.Sentences, d.Mentions)
	if d.Filed = place.Filed(report, d.Places); d.Filed != nil {
		d.Filed.Dateline = true
	}
	return d
}

// A part is one block of text that is read by itself: the headline, a
// paragraph of the body or a caption.
type part struct {
	span      wiredesk.Span
	paragraph int
	part      sentence.Part
}

// parts returns the blocks of the report that hold language, in text order.
func parts(report *wiredesk.Report) []part {
	var out []part
	if report.Headline != nil {
		out = append(out, part{report.Headline.Span, -1, sentence.Headline})
	}
	for i, s := range report.Body {
		out = append(out, part{s, i, sentence.Body})
	}
	for _, p := range report.Photos {
		if p.Caption != "" {
			out = append(out, part{captionSpan(report.Text, p), -1, sentence.Caption})
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].span.Before(out[j].span) })
	return out
}

// split adds the tokens and sentences of one block.
func (d *Doc) split(p part) {
	tokens := token.Split(d.Report.Text, p.span)
	base := len(d.Tokens)
	for _, r := range sentence.Split(d.Report.Text, tokens) {
		d.Sentences = append(d.Sentences, sentence.Sentence{
			Span:  wiredesk.Span{Start: tokens[r.Start].Span.Start, End: tokens[r.End-1].Span.End},
			First: base + r.Start, Last: base + r.End,
			Paragraph: p.paragraph, Part: p.part,
		})
	}
	d.Tokens = append(d.Tokens, tokens...)
}

// analyse tags all sentences, then parses all: either model fills the
// processor's cache.
func (d *Doc) analyse() {
	text := d.Report.Text
	doubts := make([]tag.Doubt, 0, len(d.Tokens))
	for _, s := range d.Sentences {
		doubts = tag.Tag(text, d.Tokens[s.First:s.Last], doubts)
	}
	for _, s := range d.Sentences {
		parse.Parse(text, d.Tokens[s.First:s.Last], doubts[s.First:s.Last])
	}
}

// captionSpan returns where the caption stands, without a credit before or
// behind it, which is no language: "Reuters The bridge of Sant'Anna".
func captionSpan(text string, p wiredesk.Photo) wiredesk.Span {
	if i := strings.Index(p.Span.Words(text), string(p.Caption)); i >= 0 {
		return wiredesk.Span{Start: p.Span.Start + i, End: p.Span.Start + i + len(p.Caption)}
	}
	return p.Span
}
