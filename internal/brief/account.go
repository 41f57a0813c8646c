package brief

import (
	"sort"
	"strings"
	"time"

	"wiredesk"
)

// An account is one report of the story with what was read out of it.
type account struct {
	reading    *wiredesk.Reading
	assignment wiredesk.Assignment
	withdrawn  string              // why nothing may rest on it any more, "" if it stands
	wire       *account            // the report of the story that it picks up, nil for none
	runs       map[uint64]bool     // the runs of words of its text, made when first asked for
	names      map[string]string   // entity -> fullest name
	forms      map[string][]string // entity -> name and aliases

	times, references, mentions, figures *held // made when first asked for
}

// accounts pairs the readings with their assignments and marks those that
// were killed or replaced.
func accounts(readings []wiredesk.Reading, assignments []wiredesk.Assignment) []*account {
	var out []*account
	for i := range readings {
		a := &account{reading: &readings[i], names: map[string]string{}, forms: map[string][]string{}}
		if i < len(assignments) {
			a.assignment = assignments[i]
		}
		for _, e := range readings[i].Entities {
			a.names[e.ID] = e.Name
			a.forms[e.ID] = append([]string{e.Name}, e.Aliases...)
		}
		out = append(out, a)
	}
	byID := map[string]*account{}
	for _, a := range out {
		byID[a.reading.ID] = a
	}
	for _, a := range out {
		if w := byID[string(a.assignment.PickupOf)]; w != a {
			a.wire = w
		}
	}
	withdraw(out)
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
func (a *account) published() time.Time {
	v := string(a.reading.Published.Value)
	if t, err := time.Parse(time.RFC3339, v); err == nil {
		return t
	}
	t, _ := time.Parse(time.DateOnly, v)
	return t
}

// sentences returns the sentences that overlap the span, joined, or the span
// itself where there are none.
func (a *account) sentences(s wiredesk.Span) wiredesk.Span {
	all := a.reading.Sentences
	i := sort.Search(len(all), func(i int) bool { return all[i].End > s.Start })
	for ; i < len(all) && all[i].Start < s.End; i++ {
		s.Start, s.End = min(s.Start, all[i].Start), max(s.End, all[i].End)
	}
	return s
}

// cite returns the citation of a span.
func (a *account) cite(s wiredesk.Span) wiredesk.Citation {
	return wiredesk.Citation{Report: a.reading.ID, Span: s, Quote: s.Words(a.reading.Text)}
}

// naming returns the span of the mention or reference of an entity that is
// nearest before the offset, or the first one after it. ok is false where the
// report does not name it.
func (a *account) naming(entity string, offset int) (span wiredesk.Span, ok bool) {
	for _, m := range a.reading.Mentions {
		if m.Entity != entity || ok && m.Span.Start > offset {
			continue
		}
		span, ok = m.Span, true
	}
	return span, ok
}

// standsIn reports whether a name stands in words, whatever its case.
func standsIn(name, words string) bool {
	return name != "" && strings.Contains(strings.ToLower(words), strings.ToLower(name))
}
