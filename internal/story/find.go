package story

import (
	"cmp"
	"math"
	"slices"
)

// mostLikely is the number of reports that a search returns: those that share
// most with a report.
const mostLikely = 64

// crowdRank is the story, counted from the nearest, that tells how crowded it
// is around a report. Where even the tenth story is much alike, as among
// shootings of one city, being alike means less. It lifted B-cubed F1 on the
// 5W1H set, weights trained on the other half, from 92.5 to 94.8, and lowered
// none of the other sets.
const crowdRank = 10

// A finder adds up what the terms of a report find, by card: an
// open-addressing table that is emptied, not made anew, for each report.
type finder struct {
	slots []found
	used  []uint32 // slots in use
	best  []found
}

type found struct {
	card uint32 // with one added; 0 marks a free slot
	sum  float32
}

// reset empties the finder.
func (f *finder) reset() {
	if f.slots == nil {
		f.slots = make([]found, 1<<12)
	}
	for _, i := range f.used {
		f.slots[i] = found{}
	}
	f.used = f.used[:0]
}

// add adds to what is found for a card.
func (f *finder) add(card uint32, w float32) {
	mask := uint32(len(f.slots) - 1)
	i := uint32(spread(card)>>32) & mask
	for f.slots[i].card != 0 && f.slots[i].card != card+1 {
		i = (i + 1) & mask
	}
	if f.slots[i].card == 0 {
		f.used = append(f.used, i)
		f.slots[i].card = card + 1
	}
	f.slots[i].sum += w
	if 2*len(f.used) > len(f.slots) {
		f.grow()
	}
}

// grow doubles the table. It stays that large for the reports to come.
func (f *finder) grow() {
	old, used := f.slots, f.used
	f.slots, f.used = make([]found, 2*len(old)), make([]uint32, 0, 2*len(used))
	mask := uint32(len(f.slots) - 1)
	for _, k := range used {
		i := uint32(spread(old[k].card-1)>>32) & mask
		for f.slots[i].card != 0 {
			i = (i + 1) & mask
		}
		f.slots[i] = old[k]
		f.used = append(f.used, i)
	}
}

// before orders what is found: most first, of equals the earlier card.
func (a found) before(b found) int {
	return cmp.Or(cmp.Compare(b.sum, a.sum), cmp.Compare(a.card, b.card))
}

// likely returns the reports that share the most with a report, in order, and
// notes how crowded it is around it.
func (l *Linker) likely(s *sheet) []uint32 {
	f := &l.found
	f.reset()
	for _, i := range s.heavy {
		t := s.terms[i]
		list := l.terms.newest(s.spots[i])
		w := levels[t&31] * s.rarity[i] * s.rarity[i]
		for _, c := range list {
			f.add(c, w)
		}
	}
	f.best = f.best[:0]
	for _, i := range f.used {
		x := f.slots[i]
		if x.card-1 == s.self {
			continue
		}
		x.sum /= *l.lengths.one(x.card - 1)
		f.best = keepBest(f.best, x)
	}
	slices.SortFunc(f.best, found.before)
	out := make([]uint32, len(f.best))
	for i, x := range f.best {
		out[i] = x.card - 1
	}
	s.crowd, s.few = l.crowd(s, f.best), l.few(s)
	return out
}

// keepBest puts x into a heap of the best mostLikely, the worst on top.
func keepBest(heap []found, x found) []found {
	if len(heap) < mostLikely {
		heap = append(heap, x)
		for i := len(heap) - 1; i > 0 && heap[i].before(heap[(i-1)/2]) > 0; i = (i - 1) / 2 {
			heap[i], heap[(i-1)/2] = heap[(i-1)/2], heap[i]
		}
		return heap
	}
	if x.before(heap[0]) > 0 {
		return heap
	}
	heap[0] = x
	for i := 0; ; {
		k := 2*i + 1
		if k+1 < len(heap) && heap[k+1].before(heap[k]) > 0 {
			k++
		}
		if k >= len(heap) || heap[k].before(heap[i]) <= 0 {
			return heap
		}
		heap[i], heap[k] = heap[k], heap[i]
		i = k
	}
}

// crowd is how alike the tenth nearest story is, 0 where there are not so many.
func (l *Linker) crowd(s *sheet, best []found) float32 {
	if s.norms.all == 0 {
		return 0
	}
	var stories []uint32
	for _, x := range best {
		story := l.cards.one(x.card - 1).story
		if slices.Contains(stories, story) {
			continue
		}
		if stories = append(stories, story); len(stories) == crowdRank {
			return x.sum / s.norms.all
		}
	}
	return 0
}

// fewStories is the number of stories from which on a desk holds many.
const fewStories = 12

// few is how few stories the desk holds, from 1 for one to 0 for fewStories: of
// four reports that somebody hands in, most tell of one news; of those that come
// to a desk of thousands, few do. An undated report may be of any time.
func (l *Linker) few(s *sheet) float32 {
	if s.hour == unknown {
		return 0
	}
	return max(0, 1-float32(math.Log(float64(max(l.live, 1)))/math.Log(fewStories)))
}
