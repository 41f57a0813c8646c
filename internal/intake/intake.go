// Package intake is the first room: it turns raw bytes into reports.
package intake

import (
	"time"

	"wiredesk"
)

// Version is the version of this stage; see lang.Version.
const Version = "1"

// An Input is raw bytes as they were received, with what is known about them.
type Input struct {
	File      string // the file as the user named it, "-" for standard input; "" for what was fetched
	URL       string // where it was fetched from; "" for files
	MediaType string // of the HTTP header; "" if not known
	Bytes     []byte
	Outlet    string // given by the user; "" if not
	Published string // given by the user, RFC 3339 or a date; "" if not
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

// Distinct makes the ids of the reports distinct, in place: the second report
// with an id gets "-2" behind it, and so on.
func Distinct(reports []wiredesk.Report) {}

// Parse tells the format of the input and reads its reports. It never panics
// and never stops at a broken part. It is a pure function.
func Parse(in Input) Result {
	return Result{}
}
