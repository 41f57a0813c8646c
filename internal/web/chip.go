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
	mark
	Label string // "M¶7"
	Href  string
	Quote string
	When  string
	Chain []string // who says it, and through whom
	Notes []note
}

// A note is what else a reader must know of a citation.
type note struct{ Kind, Words string }

// A citer makes the chips of one brief.
type citer struct {
	readings map[string]*wiredesk.Reading
	reports  map[string]wiredesk.BriefReport
	marks    map[string]mark
	figures  []wiredesk.BriefFigure
	inside   bool // the reports stand in the same page
	year     string
}

// newCiter prepares the chips of a brief. Readings may be missing; their
// chips then carry no paragraph.
func newCiter(b *wiredesk.Brief, readings map[string]*wiredesk.Reading, inside bool) *citer {
	c := &citer{readings: readings, reports: map[string]wiredesk.BriefReport{}, marks: marks(b), figures: b.Figures, inside: inside}
	latest := ""
	for _, r := range b.Reports {
		c.reports[r.ID] = r
		latest = max(latest, string(r.Published.Value))
	}
	c.year = latest[:min(len(latest), len("2006"))]
	return c
}

// chips makes the chips of a sentence.
func (c *citer) chips(cs []wiredesk.Citation) []chip {
	var out []chip
	for _, cite := range cs {
		n := c.chip(cite)
		if !slices.ContainsFunc(out, func(o chip) bool { return o.Href == n.Href }) {
			out = append(out, n)
		}
	}
	return out
}

// chip makes the chip of one citation.
func (c *citer) chip(cite wiredesk.Citation) chip {
	r := c.reports[cite.Report]
	out := chip{mark: c.markOf(cite.Report), Href: c.href(cite), Quote: cite.Quote, When: when(r.Published.Value), Chain: c.chain(cite)}
	out.Label = out.Sign
	if n := paragraph(c.readings[cite.Report], cite.Span); n > 0 {
		out.Label += fmt.Sprintf("¶%d", n)
		out.Notes = append(out.Notes, note{"paragraph", fmt.Sprint(n)})
	}
	if r.PickupOf != "" {
		out.Notes = append(out.Notes, note{"pickup", c.markOf(string(r.PickupOf)).Name})
	}
	return out
}

// markOf is the mark of a report.
func (c *citer) markOf(report string) mark {
	if m, ok := c.marks[report]; ok {
		return m
	}
	return mark{Sign: "?", Class: "o0", Name: outlet("")}
}

// chain is who says the cited words and through whom, nil where the report
// says them itself.
func (c *citer) chain(cite wiredesk.Citation) []string {
	r := c.readings[cite.Report]
	if r == nil {
		return nil
	}
	var best *wiredesk.Claim
	most := 0
	for i, cl := range r.Claims {
		if cl.Kind == wiredesk.Narrated {
			continue
		}
		n := 0
		for _, s := range cl.Content {
			n += max(0, min(s.End, cite.Span.End)-max(s.Start, cite.Span.Start))
		}
		if n > most {
			best, most = &r.Claims[i], n
		}
	}
	if best == nil {
		return nil
	}
	return links(best.Chain)
}

// links leaves out links of a chain that name the one before once more.
func links(chain []string) []string {
	var out []string
	for _, l := range chain {
		if len(out) == 0 || !sameName(out[len(out)-1], l) {
			out = append(out, l)
		}
	}
	return out
}

// sameName reports whether two links name one: "coastguard" and "the coastguard".
func sameName(a, b string) bool {
	return strings.EqualFold(a, b) || strings.HasSuffix(strings.ToLower(b), " "+strings.ToLower(a)) && len(b)-len(a) <= len("the ")
}

// shorten cuts a text after n characters at most, at a word where it can.
func shorten(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	cut := string(r[:n-1])
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:") + " …"
}

// href leads to the cited words in the report.
func (c *citer) href(cite wiredesk.Citation) string {
	if c.inside {
		return "#" + anchor(cite.Report, cite.Span)
	}
	return spanHref(cite.Report, cite.Span)
}

// spanHref is the lasting address of words of a report.
func spanHref(report string, s wiredesk.Span) string {
	return fmt.Sprintf("/report/%s?span=%d-%d#words", url.PathEscape(report), s.Start, s.End)
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
