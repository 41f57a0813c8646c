package story

import (
	"cmp"
	"math"
	"slices"

	"wiredesk"
)

// A Linker puts reports into stories, one after the other, for good. It is not
// safe for concurrent use: linking is one ordered writer.
type Linker struct {
	cards   slab[card]
	n       uint32 // cards
	packed  slab[uint32]
	facts   slab[int32]
	text    slab[byte]
	terms   postings
	stories []folder
	byID    map[string]uint32
	weights Weights
	pinned  map[uint32]bool    // cards that an editor put where they are
	parted  map[[2]uint32]bool // stories that an editor keeps apart
}

// A folder is a story as the linker keeps it.
type folder struct {
	id     string
	newest uint32 // card
	size   uint32
}

// NewLinker returns a Linker that knows no report yet.
func NewLinker() *Linker { return NewLinkerWith(trained()) }

// NewLinkerWith returns a Linker with other weights than the embedded ones;
// training and measuring use it.
func NewLinkerWith(w Weights) *Linker {
	return &Linker{byID: map[string]uint32{}, weights: w, pinned: map[uint32]bool{}, parted: map[[2]uint32]bool{}}
}

// priorDocuments is the number of documents that the background frequencies
// count as, against those of the reports that were linked. The more reports
// there are, the more they say themselves what is rare: "shooting" means
// little where all report shootings.
const priorDocuments = 1000

// rarity is how rare a term is by now.
func (l *Linker) rarity(key uint32) float32 {
	f := background()
	prior := float64(f.Count[key]) / float64(f.Documents) * priorDocuments
	seen := float64(l.terms.seen(key))
	return float32(math.Log((priorDocuments + float64(l.n) + 1) / (prior + seen + 0.5)))
}

// weigh fills in what is rare in a sheet, and its norms.
func (l *Linker) weigh(s *sheet) {
	s.rarity = make([]float32, len(s.terms))
	var n norms
	for i, t := range s.terms {
		r := l.rarity(key(t))
		s.rarity[i] = r
		w := levels[t&31] * r
		w *= w
		n.all += w
		switch kind(t) {
		case NumberTerm:
			n.numbers += w
		case PlaceTerm:
			n.places += w
			n.names += w
		case NameTerm:
			n.names += w
		}
		if inHead(t) {
			n.head += w
		}
	}
	root := func(x float32) float32 { return float32(math.Sqrt(float64(x))) }
	s.norms = norms{root(n.all), root(n.names), root(n.places), root(n.numbers), root(n.head)}
}

// sheetOf lays a card open.
func (l *Linker) sheetOf(i uint32) sheet {
	c := l.cards.one(i)
	facts := l.facts.at(c.facts, int(c.kept[2])+int(c.kept[3]))
	return sheet{
		terms: l.packed.at(c.terms, int(c.kept[0])),
		runs:  l.packed.at(c.runs, int(c.kept[1])),
		days:  facts[:c.kept[2]], ages: facts[c.kept[2]:],
		norms: c.norms, hour: c.hour, words: int(c.words), self: i,
	}
}

// Add links one report and says to which story it belongs and why. The same
// prints in the same order give the same assignments.
func (l *Linker) Add(p Print) wiredesk.Assignment {
	s := open(&p)
	l.weigh(&s)
	likely := l.likely(&s)
	near := l.nearest(&s, likely)
	joined := near.story != none && near.score >= l.weights.Join
	a := wiredesk.Assignment{Report: p.Report, Why: l.why(&p, &s, near, joined)}
	story := near.story
	if !joined {
		story = l.openStory("s-" + p.Report)
	}
	a.Story = l.stories[story].id
	if from := l.carries(&s, story, likely); from.card != none {
		a.PickupOf, a.Shared = wiredesk.Optional(l.id(from.card)), from.share
	}
	l.put(&p, &s, story)
	return a
}

// id returns the report's id of a card.
func (l *Linker) id(i uint32) string {
	c := l.cards.one(i)
	return string(l.text.at(c.id, int(c.idLen)))
}

// openStory makes a new story.
func (l *Linker) openStory(id string) uint32 {
	i := uint32(len(l.stories))
	l.stories = append(l.stories, folder{id: id, newest: none})
	l.byID[id] = i
	return i
}

// put keeps a report as a card of a story.
func (l *Linker) put(p *Print, s *sheet, story uint32) {
	at := l.cards.place(1)
	f := &l.stories[story]
	facts := append(slices.Clone(s.days), s.ages...)
	id := p.Report[:min(len(p.Report), math.MaxUint16)]
	*l.cards.one(at) = card{
		story: story, older: f.newest,
		terms: l.packed.keep(s.terms), runs: l.packed.keep(s.runs),
		facts: l.facts.keep(facts), id: l.text.keep([]byte(id)), idLen: uint16(len(id)),
		norms: s.norms, hour: s.hour, words: uint16(min(s.words, math.MaxUint16)),
		kept: [4]uint8{uint8(len(s.terms)), uint8(len(s.runs)), uint8(len(s.days)), uint8(len(s.ages))},
	}
	f.newest = at
	f.size++
	l.n++
	for _, t := range s.terms {
		l.terms.add(key(t), at)
	}
}

// A candidate is a story that a report may belong to.
type candidate struct {
	story uint32
	score float32
	card  uint32 // the report in it that is most alike
}

// Limits of the search for one report.
const (
	mostCards   = 32 // reports that are compared in full
	mostStories = 10 // stories that are weighed
	mostMembers = 10 // reports of one story that are compared
)

// nearest returns the story that a report most likely belongs to.
func (l *Linker) nearest(s *sheet, likely []uint32) candidate {
	best := candidate{story: none}
	for _, c := range l.candidates(s, likely) {
		if best.story == none || c.score > best.score {
			best = c
		}
	}
	return best
}

// likely returns the reports that share the most terms with a report.
func (l *Linker) likely(s *sheet) []uint32 {
	type likely struct {
		card uint32
		sum  float32
	}
	sums := map[uint32]float32{}
	for i, t := range s.terms {
		list, _ := l.terms.newest(key(t))
		w := levels[t&31] * s.rarity[i] * s.rarity[i]
		for _, c := range list {
			if c != s.self {
				sums[c] += w
			}
		}
	}
	var all []likely
	for c, sum := range sums {
		all = append(all, likely{c, sum / l.cards.one(c).norms.all})
	}
	slices.SortFunc(all, func(a, b likely) int {
		return cmp.Or(cmp.Compare(b.sum, a.sum), cmp.Compare(a.card, b.card))
	})
	var out []uint32
	for _, x := range all[:min(len(all), mostCards)] {
		out = append(out, x.card)
	}
	return out
}

// candidates weighs the stories that share terms with a report.
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
		out = append(out, candidate{story: story, card: x})
	}
	for i := range out {
		out[i].score = l.score(s, out[i].story, out[i].card)
	}
	return out
}

// score weighs a story for a report: the odds that the report tells of the
// same news, from the newest reports of the story and the one most alike.
func (l *Linker) score(s *sheet, story, likest uint32) float32 {
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
	for c := l.stories[story].newest; c != none && n < mostMembers; c = l.cards.one(c).older {
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
