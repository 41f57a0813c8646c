package story

import (
	"math"
	"slices"
)

// Limits of what is compared in full for one report.
const (
	mostStories = 6 // stories that are weighed
	mostMembers = 6 // reports of each of them: the newest, and the one most alike
)

// A candidate is a story that a report may belong to.
type candidate struct {
	story uint32
	score float32
	card  uint32 // the report in it that shares most
}

// nearest returns the story that fits a report best.
func (l *Linker) nearest(s *sheet, likely []uint32) candidate {
	best := candidate{story: none}
	for _, c := range l.candidates(s, likely) {
		if best.story == none || c.score > best.score {
			best = c
		}
	}
	return best
}

// candidates weighs the stories of the likely reports.
func (l *Linker) candidates(s *sheet, likely []uint32) []candidate {
	var out []candidate
	for _, x := range likely {
		story := l.cards.one(x).story
		if slices.ContainsFunc(out, func(c candidate) bool { return c.story == story }) {
			continue
		}
		if len(out) == mostStories {
			break
		}
		out = append(out, candidate{story, l.fit(s, story, x), x})
	}
	return out
}

// A hold is how a report hangs together with a story: odds with its reports.
type hold struct {
	best, mean float32
	conflict   float32 // the least odds with a report whose particulars conflict; without end where none do
}

// score weighs a hold. A report of the story with which the report conflicts
// counts as much as the one that is most alike: of two bombs on one day, what
// was printed of the first may be near or far in its words.
func (w *Weights) score(h hold) float32 {
	score := w.Best*h.best + (1-w.Best)*h.mean
	if h.conflict < w.Join {
		return min(score, (h.best+h.conflict)/2)
	}
	return score
}

// fit weighs a story for a report: the odds that the report tells of the same
// news, from the newest reports of the story and the one that shares most,
// which is none where that is not known.
func (l *Linker) fit(s *sheet, story, likest uint32) float32 {
	return l.weights.score(l.hold(s, story, likest))
}

// hold finds how a report hangs together with a story. The report itself does
// not speak; where the story has no other, the odds are without end.
func (l *Linker) hold(s *sheet, story, likest uint32) hold {
	var sum float32
	n, seen := 0, false
	h := hold{best: float32(math.Inf(-1)), mean: float32(math.Inf(-1)), conflict: float32(math.Inf(1))}
	try := func(c uint32) {
		if c == s.self {
			return
		}
		b := l.sheetOf(c)
		k := compare(s, &b)
		odds := l.weights.odds(&k, s.few)
		sum += odds
		h.best = max(h.best, odds)
		if s.few > 0 && k.conflicts() {
			h.conflict = min(h.conflict, odds)
		}
		n++
		seen = seen || c == likest
	}
	for c := l.stories.one(story).newest; c != none && n < mostMembers; c = l.cards.one(c).older {
		try(c)
	}
	if !seen && likest != none {
		try(likest)
	}
	if n > 0 {
		h.mean = sum / float32(n)
	}
	return h
}
