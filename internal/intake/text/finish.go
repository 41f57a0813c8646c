package text

import (
	"slices"
	"strings"
	"time"

	"wiredesk"
	"wiredesk/internal/intake/date"
)

// finish fills in what needs the whole text: body, outlet, dates.
func (r *reader) finish(known Known) {
	for _, u := range r.units {
		if u.role == body {
			r.report.Body = append(r.report.Body, r.bare(u.span)...)
		}
	}
	if len(r.report.Body) == 0 {
		r.report.Body, r.report.Notices = nothingLeft(r.report.Notices)
	}
	sortNotices(r.report.Notices)
	slices.SortStableFunc(r.report.Photos, func(a, b wiredesk.Photo) int { return order(a.Span, b.Span) })
	slices.SortStableFunc(r.report.Repeats, order)
	r.addAgencies(known.Agencies...)
	r.outlet(known)
	r.signs()
	if r.report.Replaces == "" {
		r.report.Replaces = wiredesk.Optional(r.guess)
	}
	if known.Published != "" {
		r.report.Published = safer(r.report.Published, date.Published(known.Published, wiredesk.Metadata))
	}
	r.datelineDate()
	for i := range r.report.Photos {
		if p := &r.report.Photos[i]; p.Date == "" {
			p.Date = wiredesk.Optional(wholeDate(string(p.Caption), ""))
		}
	}
}

// safer returns what metadata say of the time of publication, or what is printed
// where that is days earlier: a report was not published before it was, and
// metadata give the day on which a page moved or was fetched often enough. What
// the other says is kept as evidence.
func safer(printed, said wiredesk.Published) wiredesk.Published {
	if printed.From != wiredesk.Printed || printed.Value == "" || said.Value == "" {
		return said
	}
	a, errA := time.Parse(time.DateOnly, printed.LocalDay())
	b, errB := time.Parse(time.DateOnly, said.LocalDay())
	const days = 2 * 24 * time.Hour
	switch apart := b.Sub(a); {
	case errA != nil || errB != nil || -days < apart && apart < days:
		return said
	case apart > 0:
		printed.Evidence = "printed in the text; metadata say " + said.Value
		return printed
	}
	said.Evidence = "said by metadata; the text prints " + printed.Value
	return said
}

// leastLine is the number of bytes of a line that may be a report's own words
// where nothing else is left of it.
const leastLine = 60

// nothingLeft makes the longer lines of a page's furniture the body, where the
// whole text was taken for furniture, as a page of pictures alone is.
func nothingLeft(notices []wiredesk.Notice) (body []wiredesk.Span, rest []wiredesk.Notice) {
	for _, n := range notices {
		if n.Kind == wiredesk.NoticeBoilerplate && n.Span.Len() >= leastLine {
			body = append(body, n.Span)
			continue
		}
		rest = append(rest, n)
	}
	slices.SortFunc(body, order)
	return body, rest
}

// sortNotices puts notices in the order of the text.
func sortNotices(notices []wiredesk.Notice) {
	slices.SortStableFunc(notices, func(a, b wiredesk.Notice) int { return order(a.Span, b.Span) })
}

// order compares spans for sorting.
func order(a, b wiredesk.Span) int {
	switch {
	case a.Before(b):
		return -1
	case b.Before(a):
		return 1
	}
	return 0
}

// outlet decides who published the report: metadata, else the imprint, else an
// agency whose own notice or copyright stands below its own dateline.
func (r *reader) outlet(known Known) {
	name := first(known.Outlet, r.imprint, r.own)
	if d := r.report.Dateline; d != nil && d.Agency != "" {
		switch {
		case name == r.own && strings.HasPrefix(r.own, string(d.Agency)), name == "" && r.holder == string(d.Agency):
			name = string(d.Agency)
		}
	}
	r.report.Outlet = wiredesk.Optional(r.sign(name))
	if isAcronym(string(r.report.Outlet)) && string(r.report.Outlet) != name {
		r.addAgencies(string(r.report.Outlet))
	}
}

// first returns the first of the values that is not "".
func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

// datelineDate turns the printed date of the dateline into ISO 8601, and takes
// it as the publication date where nothing else is known.
func (r *reader) datelineDate() {
	d := r.report.Dateline
	if d == nil || d.Date == "" {
		return
	}
	d.Date = wiredesk.Optional(wholeDate(string(d.Date), r.report.Published.LocalDay()))
	if d.Date != "" && r.report.Published.Value == "" {
		r.report.Published = wiredesk.Published{Value: d.Date, From: wiredesk.Printed}
	}
}

// DateDateline makes the date of a report's dateline whole where the caller
// learned only later when the report was published.
func DateDateline(r *wiredesk.Report) {
	if r.Dateline == nil || r.Dateline.Date != "" || r.Published.Value == "" {
		return
	}
	words := r.Dateline.Span.Words(r.Text)
	if m := matchDateline(words + " X"); m != nil {
		words = m.date
	}
	r.Dateline.Date = wiredesk.Optional(wholeDate(words, r.Published.LocalDay()))
}

// bare returns the body of a paragraph without a date and headline that stand
// again at its start, as in the archives of some papers: "Wed 05 Apr 2017
// Headline. The report begins here".
func (r *reader) bare(span wiredesk.Span) []wiredesk.Span {
	if r.headline == "" || len(r.report.Body) > 0 {
		return []wiredesk.Span{span}
	}
	words := span.Words(r.text)
	start, date := leadingDate(words)
	end := start + foldedPrefix(words[start:], r.headline)
	if end == start {
		return []wiredesk.Span{span}
	}
	repeat := trim(r.text, wiredesk.Span{Start: span.Start + start, End: span.Start + end})
	rest := strings.TrimLeft(words[end:], " .:|–—-\t\n\r")
	after := wiredesk.Span{Start: span.End - len(rest), End: span.End}
	if start > 0 {
		r.setPrinted(&printed{value: date})
		r.notice(wiredesk.NoticeDate, trim(r.text, wiredesk.Span{Start: span.Start, End: span.Start + start}))
	}
	r.report.Repeats = append(r.report.Repeats, repeat)
	if p, n := leadingLine(rest); p != nil {
		r.setPrinted(p)
		r.notice(wiredesk.NoticeDate, trim(r.text, wiredesk.Span{Start: after.Start, End: after.Start + n}))
		after = trim(r.text, wiredesk.Span{Start: after.Start + n, End: after.End})
	}
	if after.Len() <= 0 {
		return nil
	}
	return []wiredesk.Span{after}
}

// leadingDate returns how many bytes of words a date at their start takes, and
// the date.
func leadingDate(words string) (int, string) {
	head := words[:min(len(words), 40)]
	if m := leadDate().FindStringIndex(head); m != nil {
		if value, ok := dateOnly(strings.TrimSpace(head[:m[1]])); ok {
			return m[1], value
		}
	}
	return 0, ""
}

// foldedPrefix returns how many bytes of words say what the folded headline
// says, or 0. A headline of one or two words is too short to tell.
func foldedPrefix(words, headline string) int {
	const least = 16
	if len(headline) < least {
		return 0
	}
	rest := headline
	for i, c := range words {
		if rest == "" {
			if strings.ContainsRune(".:|–—-? \n\t!", c) {
				return i
			}
			return 0
		}
		f := fold(string(c))
		if !strings.HasPrefix(rest, f) {
			return 0
		}
		rest = rest[len(f):]
	}
	if rest == "" {
		return len(words)
	}
	return 0
}

// leadingLine reads a publication line that is all of words, or a bracket of
// them ("Updated: 2016-07-15 06:50 (Xinhua)").
func leadingLine(words string) (*printed, int) {
	line := words
	if i := strings.IndexByte(line, '\n'); i >= 0 {
		line = line[:i]
	}
	if len(line) > maxDateLine {
		return nil, 0
	}
	bare := strings.NewReplacer("(", "| ", ")", " ").Replace(line)
	if p := printedDate(bare); p != nil {
		return p, len(line)
	}
	return nil, 0
}
