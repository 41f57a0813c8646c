package brief

import (
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
	names      map[string]string   // entity -> fullest name
	forms      map[string][]string // entity -> name and aliases

	times, references, mentions *held // made when first asked for
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

// cite returns the citation of a span.
func (a *account) cite(s wiredesk.Span) wiredesk.Citation {
	return wiredesk.Citation{Report: a.reading.ID, Span: s, Quote: s.Words(a.reading.Text)}
}

// standsIn reports whether a name stands in words, whatever its case.
func standsIn(name, words string) bool {
	return name != "" && strings.Contains(strings.ToLower(words), strings.ToLower(name))
}
