package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wiredesk"
	"wiredesk/internal/intake/date"
)

// maxLeadDate is how many bytes of a paragraph the publication date at its
// start may take: "Published Wednesday, September 24, 2014 - ".
const maxLeadDate = 64

// minLead is how many bytes must follow such a date for it to be no sentence of
// its own.
const minLead = 30

// leadDate takes the publication date, and the headline that may follow it
// again, from the start of the body: "Thu Sep 5 2013 Car bomb kills four in
// Damascus. A car bomb ...", as collections print a report in one paragraph.
func (r *reader) leadDate() {
	for i := range r.units {
		if r.units[i].role != body {
			continue
		}
		value, others, end := cutLeadDate(r.words(i))
		if end == 0 {
			return
		}
		span := r.units[i].span
		r.setPrinted(&printed{value: value, others: others})
		r.notice(wiredesk.NoticeDate, wiredesk.Span{Start: span.Start, End: span.Start + end})
		r.units[i].span.Start += end
		r.trimLead(i)
		r.leadHeadline(i)
		return
	}
}

// cutLeadDate reads the date with its year at the start of words, behind no
// more than a label, a weekday or an agency. end is 0 where there is none, or
// where it is part of a sentence.
func cutLeadDate(words string) (value string, others []string, end int) {
	head := words[:min(len(words), maxLeadDate)]
	m := date.MonthDay().FindStringSubmatchIndex(head)
	year := 3
	if o := date.DayMonth().FindStringSubmatchIndex(head); m == nil || m[2*year] < 0 || o != nil && o[2*year] >= 0 && o[0] < m[0] {
		m = o
	}
	if m == nil || m[2*year] < 0 {
		return "", nil, 0
	}
	before := weekday().ReplaceAllString(labelDate().ReplaceAllString(head[:m[0]], ""), "")
	if before = strings.Trim(before, " ,.:-–—|"); before != "" {
		if agency(before) == "" {
			return "", nil, 0
		}
		others = []string{before}
	}
	rest := words[m[1]:]
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " -–—:|\n"))
	if len(rest) < minLead || rest[0] != ' ' && rest[0] != '\n' || !unicode.IsUpper(next) && !strings.ContainsRune("“\"", next) {
		return "", nil, 0
	}
	value, ok := dateOnly(head[m[0]:m[1]])
	if !ok || value == "" {
		return "", nil, 0
	}
	return value, others, m[1]
}

// trimLead takes the marks between a date or headline and the text behind it
// from the start of paragraph i.
func (r *reader) trimLead(i int) {
	span := &r.units[i].span
	words := span.Words(r.text)
	span.Start += len(words) - len(strings.TrimLeft(words, " -–—:|.\n"))
}

// leadHeadline takes the headline that stands again at the start of paragraph i.
func (r *reader) leadHeadline(i int) {
	span := r.units[i].span
	if r.report.Headline == nil || !strings.HasPrefix(span.Words(r.text), r.report.Headline.Text) || span.Len() < len(r.report.Headline.Text)+minLead {
		return
	}
	end := span.Start + len(r.report.Headline.Text)
	if c := r.text[end]; c != '.' && c != '\n' && c != ' ' {
		return
	}
	r.report.Repeats = append(r.report.Repeats, wiredesk.Span{Start: span.Start, End: end})
	r.units[i].span.Start = end
	r.trimLead(i)
}
