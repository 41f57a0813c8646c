package story

import (
	_ "embed"
	"slices"
	"strconv"
	"sync"
	"time"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/days.txt
var daysFile []byte

// dayWords are the words that name a day or month: kind and number by word.
var dayWords = sync.OnceValue(func() map[string][2]string {
	out := map[string][2]string{}
	for _, e := range lexicon.Parse(daysFile) {
		out[e[0]] = [2]string{e.Field(1), e.Field(2)}
	}
	return out
})

// maxDays is the number of days that a Print keeps, the first named.
const maxDays = 8

// published reads a publication value; ok is false where there is none.
func published(value wiredesk.Optional) (t time.Time, ok bool) {
	for _, layout := range [...]string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02T15:04", time.DateOnly} {
		if t, err := time.Parse(layout, string(value)); err == nil {
			return t.UTC(), true
		}
	}
	return time.Time{}, false
}

// days lists the days that a text names, as days since 1970: by month and day,
// or by a weekday, "today", "yesterday" and the like counted from publication.
// A weekday is the last one up to publication, which holds for nine in ten in
// news. The year of a date without one is publication's, or the year before
// where that lies more than half a year ahead.
func days(words []word, value wiredesk.Optional) []int {
	var out []int
	for _, d := range namedDays(words, value) {
		if len(out) < maxDays && !slices.Contains(out, d.day) {
			out = append(out, d.day)
		}
	}
	return out
}

// A namedDay is a day since 1970 that the word at a place names.
type namedDay struct{ at, day int }

// namedDays finds every word that names a day.
func namedDays(words []word, value wiredesk.Optional) []namedDay {
	at, known := published(value)
	today := int(at.Unix() / 86400)
	var out []namedDay
	table := dayWords()
	for i, w := range words {
		e, ok := table[w.plain]
		if !ok {
			continue
		}
		n, _ := strconv.Atoi(e[1])
		switch {
		case e[0] == "month" && w.capital:
			if d, ok := monthDay(words, i, n, at, known); ok {
				out = append(out, namedDay{i, d})
			}
		case !known:
		case e[0] == "weekday" && w.capital:
			out = append(out, namedDay{i, today - (int(at.Weekday())-n+7)%7})
		case e[0] == "relative":
			out = append(out, namedDay{i, today + n})
		}
	}
	return out
}

// monthDay reads "February 7", "Feb. 7, 2012" or "7 February" around the month
// at i.
func monthDay(words []word, i, month int, at time.Time, known bool) (int, bool) {
	day, year := 0, 0
	number := func(k int) int {
		if k < 0 || k >= len(words) || !words[k].number {
			return 0
		}
		n, err := strconv.Atoi(words[k].fold)
		if err != nil {
			return 0
		}
		return n
	}
	after := i + 1
	if n := number(i + 1); n >= 1 && n <= 31 {
		day, after = n, i+2
	} else if n := number(i - 1); n >= 1 && n <= 31 {
		day = n
	}
	if n := number(after); n >= 1900 && n < 2200 {
		year = n
	}
	if day == 0 || year == 0 && !known {
		return 0, false
	}
	if year == 0 {
		year = at.Year()
		if t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC); t.Sub(at) > 183*24*time.Hour {
			year--
		}
	}
	return int(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix() / 86400), true
}

// date writes a day since 1970.
func date(day int32) string {
	return time.Unix(int64(day)*86400, 0).UTC().Format(time.DateOnly)
}
