package brief

import (
	"slices"
	"strings"

	"wiredesk"
)

// headlineOf is the headline of the newest standing report that is of the
// story's own incident and does not give a count that was replaced.
func headlineOf(d *wiredesk.Dossier, all []*account) string {
	b := newBearing(d)
	var best *account
	top := 0
	for _, a := range all {
		if a.withdrawn != "" || a.reading.Headline == nil {
			continue
		}
		s := 1 + b.headScore(a)
		if best == nil || s > top || s == top && a.published().After(best.published()) {
			best, top = a, s
		}
	}
	if best == nil {
		return ""
	}
	return strings.Join(strings.Fields(best.reading.Headline.Text), " ")
}

// headScore ranks a headline: opinion, counts that no longer stand and other
// events' counts put it behind, counts that stand before.
func (b *bearing) headScore(a *account) int {
	s := 0
	if opinion(a) {
		s -= 8
	}
	head := a.reading.Headline
	if strings.HasSuffix(strings.TrimSpace(head.Text), "?") {
		s -= 4
	}
	for i := range a.reading.Figures {
		f := &a.reading.Figures[i]
		if !head.Span.Contains(f.Span) {
			continue
		}
		at := spot{a.reading.ID, f.Span.Start}
		if b.other[at] || f.Background {
			s -= 6
		}
		rows := b.rows[at]
		switch {
		case slices.ContainsFunc(rows, func(r *wiredesk.TollRow) bool { return b.current(r) }):
			s += 2
		case len(rows) > 0:
			s -= 6
		case b.outdated(f):
			s -= 6
		}
	}
	return s
}

// outdated reports whether a count that no row gives has the value of one that
// no longer stands, and of none that does.
func (b *bearing) outdated(f *wiredesk.Figure) bool {
	old := false
	for _, t := range b.dossier.Tolls {
		for _, r := range t.Rows {
			if t.Unit == f.Unit && r.Low == f.Low && r.High == f.High {
				if r.Status == wiredesk.RowCurrent {
					return false
				}
				old = true
			}
		}
	}
	return old
}
