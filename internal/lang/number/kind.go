package number

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wiredesk/internal/lexicon"
)

//go:embed lexicon/contexts.txt
var contextsFile []byte

//go:embed lexicon/streets.txt
var streetsFile []byte

var streets = sync.OnceValue(func() map[string]bool { return lexicon.Set(streetsFile) })

// contexts holds what a word beside a number makes of it, by side and word.
var contexts = sync.OnceValue(func() map[string]map[string]Kind {
	out := map[string]map[string]Kind{"before": {}, "after": {}}
	for _, e := range lexicon.Parse(contextsFile) {
		for _, side := range []string{"before", "after"} {
			if e.Field(1) == side || e.Field(1) == "either" {
				out[side][e.Field(0)] = Kind(e.Field(2))
			}
		}
	}
	return out
})

// kind tells what the number in the tokens [first, last) is used for, from its
// form and the words beside it.
func (p *phrase) kind(first, last int, v value) Kind {
	switch {
	case v.clock:
		return Clock
	case v.date:
		return Date
	case v.share:
		return Percent
	case v.label:
		return Label
	case p.ageAt(first, last):
		return Age
	case strings.HasPrefix(p.word(first), "00"):
		return Label // no count is printed so
	}
	if k := p.dayOrYear(first, last); k != "" {
		return k
	}
	if v.ordinal {
		return Ordinal
	}
	if k := p.beside(first, last); k != "" {
		return k
	}
	if p.houseNumber(first, last) {
		return Label
	}
	return Count
}

// ageAt reports whether the number is somebody's age: "15-year-old", "aged
// 15", "15 years old", "John Doe, 34,", "Jane Roe (34)".
func (p *phrase) ageAt(first, last int) bool {
	i := last
	if isDash(p.word(i)) {
		i++
	}
	unit := strings.TrimSuffix(p.word(i), "s")
	if unit == "year" || unit == "month" || unit == "week" || unit == "day" {
		i++
		if isDash(p.word(i)) {
			i++
		}
		return strings.HasPrefix(p.word(i), "old")
	}
	if unit == "year-old" || strings.HasPrefix(p.word(i), "year-old") {
		return true
	}
	if contexts()["before"][p.word(first-1)] == Age {
		return true
	}
	if p.listedAge(first) || p.decade(first, last) {
		return true
	}
	open, end := p.word(first-1), p.word(last)
	apposed := open == "," && (end == "," || end == "." || end == ";" || end == "and" || end == "was" || end == "of" || last == len(p.lower)) ||
		open == "(" && end == ")"
	return apposed && p.smallDigits(first, last) && p.capitalised(first-2)
}

// listedAge reports whether the number at first goes on a list of ages: "ages
// 14, 15 and 17".
func (p *phrase) listedAge(first int) bool {
	for i := first - 1; i > 0 && i > first-8; i-- {
		w := p.word(i)
		if contexts()["before"][w] == Age {
			return true
		}
		if w != "," && w != "and" && (w == "" || w[0] < '0' || w[0] > '9') {
			return false
		}
	}
	return false
}

// decade reports whether the number is a decade of somebody's life: "in their
// 20's".
func (p *phrase) decade(first, last int) bool {
	if w := p.word(last); w != "'s" && w != "’s" && w != "s" {
		return false
	}
	switch p.word(first - 1) {
	case "his", "her", "their", "early", "mid", "late", "-":
		return true
	}
	return false
}

// smallDigits reports whether the tokens are one number of at most two digits,
// as ages are printed.
func (p *phrase) smallDigits(first, last int) bool {
	w := p.word(first)
	return last == first+1 && len(w) <= 2 && w[0] >= '0' && w[0] <= '9'
}

// capitalised reports whether the word at i begins with a capital letter.
func (p *phrase) capitalised(i int) bool {
	r, _ := utf8.DecodeRuneInString(p.printed(i))
	return unicode.IsUpper(r)
}

// dayOrYear tells days of the month beside a month's name and years.
func (p *phrase) dayOrYear(first, last int) Kind {
	before, after := contexts()["before"][p.word(first-1)], contexts()["after"][p.word(last)]
	month := before == Date && p.capitalised(first-1) || after == Date && p.capitalised(last)
	if p.word(last) == "of" && contexts()["after"][p.word(last+1)] == Date {
		month = true
	}
	if next := p.word(last); first+1 == last && isYear(p.word(first)) && next != "" && next[0] >= '0' && next[0] <= '9' {
		return Date // "5 May 2016 12 killed": a line of its own once
	}
	if month && len(p.word(first)) <= len("012016") && !unicode.IsLetter(rune(p.word(first)[0])) {
		return Date
	}
	if first+1 != last || !isYear(p.word(first)) {
		return ""
	}
	switch p.word(first - 1) {
	case "in", "since", "of", "by", "until", "from", "before", "after", "early", "late", "mid", "during", "and", "to", "-", "–", ",", "(", "fiscal", "year", "through", "till":
		return Date
	}
	switch p.word(last) {
	case ".", ",", ")", "", ";", "-", "–", "and", "when", "to", "after":
		return Date
	}
	return ""
}

// isYear reports whether w has the form of a year of the last or this century.
func isYear(w string) bool {
	return len(w) == 4 && (w[:2] == "19" || w[:2] == "20") && strings.Trim(w, "0123456789") == ""
}

// beside tells the kind from the words right before and behind the number. A
// hyphen is stepped over: "20-mile", "three-day".
func (p *phrase) beside(first, last int) Kind {
	switch k := contexts()["before"][p.word(first-1)]; k {
	case Money, Measure:
		return k
	case Label:
		if w := p.word(first - 1); (p.capitalised(first-1) || len(w) <= 3) && w != "i" && w != "us" {
			return k
		}
	}
	if isDash(p.word(first-1)) && first >= 2 && p.adjacent(first-2, first) && unicode.IsLetter(rune(p.word(first - 2)[0])) {
		return Label // "I-91", "K-9"
	}
	i := last
	if isDash(p.word(i)) {
		i++
		if streetOrBlock(p.word(i)) {
			return Label
		}
	}
	switch k := contexts()["after"][p.word(i)]; {
	case p.word(i) == "per":
		if p.word(i+1) == "cent" {
			return Percent
		}
	case k == Date && !p.capitalised(i):
	case k != "":
		return k
	}
	return ""
}

// adjacent reports whether no space stands between the tokens a to b.
func (p *phrase) adjacent(a, b int) bool {
	for i := a; i < b; i++ {
		if p.tokens[i].Span.End != p.tokens[i+1].Span.Start {
			return false
		}
	}
	return true
}

// streetOrBlock reports whether w follows a numbered street.
func streetOrBlock(w string) bool { return w == "block" || streets()[w] }

// houseNumber reports whether a street follows within three capitalised words:
// "1110 Chestnut Street", "300 block of ...", "75th Avenue".
func (p *phrase) houseNumber(first, last int) bool {
	if w := p.word(first); w[0] < '0' || w[0] > '9' {
		return false
	}
	for i := last; i < last+4; i++ {
		if !p.capitalised(i) {
			return false
		}
		if streets()[p.word(i)] {
			return true
		}
	}
	return false
}
