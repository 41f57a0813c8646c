package desk

import (
	"strings"
	"unicode/utf8"

	"wiredesk"
)

// mostRead is how much of the text of one report is read, in bytes: some forty
// thousand words. No report is that long; what is, is a dump of something else.
const mostRead = 250_000

// bound takes out of the body what stands beyond what is read, and marks it.
// The text stays whole.
func bound(r *wiredesk.Report) {
	if len(r.Text) <= mostRead {
		return
	}
	end := mostRead
	for end > 0 && !utf8.RuneStart(r.Text[end]) {
		end--
	}
	if space := strings.LastIndexByte(r.Text[:end], ' '); space > end/2 {
		end = space
	}
	var body wiredesk.List[wiredesk.Span]
	for _, s := range r.Body {
		if s.Start < end {
			body = append(body, wiredesk.Span{Start: s.Start, End: min(s.End, end)})
		}
	}
	var photos wiredesk.List[wiredesk.Photo]
	for _, p := range r.Photos {
		if p.Span.End <= end {
			photos = append(photos, p)
		}
	}
	r.Body, r.Photos = body, photos
	r.Notices = append(r.Notices, wiredesk.Notice{Kind: wiredesk.NoticeUnread, Span: wiredesk.Span{Start: end, End: len(r.Text)}})
}
