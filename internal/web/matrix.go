package web

import (
	"strings"

	"wiredesk"
)

// A matrix shows who says so: a row for each thing that more than one account
// speaks of, a column for each report that is no copy of another. Silence is
// not denial, and copies are no columns of their own.
type matrix struct {
	Columns []column
	Rows    []matrixRow
}

// A column is one account with the copies of it.
type column struct {
	Report, Letter, Class, Outlet string
	Copies                        []string // outlets that carry its text
}

// A matrixRow is one thing that is said.
type matrixRow struct {
	Claim string // as the first account words it
	Kind  string
	Note  string
	Cells []cell
}

// A cell is what one account says of it: "says", "says otherwise", "other
// scope" or "silent".
type cell struct {
	State, Class string
	Words        string
	Chips        []chip
}

// mostRows bounds the matrix; mostColumns its columns.
const (
	mostRows    = 40
	mostColumns = 12
)

// newMatrix lays out the relations of a brief.
func newMatrix(b *wiredesk.Brief, c *citer) matrix {
	relations := append(append([]wiredesk.Relation{}, b.Agreements...), b.Differences...)
	claims := c.claims()
	m := matrix{Columns: columns(b, speaking(relations, claims), c)}
	for _, r := range relations {
		if r.Kind == wiredesk.OnlyIn || len(m.Rows) == mostRows {
			continue
		}
		if row, ok := m.row(r, claims, c); ok {
			m.Rows = append(m.Rows, row)
		}
	}
	return m
}

// speaking names the reports whose claims are related to others.
func speaking(relations []wiredesk.Relation, claims map[string]saying) map[string]bool {
	out := map[string]bool{}
	for _, r := range relations {
		for _, id := range r.Claims {
			if s, ok := claims[id]; ok && r.Kind != wiredesk.OnlyIn {
				out[s.reading.ID] = true
			}
		}
	}
	return out
}

// columns returns the accounts that speak of something others speak of, with
// the outlets that carry their text. A pickup has a column where it adds
// something of its own.
func columns(b *wiredesk.Brief, speaks map[string]bool, c *citer) []column {
	at := map[string]int{}
	var out []column
	for _, r := range b.Reports {
		if speaks[r.ID] && r.Status != wiredesk.Killed && len(out) < mostColumns {
			at[r.ID] = len(out)
			out = append(out, column{Report: r.ID, Letter: c.letters[r.ID], Class: colour(c.letters[r.ID]), Outlet: outlet(r.Outlet)})
		}
	}
	for _, r := range b.Reports {
		if i, ok := at[string(r.PickupOf)]; ok && !speaks[r.ID] {
			out[i].Copies = append(out[i].Copies, outlet(r.Outlet))
		}
	}
	return out
}

// A saying is a claim with the report that it stands in.
type saying struct {
	reading *wiredesk.Reading
	claim   *wiredesk.Claim
}

// claims returns the claims of all readings by id.
func (c *citer) claims() map[string]saying {
	out := map[string]saying{}
	for _, r := range c.readings {
		for i := range r.Claims {
			out[r.Claims[i].ID] = saying{r, &r.Claims[i]}
		}
	}
	return out
}

// row lays out one relation; ok is false where its claims are not at hand.
func (m matrix) row(r wiredesk.Relation, claims map[string]saying, c *citer) (matrixRow, bool) {
	row := matrixRow{Kind: string(r.Kind), Note: r.Note, Cells: make([]cell, len(m.Columns))}
	for i := range row.Cells {
		row.Cells[i] = cell{State: "silent", Class: "silent"}
	}
	first := ""
	for _, id := range r.Claims {
		s, ok := claims[id]
		if !ok {
			continue
		}
		if row.Claim == "" {
			row.Claim, first = s.words(), s.reading.ID
		}
		for i, col := range m.Columns {
			if col.Report == s.reading.ID {
				row.Cells[i].add(s, state(r.Kind, s.reading.ID == first), c)
			}
		}
	}
	return row, row.Claim != ""
}

// state words what an account does in a relation.
func state(k wiredesk.RelationKind, first bool) string {
	switch {
	case first, k == wiredesk.Same, k == wiredesk.Refines:
		return "says"
	case k == wiredesk.CompatibleScope:
		return "other scope"
	}
	return "says otherwise"
}

// add puts a claim into a cell.
func (c *cell) add(s saying, state string, by *citer) {
	if len(c.Chips) == mostChips {
		return
	}
	if c.State == "silent" {
		c.State, c.Class = state, map[string]string{"says": "says"}[state]
		c.Words = shorten(strings.Join(s.claim.Chain[:max(0, len(s.claim.Chain)-1)], " → "), 60)
		if c.Class == "" {
			c.Class = "other"
		}
	}
	if span := s.claim.Content; len(span) > 0 {
		hull := wiredesk.Span{Start: span[0].Start, End: span[len(span)-1].End}
		c.Chips = append(c.Chips, by.chip(wiredesk.Citation{Report: s.reading.ID, Span: hull, Quote: hull.Words(s.reading.Text)}))
	}
}

// mostChips bounds the chips of one cell.
const mostChips = 3

// words returns the content of a claim as printed.
func (s saying) words() string {
	var parts []string
	for _, span := range s.claim.Content {
		if d := s.reading.Dateline; d != nil && d.Span.Overlaps(span) && d.Span.End < span.End {
			span.Start = d.Span.End
		}
		parts = append(parts, strings.TrimLeft(span.Words(s.reading.Text), " -–—:"))
	}
	return shorten(strings.Join(strings.Fields(strings.Join(parts, " … ")), " "), 160)
}
