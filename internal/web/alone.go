package web

import (
	"crypto/sha256"
	"encoding/base64"
	"html/template"
	"io"
	"slices"

	"wiredesk"
)

// A standAlone is a page with briefs and the reports they cite, all in one
// file.
type standAlone struct {
	frame
	Briefs []standBrief
}

// A standBrief is one brief with its reports.
type standBrief struct {
	Sheet   *sheet
	Reports []standReport
}

// A standReport is a report whose cited words can be jumped to.
type standReport struct {
	ID, Outlet, Headline, When string
	Lines                      []line
}

// WriteBriefs writes one self-contained HTML page with the briefs and the
// reports that they cite: no scripts, and no styles or pictures from elsewhere.
func WriteBriefs(w io.Writer, briefs []wiredesk.Brief, readings []wiredesk.Reading) error {
	css, err := static.ReadFile("static/desk.css")
	if err != nil {
		return err
	}
	sum := sha256.Sum256(css)
	page := standAlone{frame: frame{Title: "Briefs", Inline: template.CSS(css), Hash: base64.StdEncoding.EncodeToString(sum[:])}}
	if len(briefs) == 1 {
		page.Title = briefs[0].Headline
	}
	byID := map[string]*wiredesk.Reading{}
	for i := range readings {
		byID[readings[i].ID] = &readings[i]
	}
	for i := range briefs {
		page.Briefs = append(page.Briefs, newStandBrief(&briefs[i], byID))
	}
	return templates().ExecuteTemplate(w, "alone.html", page)
}

// newStandBrief lays out one brief with the reports of its story.
func newStandBrief(b *wiredesk.Brief, readings map[string]*wiredesk.Reading) standBrief {
	own := map[string]*wiredesk.Reading{}
	for _, r := range b.Reports {
		if readings[r.ID] != nil {
			own[r.ID] = readings[r.ID]
		}
	}
	out := standBrief{Sheet: newSheet(b, nil, newCiter(b, own, true))}
	cited := citations(b, own)
	for _, r := range b.Reports {
		reading := own[r.ID]
		if reading == nil {
			continue
		}
		out.Reports = append(out.Reports, standReport{ID: r.ID, Outlet: outlet(r.Outlet), Headline: string(r.Headline),
			When: when(r.Published.Value), Lines: highlighter{reading: reading, anchors: cited[r.ID]}.lines()})
	}
	return out
}

// citations collects the words of each report that chips of the page lead to.
func citations(b *wiredesk.Brief, readings map[string]*wiredesk.Reading) map[string][]wiredesk.Citation {
	out := map[string][]wiredesk.Citation{}
	add := func(report string, s wiredesk.Span) {
		out[report] = append(out[report], wiredesk.Citation{Report: report, Span: s})
	}
	all := func(cs []wiredesk.Citation) {
		for _, c := range cs {
			add(c.Report, c.Span)
		}
	}
	for _, s := range b.Sections {
		for _, sentence := range s.Sentences {
			all(sentence.Citations)
		}
	}
	for _, m := range b.Timeline {
		all(m.Citations)
	}
	for _, r := range slices.Concat(b.Agreements, b.Differences) {
		for _, s := range r.Sides {
			all(s.Citations)
		}
	}
	for _, p := range b.Positions {
		all(p.Citations)
	}
	for _, t := range b.Tolls {
		for _, r := range t.Rows {
			add(r.Report, r.Span)
		}
	}
	for _, r := range readings {
		for _, f := range r.Background {
			add(r.ID, f.Span)
		}
	}
	return out
}
