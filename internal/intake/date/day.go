package date

import (
	_ "embed"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"wiredesk/internal/lexicon"
)

//go:embed lexicon/months.txt
var monthsFile []byte

//go:embed lexicon/othermonths.txt
var otherMonthsFile []byte

// months gives the number of a month by its English name in lower case.
var months = sync.OnceValue(func() map[string]int { return monthNames(monthsFile) })

// otherMonths gives the number of a month by its name in other languages.
var otherMonths = sync.OnceValue(func() map[string]int { return monthNames(otherMonthsFile) })

// monthNames reads a list of months.
func monthNames(file []byte) map[string]int {
	out := map[string]int{}
	for _, e := range lexicon.Parse(file) {
		n, _ := strconv.Atoi(e[0])
		for _, name := range strings.Split(e.Field(1), "|") {
			out[name] = n
		}
	}
	return out
}

// MonthForm matches a month's English name.
var MonthForm = sync.OnceValue(func() string {
	names := make([]string, 0, len(months()))
	for n := range months() {
		names = append(names, n)
	}
	slices.SortFunc(names, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	return `(?i:` + strings.Join(names, "|") + `)`
})

// WeekdayForm matches the names of the days.
const WeekdayForm = `(?:(?i:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?i:day)?\.?)`

// The forms of a day. In those with a name, group 3 is the year.
var (
	isoForm  = lazy(`\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,]+|\b)`)
	dmyForm  = lazy(`\b(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})\b`)
	MonthDay = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(` + MonthForm() + `)\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b(?:\s*,?\s*(\d{4})\b)?`)
	})
	DayMonth = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`\b(\d{1,2})(?:st|nd|rd|th)?(?:\s+of\s+|[\s-]+)(` + MonthForm() + `)\.?(?:\s*,?[\s-]*(\d{4})\b)?`)
	})
)

// A Day is a day as printed; the year may be 0.
type Day struct{ Year, Month, Day int }

// CutDay takes the date out of words and returns what is left of them; ok is
// false where they hold none. The day is zero where nobody can tell which it
// is: 03/04/2012.
func CutDay(words string) (d Day, rest string, ok bool) {
	if m := isoForm().FindStringSubmatchIndex(words); m != nil {
		return Day{number(words, m, 1), number(words, m, 2), number(words, m, 3)}, words[:m[0]] + " " + words[m[1]:], true
	}
	if m := MonthDay().FindStringSubmatchIndex(words); m != nil {
		return Day{number(words, m, 3), months()[strings.ToLower(words[m[2]:m[3]])], number(words, m, 2)}, words[:m[0]] + " " + words[m[1]:], true
	}
	if m := DayMonth().FindStringSubmatchIndex(words); m != nil {
		return Day{number(words, m, 3), months()[strings.ToLower(words[m[4]:m[5]])], number(words, m, 1)}, words[:m[0]] + " " + words[m[1]:], true
	}
	m := dmyForm().FindStringSubmatchIndex(words)
	if m == nil {
		return Day{}, words, false
	}
	a, b, y := number(words, m, 1), number(words, m, 3), number(words, m, 4)
	rest = words[:m[0]] + " " + words[m[1]:]
	switch {
	case a > 12 || words[m[4]:m[5]] == ".":
		return Day{y, b, a}, rest, true
	case b > 12, a == b:
		return Day{y, a, b}, rest, true
	}
	return Day{}, rest, true
}

// number returns group n of a match as a number, 0 if it did not take part.
func number(words string, m []int, n int) int {
	if m[2*n] < 0 {
		return 0
	}
	v, _ := strconv.Atoi(words[m[2*n]:m[2*n+1]])
	return v
}

// Valid reports whether the day exists and a report may be from it.
func (d Day) Valid() bool {
	if d.Year < firstYear || d.Year > lastYear || d.Month < 1 || d.Month > 12 || d.Day < 1 {
		return false
	}
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Day() == d.Day
}

// Near makes a day without a year whole: the one nearest to a day or time that
// is known. It returns the zero day where there is none.
func (d Day) Near(known string) Day {
	if d.Year != 0 || len(known) < len(time.DateOnly) {
		return d
	}
	at, err := time.Parse(time.DateOnly, known[:len(time.DateOnly)])
	if err != nil {
		return Day{}
	}
	const halfYear = 183 * 24 * time.Hour
	d.Year = at.Year()
	switch apart := time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Sub(at); {
	case apart > halfYear:
		d.Year--
	case apart < -halfYear:
		d.Year++
	}
	return d
}
