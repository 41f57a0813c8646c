// Package timex finds time expressions and resolves them against the
// publication date, after TIMEX3. (It is not called time, which would shadow
// the standard library.)
package timex

import (
	"wiredesk"
	"wiredesk/internal/lang/sentence"
)

// Find returns the time expressions of the report, in order. Relative ones are
// resolved against report.Published, or against the dateline's date where that
// is unknown, or left open. In a quotation they are counted from the day on
// which the words were said, where the report tells it.
func Find(report *wiredesk.Report, tokens []wiredesk.Token, sentences []sentence.Sentence) []wiredesk.Time {
	d := newDocument(report, tokens, sentences)
	for _, s := range sentences {
		d.scan(s)
	}
	d.resolve()
	var out []wiredesk.Time
	for _, e := range d.expressions {
		out = append(out, d.time(e))
	}
	return out
}

// A document is a report while its times are read.
type document struct {
	text        string
	tokens      []wiredesk.Token
	sentences   []sentence.Sentence
	quoted      []bool // by token
	expressions []expression
	anchor      anchor
}

func newDocument(report *wiredesk.Report, tokens []wiredesk.Token, sentences []sentence.Sentence) *document {
	d := &document{text: report.Text, tokens: tokens, sentences: sentences, quoted: quoted(report.Text, tokens, sentences)}
	d.anchor.published = parseDate(report.Published.LocalDay())
	if d.anchor.published.IsZero() && report.Dateline != nil {
		d.anchor.published = parseDate(string(report.Dateline.Date))
	}
	return d
}

// scan adds the expressions of one sentence.
func (d *document) scan(s sentence.Sentence) {
	sc := newScanner(d.text, d.tokens, s.First, s.Last)
	for i := s.First; i < s.Last; {
		e, ok := sc.at(i)
		if !ok {
			i++
			continue
		}
		d.expressions = append(d.expressions, e)
		i = e.last
	}
}

// time returns an expression as the report's record of it.
func (d *document) time(e expression) wiredesk.Time {
	span := wiredesk.Span{Start: d.tokens[e.first].Span.Start, End: d.tokens[e.last-1].Span.End}
	t := wiredesk.Time{Span: span, Kind: e.kind, Rule: e.rule, Anchor: wiredesk.Optional(format(e.anchor)), Value: wiredesk.Optional(e.timex3())}
	if e.value.known() {
		t.From, t.To = wiredesk.Optional(format(e.value.from)+e.clock), wiredesk.Optional(format(e.value.to)+e.clock)
	}
	return t
}
