package text

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/months.txt
var monthsFile []byte

//go:embed lexicon/zones.txt
var zonesFile []byte

// months gives the number of a month by its name in lower case.
var months = sync.OnceValue(func() map[string]int {
	out := map[string]int{}
	for _, e := range lexicon.Parse(monthsFile) {
		n, _ := strconv.Atoi(e[0])
		for _, name := range strings.Split(e.Field(1), "|") {
			out[name] = n
		}
	}
	return out
})

// zones gives the minutes east of Greenwich by a zone's printed name, "" where
// the name alone does not say.
var zones = sync.OnceValue(func() map[string]string { return lexicon.Map(zonesFile) })

// monthForm matches a month's name.
var monthForm = sync.OnceValue(func() string {
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

// A printed is a date that stands in the text; Value is "" where the line is a
// date line but does not say enough ("2 hours ago", "03/04/2012").
type printed struct {
	value  string
	others []string // what else stands in the line: an outlet, an agency
	byline *credited
}

// maxDateLine is the length in runes beyond which a line is no date line.
const maxDateLine = 120

var (
	barForm   = lazy(`\s*[|•·]\s*|\s+[–—]\s+|\s{3,}|\s+-\s+`)
	labelDate = lazy(`(?i)^(?:(?:first |last |originally )?(?:published|updated|posted|modified|issued|created|filed|release[d]?|printed|uploaded)(?: (?:on|at))?|date|dated|on|time)\s*:?\s*`)
	clockForm = lazy(`(?i)\b(?:at\s+)?(\d{1,2})(?:[:.h](\d{2}))?(?:[:.](\d{2}))?\s*(a\.?m\.?|p\.?m\.?|noon|hrs?|hours)?\s*(?:\(?\b([A-Z]{1,4}T?|UTC|GMT)\b\)?)?(?:\s*([+-]\d{1,2}):?(\d{2})?)?`)
	isoForm   = lazy(`\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,]+|\b)`)
	dmyForm   = lazy(`\b(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})\b`)
	agoForm   = lazy(`(?i)^(?:about |an? |\d+ )?(?:few )?(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) ago$`)
)

// Forms with a month's name, compiled once.
var (
	monthDay = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(` + monthForm() + `)\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b(?:\s*,?\s*(\d{4})\b)?`)
	})
	dayMonth = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`\b(\d{1,2})(?:st|nd|rd|th)?[\s-]+(` + monthForm() + `)\.?(?:\s*,?[\s-]*(\d{4})\b)?`)
	})
	weekday = lazy(`(?i)\b` + weekdayForm + `(?:,|\b)`)
)

// printedDate reads a line that gives a publication date, such as
// "Tue Feb 7, 2012 8:27pm GMT". It returns nil if the line is none.
func printedDate(words string) *printed {
	if utf8.RuneCountInString(words) > maxDateLine || !strings.ContainsAny(words, "0123456789") {
		return nil
	}
	words = strings.Trim(oneLine(words), " |-–—")
	if value, ok := dateOnly(words); ok {
		return &printed{value: value}
	}
	if name, rest, ok := strings.Cut(words, ", "); ok && imprintName(name) {
		if value, ok := dateOnly(rest); ok {
			return &printed{value: value, others: []string{name}}
		}
	}
	var p printed
	found := false
	for _, part := range barForm().Split(words, -1) {
		value, ok := dateOnly(part)
		switch {
		case ok:
			if !found || p.value == "" {
				p.value = value
			}
			found = true
		case byline(part) != nil:
			p.byline = byline(part)
		case part != "" && len(strings.Fields(part)) <= 5 && !strings.ContainsAny(part, ".?!"):
			p.others = append(p.others, part)
		case part != "":
			return nil
		}
	}
	if !found || len(p.others) > 3 {
		return nil
	}
	return &p
}

// dateOnly reads words that are a date and nothing else, with an optional
// label, weekday, time and zone. ok tells a date line from other words; value
// is "" where the day cannot be known.
func dateOnly(words string) (value string, ok bool) {
	rest := labelDate().ReplaceAllString(words, "")
	rest = labelDate().ReplaceAllString(rest, "")
	if agoForm().MatchString(strings.TrimSpace(rest)) {
		return "", true
	}
	if t, err := time.Parse(time.RFC3339, strings.TrimSpace(rest)); err == nil {
		return t.UTC().Format(time.RFC3339), true
	}
	day, rest, ok := cutDay(rest)
	if !ok {
		return "", false
	}
	clock, rest := cutClock(rest)
	rest = weekday().ReplaceAllString(rest, "")
	for _, w := range []string{"at", "on", "@", "local time", "time"} {
		rest = strings.TrimSpace(strings.Trim(strings.TrimSpace(rest), ",.;:|()-–—"))
		rest = strings.TrimSuffix(strings.TrimPrefix(rest, w+" "), " "+w)
		if rest == w {
			rest = ""
		}
	}
	if strings.Trim(rest, " ,.;:|()-–—") != "" {
		return "", false
	}
	return join(day, clock), true
}

// A dayOf is a day as printed; the year may be 0.
type dayOf struct{ year, month, day int }

// cutDay takes the date out of words.
func cutDay(words string) (dayOf, string, bool) {
	if m := isoForm().FindStringSubmatchIndex(words); m != nil {
		return dayOf{number(words, m, 1), number(words, m, 2), number(words, m, 3)}, words[:m[0]] + " " + words[m[1]:], true
	}
	if m := monthDay().FindStringSubmatchIndex(words); m != nil {
		return dayOf{number(words, m, 3), months()[strings.ToLower(words[m[2]:m[3]])], number(words, m, 2)}, words[:m[0]] + " " + words[m[1]:], true
	}
	if m := dayMonth().FindStringSubmatchIndex(words); m != nil {
		return dayOf{number(words, m, 3), months()[strings.ToLower(words[m[4]:m[5]])], number(words, m, 1)}, words[:m[0]] + " " + words[m[1]:], true
	}
	if m := dmyForm().FindStringSubmatchIndex(words); m != nil {
		a, b, y := number(words, m, 1), number(words, m, 3), number(words, m, 4)
		rest := words[:m[0]] + " " + words[m[1]:]
		switch {
		case a > 12 || words[m[4]:m[5]] == ".":
			return dayOf{y, b, a}, rest, true
		case b > 12:
			return dayOf{y, a, b}, rest, true
		case a == b:
			return dayOf{y, a, b}, rest, true
		}
		return dayOf{}, rest, true // 03/04/2012: nobody can tell
	}
	return dayOf{}, words, false
}

// number returns group n of a match as a number, 0 if it did not take part.
func number(words string, m []int, n int) int {
	if m[2*n] < 0 {
		return 0
	}
	v, _ := strconv.Atoi(words[m[2*n]:m[2*n+1]])
	return v
}

// A clock is a time of day as printed.
type clock struct {
	known  bool
	h, m   int
	offset string // minutes east of Greenwich; "" if not known
}

// cutClock takes the time of day out of words.
func cutClock(words string) (clock, string) {
	for _, m := range clockForm().FindAllStringSubmatchIndex(words, 4) {
		c := clock{known: true, h: number(words, m, 1), m: number(words, m, 2)}
		half := ""
		if m[8] >= 0 {
			half = strings.ToLower(strings.ReplaceAll(words[m[8]:m[9]], ".", ""))
		}
		zone := ""
		if m[10] >= 0 {
			zone = words[m[10]:m[11]]
		}
		minutes, isZone := zones()[zone]
		digits := m[3] - m[2]
		if m[4] < 0 && half == "" && !(isZone && digits >= 1) {
			continue
		}
		switch {
		case half == "pm" && c.h < 12:
			c.h += 12
		case half == "am" && c.h == 12:
			c.h = 0
		}
		if c.h > 23 || c.m > 59 {
			continue
		}
		if isZone {
			c.offset = minutes
		}
		if m[12] >= 0 {
			h, _ := strconv.Atoi(words[m[12]:m[13]])
			minute := number(words, m, 7)
			if h < 0 {
				minute = -minute
			}
			c.offset = strconv.Itoa(60*h + minute)
		}
		end := m[1]
		if zone != "" && !isZone {
			end = m[10]
		}
		return c, words[:m[0]] + " " + words[end:]
	}
	// "1527 GMT" has no mark between hours and minutes.
	if m := hundredForm().FindStringSubmatchIndex(words); m != nil {
		if minutes, ok := zones()[words[m[6]:m[7]]]; ok {
			return clock{true, number(words, m, 1), number(words, m, 2), minutes}, words[:m[0]] + " " + words[m[1]:]
		}
	}
	return clock{}, words
}

var hundredForm = lazy(`\b([01]\d|2[0-3])([0-5]\d)\s*(?:hrs\s*)?([A-Z]{2,4})\b`)

// join writes day and time: RFC 3339 in UTC where the zone is known, else the
// date alone, since a time without a zone fixes no moment.
func join(d dayOf, c clock) string {
	if !d.valid() {
		return ""
	}
	t := time.Date(d.year, time.Month(d.month), d.day, c.h, c.m, 0, 0, time.UTC)
	if !c.known || c.offset == "" {
		return t.Format(time.DateOnly)
	}
	minutes, err := strconv.Atoi(c.offset)
	if err != nil || minutes < -12*60 || minutes > 14*60 {
		return t.Format(time.DateOnly)
	}
	return t.Add(-time.Duration(minutes) * time.Minute).Format(time.RFC3339)
}

// valid reports whether the day exists and a report may be from it.
func (d dayOf) valid() bool {
	if d.year < 1800 || d.year > 2200 || d.month < 1 || d.month > 12 || d.day < 1 {
		return false
	}
	return time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC).Day() == d.day
}

// dateLine takes paragraph i out of the body if it is a publication line.
func (r *reader) dateLine(i int) bool {
	p := printedDate(r.words(i))
	if p == nil {
		return false
	}
	r.setPrinted(p)
	r.mark(i, wiredesk.NoticeDate)
	if p.byline != nil {
		r.setByline(p.byline, r.units[i].span)
	}
	return true
}

// setPrinted notes what a publication line says; the first one counts.
func (r *reader) setPrinted(p *printed) {
	if p.value != "" && r.report.Published.Value == "" {
		r.report.Published = wiredesk.Published{Value: wiredesk.Optional(p.value), From: wiredesk.Printed}
	}
	for _, o := range p.others {
		if name := agency(o); name != "" {
			r.addAgencies(name)
		} else if r.imprint == "" && (imprintName(o) || outletWords()[strings.ToLower(o)] && o != strings.ToLower(o)) && !sections()[strings.ToLower(o)] {
			r.imprint = o
		}
	}
}

// wholeDate makes a dateline's date whole: a year that is not printed is the
// one that puts the day nearest to the publication date. It returns "" where
// that is not known.
func wholeDate(words, published string) string {
	d, _, ok := cutDay(words)
	if !ok {
		return ""
	}
	if d.year == 0 && len(published) >= 10 {
		at, err := time.Parse(time.DateOnly, published[:10])
		if err != nil {
			return ""
		}
		d.year = at.Year()
		if !d.valid() {
			return ""
		}
		t, _ := time.Parse(time.DateOnly, fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day))
		switch apart := t.Sub(at).Hours() / 24; {
		case apart > 183:
			d.year--
		case apart < -183:
			d.year++
		}
	}
	return join(d, clock{})
}

// leadDate finds a date at the start of a paragraph.
var leadDate = lazy(`^(?:` + weekdayForm + `,?\s+)?\d{1,2}\s+\pL{3,9}\.?,?\s+\d{4}\b\s*[.:|–—-]?\s*`)
