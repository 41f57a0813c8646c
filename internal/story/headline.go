package story

import (
	_ "embed"
	"math"
	"slices"
	"strings"
	"sync"

	"wiredesk"
	"wiredesk/internal/lexicon"
	"wiredesk/internal/standing"
)

// headlineReports is the number of reports of a story whose headlines are
// compared, the newest: more would say the same again.
const headlineReports = 40

// headlineShare is how well a headline must be borne out, against the one that
// is borne out best, to be about what the story is about. It is low: the latest
// turn is told in words of its own.
const headlineShare = 0.3

// leastHeadline is the number of words below which a headline tells nothing.
const leastHeadline = 4

// Headline chooses the headline of a story: that of the newest report whose
// headline the other reports bear out, word for word by rarity. A report that
// was killed gives none, nor does one that another report of the story takes
// back; opinions, notices, names of offices and a word or two do only where there is no
// other.
func Headline(readings []wiredesk.Reading) string {
	readings = newest(readings)
	has := make([]map[string]bool, len(readings))
	for i := range readings {
		has[i] = map[string]bool{}
		for _, w := range read(&readings[i]) {
			has[i][w.fold] = true
		}
	}
	scores := make([]float64, len(readings))
	most := 0.0
	for i := range readings {
		r := &readings[i]
		switch {
		case r.Headline == nil || r.Headline.Text == "" || r.Status == wiredesk.Killed || r.Status == wiredesk.Withheld || takenBack(r, readings):
			scores[i] = math.Inf(-1)
			continue
		case isName(r) || label(r) != "" || tellsOfAnother(r) || len(Words(r.Headline.Text)) < leastHeadline:
			scores[i] = -1
			continue
		}
		scores[i] = borneOut(r.Headline.Text, i, has)
		most = max(most, scores[i])
	}
	for i := range readings {
		if scores[i] >= headlineShare*most {
			return readings[i].Headline.Text
		}
	}
	for i := range readings {
		if scores[i] == -1 {
			return readings[i].Headline.Text
		}
	}
	return ""
}

// newest is the newest reports, the newest first; those of one time in the
// order in which they were linked, and undated ones last.
func newest(readings []wiredesk.Reading) []wiredesk.Reading {
	out := slices.Clone(readings)
	slices.SortStableFunc(out, func(a, b wiredesk.Reading) int {
		x, _ := published(a.Published.Value)
		y, _ := published(b.Published.Value)
		return y.Compare(x)
	})
	return out[:min(len(out), headlineReports)]
}

// takenBack reports whether another report kills or corrects a report, or is a
// later notice of the same outlet that withdraws what it printed.
func takenBack(r *wiredesk.Reading, readings []wiredesk.Reading) bool {
	at, _ := published(r.Published.Value)
	return slices.ContainsFunc(readings, func(other wiredesk.Reading) bool {
		if other.ID == r.ID {
			return false
		}
		later, _ := published(other.Published.Value)
		return standing.Withdraws(&other.Report, &r.Report) ||
			label(&other) == withdraws && other.Outlet == r.Outlet && r.Outlet != "" && later.After(at) && shareWords(other.Headline.Text, r.Headline.Text)
	})
}

// shareWords reports whether two headlines have two words in common that are
// not common.
func shareWords(a, b string) bool {
	f, n := background(), 0
	for _, w := range Words(a) {
		if f.rarity(hash(w)) >= commonWord && slices.Contains(Words(b), w) {
			n++
		}
	}
	return n >= 2
}

// tellsOfAnother reports whether a headline says that it tells of another
// incident than the first: "again", "another".
func tellsOfAnother(r *wiredesk.Reading) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(r.Headline.Text)), func(w string) bool {
		return signWords()["another"][strings.Trim(w, ",.:;")] > 0
	})
}

//go:embed lexicon/notices.txt
var noticesFile []byte

// notices are the words before the colon of a headline that is no news, and
// what such a report does.
var notices = sync.OnceValue(func() map[string]string { return lexicon.Map(noticesFile) })

// withdraws is what a report does whose headline takes back another.
const withdraws = "withdraws"

// label is what a report does whose headline says itself that it tells no news
// ("OPINION: ...", "KILL: ..."), or "".
func label(r *wiredesk.Reading) string {
	if r.Headline == nil {
		return ""
	}
	before, _, ok := strings.Cut(r.Headline.Text, ":")
	if !ok {
		return ""
	}
	return notices()[strings.ToLower(strings.TrimSpace(before))]
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
