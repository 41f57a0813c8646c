package story

import (
	"fmt"
	"math"
	"strings"

	"wiredesk"
)

// A Linker puts reports into stories, one after the other, for good. It is not
// safe for concurrent use: linking is one ordered writer. It holds all reports
// that it was given; a desk that lets old ones go builds a new Linker from the
// Prints of the rest.
type Linker struct {
	weights Weights
	heavy   int // mostHeavy, but MaxTerms in training
	cards   slab[card]
	lengths slab[float32] // by card: the norm of all terms, close together for the search
	n       uint32        // cards
	stories slab[folder]
	folders uint32 // stories
	live    uint32 // those that hold reports
	packed  slab[uint32]
	runs    slab[byte]
	facts   slab[int32]
	text    slab[byte]
	terms   postings
	reports table              // cards by the hash of the report's id; see ids.go
	names   table              // stories by the hash of their id
	parted  map[[2]uint32]bool // stories that an editor keeps apart
	mark    string             // behind the ids of the stories that a repair opens; see MarkSplits
	found   finder
	scratch []uint32
}

// A folder is a story as the linker keeps it.
type folder struct {
	id     uint32 // place of the id
	idLen  uint16
	newest uint32 // card, or none
	size   uint32 // reports
	into   uint32 // the story that it was merged into, or none
}

// NewLinker returns a Linker that knows no report yet.
func NewLinker() *Linker { return NewLinkerWith(trained()) }

// Load reads what linking rests on, so that the first report need not wait for it.
func Load() {
	trained()
	background()
	dayWords()
}

// NewLinkerWith returns a Linker with other weights than the embedded ones;
// training and measuring use it.
func NewLinkerWith(w Weights) *Linker {
	return &Linker{weights: w, heavy: mostHeavy, parted: map[[2]uint32]bool{}}
}

// Add links one report and says to which story it belongs and why. The same
// prints in the same order give the same assignments. Origins are left to
// Trace, which sees the whole story.
func (l *Linker) Add(p Print) wiredesk.Assignment {
	s := open(&p)
	l.weigh(&s)
	likely := l.likely(&s)
	near := l.nearest(&s, likely)
	joined := near.story != none && near.score >= l.weights.Join
	a := wiredesk.Assignment{Report: p.Report, Why: l.why(&p, &s, near, joined)}
	story := near.story
	if !joined {
		story = l.openStory(l.free("s-" + p.Report))
	}
	a.Story = l.storyID(story)
	if from := l.carries(&s, story, likely); from.card != none {
		a.PickupOf, a.Shared = wiredesk.Optional(l.reportID(from.card)), from.share
		b := l.sheetOf(from.card)
		if a.Changed = changed(&s, &b); len(a.Changed) > 0 {
			a.Why = append(a.Why, fmt.Sprintf("it carries the text of %s but is no plain pickup: %s", a.PickupOf, strings.Join(a.Changed, "; ")))
		}
	}
	l.put(p.Report, &s, story)
	return a
}

// Restore adds a report that was linked before, as it was assigned then. The
// same reports in the same order as they were added leave a Linker that links
// what follows as the first one would have.
func (l *Linker) Restore(p Print, a wiredesk.Assignment) {
	l.RestoreSketch(Sketch{p.Report, open(&p)}, a)
}

// RestoreSketch is Restore for a Print that is laid out already.
func (l *Linker) RestoreSketch(k Sketch, a wiredesk.Assignment) {
	l.weigh(&k.sheet)
	story := l.storyAt(a.Story)
	if story == none {
		story = l.openStory(a.Story)
	}
	l.put(k.report, &k.sheet, story)
}

// openStory makes a new story.
func (l *Linker) openStory(id string) uint32 {
	i := l.stories.place(1)
	at, n := l.keepID(id)
	*l.stories.one(i) = folder{id: at, idLen: n, newest: none, into: none}
	l.folders++
	l.nameStory(id, i)
	return i
}

// put keeps a report as a card of a story.
func (l *Linker) put(report string, s *sheet, story uint32) {
	at := l.cards.place(1)
	*l.lengths.one(l.lengths.place(1)) = s.norms.all
	f := l.stories.one(story)
	id, n := l.keepID(report)
	runs := packRuns(s.runs)
	facts := l.keepFacts(s)
	*l.cards.one(at) = card{
		story: story, older: f.newest,
		terms: l.packed.keep(s.terms), runs: l.runs.keep(runs), size: uint16(len(runs)),
		facts: facts, id: id, idLen: n,
		norms: s.norms, hour: s.hour, words: uint16(min(s.words, math.MaxUint16)),
		kept: [5]uint8{uint8(len(s.terms)), uint8(len(s.runs)), uint8(len(s.days)), uint8(len(s.ages)), uint8(len(s.signs))},
	}
	if f.size == 0 {
		l.live++
	}
	f.newest = at
	f.size++
	l.n++
	l.nameReport(report, at)
	for i, t := range s.terms {
		if s.spots[i] == none {
			s.spots[i] = l.terms.open(key(t))
		}
		l.terms.lists.one(s.spots[i]).seen++
	}
	for _, i := range s.heavy {
		l.terms.add(s.spots[i], at)
	}
}

// keepFacts stores the days, ages and signs of a report and returns where.
func (l *Linker) keepFacts(s *sheet) uint32 {
	n := len(s.days) + len(s.ages) + len(s.signs)
	at := l.facts.place(n)
	room := l.facts.at(at, n)
	for _, part := range [...][]int32{s.days, s.ages, s.signs} {
		room = room[copy(room, part):]
	}
	return at
}

// sheetOf lays a card open; see sheet.unpacked for its runs.
func (l *Linker) sheetOf(i uint32) sheet {
	c := l.cards.one(i)
	days, ages, signs := int(c.kept[2]), int(c.kept[3]), int(c.kept[4])
	facts := l.facts.at(c.facts, days+ages+signs)
	return sheet{
		terms:  l.packed.at(c.terms, int(c.kept[0])),
		packed: l.runs.at(c.runs, int(c.size)), room: &l.scratch,
		days: facts[:days], ages: facts[days : days+ages], signs: facts[days+ages:],
		norms: c.norms, hour: c.hour, words: int(c.words), self: i,
	}
}
