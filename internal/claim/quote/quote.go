// Package quote finds what stands in quotation marks: direct speech, also
// across paragraphs and without a closing mark, and quoted words.
package quote

import (
	"wiredesk"
)

// A Quotation is a stretch of text in quotation marks, or a stretch that a
// dash sets off as speech. A speech over several paragraphs, each opened by
// its own mark, is one Quotation per paragraph; all but the first continue.
type Quotation struct {
	Span      wiredesk.Span // with the marks
	Inner     wiredesk.Span // without them
	Depth     int           // 0, or 1 for a quotation inside another one
	Unclosed  bool          // it has no closing mark and ends with its paragraph
	Continues bool          // it goes on from the quotation of the paragraph before
}

// Find returns the quotations of the paragraphs in the order in which they
// open. It takes time in proportion to the text.
//
// Marks are paired inside a paragraph. A mark that opens and is not closed
// reaches to the end of its paragraph if the next paragraph opens with such a
// mark too (the newspapers' way to run a speech over paragraphs) or if nothing
// else closes it; a mark that closes nothing is none.
func Find(text string, paragraphs []wiredesk.Span) []Quotation {
	var out []Quotation
	running := false // the paragraph before ended inside a speech
	for _, p := range paragraphs {
		if p.Start < 0 || p.End > len(text) || p.Start >= p.End {
			continue
		}
		first := len(out)
		out = append(out, paragraph(text, p)...)
		found := out[first:]
		if len(found) > 0 && running && found[0].Span.Start == skipSpace(text, p) {
			found[0].Continues = true
		}
		running = false
		for _, q := range found {
			running = running || q.Unclosed && q.Depth == 0
		}
	}
	return out
}

// skipSpace returns where the first character of p that is no blank stands.
func skipSpace(text string, p wiredesk.Span) int {
	i := p.Start
	for i < p.End && (text[i] == ' ' || text[i] == '\t' || text[i] == '\n' || text[i] == '\r') {
		i++
	}
	return i
}

// paragraph pairs the marks of one paragraph.
func paragraph(text string, p wiredesk.Span) []Quotation {
	var out []Quotation
	var open []int // quotations that are open, outermost first
	var style []family
	for _, m := range marks(text, p) {
		n := len(open)
		// A double mark that opens while one of its own kind is open ends
		// that one: its closing mark was forgotten.
		if m.opens && n > 0 && style[0] == m.family {
			cut(text, &out[open[0]], m.span.Start)
			closeInner(text, out, open[1:], m.span.Start)
			open, style, n = open[:0], style[:0], 0
		}
		switch {
		case m.opens && n < 2:
			out = append(out, Quotation{Span: m.span, Inner: wiredesk.Span{Start: m.span.End}, Depth: n})
			open, style = append(open, len(out)-1), append(style, m.family)
		case m.closes && n > 0 && style[n-1] == m.family:
			end(&out[open[n-1]], m.span)
			open, style = open[:n-1], style[:n-1]
		case m.closes && n == 2 && style[0] == m.family:
			closeInner(text, out, open[1:], m.span.Start)
			end(&out[open[0]], m.span)
			open, style = open[:0], style[:0]
		}
	}
	for _, i := range open {
		cut(text, &out[i], p.End)
		out[i].Unclosed = true
	}
	return drop(out)
}

// end closes q with the mark.
func end(q *Quotation, mark wiredesk.Span) {
	q.Inner.End, q.Span.End = mark.Start, mark.End
}

// cut ends q before the offset, blanks left out, without a closing mark.
func cut(text string, q *Quotation, at int) {
	for at > q.Inner.Start && (text[at-1] == ' ' || text[at-1] == '\n' || text[at-1] == '\r' || text[at-1] == '\t') {
		at--
	}
	q.Inner.End, q.Span.End = at, at
}

func closeInner(text string, out []Quotation, open []int, at int) {
	for _, i := range open {
		cut(text, &out[i], at)
	}
}

// drop leaves out quotations of nothing, and single marks that were never
// closed: those are apostrophes.
func drop(in []Quotation) []Quotation {
	out := in[:0]
	for _, q := range in {
		if q.Inner.End > q.Inner.Start {
			out = append(out, q)
		}
	}
	return out
}
