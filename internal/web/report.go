package web

import (
	"fmt"
	"net/http"

	"wiredesk"
)

// A reportPage shows one report as received, with what the desk read out of it.
type reportPage struct {
	frame
	wiredesk.ReportView
	Outlet string
	Lines  []line
	Claims []claimRow
	Rows   []figureRow
	Others []figureRow // figures of other matters than the report's own
	Words  string      // the words that the reader came for
}

// A claimRow is one attributed claim with its chain.
type claimRow struct {
	Number int
	wiredesk.Claim
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
	reading := view.Reading
	if reading == nil {
		reading = &wiredesk.Reading{Report: wiredesk.Report{ID: view.ID, Text: view.Text}}
	}
	h := highlighter{reading: reading, target: wanted(r, reading.Text)}
	p := reportPage{frame: frame{Title: string(view.Headline), Here: "stories", Twin: "/report/" + view.ID + ".json"},
		ReportView: *view, Outlet: outlet(view.Outlet), Lines: h.lines(), Claims: claimRows(reading), Words: h.target.Words(reading.Text)}
	b := &wiredesk.Brief{Reports: []wiredesk.BriefReport{{ID: view.ID, Outlet: view.Outlet, Published: view.Published}}}
	c := newCiter(b, map[string]*wiredesk.Reading{view.ID: reading}, false)
	for _, f := range reading.Figures {
		p.Rows = append(p.Rows, newFigureRow(wiredesk.BriefFigure{Figure: f, Report: view.ID, Chain: chainOf(reading, f)}, c))
	}
	p.Others = c.background(reading)
	if p.Title == "" {
		p.Title = "Report " + view.ID
	}
	render(w, http.StatusOK, "report.html", p)
}

// wanted reads the span that a citation leads to; a wrong one marks nothing.
func wanted(r *http.Request, text string) wiredesk.Span {
	var s wiredesk.Span
	if _, err := fmt.Sscanf(r.FormValue("span"), "%d-%d", &s.Start, &s.End); err != nil || !s.Valid(text) {
		return wiredesk.Span{}
	}
	return s
}

// claimRows lists the attributed claims under the numbers they have in the text.
func claimRows(r *wiredesk.Reading) []claimRow {
	var out []claimRow
	for i, c := range r.Claims {
		if c.Kind != wiredesk.Narrated {
			out = append(out, claimRow{i + 1, c, saying{r, &r.Claims[i]}.words()})
		}
	}
	return out
}
