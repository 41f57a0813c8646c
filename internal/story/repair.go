package story

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"time"

	"wiredesk"
)

// RepairKind says what a repair did.
type RepairKind string

// The kinds of repairs.
const (
	MergedStories RepairKind = "merge" // all reports of From went to To; From lives on as an alias
	MovedReport   RepairKind = "move"  // one report went from From to To
	SplitReport   RepairKind = "split" // one report left From and opened To
)

// A Repair is one change that looking again made, with its reason. The desk
// stores it as an entry of its audit.
type Repair struct {
	Kind    RepairKind            `json:"kind"`
	Reports wiredesk.List[string] `json:"reports"` // those that changed their story
	From    string                `json:"from"`
	To      string                `json:"to"`
	Why     string                `json:"why"`
}

// moveMargin is how much better another story must fit a report than its own,
// in log odds, so that reports do not wander to and fro.
const moveMargin = 0.5

// mergeMargin is how much more alike two whole stories must be than a report
// must be to a story that it joins. Below two, look-alikes of ECB+ (the Oscars
// of two years) are merged; nothing is gained on the other sets.
const mergeMargin = 2

// repairRounds bounds how often a repair looks again at what it changed.
const repairRounds = 3

// Repair looks again at the reports that were published since a moment, with
// what is known by now: it merges stories, and moves or splits off reports.
// Pinned reports stay, and stories that an editor parted are not merged. The
// zero time looks at all; reports of unknown publication are always looked at.
func (l *Linker) Repair(since time.Time) []Repair {
	var out []Repair
	for range repairRounds {
		moved := l.moveRecent(since)
		merged := l.mergeRecent(since)
		out = append(append(out, moved...), merged...)
		if len(moved)+len(merged) == 0 {
			break
		}
	}
	return out
}

// recent reports whether a card is to be looked at.
func (l *Linker) recent(c uint32, since time.Time) bool {
	hour := l.cards.one(c).hour
	return since.IsZero() || hour == unknown || int64(hour) >= since.Unix()/3600
}

// again lays a card open as if it were new, weighed by what is rare now.
func (l *Linker) again(c uint32) sheet {
	s := l.sheetOf(c)
	s.runs, s.room = unpackRuns(nil, s.packed), nil
	l.weigh(&s)
	s.few = l.few(&s)
	return s
}

// moveRecent moves reports that fit another story better than their own, and
// splits off those that do not fit their own.
func (l *Linker) moveRecent(since time.Time) []Repair {
	var out []Repair
	for c := range l.n {
		if !l.recent(c, since) || l.cards.one(c).pin {
			continue
		}
		own := l.cards.one(c).story
		if l.stories.one(own).size < 2 {
			continue
		}
		s := l.again(c)
		fit := l.fit(&s, own, none)
		best := candidate{story: none}
		for _, x := range l.candidates(&s, l.likely(&s)) {
			if x.story != own && x.score >= l.weights.Join && x.score > fit+moveMargin && (best.story == none || x.score > best.score) {
				best = x
			}
		}
		switch id := l.reportID(c); {
		case best.story != none:
			out = append(out, Repair{MovedReport, []string{id}, l.storyID(own), l.storyID(best.story),
				fmt.Sprintf("it fits %s better than its own story (%.1f against %.1f)", l.storyID(best.story), best.score, fit)})
			l.move(c, best.story)
		case fit < l.weights.Join-splitMargin:
			to := l.openStory(l.free("s-" + id + l.mark))
			out = append(out, Repair{SplitReport, []string{id}, l.storyID(own), l.storyID(to),
				fmt.Sprintf("too little joins it to the other reports of its story by now (%.1f)", fit)})
			l.move(c, to)
		}
	}
	return out
}

// splitMargin is how far below the bar for joining a report must fall to be
// split off.
const splitMargin = 1

// mergeRecent merges stories that hold recent reports and tell of the same
// news, the younger into the older.
func (l *Linker) mergeRecent(since time.Time) []Repair {
	var out []Repair
	for c := range l.n {
		if !l.recent(c, since) {
			continue
		}
		own := l.cards.one(c).story
		s := l.again(c)
		for _, x := range l.candidates(&s, l.likely(&s)) {
			if x.story == own || x.score < l.weights.Join || l.parted[pair(own, x.story)] {
				continue
			}
			fit, conflict := l.alike(own, x.story)
			if fit < l.weights.Join+mergeMargin || conflict < l.weights.Join {
				continue
			}
			from, to := l.byAge(own, x.story)
			if l.pinned(from) {
				if from, to = to, from; l.pinned(from) {
					continue
				}
			}
			r := Repair{MergedStories, l.reportsOf(from), l.storyID(from), l.storyID(to),
				fmt.Sprintf("their reports tell of the same news (%.1f)", fit)}
			l.merge(from, to)
			out = append(out, r)
			own = to
		}
	}
	return out
}

// byAge returns the younger and the older of two stories: by the report that
// came first, which is the same for a linker that started anew.
func (l *Linker) byAge(a, b uint32) (younger, older uint32) {
	if l.members(a)[0] < l.members(b)[0] {
		a, b = b, a
	}
	return a, b
}

// pinned reports whether an editor put a report into a story.
func (l *Linker) pinned(story uint32) bool {
	return slices.ContainsFunc(l.members(story), func(c uint32) bool { return l.cards.one(c).pin })
}

// alike is the mean score of the newest reports of one story for the other,
// both ways, and the least odds of two reports whose particulars conflict.
func (l *Linker) alike(a, b uint32) (mean, conflict float32) {
	var sum float32
	conflict = float32(math.Inf(1))
	n := 0
	for _, way := range [2][2]uint32{{a, b}, {b, a}} {
		k := 0
		for c := l.stories.one(way[0]).newest; c != none && k < mostMembers; c = l.cards.one(c).older {
			s := l.again(c)
			h := l.hold(&s, way[1], none)
			sum += l.weights.score(h)
			conflict = min(conflict, h.conflict)
			n++
			k++
		}
	}
	return sum / float32(n), conflict
}

// members returns the cards of a story, oldest first.
func (l *Linker) members(story uint32) []uint32 {
	var out []uint32
	for c := l.stories.one(story).newest; c != none; c = l.cards.one(c).older {
		out = append(out, c)
	}
	slices.Reverse(out)
	return out
}

// reportsOf returns the ids of a story's reports, oldest first.
func (l *Linker) reportsOf(story uint32) []string {
	var out []string
	for _, c := range l.members(story) {
		out = append(out, l.reportID(c))
	}
	return out
}

// move takes a card out of its story and puts it into another.
func (l *Linker) move(c, to uint32) {
	from := l.cards.one(c).story
	rest := slices.DeleteFunc(l.members(from), func(x uint32) bool { return x == c })
	l.fill(from, rest)
	l.fill(to, append(l.members(to), c))
}

// merge puts all cards of a story into another and leaves an alias.
func (l *Linker) merge(from, to uint32) {
	l.fill(to, append(l.members(to), l.members(from)...))
	l.fill(from, nil)
	l.stories.one(from).into = to
	for other := range l.parted {
		if other[0] == from || other[1] == from {
			l.parted[pair(other[0]+other[1]-from, to)] = true
		}
	}
}

// fill gives a story its cards, in the order in which they came.
func (l *Linker) fill(story uint32, cards []uint32) {
	slices.SortFunc(cards, cmp.Compare[uint32])
	f := l.stories.one(story)
	if f.size > 0 {
		l.live--
	}
	if len(cards) > 0 {
		l.live++
	}
	f.newest, f.size = none, uint32(len(cards))
	for _, c := range cards {
		x := l.cards.one(c)
		x.story, x.older = story, f.newest
		f.newest = c
	}
}

// pair is the key of two stories in either order.
func pair(a, b uint32) [2]uint32 { return [2]uint32{min(a, b), max(a, b)} }
