package story

import "wiredesk"

// Restore adds a report that was linked before, or that is in its story by
// definition, as it was assigned then. After the same reports a restored
// linker goes on as the one that linked them.
func (l *Linker) Restore(p Print, a wiredesk.Assignment) {
	s := open(&p)
	l.weigh(&s)
	story, ok := l.byID[a.Story]
	if !ok {
		story = l.openStory(a.Story)
	}
	l.put(&p, &s, story)
}
