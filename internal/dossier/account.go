package dossier

import (
	"cmp"
	"maps"
	"slices"
	"sort"
	"strings"
	"time"

	"wiredesk"
)

// An account is one report of the story with what was read out of it.
type account struct {
	reading     *wiredesk.Reading
	assignment  wiredesk.Assignment
	number      int             // in the order of the story
	withdrawn   string          // why nothing may rest on it any more, "" if it stands
	correctedBy *account        // the report that corrects or kills it
	wire        *account        // the report of the story that it picks up, nil for none
	runs        map[uint64]bool // the runs of words of its text, made when first asked for
	entities    map[string]*wiredesk.Entity
	paragraphs  []int // of each sentence
}

// accounts pairs the readings with their assignments and marks those that
// were killed or replaced.
func accounts(readings []wiredesk.Reading, assignments []wiredesk.Assignment) []*account {
	var out []*account
	byID := map[string]*account{}
	for i := range readings {
		a := &account{reading: &readings[i], number: i, entities: map[string]*wiredesk.Entity{}}
		if i < len(assignments) {
			a.assignment = assignments[i]
		}
		for k := range a.reading.Entities {
			a.entities[a.reading.Entities[k].ID] = &a.reading.Entities[k]
		}
		a.paragraphs = paragraphs(a.reading)
		byID[a.reading.ID] = a
		out = append(out, a)
	}
	for _, a := range out {
		if w := byID[string(a.assignment.PickupOf)]; w != a {
			a.wire = w
		}
	}
	withdraw(out)
	return out
}

// paragraphs numbers the paragraph of each sentence: 0 is outside the body.
func paragraphs(r *wiredesk.Reading) []int {
	out := make([]int, len(r.Sentences))
	k := 0
	for i, s := range r.Sentences {
		for k < len(r.Body) && r.Body[k].End <= s.Start {
			k++
		}
		if k < len(r.Body) && r.Body[k].Overlaps(s) {
			out[i] = k + 1
		}
	}
	return out
}

// label names an account for people: its outlet without an article, so that
// "The Post" and "Post" are one, or its id.
func (a *account) label() string {
	if a.reading.Outlet != "" {
		return strings.TrimPrefix(string(a.reading.Outlet), "The ")
	}
	return "the report " + a.reading.ID
}

// published returns when the report was published, the zero time if unknown.
func (a *account) published() time.Time { return moment(string(a.reading.Published.Value)) }

// moment reads an ISO time or date; zero where it is none.
func moment(iso string) time.Time {
	for _, form := range []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02T15:04", time.DateOnly} {
		if t, err := time.Parse(form, iso); err == nil {
			return t
		}
	}
	if len(iso) > len(time.DateOnly) {
		return moment(iso[:len(time.DateOnly)])
	}
	return time.Time{}
}

// day returns the date of an ISO time.
func day(iso string) string {
	d, _, _ := strings.Cut(iso, "T")
	return d
}

// sentenceAt returns the number of the sentence that holds the offset, or of
// the one after it; it is len(Sentences) behind the last.
func (a *account) sentenceAt(offset int) int {
	all := a.reading.Sentences
	return sort.Search(len(all), func(i int) bool { return all[i].End > offset })
}

// sentences returns the sentences that overlap the span, joined, or the span
// itself where there are none.
func (a *account) sentences(s wiredesk.Span) wiredesk.Span {
	all := a.reading.Sentences
	for i := a.sentenceAt(s.Start); i < len(all) && all[i].Start < s.End; i++ {
		s.Start, s.End = min(s.Start, all[i].Start), max(s.End, all[i].End)
	}
	return s
}

// cite returns the citation of a span.
func (a *account) cite(s wiredesk.Span) wiredesk.Citation {
	return wiredesk.Citation{Report: a.reading.ID, Span: s, Quote: s.Words(a.reading.Text)}
}

// within returns those of a reading's list whose span lies in s.
func within[T any](list []T, s wiredesk.Span, span func(*T) wiredesk.Span) []*T {
	var out []*T
	for i := range list {
		if s.Contains(span(&list[i])) {
			out = append(out, &list[i])
		}
	}
	return out
}

// inHeadline reports whether a span stands in the headline.
func (a *account) inHeadline(s wiredesk.Span) bool {
	h := a.reading.Headline
	if h != nil && h.Span.Overlaps(s) {
		return true
	}
	return slices.ContainsFunc(a.reading.Repeats, func(r wiredesk.Span) bool { return r.Overlaps(s) })
}

// inBody reports whether a span stands in a paragraph of the report itself.
func (a *account) inBody(s wiredesk.Span) bool {
	return slices.ContainsFunc(a.reading.Body, func(p wiredesk.Span) bool { return p.Overlaps(s) })
}

// line returns words on one line.
func line(words string) string { return strings.Join(strings.Fields(words), " ") }

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }

// maxDateline is the number of bytes that may stand between the start of a
// sentence and its dateline: a bullet or a stray mark.
const maxDateline = 4

// shown returns the words of a span without the dateline before them.
func (a *account) shown(s wiredesk.Span) string {
	if d := a.reading.Dateline; d != nil && s.Start < d.Span.End && s.End > d.Span.End && s.Start+maxDateline >= d.Span.Start {
		s.Start = d.Span.End
		return strings.TrimLeft(s.Words(a.reading.Text), " -–—:")
	}
	return s.Words(a.reading.Text)
}
