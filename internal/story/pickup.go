package story

import "cmp"

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
