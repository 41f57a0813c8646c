package web

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"wiredesk"
)

// A reportPage shows one report as received, with what the desk read out of it.
type reportPage struct {
	frame
	wiredesk.ReportView
	Outlet    string
	Unread    string // its language, where the desk does not read it
	Fate      fate
	Lines     []line
	Claims    []claimRow
	Rows      []countRow
	Others    []countRow // figures of other matters than the report's own
	Words     string     // the words that the reader came for
	Permalink string     // of those words
	Original  string     // where the outlet published it, "" where that is no web address
}

// A claimRow is one attributed claim with its chain.
type claimRow struct {
	Number int
	wiredesk.Claim
	Chain []string
	Words string
}

func (s *site) report(w http.ResponseWriter, r *http.Request) {
	view, err := s.shelf.Report(r.Context(), id(r))
	if err != nil {
		s.fail(w, r, err)
		return
	}
	if asJSON(r) {
		writeJSON(w, http.StatusOK, view)
		return
	}
	render(w, r, http.StatusOK, "report.html", newReportPage(view, r.FormValue("span")))
}

// newReportPage lays out a report; words is the span that the reader came for,
// as it stands in the address.
func newReportPage(view *wiredesk.ReportView, words string) reportPage {
	reading := view.Reading
	if reading == nil {
		reading = &wiredesk.Reading{Report: wiredesk.Report{ID: view.ID, Text: view.Text}}
	}
	h := highlighter{reading: reading, target: wanted(words, reading.Text)}
	p := reportPage{frame: frame{Title: string(view.Headline), Here: "stories", Twin: "/report/" + view.ID + ".json"},
		ReportView: *view, Outlet: outlet(view.Outlet), Unread: unread(view.Reading), Lines: h.lines(), Claims: claimRows(reading),
		Words: h.target.Words(reading.Text), Original: webAddress(string(view.URL))}
	b := &wiredesk.Brief{Reports: []wiredesk.BriefReport{{ID: view.ID, Outlet: view.Outlet, Published: view.Published}}}
	c := newCiter(b, map[string]*wiredesk.Reading{view.ID: reading}, false)
	p.Fate = fates(b, []wiredesk.ReportLine{view.ReportLine}, c)[view.ID]
	for _, f := range reading.Figures {
		row := c.figureRow(reading, f)
		if !slices.ContainsFunc(p.Rows, func(o countRow) bool {
			return o.Unit == row.Unit && o.Words == row.Words && o.Window == row.Window && o.Place == row.Place
		}) {
			p.Rows = append(p.Rows, row) // what the headline says once more is one
		}
	}
	p.Others = c.background(reading)
	if p.Words != "" {
		p.Permalink = spanHref(view.ID, h.target)
		if p.Original != "" {
			p.Original += "#:~:text=" + textFragment(p.Words)
		}
	}
	if p.Title == "" {
		p.Title = "Report " + view.ID
	}
	return p
}

// webAddress returns an address if a browser may follow it.
func webAddress(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	u.Fragment = ""
	return u.String()
}

// fragmentWords is the number of words at each end by which a long quotation
// is found again.
const fragmentWords = 5

// textFragment writes words for the text directive of an address: whole, or
// their beginning and end.
func textFragment(words string) string {
	fields := strings.Fields(words)
	if len(fields) <= 2*fragmentWords {
		return escapeFragment(strings.Join(fields, " "))
	}
	return escapeFragment(strings.Join(fields[:fragmentWords], " ")) + "," + escapeFragment(strings.Join(fields[len(fields)-fragmentWords:], " "))
}

// escapeFragment escapes what has a meaning of its own in a text directive.
func escapeFragment(s string) string {
	return strings.NewReplacer("-", "%2D", "+", "%20").Replace(url.QueryEscape(s))
}

// wanted reads the span that a citation leads to; a wrong one marks nothing.
func wanted(words, text string) wiredesk.Span {
	var s wiredesk.Span
	if _, err := fmt.Sscanf(words, "%d-%d", &s.Start, &s.End); err != nil || !s.Valid(text) {
		return wiredesk.Span{}
	}
	return s
}

// claimRows lists the attributed claims under the numbers they have in the text.
func claimRows(r *wiredesk.Reading) []claimRow {
	var out []claimRow
	for i, c := range r.Claims {
		if c.Kind != wiredesk.Narrated {
			out = append(out, claimRow{Number: i + 1, Claim: c, Chain: links(c.Chain), Words: contentOf(r, &r.Claims[i])})
		}
	}
	return out
}

// longestContent is the number of characters of a claim in the list; its whole
// words stand in the text beside it.
const longestContent = 120

// contentOf returns the content of a claim as printed.
func contentOf(r *wiredesk.Reading, c *wiredesk.Claim) string {
	var parts []string
	for _, span := range c.Content {
		if d := r.Dateline; d != nil && d.Span.Overlaps(span) && d.Span.End < span.End {
			span.Start = d.Span.End
		}
		parts = append(parts, strings.TrimLeft(span.Words(r.Text), " -–—:"))
	}
	return shorten(strings.Join(strings.Fields(strings.Join(parts, " … ")), " "), longestContent)
}
