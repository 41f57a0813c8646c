package web

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"wiredesk"
)

// A chip is one citation as it stands behind a sentence: where it leads, and
// the words that a reader sees on it.
type chip struct {
	Label string // "Reuters ¶7"
	Href  string
	Quote string
	Outlet,
	When,
	Note string // "copy of …", "paragraph 7"
}

// A citer makes the chips of one brief.
type citer struct {
	readings map[string]*wiredesk.Reading
	reports  map[string]wiredesk.BriefReport
	letters  map[string]string
	inside   bool // the reports stand in the same page
}

// newCiter prepares the chips of a brief. Readings may be missing; their
// chips then carry no paragraph.
func newCiter(b *wiredesk.Brief, readings map[string]*wiredesk.Reading, inside bool) *citer {
	c := &citer{readings: readings, reports: map[string]wiredesk.BriefReport{}, letters: letters(b.Reports), inside: inside}
	for _, r := range b.Reports {
		c.reports[r.ID] = r
	}
	return c
}

// chips makes the chips of a sentence.
func (c *citer) chips(cs []wiredesk.Citation) []chip {
	var out []chip
	for _, cite := range cs {
		out = append(out, c.chip(cite))
	}
	return out
}

// chip makes the chip of one citation.
func (c *citer) chip(cite wiredesk.Citation) chip {
	r := c.reports[cite.Report]
	out := chip{Label: c.name(cite.Report), Href: c.href(cite), Quote: cite.Quote, Outlet: outlet(r.Outlet), When: when(r.Published.Value)}
	var notes []string
	if n := paragraph(c.readings[cite.Report], cite.Span); n > 0 {
		out.Label += fmt.Sprintf(" ¶%d", n)
		notes = append(notes, fmt.Sprintf("paragraph %d", n))
	}
	if r.PickupOf != "" {
		notes = append(notes, "carries the text of "+c.name(string(r.PickupOf)))
	}
	out.Note = strings.Join(notes, " · ")
	return out
}

// name is the short name of a report on its chips.
func (c *citer) name(report string) string {
	r, ok := c.reports[report]
	if !ok || r.Outlet == "" {
		return c.letters[report]
	}
	return shorten(strings.TrimPrefix(strings.TrimPrefix(string(r.Outlet), "The "), "www."), longestName)
}

// longestName is the number of characters of an outlet's name on a chip.
const longestName = 18

// shorten cuts a text after n characters at most.
func shorten(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return strings.TrimRight(string(r[:n-1]), " ") + "…"
}

// href leads to the cited words in the report.
func (c *citer) href(cite wiredesk.Citation) string {
	if c.inside {
		return "#" + anchor(cite.Report, cite.Span)
	}
	return fmt.Sprintf("/report/%s?span=%d-%d#words", url.PathEscape(cite.Report), cite.Span.Start, cite.Span.End)
}

// reportHref leads to a whole report.
func (c *citer) reportHref(report string) string {
	if c.inside {
		return "#report-" + report
	}
	return "/report/" + url.PathEscape(report)
}

// anchor is the id of cited words inside a page.
func anchor(report string, s wiredesk.Span) string {
	return fmt.Sprintf("w-%s-%d-%d", report, s.Start, s.End)
}

// paragraph returns the number of the body paragraph that holds a span, 1 for
// the first, 0 for none.
func paragraph(r *wiredesk.Reading, s wiredesk.Span) int {
	if r == nil {
		return 0
	}
	return 1 + slices.IndexFunc(r.Body, func(p wiredesk.Span) bool { return p.Start <= s.Start && s.Start < p.End })
}

// outlet names an outlet, or says that it is not known.
func outlet(o wiredesk.Optional) string {
	if o == "" {
		return "outlet not known"
	}
	return string(o)
}

// letters gives each report a mark of its own: the initial of its outlet, with
// a number where an initial is used more than once.
func letters(reports []wiredesk.BriefReport) map[string]string {
	count, out := map[string]int{}, map[string]string{}
	initial := func(r wiredesk.BriefReport) string {
		for _, c := range strings.TrimPrefix(strings.TrimPrefix(string(r.Outlet), "The "), "www.") {
			return strings.ToUpper(string(c))
		}
		return "?"
	}
	for _, r := range reports {
		count[initial(r)]++
	}
	next := map[string]int{}
	for _, r := range reports {
		l := initial(r)
		if count[l] > 1 {
			next[l]++
			out[r.ID] = fmt.Sprintf("%s%d", l, next[l])
			continue
		}
		out[r.ID] = l
	}
	return out
}
