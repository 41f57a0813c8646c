package story

import (
	"fmt"
	"math"
)

// The ids of reports and stories are found through their hashes. Where two ids
// have one hash, the second stands under the next free number, and the id
// itself decides.

// keepID stores an id and returns where. An id of more than 16,000 bytes is
// cut; intake lets none through.
func (l *Linker) keepID(id string) (at uint32, n uint16) {
	id = id[:min(len(id), 1<<chunkBits, math.MaxUint16)]
	return l.text.keep([]byte(id)), uint16(len(id))
}

// reportID returns the id of the report on a card.
func (l *Linker) reportID(i uint32) string {
	c := l.cards.one(i)
	return string(l.text.at(c.id, int(c.idLen)))
}

// storyID returns the id of a story.
func (l *Linker) storyID(i uint32) string {
	f := l.stories.one(i)
	return string(l.text.at(f.id, int(f.idLen)))
}

// cardAt returns the card of a report, or none.
func (l *Linker) cardAt(report string) uint32 {
	for h := hash(report); ; h++ {
		i, ok := l.reports.get(h)
		if !ok {
			return none
		}
		if l.reportID(i) == report {
			return i
		}
	}
}

// nameReport makes a card known under its report's id. Of several with one id
// the last counts.
func (l *Linker) nameReport(report string, i uint32) {
	h := hash(report)
	for {
		if other, taken := l.reports.get(h); !taken || l.reportID(other) == report {
			break
		}
		h++
	}
	l.reports.set(h, i)
}

// folderAt returns the story that has an id of its own, merged or not, or none.
func (l *Linker) folderAt(id string) uint32 {
	for h := hash(id); ; h++ {
		i, ok := l.names.get(h)
		if !ok {
			return none
		}
		if l.storyID(i) == id {
			return i
		}
	}
}

// storyAt returns the story that an id or alias stands for, or none.
func (l *Linker) storyAt(id string) uint32 {
	i := l.folderAt(id)
	for i != none && l.stories.one(i).into != none {
		i = l.stories.one(i).into
	}
	return i
}

// nameStory makes a story known under its id.
func (l *Linker) nameStory(id string, i uint32) {
	h := hash(id)
	for {
		if _, taken := l.names.get(h); !taken {
			break
		}
		h++
	}
	l.names.set(h, i)
}

// free returns the id, or the id with a number behind it that no story ever
// had.
func (l *Linker) free(id string) string {
	next := id
	for n := 2; l.folderAt(next) != none; n++ {
		next = fmt.Sprintf("%s-%d", id, n)
	}
	return next
}
