package story

// StoryOf returns the id of the story that a report is in.
func (l *Linker) StoryOf(report string) string {
	for c := range l.n {
		if l.id(c) == report {
			return l.stories[l.cards.one(c).story].id
		}
	}
	return ""
}
