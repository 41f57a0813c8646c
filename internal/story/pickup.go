package story

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// carriedShare is the share of a report's runs of words from which on it
// carries another's text; see docs/stories.md for how it was chosen.
const carriedShare = 0.10

// carriedRuns is the number of sampled runs that must be shared at least: two
// agencies' official wordings alone make one or two.
const carriedRuns = 4

// shortRuns is the number of runs below which a report is short, and
// shortShare what counts there instead of carriedShare: in a hundred words a
// stock phrase such as "bringing the number of dead to" is a tenth of the text.
const (
	shortRuns  = 60
	shortShare = 0.25
)

// needed is the share of the shorter report's runs that must be shared.
func needed(shorter int) float64 {
	if shorter < shortRuns {
		return shortShare
	}
	return carriedShare
}

// A carrier says whose text a report carries.
type carrier struct {
	card  uint32 // none if it carries no known one
	share float64
}

// carries finds the report in the story whose text a report carries: the one
// with the largest share, of equal shares the earliest.
func (l *Linker) carries(s *sheet, story uint32, cards []uint32) carrier {
	best := carrier{card: none}
	for _, c := range cards {
		x := l.cards.one(c)
		if x.story != story {
			continue
		}
		b := l.sheetOf(c)
		both, inA, inB := shared(s.runs, b.unpacked())
		if both < carriedRuns || float64(both) < needed(min(inA, inB))*float64(min(inA, inB)) {
			continue
		}
		share := float64(both) / float64(inA)
		if d := cmp.Compare(share, best.share); best.card == none || d > 0 || d == 0 && c < best.card {
			best = carrier{c, share}
		}
	}
	return best
}

// changedTags are the particulars in which a report may differ from the text
// that it carries, with what they are called.
var changedTags = [...]struct {
	tag  int
	name string
}{{killedSign, "killed"}, {injuredSign, "injured"}, {magnitudeSign, "magnitude"}, {daySign, "the day"}}

// changed lists in words the particulars that a report gives otherwise than the
// text that it carries: those of one kind of which each has one that the other
// has not.
func changed(a, b *sheet) []string {
	var out []string
	for _, c := range changedTags {
		mine, theirs := a.only(b, c.tag), b.only(a, c.tag)
		if len(mine) > 0 && len(theirs) > 0 {
			out = append(out, fmt.Sprintf("%s: %s for %s", c.name, strings.Join(mine, ", "), strings.Join(theirs, ", ")))
		}
	}
	return out
}

// only lists in words the values of a tag that only one of two reports gives.
func (s *sheet) only(other *sheet, tag int) []string {
	var out []string
	for _, x := range s.signs {
		if sign(x).tag() == tag && !slices.Contains(other.signs, x) {
			out = append(out, sign(x).words())
		}
	}
	return out
}
