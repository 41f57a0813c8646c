package timex

import (
	"fmt"
	"strconv"
	"strings"

	"wiredesk"
)

// partNames are the parts of the day as TIMEX3 writes them.
var partNames = map[string]string{
	"morning": "MO", "dawn": "MO", "daybreak": "MO", "sunrise": "MO", "noon": "MI", "midday": "MI", "lunchtime": "MI",
	"afternoon": "AF", "evening": "EV", "dusk": "EV", "sunset": "EV", "nightfall": "EV", "night": "NI", "midnight": "NI",
}

// seasonNames are the seasons as TIMEX3 writes them.
var seasonNames = map[int]string{1: "SP", 2: "SU", 3: "FA", 4: "WI"}

// unitNames are the units as TIMEX3 writes them in a length.
var unitNames = map[unit]string{
	second: "S", minute: "M", hour: "H", day: "D", night: "NI", week: "W", weekend: "WE", month: "M", quarter: "Q",
	season: "SE", year: "Y", decade: "DE", century: "CE",
}

// length writes a number of units: "P3D", "PT10M"; n = 0 without a fraction is
// a number that is not said.
func length(n int, fraction string, u unit) string {
	if u == fortnight {
		n, u = 2*n, week
	}
	if n == 0 && fraction == "5" {
		switch u {
		case hour:
			return "PT30M"
		case day:
			return "PT12H"
		case year:
			return "P6M"
		case decade:
			return "P5Y"
		case century:
			return "P50Y"
		}
	}
	count := strconv.Itoa(n)
	switch {
	case fraction != "":
		count += "." + fraction
	case n == 0:
		count = "X"
	}
	if u == second || u == minute || u == hour {
		return "PT" + count + unitNames[u]
	}
	return "P" + count + unitNames[u]
}

// timex3 writes what the expression means the way TIMEX3 does; "" where it
// can't be said.
func (e *expression) timex3() string {
	switch {
	case e.often != "":
		return e.often
	case e.kind == wiredesk.TimeDuration || e.op == opWindow || e.kind == wiredesk.TimeRange && e.op == opNone:
		return length(max(e.n, -e.n), e.fraction, e.unit)
	case e.op == opNone && strings.Contains(e.rule, "ago"), e.op == opNone && strings.Contains(e.rule, "earlier"):
		return pastRef
	case e.op == opNone && strings.Contains(e.rule, "later"), e.op == opNone && strings.Contains(e.rule, "ahead"):
		return futureRef
	case !e.value.known():
		return ""
	case e.rule == "range":
		return calendarValue(single(e.value.from)) + "/" + calendarValue(single(e.value.to))
	}
	v := calendarValue(e.value)
	switch {
	case e.clock != "":
		v = format(e.value.from) + e.clock
	case e.part != "":
		v = format(e.value.from) + "T" + e.part
	}
	return v
}

// calendarValue writes a period as the unit of the calendar that it is: a day,
// week, weekend, month, season, quarter, half, year, decade or century; other
// periods as their two days.
func calendarValue(p period) string {
	y, m, d := p.from.Date()
	last := p.to.AddDate(0, 0, 1) // the day behind
	first := d == 1 && last.Day() == 1
	months := 0
	if first {
		months = 12*(last.Year()-y) + int(last.Month()) - int(m)
	}
	iso, number := p.from.ISOWeek()
	switch {
	case p.from.Equal(p.to):
		return format(p.from)
	case p.from.Equal(around(p.from, week, 0).from) && p.to.Equal(p.from.AddDate(0, 0, 6)):
		return fmt.Sprintf("%04d-W%02d", iso, number)
	case p == around(p.from, weekend, 0):
		return fmt.Sprintf("%04d-W%02d-WE", iso, number)
	case months == 1:
		return fmt.Sprintf("%04d-%02d", y, m)
	case months == 3 && m%3 == 0:
		return fmt.Sprintf("%04d-%s", y, seasonNames[int(m)/3])
	case months == 3 && m%3 == 1:
		return fmt.Sprintf("%04d-Q%d", y, (m+2)/3)
	case months == 6 && m%6 == 1:
		return fmt.Sprintf("%04d-H%d", y, (m+5)/6)
	case months == 12 && m == 1:
		return fmt.Sprintf("%04d", y)
	case months == 120 && m == 1 && y%10 == 0:
		return fmt.Sprintf("%03d", y/10)
	case months == 1200 && m == 1:
		return fmt.Sprintf("%02d", y/100)
	}
	return format(p.from) + "/" + format(p.to)
}
