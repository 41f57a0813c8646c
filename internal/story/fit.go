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
	best, mean, worst float32
}

// fit weighs a story for a report: the odds that the report tells of the same
// news, from the newest reports of the story and the one that shares most,
// which is none where that is not known.
func (l *Linker) fit(s *sheet, story, likest uint32) float32 {
	h := l.hold(s, story, likest)
	return l.weights.Best*h.best + (1-l.weights.Best)*h.mean
}

// hold finds how a report hangs together with a story. The report itself does
// not speak; where the story has no other, the odds are without end.
func (l *Linker) hold(s *sheet, story, likest uint32) hold {
	var sum float32
	n, seen := 0, false
	h := hold{best: float32(math.Inf(-1)), mean: float32(math.Inf(-1)), worst: float32(math.Inf(1))}
	try := func(c uint32) {
		if c == s.self {
			return
		}
		b := l.sheetOf(c)
		k := compare(s, &b)
		odds := l.weights.odds(&k, s.few)
		sum += odds
		h.best, h.worst = max(h.best, odds), min(h.worst, odds)
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
