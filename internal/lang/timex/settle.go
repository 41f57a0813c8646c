package timex

import (
	"strings"
	"time"
)

// settle resolves one expression against the day from which it is counted and
// the last date of the text. Where the day is unknown, so is the value of a
// relative expression.
func (d *document) settle(e *expression, from time.Time, last narrated) {
	known := !from.IsZero()
	switch e.op {
	case opPeriod:
		return
	case opDate:
		d.settleDate(e, from)
	case opRange:
		d.settleRange(e, from)
	case opNthOfMonth:
		d.settleNth(e, from, last)
	case opShift, opSame:
		settleShift(e, from, d.counted(e, last))
	case opNextMonth, opNextWeekday:
		settleNext(e, from, last.of(month))
	case opQuarter:
		if known || e.y != 0 {
			d.settleQuarter(e, from, 3)
		}
	case opHalf:
		if known || e.y != 0 {
			d.settleQuarter(e, from, 6)
		}
	case opHoliday:
		d.settleHoliday(e, from)
	}
	if !known {
		return
	}
	switch e.op {
	case opWeekday:
		e.anchor, e.value = from, single(d.weekday(e, from).AddDate(0, 0, -e.back))
		e.widen()
	case opDay:
		e.anchor, e.value = from, single(from.AddDate(0, 0, e.n))
		if e.rule == "overnight" {
			e.value = period{from.AddDate(0, 0, -1), from}
		}
	case opMonthOf:
		e.anchor, e.value = from, around(date(from.Year()+e.n, time.Month(e.m), 1), month, 0)
	case opAround:
		e.anchor, e.value = from, around(from, e.unit, e.n)
	case opWeekend:
		e.anchor, e.value = from, d.weekend(e, from)
	case opWindow:
		e.anchor, e.value = from, window(from, e.unit, e.n)
	case opSeason:
		e.anchor, e.value = from, d.season(e, from)
	}
}

// weekday returns the day that a weekday means, seen from another: the last
// one, that day included, or the next one where the clause lies ahead.
func (d *document) weekday(e *expression, from time.Time) time.Time {
	back := (int(from.Weekday()) - int(e.weekday) + 7) % 7
	forward := (7 - back) % 7
	switch {
	case e.n < 0:
		if back == 0 {
			back = 7
		}
		return from.AddDate(0, 0, -back)
	case e.n > 0:
		if forward == 0 {
			forward = 7
		}
		return from.AddDate(0, 0, forward)
	case e.rule == "this-weekday":
		return around(from, week, 0).from.AddDate(0, 0, (int(e.weekday)+6)%7)
	case d.ahead(e):
		e.rule = "weekday-next" + suffix(e.rule, "weekday")
		return from.AddDate(0, 0, forward)
	}
	e.rule = "weekday-past" + suffix(e.rule, "weekday")
	return from.AddDate(0, 0, -back)
}

// suffix returns what a rule has behind its name: "-early".
func suffix(rule, name string) string {
	if len(rule) > len(name) && rule[:len(name)] == name {
		return rule[len(name):]
	}
	return ""
}

// window returns n units that end at the day (n < 0) or begin behind it.
func window(from time.Time, u unit, n int) period {
	if u == hour || u == minute || u == second {
		return hours(from, u, n)
	}
	if n < 0 {
		return period{move(from, u, n).AddDate(0, 0, 1), from}
	}
	return period{from.AddDate(0, 0, 1), move(from, u, n)}
}

// hours returns the days that n hours, or shorter units, before or after the
// day can reach into.
func hours(from time.Time, u unit, n int) period {
	const perDay = 24
	days := 0
	if u == hour {
		days = n / perDay
	}
	other := from.AddDate(0, 0, days)
	if other.Before(from) {
		return period{other, from}
	}
	return period{from, other}
}

// settleDate completes a date of the calendar with its year.
func (d *document) settleDate(e *expression, from time.Time) {
	y := e.y
	if y == 0 {
		if from.IsZero() {
			return
		}
		e.anchor = from
		if e.m == 0 {
			d.settleDayOfMonth(e, from)
			return
		}
		y = d.yearOf(e, from)
	}
	if e.d == 0 {
		first := date(y, time.Month(e.m), 1)
		e.value = period{first, first.AddDate(0, 1, -1)}
		return
	}
	if valid(y, e.m, e.d) {
		e.value = single(date(y, time.Month(e.m), e.d).AddDate(0, 0, -e.back))
		e.widen()
	}
}

// settleDayOfMonth resolves "the 14th": the last day of that number, or the
// next one where the clause lies ahead.
func (d *document) settleDayOfMonth(e *expression, from time.Time) {
	first := date(from.Year(), from.Month(), 1)
	switch ahead := d.ahead(e); {
	case ahead && e.d < from.Day():
		first = first.AddDate(0, 1, 0)
	case !ahead && e.d > from.Day():
		first = first.AddDate(0, -1, 0)
	}
	if valid(first.Year(), int(first.Month()), e.d) {
		e.value = single(first.AddDate(0, 0, e.d-1))
	}
}

// widen makes of the day of "the week of Nov. 6" its week.
func (e *expression) widen() {
	if e.whole == week {
		e.value = around(e.value.from, week, 0)
	}
}

// maxAhead is how many days a date without year may lie ahead, without a verb
// that says so, before last year's is meant: reports of late December name
// days of January.
const maxAhead = 7

// maxBehind is how many days a date without year may lie behind in a clause that
// lies ahead: "will be charged with the Aug. 19 shooting". Who means a day ten
// months ahead gives its year.
const maxBehind = 60

// maxOpen is the same where no verb says whether the date lies behind or ahead.
const maxOpen = 120

// maxEver is the same whatever the verb: early in January the end of December
// is last year's.
const maxEver = 300

// yearOf returns the year of a date that is printed without one: the last
// such date, or the next one where the clause lies ahead.
func (d *document) yearOf(e *expression, from time.Time) int {
	at := date(from.Year(), time.Month(e.m), max(e.d, 1))
	days := int(at.Sub(from).Hours() / 24)
	switch {
	case e.n < 0:
		if days >= 0 || e.d == 0 && at.Month() == from.Month() {
			return from.Year() - 1
		}
	case e.n > 0:
		if days <= 0 {
			return from.Year() + 1
		}
	case e.rule == "this-month":
	case days > maxEver && !d.planned(d.sentenceOf(e.first), e.first):
		return from.Year() - 1
	case d.ahead(e):
		if days < -maxBehind && !(e.d == 0 && at.Month() == from.Month()) {
			return from.Year() + 1
		}
	case days > maxAhead && (d.past(e) || days > maxOpen):
		return from.Year() - 1
	case days < -365+maxAhead:
		return from.Year() + 1
	}
	return from.Year()
}

// settleRange resolves both ends; the first takes what it lacks from the
// second.
func (d *document) settleRange(e *expression, from time.Time) {
	u := *e.until
	switch e.unit {
	case year:
		e.value = period{e.value.from, u.value.to}
		return
	case week:
		if from.IsZero() {
			return
		}
		e.anchor = from
		u.first, u.last = e.first, e.last
		first := expression{first: e.first, weekday: e.weekday, rule: "weekday"}
		end := d.weekday(&u, from)
		start := d.weekday(&first, end)
		if start.After(end) {
			start = start.AddDate(0, 0, -7)
		}
		e.value = period{start, end}
		return
	}
	u.first = e.first
	d.settleDate(&u, from)
	if !u.value.known() {
		return
	}
	e.anchor = u.anchor
	y := e.y
	if y == 0 {
		y = u.value.from.Year()
		if e.m > u.m {
			y--
		}
	}
	first := expression{y: y, m: e.m, d: e.d}
	d.settleDate(&first, from)
	if first.value.known() && !first.value.from.After(u.value.to) {
		e.value = period{first.value.from, u.value.to}
	}
}

// counted returns the last date of the text that an expression counts from: for
// what has happened a day that has come, unless "that day" or "the same day"
// point to the last one. Hours and minutes go on from a day long past only where
// that was spoken of just before.
func (d *document) counted(e *expression, last narrated) period {
	pointed := strings.EqualFold(d.word(e.first), "that") || strings.EqualFold(d.word(min(e.first+1, len(d.tokens)-1)), "same")
	if e.op == opSame && e.unit == day && last.past.known() && !pointed && !d.ahead(e) {
		return last.past
	}
	switch e.unit {
	case hour, minute, second:
		if last.day.known() && e.first-last.at > maxHourly && last.day.from.Before(d.anchor.published.AddDate(0, -1, 0)) {
			return period{}
		}
	}
	return last.of(e.unit)
}

// maxHourly is how many tokens behind a day of more than a month ago hours are
// still counted from it.
const maxHourly = 60

// settleShift counts from the last date of the text, or from the anchor
// where it has given none.
func settleShift(e *expression, from time.Time, last period) {
	if !last.known() {
		if from.IsZero() {
			return
		}
		last = single(from)
	}
	e.anchor = last.from
	if e.op == opSame {
		e.value = around(last.from, e.unit, 0)
		return
	}
	base := last.from
	if e.n > 0 {
		base = last.to
	}
	if e.unit == year && calendarQuarter(last) {
		// "a year earlier" behind a quarter is that quarter.
		e.value = around(base, quarter, 4*e.n)
		return
	}
	e.value = around(base, e.unit, e.n)
}

// settleNext finds the month or weekday of that name next to the last date of
// the text, or to the anchor where it has given none.
func settleNext(e *expression, from time.Time, last period) {
	if !last.known() {
		if from.IsZero() {
			return
		}
		last = single(from)
	}
	e.anchor = last.from
	if e.op == opNextWeekday {
		days := (int(e.weekday)-int(last.from.Weekday())+7*e.n+6)%7 + 1
		if e.n < 0 {
			days = -((int(last.from.Weekday())-int(e.weekday)+6)%7 + 1)
		}
		e.value = single(last.from.AddDate(0, 0, days))
		return
	}
	months := (e.m-int(last.from.Month())+11)%12 + 1
	if e.n < 0 {
		months = -((int(last.from.Month())-e.m+11)%12 + 1)
	}
	e.value = around(last.from, month, months)
}

// calendarQuarter reports whether a period is a quarter of a year.
func calendarQuarter(p period) bool { return p == around(p.from, quarter, 0) }

// season returns the season that is meant: the last one whose beginning lies
// behind, or the next one where the clause lies ahead.
func (d *document) season(e *expression, from time.Time) period {
	p := seasonOf(from.Year(), e.m)
	switch {
	case e.n < 0:
		for !p.to.Before(from) {
			p = seasonOf(p.from.Year()-1, e.m)
		}
	case e.n > 0:
		for !p.from.After(from) {
			p = seasonOf(p.from.Year()+1, e.m)
		}
	case e.rule == "this-season" || d.ahead(e):
		if p.to.Before(from) && d.ahead(e) {
			p = seasonOf(from.Year()+1, e.m)
		}
	case p.from.After(from):
		p = seasonOf(from.Year()-1, e.m)
	}
	return p
}

// weekend returns the weekend that has begun last, or the next one where the
// clause lies ahead.
func (d *document) weekend(e *expression, from time.Time) period {
	p := around(from, weekend, 0)
	if p.from.After(from) && !d.ahead(e) {
		return around(from, weekend, -1)
	}
	return p
}

// settleQuarter resolves a quarter or half, of so many months: of its year if
// given, else the last one that has begun.
func (d *document) settleQuarter(e *expression, from time.Time, months int) {
	start := time.Month(months*(e.m-1) + 1)
	y := e.y
	if y == 0 {
		y = from.Year() + e.n
		e.anchor = from
		if !strings.HasSuffix(e.rule, "-of-year") && date(y, start, 1).After(from) && !d.ahead(e) {
			y--
		}
	}
	first := date(y, start, 1)
	e.value = period{first, first.AddDate(0, months, -1)}
}

// settleHoliday resolves a holiday: of its year if given, else the one that a
// date without year would mean.
func (d *document) settleHoliday(e *expression, from time.Time) {
	y := e.y
	if y == 0 {
		if from.IsZero() {
			return
		}
		e.anchor = from
		at := e.holiday.in(from.Year())
		if e.rule == "this-holiday" {
			y = from.Year()
		} else {
			y = d.yearOf(&expression{first: e.first, last: e.last, rule: e.rule, n: e.n, m: int(at.Month()), d: at.Day()}, from)
		}
	}
	e.value = single(e.holiday.in(y).AddDate(0, 0, -e.back))
}
