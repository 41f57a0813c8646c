// Package intake is the first room: it turns raw bytes into reports. It tells
// the format and hands the bytes to the package of that format.
package intake

import (
	"time"

	"wiredesk"
	"wiredesk/internal/intake/decode"
	"wiredesk/internal/intake/markup"
	"wiredesk/internal/intake/office"
	"wiredesk/internal/intake/warc"
)

// An Input is raw bytes as they were received, with what is known about them.
type Input struct {
	File      string // the file as the user named it, "-" for standard input; "" for what was fetched
	URL       string // where it was fetched from; "" for files
	MediaType string // of the HTTP header; "" if not known
	Bytes     []byte
	Outlet    string // given by the user; "" if not
	Published string // given by the user, RFC 3339 or a date; "" if not
	Columns   string // given by the user, which column of a table holds what ("text=3,headline=title"); "" if not
}

// name is how the input is called in a message.
func (in Input) name() string {
	if in.File != "" {
		return in.File
	}
	return in.URL
}

// A Result is what one input held. Problems are parts that could not be read;
// the rest was.
type Result struct {
	Reports  []wiredesk.Report
	Problems []*wiredesk.Problem
}

// MaxBytes is the size in bytes beyond which an input is refused.
const MaxBytes = 10 << 20

// ValidTime reports whether s is a date ("2012-02-07") or a time in RFC 3339.
func ValidTime(s string) bool {
	_, errDate := time.Parse(time.DateOnly, s)
	_, errTime := time.Parse(time.RFC3339, s)
	return errDate == nil || errTime == nil
}

// Parse tells the format of the input and reads its reports. It never panics
// and never stops at a broken part. It is a pure function.
func Parse(in Input) Result {
	if len(in.Bytes) <= MaxBytes && warc.Is(in.Bytes) {
		return parseArchive(in)
	}
	if len(in.Bytes) <= MaxBytes && office.Is(in.Bytes) {
		res := parseOffice(in)
		for i := range res.Reports {
			identify(&res.Reports[i], in)
		}
		return res
	}
	if p := refused(in); p != nil {
		return Result{Problems: []*wiredesk.Problem{p}}
	}
	doc := markup.FromStart(decode.Text(in.Bytes, decode.Declared(in.MediaType, in.Bytes)))
	res := parsers[formatOf(in, doc)](in, doc)
	for i := range res.Reports {
		identify(&res.Reports[i], in)
	}
	return res
}
