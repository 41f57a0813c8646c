package web

import (
	"slices"
	"strings"
	"time"

	"wiredesk"
)

// A moment is an entry of the timeline.
type moment struct {
	When, Text string
	Same       bool // at the time of the entry before it
	Wide       bool // it lies somewhere in a range, not at one day or time
	Chips      []chip
}

// longestMoment is the number of characters of an entry; its citation holds
// the whole words.
const longestMoment = 100

// mostMoments bounds the entries before the rest is folded away.
const mostMoments = 8

// shortMoment is the number of characters of an entry whose words stand in the
// brief above it.
const shortMoment = 56

// moments lays out the timeline. The same words at the same time stand once;
// what the brief holds already is named by its beginning.
func (c *citer) moments(b *wiredesk.Brief) []moment {
	told := map[string]bool{}
	for _, sec := range b.Sections {
		for _, sen := range sec.Sentences {
			for _, cite := range sen.Citations {
				told[c.href(cite)] = true
			}
		}
	}
	var out []moment
	for _, e := range b.Timeline {
		m := moment{When: c.span(e.From, e.To), Wide: wide(e.From, e.To), Chips: c.chips(e.Citations)}
		n := longestMoment
		if slices.ContainsFunc(m.Chips, func(ch chip) bool { return told[ch.Href] }) {
			n = shortMoment
		}
		m.Text = shorten(e.Text, n)
		if !slices.ContainsFunc(out, func(o moment) bool { return o.When == m.When && o.Text == m.Text }) {
			out = append(out, m)
		}
	}
	for i := len(out) - 1; i > 0; i-- { // each day stands once
		if out[i].When == out[i-1].When {
			out[i].Same = true
		}
	}
	return out
}

// wide reports whether a range is of more than a day.
func wide(from, to string) bool {
	n := len(time.DateOnly)
	return len(from) < n || len(to) >= n && from[:n] != to[:n]
}

// day writes a time as on this page: without the year where it is the year of
// the story's newest report.
func (c *citer) day(iso wiredesk.Optional) string {
	if iso == "" {
		return ""
	}
	s := when(iso)
	if c.year == "" || !strings.HasPrefix(string(iso), c.year) {
		return s
	}
	return strings.Replace(s, " "+c.year, "", 1)
}

// span words an inclusive range of dates.
func (c *citer) span(from, to string) string {
	f, t := c.day(wiredesk.Optional(from)), c.day(wiredesk.Optional(to))
	switch {
	case from == to || to == "":
		return f
	case from == "":
		return "until " + t
	}
	return f + " to " + t
}
