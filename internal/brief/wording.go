package brief

import (
	"fmt"
	"regexp"
	"slices"
	"sort"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"wiredesk"
)

// The words of a brief are the words of the reports. Two things are put into
// them, always in square brackets and never inside a quotation: whom a pronoun
// means, and the date that a relative one resolves to. What is left out is
// marked by an ellipsis.

// near is the number of bytes between two parts of a claim up to which the
// words between them are printed rather than left out: a comma, an adverb.
const near = 40

// wording writes the spans of an account as one sentence.
func (a *account) wording(spans []wiredesk.Span) string {
	parts := a.join(spans)
	inserts := a.inserts(parts)
	var b strings.Builder
	for i, p := range parts {
		switch {
		case i == 0:
		case blank(a.reading.Text, parts[i-1].End, p.Start):
			b.WriteString(" ")
		default:
			b.WriteString(" … ")
		}
		b.WriteString(closeQuotes(a.expand(p, inserts)))
	}
	return sentence(b.String())
}

// join merges the spans that stand close together in one sentence.
func (a *account) join(spans []wiredesk.Span) []wiredesk.Span {
	var out []wiredesk.Span
	for _, s := range spans {
		s = quoteMarks(a.reading.Text, a.withoutDateline(s))
		if n := len(out); n > 0 && s.Start-out[n-1].End <= near && a.sentences(out[n-1]).Contains(s) {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

// withoutDateline cuts the dateline off the start of a span: it says where the
// report was filed, and is no part of any sentence.
func (a *account) withoutDateline(s wiredesk.Span) wiredesk.Span {
	if d := a.reading.Dateline; d != nil && s.Start < d.Span.End && s.End > d.Span.End && s.Start+maxDateline >= d.Span.Start {
		rest := a.reading.Text[d.Span.End:s.End]
		s.Start = s.End - len(strings.TrimLeft(rest, " -–—:"))
		return s
	}
	s.Start += len(stationForm.FindString(s.Words(a.reading.Text)))
	return s
}

// stationForm matches the name of a station in brackets before a report's first
// words, "(KXYZ) The mayor ...", which is a dateline without a place.
var stationForm = regexp.MustCompile(`^\([A-Z]{2,6}\)\s+(?:[-–—]+\s*)?`)

// maxDateline is the number of bytes that may stand between the start of a
// sentence and its dateline: a bullet or a stray mark.
const maxDateline = 4

// quoteMarks widens a span by the quotation marks that stand against it.
func quoteMarks(text string, s wiredesk.Span) wiredesk.Span {
	for _, mark := range []string{"“", "\""} {
		if strings.HasSuffix(text[:s.Start], mark) && !strings.HasPrefix(s.Words(text), mark) {
			s.Start -= len(mark)
			break
		}
	}
	for _, mark := range []string{"”", "\""} {
		if strings.HasPrefix(text[s.End:], mark) && !strings.HasSuffix(s.Words(text), mark) {
			s.End += len(mark)
			break
		}
	}
	return s
}

// blank reports whether there is nothing but white space between two offsets.
func blank(text string, from, to int) bool {
	return from <= to && strings.TrimSpace(text[from:to]) == ""
}

// inserts says what to put behind which offset of the account's text.
func (a *account) inserts(parts []wiredesk.Span) map[int]string {
	out := map[int]string{}
	var printed strings.Builder
	for _, p := range parts {
		printed.WriteString(p.Words(a.reading.Text) + " ")
	}
	named := map[string]bool{}
	for _, i := range a.referencesIn(parts) {
		r := a.reading.References[i]
		name := a.names[r.Entity]
		if name == "" || named[r.Entity] || a.namedIn(r.Entity, printed.String()) || !a.opaque(r.Span) {
			continue
		}
		named[r.Entity] = true
		out[r.Span.End] = " [" + name + "]"
	}
	a.speakers(parts, printed.String(), out)
	last := map[string]int{} // a date is given once, behind the last words that mean it
	for _, i := range a.timesIn(parts) {
		t := a.reading.Times[i]
		if d := resolved(t, a.reading.Text); d != "" {
			if at, ok := last[d]; ok {
				delete(out, at)
			}
			last[d] = t.Span.End
			out[t.Span.End] = " [" + d + "]"
		}
	}
	return out
}

// speakers puts the speaker of a claim, where it is no entity but only printed
// ("the coastguard said. ..., it said."), behind the pronoun that stands for it.
func (a *account) speakers(parts []wiredesk.Span, printed string, out map[int]string) {
	for i := range a.reading.Claims {
		c := &a.reading.Claims[i]
		if len(c.Source.Spans) != 1 || c.Source.Entity != "" || len(c.Chain) == 0 || c.Chain[0] == "unknown" {
			continue
		}
		s, name := c.Source.Spans[0], c.Chain[0]
		if !subjectPronoun(s.Words(a.reading.Text)) || !inside(parts, s) || out[s.End] != "" || standsIn(name, printed) {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(name); unicode.IsLower(r) && !strings.HasSuffix(name, "s") {
			name = "the " + name
		}
		out[s.End] = " [" + name + "]"
	}
}

// subjectPronoun reports whether a word is a pronoun that does not say whom it
// means.
func subjectPronoun(word string) bool {
	switch strings.ToLower(word) {
	case "he", "she", "they", "it":
		return true
	}
	return false
}

// namedIn reports whether words hold one of the names of an entity.
func (a *account) namedIn(entity, words string) bool {
	return slices.ContainsFunc(a.forms[entity], func(form string) bool { return standsIn(form, words) })
}

// opaque reports whether words do not say by themselves whom they mean, and the
// desk may safely say it: subject pronouns, and descriptions that hold another
// name ("Russia's foreign minister"). "The captain" may be another captain.
func (a *account) opaque(s wiredesk.Span) bool {
	return subjectPronoun(s.Words(a.reading.Text)) || len(a.mentionsIn(s)) > 0
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

// expand writes one part with what is put into it. Nothing is put inside a
// quotation.
func (a *account) expand(p wiredesk.Span, inserts map[int]string) string {
	var at []int
	for offset := range inserts {
		if p.Start < offset && offset <= p.End && !quotedAt(a.reading.Text[p.Start:offset]) && !apostrophe(a.reading.Text[offset:]) {
			at = append(at, offset)
		}
	}
	sort.Ints(at)
	var b strings.Builder
	from := p.Start
	for _, offset := range at {
		b.WriteString(a.reading.Text[from:offset] + inserts[offset])
		from = offset
	}
	b.WriteString(a.reading.Text[from:p.End])
	return strings.Join(strings.Fields(b.String()), " ")
}

// apostrophe reports whether words go on behind an apostrophe: "Today's", "he'll".
func apostrophe(rest string) bool {
	return strings.HasPrefix(rest, "'") || strings.HasPrefix(rest, "’")
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
		if strings.HasPrefix(s, "\"") {
			return s + "\""
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
