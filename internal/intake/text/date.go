package text

import (
	"strings"
	"time"
	"unicode/utf8"

	"wiredesk"
	"wiredesk/internal/intake/date"
)

// A printed is a date that stands in the text; Value is "" where the line is a
// date line but does not say enough ("2 hours ago", "03/04/2012").
type printed struct {
	value  string
	others []string // what else stands in the line: an outlet, an agency
	byline *credited
	house  string // who published, where the line says so: "Published in Dawn, ..."
}

// maxDateLine is the length in runes beyond which a line is no date line.
const maxDateLine = 120

var (
	barForm   = lazy(`\s*[|•·]\s*|\s+[–—]\s+|\s{3,}|\s+-\s+`)
	labelDate = lazy(`(?i)^(?:(?:first |last |originally )?(?:published|updated|posted|modified|issued|created|filed|release[d]?|printed|uploaded)(?: (?:on|at))?|date|dated|on|time)\s*:?\s*`)
	agoForm   = lazy(`(?i)^(?:about |an? |\d+ )?(?:few )?(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) ago$`)
)

var weekday = lazy(`(?i)\b` + date.WeekdayForm + `(?:,|\b)`)

// readTime matches how long a text takes to be read.
var readTime = lazy(`(?i)[|•·,]?\s*\b\d{1,3}[\s-]*min(?:ute)?s?\.?\s+read\b`)

// publishedIn matches a line such as "Published in Dawn, February 7th, 2012".
var publishedIn = lazy(`^(?i:first\s+)?(?i:published|printed|appeared)\s+in\s+(?:the\s+)?(\p{Lu}[^,\d]{1,40}?),?\s+(?:on\s+)?(\S.*\d{4}.*)$`)

// printedDate reads a line that gives a publication date, such as
// "Tue Feb 7, 2012 8:27pm GMT". It returns nil if the line is none.
func printedDate(words string) *printed {
	if utf8.RuneCountInString(words) > maxDateLine || !strings.ContainsAny(words, "0123456789") {
		return nil
	}
	words = strings.Trim(readTime().ReplaceAllString(oneLine(words), " "), " |-–—•·,")
	if value, ok := dateOnly(words); ok {
		return &printed{value: value}
	}
	if m := publishedIn().FindStringSubmatch(words); m != nil && properName(m[1]) {
		if value, ok := dateOnly(m[2]); ok {
			return &printed{value: value, others: []string{m[1]}, house: m[1]}
		}
	}
	if name, rest, ok := strings.Cut(words, ", "); ok && imprintName(name) {
		if value, ok := dateOnly(rest); ok {
			return &printed{value: value, others: []string{name}}
		}
	}
	if at := strings.LastIndex(words, " by "); at > 0 {
		value, ok := dateOnly(words[:at])
		if by := byline(words[at+1:]); ok && by != nil {
			return &printed{value: value, byline: by}
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
		return t.Format(time.RFC3339), true
	}
	day, rest, ok := date.CutDay(rest)
	if !ok {
		return "", false
	}
	clock, rest := date.CutClock(rest)
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
	return date.Join(day, clock), true
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

// labelledDate takes paragraph i out of the body if it is a publication line
// with a label: "Posted: 7 Feb 2012".
func (r *reader) labelledDate(i int) bool {
	words := r.words(i)
	return len(words) <= maxDateLine && labelDate().MatchString(words) && r.dateLine(i)
}

// setPrinted notes what a publication line says; the first one counts.
func (r *reader) setPrinted(p *printed) {
	if p.value != "" && r.report.Published.Value == "" {
		r.report.Published = date.Published(p.value, wiredesk.Printed)
	}
	if p.house != "" && r.imprint == "" {
		r.imprint = p.house
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
	d, _, ok := date.CutDay(words)
	if !ok {
		return ""
	}
	return date.Join(d.Near(published), date.Clock{})
}

// leadDate finds a date at the start of a paragraph.
var leadDate = lazy(`^(?:` + date.WeekdayForm + `,?\s+)?\d{1,2}\s+\pL{3,9}\.?,?\s+\d{4}\b\s*[.:|–—-]?\s*`)
