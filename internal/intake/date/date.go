// Package date reads the publication dates of feeds, pages and records.
package date

import (
	"strconv"
	"strings"
	"time"
)

// layouts are the forms in which metadata gives dates. Those with a zone come
// first; one without is taken as UTC, as feeds and records mostly are.
var layouts = []string{
	time.RFC3339Nano, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04Z0700", "20060102T150405Z0700", "20060102T150405Z07:00",
	"2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 Z07:00", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05 MST",
	time.RFC1123Z, time.RFC1123, time.RFC822Z, time.RFC822, time.RFC850, time.ANSIC, time.UnixDate, time.RubyDate,
	"Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST", "Mon, 2 Jan 2006 15:04:05 Z", "Mon, 2 Jan 2006 15:04 -0700", "Mon, 2 Jan 2006 15:04 MST", "Mon, 2 Jan 06 15:04:05 -0700", "Mon, 2 Jan 06 15:04:05 MST",
	"2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04:05 MST", "2 Jan 2006 15:04 MST", "Mon Jan 2 15:04:05 2006", "Mon, 2 January 2006 15:04:05 -0700", "Monday, 2 January 2006 15:04:05 MST",
	"January 2, 2006 15:04 MST", "January 2, 2006 3:04 PM MST", "Jan 2, 2006 3:04 PM MST",
	"2006-01-02T15:04:05.999999999", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04", "20060102T150405", "Mon, 2 Jan 2006 15:04:05", "2 Jan 2006 15:04:05", "January 2, 2006 3:04 PM",
}

// days are the forms of a day without a time.
var days = []string{time.DateOnly, "20060102", "2006/01/02", "2 January 2006", "2 Jan 2006", "January 2, 2006", "Jan 2, 2006", "Mon, 2 Jan 2006", "2006-1-2"}

// American zones that time.Parse knows by name but not by distance.
var american = strings.NewReplacer(" EST", " -0500", " EDT", " -0400", " CST", " -0600", " CDT", " -0500", " MST", " -0700", " MDT", " -0600", " PST", " -0800", " PDT", " -0700", " UT", " +0000", " GMT", " +0000", " Z", " +0000", " BST", " +0100", " CET", " +0100", " CEST", " +0200", " UTC", " +0000")

// Years that a report can be from. A feed that says 0001 or 9999 does not know.
const firstYear, lastYear = 1800, 2199

// Parse returns a date of metadata as RFC 3339 in UTC, or as a date where it
// has no time. It is "" for what cannot be read or cannot be: year 0, the 30th
// of February. A time of midnight without a zone is a date.
func Parse(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if s == "" || len(s) > 64 {
		return ""
	}
	if out := unix(s); out != "" {
		return out
	}
	for _, form := range days {
		if t, err := time.Parse(form, s); err == nil {
			return within(t, time.DateOnly)
		}
	}
	zoned := american.Replace(s)
	for _, form := range layouts {
		t, err := time.Parse(form, zoned)
		if err != nil {
			continue
		}
		if bare := !strings.ContainsAny(form, "Z") && !strings.Contains(form, "MST") && !strings.Contains(form, "-0700"); bare && t.Hour()+t.Minute()+t.Second() == 0 {
			return within(t, time.DateOnly)
		}
		return within(t.UTC(), time.RFC3339)
	}
	return ""
}

// within writes a time whose year can be.
func within(t time.Time, form string) string {
	if t.Year() < firstYear || t.Year() > lastYear {
		return ""
	}
	return t.Format(form)
}

// unix reads seconds or milliseconds since 1970, from 1973 on: a shorter number
// is no time.
func unix(s string) string {
	n, err := strconv.ParseInt(s, 10, 64)
	switch {
	case err != nil || n < 100_000_000 || len(s) == 8:
		return ""
	case n > 100_000_000_000:
		return within(time.UnixMilli(n).UTC(), time.RFC3339)
	}
	return within(time.Unix(n, 0).UTC(), time.RFC3339)
}
