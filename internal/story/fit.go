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

// fit weighs a story for a report: the odds that the report tells of the same
// news, from the newest reports of the story and the one that shares most,
// which is none where that is not known. The report itself does not speak.
func (l *Linker) fit(s *sheet, story, likest uint32) float32 {
	var sum float32
	best := float32(math.Inf(-1))
	n, seen := 0, false
	try := func(c uint32) {
		if c == s.self {
			return
		}
		b := l.sheetOf(c)
		k := compare(s, &b)
		odds := l.weights.odds(&k)
		sum += odds
		best = max(best, odds)
		n++
		seen = seen || c == likest
	}
	for c := l.stories.one(story).newest; c != none && n < mostMembers; c = l.cards.one(c).older {
		try(c)
	}
	if !seen && likest != none {
		try(likest)
	}
	if n == 0 {
		return best
	}
	return l.weights.Best*best + (1-l.weights.Best)*sum/float32(n)
}
