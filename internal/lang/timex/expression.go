package timex

import (
	"time"

	"wiredesk"
)

// An op says how an expression is resolved.
type op int

// The ops.
const (
	opNone        op = iota // not tied to the calendar: durations, sets, "recently"
	opDate                  // year, month and day as far as given
	opWeekday               // a weekday, with n = -1 for "last", 1 for "next", 0 without
	opDay                   // n days from the anchor: "yesterday"
	opAround                // the unit that holds the anchor, moved by n: "last month", "three weeks ago"
	opWindow                // n units that end (n < 0) or begin (n > 0) at the anchor: "the last five days"
	opShift                 // like opAround, from the last date of the text: "two days later"
	opSame                  // the last date of the text itself: "that day"
	opPeriod                // a value that is known by itself: "the 1990s", "2012"
	opMonthOf               // a month of the last, this or the next year
	opWeekend               // the weekend
	opSeason                // a season, with n like opWeekday, in year if given
	opQuarter               // a quarter, in year if given
	opHalf                  // a half of a year, in year if given
	opHoliday               // a holiday, with n like opWeekday, in year if given
	opClock                 // a time of day
	opNextMonth             // the month of that name behind (n > 0) or before the last date of the text
	opNextWeekday           // the same for a weekday
	opRange                 // from this expression to until
	opNthOfMonth            // the n-th day, or weekday where whole is a week, of the month until
)

// An expression is a time expression of the text, first as it is read, then
// with what it resolves to.
type expression struct {
	first, last int // tokens [first, last)
	kind        wiredesk.TimeKind
	op          op
	rule        string
	n           int
	unit        unit
	y, m, d     int // 0 where not given
	weekday     time.Weekday
	until       *expression // for opRange and opNthOfMonth
	holiday     holiday     // for opHoliday
	whole       unit        // "week": the week of the day is meant
	back        int         // days before what the rest says: 1 for "on the eve of"
	clock       string      // "T21:30" or ""
	part        string      // the part of the day as TIMEX3 writes it: "MO", "NI"; or ""
	fraction    string      // of a length, behind the point of n
	often       string      // the value of a set as TIMEX3 writes it

	value  period    // what it resolved to; zero if unknown
	anchor time.Time // what it was counted from; zero for explicit dates
}

// dated reports whether the expression names one day of the calendar.
func (e *expression) dated() bool {
	return e.value.known() && e.value.from.Equal(e.value.to)
}
