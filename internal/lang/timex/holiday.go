package timex

import (
	_ "embed"
	"strings"
	"sync"
	"time"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/holidays.txt
var holidaysFile []byte

// A holiday is a day of every year: of a month, a weekday of a month, or
// counted from Easter Sunday.
type holiday struct {
	month, day int          // with day = 0 the weekday counts
	weekday    time.Weekday // the nth of the month; n = -1 is the last
	n          int
	easter     bool // day days after Easter Sunday
}

// holidays maps holidays in lower case to their day.
var holidays = sync.OnceValue(func() map[string]holiday {
	out := map[string]holiday{}
	for _, e := range lexicon.Parse(holidaysFile) {
		if h, ok := holidayFrom(e.Field(1)); ok {
			out[e[0]] = h
		}
	}
	return out
})

// holidayFrom reads the notation of holidays.txt.
func holidayFrom(v string) (holiday, bool) {
	f := strings.Fields(v)
	switch {
	case len(f) == 2 && f[0] == "easter":
		n, ok := number(strings.TrimLeft(f[1], "+-"))
		if f[1][0] == '-' {
			n = -n
		}
		return holiday{easter: true, day: n}, ok
	case len(f) == 3:
		m := calendar()[f[2]]
		n, ok := number(strings.TrimPrefix(f[0], "-"))
		if f[0][0] == '-' {
			n = -n
		}
		return holiday{month: monthOf(m.value), weekday: time.Weekday(monthOf(calendar()[f[1]].value)), n: n}, ok && m.class == "month"
	}
	md, err := time.Parse("01-02", v)
	return holiday{month: int(md.Month()), day: md.Day()}, err == nil
}

// in returns the day of the holiday in a year.
func (h *holiday) in(y int) time.Time {
	switch {
	case h.easter:
		return easterSunday(y).AddDate(0, 0, h.day)
	case h.day != 0:
		return date(y, time.Month(h.month), h.day)
	case h.n < 0:
		last := date(y, time.Month(h.month)+1, 0)
		return last.AddDate(0, 0, -(int(last.Weekday())-int(h.weekday)+7)%7)
	}
	first := date(y, time.Month(h.month), 1)
	return first.AddDate(0, 0, (int(h.weekday)-int(first.Weekday())+7)%7+7*(h.n-1))
}

// easterSunday returns the Western Easter of a year by the anonymous Gregorian
// algorithm (Nature, 1876).
func easterSunday(y int) time.Time {
	a, b, c := y%19, y/100, y%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return date(y, time.Month(n/31), n%31+1)
}

// holiday reads "Christmas Day", "New Year's Eve 2011", "last Thanksgiving".
// As part of a name ("an office Christmas party") it dates nothing.
func (s *scanner) holiday(i int) (expression, bool) {
	k := i
	if s.is(k, "last", "this", "next") {
		k++
	}
	if !s.upper(k) {
		return expression{}, false
	}
	for n := 4; n > 0; n-- {
		parts := make([]string, 0, n)
		for j := k; j < k+n; j++ {
			parts = append(parts, strings.ReplaceAll(s.lower(j), "’", "'"))
		}
		h, ok := holidays()[strings.Join(parts, " ")]
		if !ok {
			continue
		}
		e := expression{first: i, last: k + n, kind: wiredesk.TimeDate, op: opHoliday, rule: "holiday", holiday: h}
		if s.nounAt(e.last) && s.xpos(e.last) != "CD" && s.meaning(e.last).class == "" {
			return e, false
		}
		if k > i {
			e.n, e.rule = map[string]int{"last": -1, "next": 1}[s.lower(i)], s.lower(i)+"-holiday"
		}
		if y, ok := s.yearNumber(s.past(e.last, ",")); ok {
			e.y, e.last = y, s.past(e.last, ",")+1
		}
		return s.withPart(e), true
	}
	return expression{}, false
}
