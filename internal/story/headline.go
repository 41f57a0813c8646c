package story

import (
	"slices"

	"wiredesk"
)

// headlineReports is the number of reports of a story whose headlines are
// compared, the first linked: more would say the same again.
const headlineReports = 40

// Headline chooses the headline of a story: that of the report whose headline
// the other reports bear out best, word for word by rarity; of equal ones the
// first. A report that was killed gives none.
func Headline(readings []wiredesk.Reading) string {
	readings = readings[:min(len(readings), headlineReports)]
	has := make([]map[string]bool, len(readings))
	for i := range readings {
		has[i] = map[string]bool{}
		for _, w := range read(&readings[i]) {
			has[i][w.fold] = true
		}
	}
	best, most := "", -2.0
	for i := range readings {
		r := &readings[i]
		if r.Headline == nil || r.Headline.Text == "" || r.Status == wiredesk.Killed {
			continue
		}
		x := borneOut(r.Headline.Text, i, has)
		if isName(r) {
			x-- // only where there is no other
		}
		if x > most {
			best, most = r.Headline.Text, x
		}
	}
	return best
}

// isName reports whether a headline is only the name of somebody, as of the
// office whose site the report stands on.
func isName(r *wiredesk.Reading) bool {
	return slices.ContainsFunc(r.Entities, func(e wiredesk.Entity) bool {
		return wiredesk.Fold(e.Name) == wiredesk.Fold(r.Headline.Text)
	})
}

// borneOut is the mean share of a headline's words, weighed by rarity, that
// stand in the reports other than its own.
func borneOut(headline string, own int, has []map[string]bool) float64 {
	f := background()
	var all, found float64
	for _, w := range Words(headline) {
		x := f.rarity(hash(w))
		for i := range has {
			if i == own {
				continue
			}
			all += x
			if has[i][w] {
				found += x
			}
		}
	}
	if all == 0 {
		return 0
	}
	return found / all
}
