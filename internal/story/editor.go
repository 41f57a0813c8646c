package story

import (
	"fmt"

	"wiredesk"
)

// StoryOf returns the id of the story that a report is in, or "".
func (l *Linker) StoryOf(report string) string {
	c := l.cardAt(report)
	if c == none {
		return ""
	}
	return l.storyID(l.cards.one(c).story)
}

// Resolve returns the id of the story that an id or an alias stands for, or "".
func (l *Linker) Resolve(story string) string {
	i := l.storyAt(story)
	if i == none {
		return ""
	}
	return l.storyID(i)
}

// Reports returns the ids of a story's reports in the order in which they
// came; story may be an alias.
func (l *Linker) Reports(story string) []string {
	i := l.storyAt(story)
	if i == none {
		return nil
	}
	return l.reportsOf(i)
}

// Pin keeps a report where it is: no repair moves it. Unpin lets it go.
func (l *Linker) Pin(report string) error   { return l.setPin(report, true) }
func (l *Linker) Unpin(report string) error { return l.setPin(report, false) }

func (l *Linker) setPin(report string, pin bool) error {
	c := l.cardAt(report)
	if c == none {
		return fmt.Errorf("report %s: %w", report, wiredesk.ErrNotFound)
	}
	l.cards.one(c).pin = pin
	return nil
}

// Move puts a report into a story, which is opened if there is none of that
// id, and pins it there: an editor's decision wins over every repair, which will
// not merge the two stories either.
func (l *Linker) Move(report, story string) error {
	c := l.cardAt(report)
	if c == none {
		return fmt.Errorf("report %s: %w", report, wiredesk.ErrNotFound)
	}
	to := l.storyAt(story)
	if to == none {
		to = l.openStory(story)
	}
	if from := l.cards.one(c).story; from != to {
		l.parted[pair(from, to)] = true
		l.move(c, to)
	}
	l.cards.one(c).pin = true
	return nil
}

// Merge puts all reports of one story into another. The id of the first lives
// on as an alias of the second.
func (l *Linker) Merge(from, into string) error {
	a, b := l.storyAt(from), l.storyAt(into)
	if a == none {
		return fmt.Errorf("story %s: %w", from, wiredesk.ErrNotFound)
	}
	if b == none {
		return fmt.Errorf("story %s: %w", into, wiredesk.ErrNotFound)
	}
	if a != b {
		delete(l.parted, pair(a, b))
		l.merge(a, b)
	}
	return nil
}

// Part keeps two stories apart: no repair merges them again. Editors part what
// they split.
func (l *Linker) Part(a, b string) error {
	i, j := l.storyAt(a), l.storyAt(b)
	if i == none || j == none {
		return fmt.Errorf("stories %s and %s: %w", a, b, wiredesk.ErrNotFound)
	}
	l.parted[pair(i, j)] = true
	return nil
}

// Put puts a report where it is known to be: into the story of an id, which is
// opened if there is none, pinned or not. The id stands for that story alone from
// then on, even if the story was merged into another one before.
func (l *Linker) Put(report, story string, pinned bool) {
	c := l.cardAt(report)
	if c == none {
		return // what only withdraws another report is in no search
	}
	to := l.folderAt(story)
	if to == none {
		to = l.openStory(story)
	}
	l.stories.one(to).into = none
	if l.cards.one(c).story != to {
		l.move(c, to)
	}
	l.cards.one(c).pin = pinned
}

// MarkSplits says what stands behind the ids of the stories that repairs open from
// now on. With another mark for each repair they are new, whatever this Linker has
// seen.
func (l *Linker) MarkSplits(mark string) { l.mark = mark }

// KeepApart says which stories no repair merges again, and that all others may be.
func (l *Linker) KeepApart(pairs [][2]string) {
	clear(l.parted)
	for _, p := range pairs {
		if a, b := l.storyAt(p[0]), l.storyAt(p[1]); a != none && b != none && a != b {
			l.parted[pair(a, b)] = true
		}
	}
}
