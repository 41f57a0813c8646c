package brief

import (
	"cmp"
	"slices"
	"sort"

	"wiredesk"
)

// A held index finds which spans of a report lie inside others, without a look
// at all of them.
type held struct {
	spans []wiredesk.Span
	order []int // indexes of spans by their starts
}

// newHeld indexes the spans of what a reading lists.
func newHeld[T any](list []T, span func(*T) wiredesk.Span) *held {
	h := &held{}
	for i := range list {
		h.spans, h.order = append(h.spans, span(&list[i])), append(h.order, i)
	}
	slices.SortStableFunc(h.order, func(a, b int) int { return cmp.Compare(h.spans[a].Start, h.spans[b].Start) })
	return h
}

// in returns the indexes of the spans that one of the parts holds, rising.
func (h *held) in(parts []wiredesk.Span) []int {
	var out []int
	for _, p := range parts {
		first := sort.Search(len(h.order), func(k int) bool { return h.spans[h.order[k]].Start >= p.Start })
		for _, i := range h.order[first:] {
			if h.spans[i].Start > p.End {
				break
			}
			if p.Contains(h.spans[i]) {
				out = append(out, i)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// timesIn returns the indexes of the times that the parts hold.
func (a *account) timesIn(parts []wiredesk.Span) []int {
	if a.times == nil {
		a.times = newHeld(a.reading.Times, func(t *wiredesk.Time) wiredesk.Span { return t.Span })
	}
	return a.times.in(parts)
}

// referencesIn returns the indexes of the references that the parts hold.
func (a *account) referencesIn(parts []wiredesk.Span) []int {
	if a.references == nil {
		a.references = newHeld(a.reading.References, func(r *wiredesk.Reference) wiredesk.Span { return r.Span })
	}
	return a.references.in(parts)
}

// mentionsIn returns the indexes of the mentions that the parts hold.
func (a *account) mentionsIn(parts ...wiredesk.Span) []int {
	if a.mentions == nil {
		a.mentions = newHeld(a.reading.Mentions, func(m *wiredesk.Mention) wiredesk.Span { return m.Span })
	}
	return a.mentions.in(parts)
}
