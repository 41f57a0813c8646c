package brief

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

// The words of a brief are the words of the reports. Two things are put into
// them, never inside a quotation: in the place of a pronoun whom it means, and in
// square brackets the date that a relative one resolves to.

// withoutDateline cuts the dateline off the start of a span: it says where the
// report was filed, and is no part of any sentence.
func (a *account) withoutDateline(s wiredesk.Span) wiredesk.Span {
	if d := a.reading.Dateline; d != nil && s.Start < d.Span.End && s.End > d.Span.End && s.Start+maxDateline >= d.Span.Start {
		rest := a.reading.Text[d.Span.End:s.End]
		s.Start = s.End - len(strings.TrimLeft(rest, " -–—:"))
		return s
	}
	for _, form := range []*regexp.Regexp{stationForm, placeForm} {
		s.Start += len(form.FindString(s.Words(a.reading.Text)))
	}
	s.Start += len(labelled(s.Words(a.reading.Text)))
	return s
}

// placeForm matches a dateline by its capitals: "TULSA, Okla. - ".
var placeForm = regexp.MustCompile(`^\p{Lu}[\p{Lu} .'-]{2,}(?:, \p{Lu}[\p{L}. ]{1,20})?(?: \([^)]{2,30}\))?[\s\x{a0}]+[-–—]+[\s\x{a0}]+`)

//go:embed lexicon/labels.txt
var labelsFile []byte

// labels holds the words with which a label before a sentence begins.
var labels = sync.OnceValue(func() map[string]bool { return lexicon.Set(labelsFile) })

// longestLabel is the number of bytes of a label before a sentence.
const longestLabel = 40

// labelled returns the label before a sentence: "Updated at 4:45 p.m.: ".
func labelled(text string) string {
	word, _, _ := strings.Cut(text, " ")
	i := strings.Index(text[:min(len(text), longestLabel)], ": ")
	if i < 0 || !labels()[strings.ToLower(strings.TrimRight(word, ":"))] {
		return ""
	}
	return text[:i+2]
}

// stationForm matches the name of a station in brackets before a report's first
// words, "(KXYZ) The mayor ...", which is a dateline without a place.
var stationForm = regexp.MustCompile(`^\([A-Z]{2,6}\)\s+(?:[-–—]+\s*)?`)

// maxDateline is the number of bytes that may stand between the start of a
// sentence and its dateline: a bullet or a stray mark.
const maxDateline = 4

// subjectPronoun reports whether a word is a pronoun that does not say whom it
// means.
func subjectPronoun(word string) bool {
	switch strings.ToLower(word) {
	case "he", "she", "they", "it":
		return true
	}
	return false
}

// inside reports whether one of the parts holds the span.
func inside(parts []wiredesk.Span, s wiredesk.Span) bool {
	return slices.ContainsFunc(parts, func(p wiredesk.Span) bool { return p.Contains(s) })
}

// resolved writes the dates of a relative time expression, "" for one that
// needs no resolving or cannot be resolved to days.
func resolved(t wiredesk.Time, text string) string {
	if t.Anchor == "" || t.From == "" || t.To == "" || t.Kind != wiredesk.TimeDate && t.Kind != wiredesk.TimeRange {
		return ""
	}
	if strings.IndexFunc(t.Span.Words(text), unicode.IsDigit) >= 0 {
		return ""
	}
	return dates(string(t.From), string(t.To))
}

// dates writes an inclusive range of ISO dates for people: "7 February 2012",
// "3 to 7 February 2012", "February 2012", "2012"; "" where they are not days.
func dates(from, to string) string {
	f, errFrom := time.Parse(time.DateOnly, day(from))
	t, errTo := time.Parse(time.DateOnly, day(to))
	switch {
	case errFrom != nil || errTo != nil:
		return ""
	case f.Equal(t):
		return f.Format("2 January 2006")
	case f.YearDay() == 1 && t.Equal(f.AddDate(1, 0, -1)):
		return f.Format("2006")
	case f.Day() == 1 && t.Equal(f.AddDate(0, 1, -1)):
		return f.Format("January 2006")
	case f.Year() == t.Year() && f.Month() == t.Month():
		return fmt.Sprintf("%d to %s", f.Day(), t.Format("2 January 2006"))
	case f.Year() == t.Year():
		return f.Format("2 January") + " to " + t.Format("2 January 2006")
	}
	return f.Format("2 January 2006") + " to " + t.Format("2 January 2006")
}

// quotedAt reports whether the end of s stands inside a quotation.
func quotedAt(s string) bool {
	open, straight := 0, false
	for _, r := range s {
		switch r {
		case '“':
			open++
		case '”':
			open = max(0, open-1)
		case '"':
			straight = !straight
		}
	}
	return open > 0 || straight
}

// closeQuotes adds the marks of a quotation that was cut at its start or end,
// as happens where a quotation runs over several paragraphs.
func closeQuotes(s string) string {
	open := strings.Count(s, "“") - strings.Count(s, "”")
	switch {
	case open > 0:
		s += strings.Repeat("”", open)
	case open < 0:
		s = strings.Repeat("“", -open) + s
	}
	if strings.Count(s, "\"")%2 == 1 {
		if i := strings.LastIndex(s, "\""); i == 0 || s[i-1] == ' ' || s[i-1] == '(' {
			return s + "\"" // it opens
		}
		return "\"" + s
	}
	return s
}

// sentence gives words a capital at the start and a stop at the end.
func sentence(s string) string {
	s = strings.TrimRight(strings.TrimLeft(s, " ,;:–—-"), " ,;:–—-")
	if s == "" {
		return ""
	}
	r, n := utf8.DecodeRuneInString(s)
	s = string(unicode.ToUpper(r)) + s[n:]
	if strings.HasSuffix(s, "...") || strings.HasSuffix(s, "…") {
		return s
	}
	if last := strings.TrimRight(s, "”\"’')"); last != "" && strings.ContainsRune(".!?", rune(last[len(last)-1])) {
		return s
	}
	for _, mark := range []string{",”", ",\""} {
		if cut, ok := strings.CutSuffix(s, mark); ok {
			return cut + "." + mark[1:]
		}
	}
	return s + "."
}

// day returns the date of an ISO time.
func day(iso string) string {
	d, _, _ := strings.Cut(iso, "T")
	return d
}
