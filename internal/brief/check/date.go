package check

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// A date is what a run of words says of the calendar. Zero values are not said.
type date struct {
	year, month, day int
	weekday          string // "Tuesday"
	clock            string // "20:27"
}

// dates checks that each date of the sentence stands in the cited words, or is
// what a time expression among them resolves to. It returns the words that
// are left, an empty one for each date.
func (e *evidence) dates(words []word) ([]word, string) {
	var rest []word
	published := saysPublished(words)
	for i := 0; i < len(words); {
		d, n := readDate(words, i)
		if n == 0 {
			rest = append(rest, words[i])
			i++
			continue
		}
		if !e.date(d, published) {
			return nil, fmt.Sprintf("the date “%s” is not in the cited words", phrase(words[i:i+n]))
		}
		rest = append(rest, word{}) // so that what stood before the date does not stand before what follows it
		i += n
	}
	return rest, ""
}

// saysPublished reports whether the sentence speaks of publication, so that a
// report's publication date is evidence for it.
func saysPublished(words []word) bool {
	for _, w := range words {
		if w.fold == "published" {
			return true
		}
	}
	return false
}

// phrase writes words as they were printed.
func phrase(words []word) string {
	var out []string
	for _, w := range words {
		out = append(out, w.text)
	}
	return strings.Join(out, " ")
}

// date looks for a date in the cited words, then among what they resolve to.
func (e *evidence) date(d date, published bool) bool {
	if e.citedDates()[d] {
		return true
	}
	for _, t := range e.times {
		for _, iso := range []string{t.from, t.to} {
			if d.matches(iso) {
				e.accept(fmt.Sprintf("date: “%s” = %s", t.words, iso))
				return true
			}
		}
	}
	for iso, p := range e.issued {
		if published && d.matches(iso) {
			e.accept(fmt.Sprintf("date: the report's publication, %s = %s", p.From, iso))
			return true
		}
	}
	return false
}

// citedDates returns the dates that the cited words print. They are read once.
func (e *evidence) citedDates() map[date]bool {
	if e.dated == nil {
		e.dated = map[date]bool{}
		for i := range e.order {
			if d, n := readDate(e.order, i); n > 0 {
				e.dated[d] = true
			}
		}
	}
	return e.dated
}

// matches reports whether an ISO date or time has all that d says.
func (d date) matches(iso string) bool {
	if d.clock != "" {
		_, clock, _ := strings.Cut(iso, "T")
		return strings.HasPrefix(clock, d.clock)
	}
	t, err := time.Parse("2006-01-02", day(iso))
	if err != nil {
		return d.matchesMonth(iso)
	}
	return (d.year == 0 || d.year == t.Year()) && (d.month == 0 || d.month == int(t.Month())) &&
		(d.day == 0 || d.day == t.Day()) && (d.weekday == "" || d.weekday == strings.ToLower(t.Weekday().String()))
}

// matchesMonth compares with an ISO month or year, "2012-02" or "2012".
func (d date) matchesMonth(iso string) bool {
	if d.day != 0 || d.weekday != "" {
		return false
	}
	year, month, _ := strings.Cut(iso, "-")
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	return y != 0 && (d.year == 0 || d.year == y) && (d.month == 0 || d.month == m)
}

// day returns the date of an ISO time.
func day(iso string) string {
	d, _, _ := strings.Cut(iso, "T")
	return d
}

// readDate reads the date that begins at words[i] and returns how many words
// it takes, 0 where there is none.
func readDate(words []word, i int) (date, int) {
	w := words[i].fold
	if t, err := time.Parse("2006-01-02", w); err == nil {
		return date{year: t.Year(), month: int(t.Month()), day: t.Day()}, 1
	}
	if _, err := time.Parse("15:04", w); err == nil {
		return date{clock: w}, 1
	}
	if wd := weekday(w); wd != "" && words[i].capital {
		return date{weekday: wd}, 1
	}
	if m := month(w); m != 0 && words[i].capital {
		return monthFirst(words, i, m)
	}
	if d := dayOfMonth(w); d != 0 {
		return dayFirst(words, i, d)
	}
	if y := year(w); y != 0 {
		return date{year: y}, 1
	}
	return date{}, 0
}

// monthFirst reads "February 7, 2012", "Feb. 4" and "February 2012".
func monthFirst(words []word, i, m int) (date, int) {
	d, n := date{month: m}, 1
	if i+n < len(words) && dayOfMonth(words[i+n].fold) != 0 {
		d.day = dayOfMonth(words[i+n].fold)
		n++
	}
	if i+n < len(words) && year(words[i+n].fold) != 0 {
		d.year = year(words[i+n].fold)
		n++
	}
	if d.day == 0 && d.year == 0 && words[i].fold == "may" {
		return date{}, 0
	}
	return d, n
}

// dayFirst reads "7 February 2012", "7 February", and the first day of
// "3 to 7 February" and of "31 January to 2 February".
func dayFirst(words []word, i, day int) (date, int) {
	next := i + 1
	if next+1 < len(words) && (words[next].fold == "to" || words[next].fold == "and") && dayOfMonth(words[next+1].fold) != 0 {
		if d, n := dayFirst(words, next+1, dayOfMonth(words[next+1].fold)); n > 0 {
			d.day = day
			return d, 1
		}
		return date{}, 0
	}
	if next < len(words) && words[next].fold == "of" {
		next++
	}
	if next >= len(words) || month(words[next].fold) == 0 || !words[next].capital {
		return date{}, 0
	}
	d, n := date{month: month(words[next].fold), day: day}, next-i+1
	if next+1 < len(words) && year(words[next+1].fold) != 0 {
		d.year = year(words[next+1].fold)
		n++
	}
	return d, n
}

// month returns the number of a month by its name or abbreviation, 0 for none.
func month(fold string) int {
	if fold == "sept" {
		return int(time.September)
	}
	for m := time.January; m <= time.December; m++ {
		name := strings.ToLower(m.String())
		if fold == name || fold == name[:3] {
			return int(m)
		}
	}
	return 0
}

// weekday returns the name of a weekday in lower case, "" for none.
func weekday(fold string) string {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if strings.EqualFold(fold, d.String()) {
			return fold
		}
	}
	return ""
}

// dayOfMonth reads "7" and "7th", 0 for anything else.
func dayOfMonth(fold string) int {
	for _, suffix := range []string{"st", "nd", "rd", "th"} {
		fold = strings.TrimSuffix(fold, suffix)
	}
	n, err := strconv.Atoi(fold)
	if err != nil || n < 1 || n > 31 {
		return 0
	}
	return n
}

// year reads a year of four digits, 0 for anything else.
func year(fold string) int {
	n, err := strconv.Atoi(fold)
	if err != nil || len(fold) != 4 || n < 1000 || n > 2999 {
		return 0
	}
	return n
}
