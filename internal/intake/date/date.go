// Package date reads dates of publication: those of feeds, pages and records,
// and, by its parts, those that are printed in a text. Names of months and
// zones stand in its lexicon, once.
package date

import (
	"strconv"
	"strings"
	"time"

	"wiredesk"
	"wiredesk/internal/intake/pattern"
)

// layouts are the forms in which machines write dates. One without a zone is
// taken as UTC, as feeds and records mostly are.
var layouts = []string{
	time.RFC3339Nano, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04:05 Z0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04Z0700", "20060102T150405Z0700", "20060102T150405Z07:00", "2006-01-02T15Z07:00",
	"2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 Z07:00", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05Z0700",
	time.RFC1123Z, time.RFC822Z, time.RFC850, time.ANSIC, time.RubyDate, "Mon Jan 2 15:04:05 -0700 2006",
	"Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04 -0700", "Mon, 2 Jan 06 15:04:05 -0700",
	"Monday, 02-Jan-06 15:04:05 -0700", "02-Jan-06 15:04:05 -0700", "2 Jan 06 15:04:05 -0700",
	"2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04 -0700", "Mon Jan 2 15:04:05 2006", "Mon, 2 January 2006 15:04:05 -0700", "Monday, 2 January 2006 15:04:05 -0700",
	"2006-01-02T15:04:05.999999999", "2006-01-02T15:04", "2006-01-02 15:04:05.999999999", "2006-01-02 15:04", "20060102T150405", "20060102150405", "Mon, 2 Jan 2006 15:04:05", "2 Jan 2006 15:04:05",
}

// days are the forms of a day without a time.
var days = []string{time.DateOnly, "20060102", "2006/01/02", "2006-002", "2006002", "2 January 2006", "2 Jan 2006", "January 2, 2006", "Jan 2, 2006", "Mon, 2 Jan 2006", "2006-1-2", "02-Jan-06"}

// Years that a report can be from. A feed that says 0001 or 9999 does not know.
const firstYear, lastYear = 1800, 2199

// Parse returns a date of metadata as RFC 3339 in UTC, or as a date where it
// has no time. It is "" for what cannot be read or cannot be: year 0, the 30th
// of February. A time of midnight without a zone is a date.
func Parse(s string) string { return UTC(Local(s)) }

// UTC turns a time in RFC 3339 to UTC and leaves a date as it is. It is "" for
// anything else.
func UTC(value string) string {
	if t, err := time.Parse(time.RFC3339, value); err == nil {
		return within(t.UTC(), time.RFC3339)
	}
	if _, err := time.Parse(time.DateOnly, value); err != nil {
		return ""
	}
	return value
}

// First returns the first of the values that reads as a date, in the form of
// Local. Where that is a day alone, the first time on that day counts.
func First(values ...string) string {
	day := ""
	for _, v := range values {
		switch d := Local(v); {
		case d == "":
		case day == "" && len(d) > len(time.DateOnly), day != "" && len(d) > len(day) && strings.HasPrefix(d, day):
			return d
		case day == "":
			day = d
		}
	}
	return day
}

// Published returns when a report was published, by a date or time in the form
// of Local. The day at the place of publication is kept where it is another
// than that in UTC.
func Published(local string, from wiredesk.PublishedFrom) wiredesk.Published {
	p := wiredesk.Published{Value: wiredesk.Optional(UTC(local)), From: from}
	if p.Value == "" {
		return wiredesk.Published{From: wiredesk.Unknown}
	}
	if day := local[:len(time.DateOnly)]; !strings.HasPrefix(string(p.Value), day) {
		p.Day = wiredesk.Optional(day)
	}
	return p
}

// eastern writes a day in Chinese, Japanese or Korean as numbers.
var eastern = strings.NewReplacer("年", "-", "月", "-", "日", " ", "년 ", "-", "월 ", "-", "년", "-", "월", "-", "일", " ")

// Local is Parse with the zone as given: RFC 3339, or a date where there is no
// time.
func Local(s string) string {
	s = strings.Trim(strings.Join(strings.Fields(eastern.Replace(s)), " "), `"'`)
	if s == "" || len(s) > 64 || !strings.ContainsAny(s, "0123456789") {
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
	zoned := numbered(s)
	for _, form := range layouts {
		t, err := time.Parse(form, zoned)
		if err != nil {
			continue
		}
		if bare := !strings.Contains(form, "Z0") && !strings.Contains(form, "-0700"); bare && t.Hour()+t.Minute()+t.Second() == 0 {
			return within(t, time.DateOnly)
		}
		return within(t, time.RFC3339)
	}
	return written(s)
}

var (
	zoneAtEnd  = lazy(` \(?([A-Z]{1,5})\)?( \d{4})?$`)
	labelForm  = lazy(`(?i)^(?:(?:first |last |originally )?(?:published|updated|posted|modified|issued|created|filed|release[d]?)(?: (?:on|at))?|date|on)\s*:?\s+`)
	weekday    = lazy(`(?i)^\pL{2,12}\.?,\s*|\b` + WeekdayForm + `(?:,|\b)`)
	foreignDay = lazy(`(\d{1,2})\.?\s*(?:de\s+|-)?(\pL{3,12})\.?\s*(?:de\s+|-|,\s*)?(\d{4})`)
	weekForm   = lazy(`^(\d{4})-?W(\d{2})(?:-?([1-7]))?$`)
	leftOver   = lazy(`(?i)^(?:[\s,.;:|()/–—-]|\bat\b|\bon\b|\bthe\b|\buhr\b|\bh\b|\blocal time\b|\b[A-Z]\w+/[A-Z]\w+\b)*$`)
)

// numbered writes the name of a zone at the end as a number.
func numbered(s string) string {
	m := zoneAtEnd().FindStringSubmatchIndex(s)
	if m == nil {
		return s
	}
	minutes, err := strconv.Atoi(zones()[s[m[2]:m[3]]])
	if err != nil {
		return s
	}
	year := ""
	if m[4] >= 0 {
		year = s[m[4]:m[5]]
	}
	return s[:m[0]] + time.Date(2000, 1, 1, 0, 0, 0, 0, time.FixedZone("", 60*minutes)).Format(" -0700") + year
}

// written reads a date as people and the templates of sites write it: a day
// with a month's name or in numbers, and a time, in any order.
func written(s string) string {
	if m := weekForm().FindStringSubmatch(s); m != nil {
		return ofWeek(m)
	}
	rest := weekday().ReplaceAllString(labelForm().ReplaceAllString(s, ""), " ")
	d, rest, ok := CutDay(rest)
	if !ok {
		d, rest, ok = cutForeign(rest)
	}
	if !ok {
		return ""
	}
	c, rest := CutClock(rest)
	if !leftOver().MatchString(rest) {
		return ""
	}
	return Join(d, c)
}

// cutForeign takes out a day whose month is named in another language.
func cutForeign(words string) (Day, string, bool) {
	m := foreignDay().FindStringSubmatchIndex(words)
	if m == nil {
		return Day{}, words, false
	}
	month := otherMonths()[strings.ToLower(words[m[4]:m[5]])]
	if month == 0 {
		return Day{}, words, false
	}
	return Day{number(words, m, 3), month, number(words, m, 1)}, words[:m[0]] + " " + words[m[1]:], true
}

// ofWeek returns the day of a week as ISO 8601 counts them, its Monday where no
// day is named.
func ofWeek(m []string) string {
	year, _ := strconv.Atoi(m[1])
	week, _ := strconv.Atoi(m[2])
	day := 1
	if m[3] != "" {
		day, _ = strconv.Atoi(m[3])
	}
	fourth := time.Date(year, 1, 4, 0, 0, 0, 0, time.UTC) // always in week 1
	monday := fourth.AddDate(0, 0, -(int(fourth.Weekday())+6)%7)
	if week < 1 || week > 53 {
		return ""
	}
	return within(monday.AddDate(0, 0, 7*(week-1)+day-1), time.DateOnly)
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
	case err != nil || n < 100_000_000 || len(s) == 8 || len(s) == 14:
		return ""
	case n > 100_000_000_000:
		return within(time.UnixMilli(n).UTC(), time.RFC3339)
	}
	return within(time.Unix(n, 0).UTC(), time.RFC3339)
}

// lazy compiles an expression when it is first used.
var lazy = pattern.Lazy
