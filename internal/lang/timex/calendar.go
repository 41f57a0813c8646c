package timex

import (
	"time"
)

// A unit is a unit of the calendar or the clock.
type unit string

// The units.
const (
	second    unit = "second"
	minute    unit = "minute"
	hour      unit = "hour"
	day       unit = "day"
	night     unit = "night"
	week      unit = "week"
	weekend   unit = "weekend"
	fortnight unit = "fortnight"
	month     unit = "month"
	quarter   unit = "quarter"
	season    unit = "season"
	year      unit = "year"
	decade    unit = "decade"
	century   unit = "century"
)

// A period is a run of whole days, inclusive; the zero period is unknown.
type period struct {
	from, to time.Time
}

func (p period) known() bool { return !p.from.IsZero() }

// single returns the period of one day.
func single(t time.Time) period { return period{t, t} }

// date returns midnight UTC of a day; UTC stands for the place's own time.
func date(year int, m time.Month, day int) time.Time {
	return time.Date(year, m, day, 0, 0, 0, 0, time.UTC)
}

// valid reports whether the day exists in the calendar.
func valid(y, m, d int) bool {
	if y < 1 || y > 9999 || m < 1 || m > 12 || d < 1 {
		return false
	}
	return date(y, time.Month(m), d).Day() == d
}

// parseDate reads the date at the beginning of an RFC 3339 time or date.
func parseDate(s string) time.Time {
	if len(s) < len(time.DateOnly) {
		return time.Time{}
	}
	t, err := time.Parse(time.DateOnly, s[:len(time.DateOnly)])
	if err != nil {
		return time.Time{}
	}
	return t
}

// around returns the period of the unit that holds the day, moved by n units:
// n = -1 is the one before. Weeks begin on Monday (ISO 8601).
func around(t time.Time, u unit, n int) period {
	switch u {
	case week:
		monday := t.AddDate(0, 0, -(int(t.Weekday())+6)%7+7*n)
		return period{monday, monday.AddDate(0, 0, 6)}
	case fortnight:
		p := around(t, week, 2*n)
		return period{p.from, p.to}
	case weekend:
		saturday := around(t, week, n).from.AddDate(0, 0, 5)
		return period{saturday, saturday.AddDate(0, 0, 1)}
	case month:
		first := date(t.Year(), t.Month()+time.Month(n), 1)
		return period{first, first.AddDate(0, 1, -1)}
	case quarter:
		first := date(t.Year(), (t.Month()-1)/3*3+1+time.Month(3*n), 1)
		return period{first, first.AddDate(0, 3, -1)}
	case year:
		return period{date(t.Year()+n, 1, 1), date(t.Year()+n, 12, 31)}
	case decade:
		y := t.Year()/10*10 + 10*n
		return period{date(y, 1, 1), date(y+9, 12, 31)}
	case century:
		y := (t.Year()-1)/100*100 + 1 + 100*n
		return period{date(y, 1, 1), date(y+99, 12, 31)}
	case hour, minute, second:
		return single(t)
	}
	return single(t.AddDate(0, 0, n))
}

// move returns the day that lies n units away. Months and years keep the day
// of the month, cut to the month's last.
func move(t time.Time, u unit, n int) time.Time {
	switch u {
	case week:
		return t.AddDate(0, 0, 7*n)
	case fortnight:
		return t.AddDate(0, 0, 14*n)
	case month:
		return moveMonths(t, n)
	case quarter:
		return moveMonths(t, 3*n)
	case year:
		return moveMonths(t, 12*n)
	case decade:
		return moveMonths(t, 120*n)
	case century:
		return moveMonths(t, 1200*n)
	case hour, minute, second:
		return t
	}
	return t.AddDate(0, 0, n)
}

func moveMonths(t time.Time, n int) time.Time {
	first := date(t.Year(), t.Month()+time.Month(n), 1)
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(t.Day(), last)-1)
}

// seasonOf returns a season of the northern hemisphere by its months; winter
// begins in the December of its year.
func seasonOf(y, n int) period {
	first := date(y, time.Month(3*n), 1)
	return period{first, first.AddDate(0, 3, -1)}
}

// format writes a day; years outside 0001-9999 are unknown.
func format(t time.Time) string {
	if t.IsZero() || t.Year() < 1 || t.Year() > 9999 {
		return ""
	}
	return t.Format(time.DateOnly)
}
