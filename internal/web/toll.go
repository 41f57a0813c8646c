package web

import (
	"slices"
	"sort"

	"wiredesk"
)

// A tally is the counts of one unit, as they stand and as they were given.
type tally struct {
	Unit    string
	Own     bool       // of the story's own incident
	Current []countRow // what stands, newest first, one row a claimant; at most mostCurrent
	More    int        // that stand besides
	Rows    []countRow // every count, newest first
}

// A countRow is one count as one claimant gave it.
type countRow struct {
	wiredesk.TollRow
	Unit   string // of a figure that stands alone; a tally has its own
	Amount string
	Chain  []string
	When   string // when it was given
	Day    string // the day of that
	Place  string
	Window string
	Before *countRow // the count that it takes the place of
	Part   bool      // a part of another count, or an addition to one
	Chips  []chip
	around bool // "about", "some"
}

// mostCurrent bounds the counts that stand at the head of a page for one unit.
const mostCurrent = 3

// mostTallies bounds the units at the head of a page.
const mostTallies = 4

// tallies lays out the tolls: those of the story's own incidents first.
func tallies(b *wiredesk.Brief, c *citer) []tally {
	own := map[string]bool{}
	for _, i := range b.Incidents {
		own[i.ID] = i.Own
	}
	var out []tally
	for _, t := range b.Tolls {
		n := tally{Unit: string(t.Unit), Own: own[t.Incident] || len(b.Incidents) == 0}
		rows := make([]countRow, len(t.Rows))
		for i, r := range t.Rows {
			rows[i] = c.countRow(r)
		}
		c.markParts(rows)
		for i := range rows {
			if k := rows[i].Replaces; k >= 0 && k < len(rows) && k != i {
				before := rows[k]
				rows[i].Before = &before
			}
		}
		sort.SliceStable(rows, func(i, j int) bool { return later(rows[i].Said, rows[j].Said) })
		n.Rows = rows
		n.Current, n.More = standing(rows, c)
		out = append(out, n)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Own && !out[j].Own })
	return out
}

// later reports whether a time is after another one; what is not known comes last.
func later(a, b wiredesk.Optional) bool {
	n := min(len(a), len(b))
	if a == "" || b == "" || a[:n] == b[:n] {
		return a != "" && b == "" || len(a) > len(b) && n > 0
	}
	return a > b
}

// countRow lays out one count.
func (c *citer) countRow(r wiredesk.TollRow) countRow {
	f, found := c.figureAt(r.Report, r.Span)
	unseen := !found && c.readings[r.Report] == nil // nothing tells whether it is a whole count
	row := countRow{TollRow: r, Chain: links(r.Chain), When: c.day(r.Said), Day: c.day(wiredesk.Optional(dateOf(string(r.Said)))),
		Part:   unseen || r.PartOf >= 0 || f.Scope == wiredesk.ScopeNew || f.Change == wiredesk.ChangeIncrement || f.Change == wiredesk.ChangeOrdinal,
		around: f.Approximate || !found && r.Low != r.High && r.High != wiredesk.Open && r.Low != wiredesk.Open,
		Chips:  []chip{c.chip(wiredesk.Citation{Report: r.Report, Span: r.Span, Quote: c.sentence(r.Report, r.Span, r.Words)})}}
	row.Amount = amount(r.Words, r.Low, r.High, row.around)
	if r.Place != nil {
		row.Place = r.Place.Name
	}
	if w := r.Window; w != nil && (w.From != "" || w.To != "") {
		row.Window = c.span(string(w.From), string(w.To))
	}
	return row
}

// sentence is the sentence around a span, so that a reader sees what a number
// counts; the words themselves where it is not at hand.
func (c *citer) sentence(report string, s wiredesk.Span, words string) string {
	if r := c.readings[report]; r != nil {
		for _, t := range r.Sentences {
			if t.Contains(s) {
				return t.Words(r.Text)
			}
		}
	}
	return words
}

// standing returns the counts that stand: whole ones, one row for each
// claimant, with how many are left out. A count that stands in a headline as
// well as below it is one.
func standing(rows []countRow, c *citer) (out []countRow, more int) {
	for _, r := range rows {
		if r.Status != wiredesk.RowCurrent || r.Part || c.inHeadline(r) && inBody(r, rows, c) {
			continue
		}
		i := slices.IndexFunc(out, func(o countRow) bool { return sameCount(o, r) })
		if i < 0 {
			out = append(out, r)
			continue
		}
		if out[i].Before == nil {
			out[i].Before = r.Before
		}
		if out[i].Report != r.Report {
			out[i].Chips = append(slices.Clone(out[i].Chips), r.Chips...)
		}
	}
	if len(out) > mostCurrent {
		more = len(out) - mostCurrent
		out = out[:mostCurrent]
	}
	return out, more
}

// sameCount reports whether two rows give one count: in one report, or by one
// claimant.
func sameCount(a, b countRow) bool {
	return a.Low == b.Low && a.High == b.High && (a.Report == b.Report || sameName(a.Claimant, b.Claimant) || sameName(b.Claimant, a.Claimant))
}

// inBody reports whether the body of the same report, or of the one whose text
// it carries, gives a count too, so that the headline's is only a short form.
func inBody(r countRow, rows []countRow, c *citer) bool {
	source := string(c.reports[r.Report].PickupOf)
	return slices.ContainsFunc(rows, func(o countRow) bool { return (o.Report == r.Report || o.Report == source) && !c.inHeadline(o) })
}

// markParts marks the counts that the same words give as part of a larger one:
// "two women were found, bringing the dead to 15".
func (c *citer) markParts(rows []countRow) {
	for i := range rows {
		f, _ := c.figureAt(rows[i].Report, rows[i].Span)
		for k := range rows {
			g, ok := c.figureAt(rows[k].Report, rows[k].Span)
			if ok && rows[k].Report == rows[i].Report && f.Claim != "" && f.Claim == g.Claim && f.Low < g.Low && f.High != wiredesk.Open && f.High < g.Low {
				rows[i].Part = true
			}
		}
	}
}

// inHeadline reports whether a count stands in the headline of its report.
func (c *citer) inHeadline(r countRow) bool {
	reading := c.readings[r.Report]
	if reading == nil { // texts begin with their headline
		return r.Span.End <= len(c.reports[r.Report].Headline)
	}
	return reading.Headline != nil && reading.Headline.Span.Contains(r.Span)
}

// heads are the tallies that stand at the head of a page.
func heads(all []tally) []tally {
	var out []tally
	for _, t := range all {
		if t.Own && len(t.Current) > 0 && len(out) < mostTallies {
			out = append(out, t)
		}
	}
	return out
}
