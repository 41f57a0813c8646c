package desk_test

import (
	"strings"
	"testing"

	"wiredesk"
	"wiredesk/internal/desk"
)

// Of a report that is far too long the beginning is read; the rest is kept and
// marked.
func TestBound(t *testing.T) {
	read := 0
	b := newBench(t, desk.Options{Stages: desk.Stages{Compile: listing, Read: func(r *wiredesk.Report) wiredesk.Reading {
		for _, s := range r.Body {
			read += s.Len()
		}
		return plainly(r)
	}}})
	text := strings.Repeat("The ferry Älba sailed again. ", 20_000)
	b.add("long\nid: long\n\n" + text)
	v, err := b.db.Report(t.Context(), "long")
	b.ok(err)
	b.is("kept whole", strings.HasSuffix(v.Text, text), true)
	notice := v.Reading.Notices[len(v.Reading.Notices)-1]
	b.is("marked", notice.Kind, wiredesk.NoticeUnread)
	b.is("to the end", notice.Span.End, len(v.Text))
	if read < 100_000 || read > notice.Span.Start {
		t.Errorf("%d bytes were read, up to %d", read, notice.Span.Start)
	}
}
