package desk

import (
	"time"

	"wiredesk"
)

// comparePublished orders publication times, unknown ones last. A date without
// a time stands at its beginning, in UTC.
func comparePublished(a, b wiredesk.Optional) int {
	x, y := moment(a), moment(b)
	switch {
	case x.IsZero() && y.IsZero():
		return 0
	case x.IsZero():
		return 1
	case y.IsZero():
		return -1
	}
	return x.Compare(y)
}

// moment reads a publication time; it is zero for one that is unknown.
func moment(published wiredesk.Optional) time.Time {
	for _, form := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(form, string(published)); err == nil {
			return t
		}
	}
	return time.Time{}
}
