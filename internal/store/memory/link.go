package memory

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"wiredesk"
	"wiredesk/internal/store"
)

// SaveLink keeps a link; see store.Links.
func (t *tx) SaveLink(story store.Stage, l store.Link) error {
	s := t.stageOf(story)
	old := s.linkOf[l.Assignment.Report]
	now := &link{Link: l}
	if old != nil {
		now.traced = old.traced
		if f := s.folders[old.Assignment.Story]; f != nil {
			set(t, &f.links, without(f.links, old))
		}
		set(t, &s.links, with(without(s.links, old), now))
	} else {
		set(t, &s.links, with(s.links, now))
	}
	put(t, s.linkOf, l.Assignment.Report, now)
	f := s.folders[l.Assignment.Story]
	if f == nil {
		return fmt.Errorf("there is no story %s: %w", l.Assignment.Story, wiredesk.ErrInvalid)
	}
	set(t, &f.links, with(f.links, now))
	return nil
}

// without returns a copy of links without one.
func without(links []*link, one *link) []*link {
	return slices.DeleteFunc(slices.Clone(links), func(l *link) bool { return l == one })
}

// with returns links with one more, by report.
func with(links []*link, one *link) []*link {
	i := len(links)
	for i > 0 && links[i-1].Seq > one.Seq {
		i--
	}
	if i == len(links) {
		return append(links, one)
	}
	return slices.Insert(slices.Clone(links), i, one)
}

// Link returns the link of a report; see store.Links.
func (t *tx) Link(story store.Stage, report string) (store.Link, bool, error) {
	if l := t.stageOf(story).linkOf[report]; l != nil {
		return l.Link, true, nil
	}
	return store.Link{}, false, nil
}

// LinksOf lists the links of a story; see store.Links.
func (t *tx) LinksOf(story store.Stage, id string) ([]store.Link, error) {
	f := t.stageOf(story).folders[id]
	if f == nil {
		return nil, nil
	}
	var out []store.Link
	for _, l := range f.links {
		out = append(out, short(l, l.Pinned))
	}
	return out, nil
}

// short is a link with report and story alone.
func short(l *link, pinned bool) store.Link {
	return store.Link{Seq: l.Seq, Assignment: wiredesk.Assignment{Report: l.Assignment.Report, Story: l.Assignment.Story}, Print: l.Print, Pinned: pinned}
}

// LinksAfter lists links; see store.Rows.
func (db *DB) LinksAfter(_ context.Context, story store.Stage, seq int64, limit int) ([]store.Link, error) {
	db.mu.RLock()
	defer db.mu.RUnlock()
	s := db.stageOf(story)
	i, found := slices.BinarySearchFunc(s.links, seq, func(l *link, seq int64) int { return cmp.Compare(l.Seq, seq) })
	if found {
		i++
	}
	var out []store.Link
	for _, l := range s.links[i:] {
		if len(out) == limit {
			break
		}
		out = append(out, short(l, l.Pinned || s.folders[l.Assignment.Story].Pinned))
	}
	return out, nil
}

// Folder returns a story; see store.Links.
func (t *tx) Folder(story store.Stage, id string) (store.Folder, bool, error) {
	if f := t.stageOf(story).folders[id]; f != nil {
		return f.Folder, true, nil
	}
	return store.Folder{}, false, nil
}

// SaveFolder keeps a story; see store.Links.
func (t *tx) SaveFolder(story store.Stage, f store.Folder) error {
	s := t.stageOf(story)
	old := s.folders[f.ID]
	if old == nil {
		put(t, s.folders, f.ID, &folder{Folder: f})
		return nil
	}
	f.Opened = old.Opened
	set(t, &old.Folder, f)
	set(t, &old.revision, old.revision+1)
	return nil
}

// Touch raises the revision of a report's story; see store.Links.
func (t *tx) Touch(story store.Stage, report string) error {
	s := t.stageOf(story)
	if l := s.linkOf[report]; l != nil {
		f := s.folders[l.Assignment.Story]
		set(t, &f.revision, f.revision+1)
	}
	return nil
}

// Resolve follows aliases; see store.Links.
func (t *tx) Resolve(story store.Stage, id string) (string, error) {
	return t.stageOf(story).resolve(id)
}

// resolve follows aliases from an id to a story.
func (s *stage) resolve(id string) (string, error) {
	for range len(s.aliases) + 1 {
		next, ok := s.aliases[id]
		if !ok {
			return id, nil
		}
		id = next.story
	}
	return "", fmt.Errorf("the aliases of story %s lead in a circle: %w", id, wiredesk.ErrInvalid)
}

// SaveAlias lets an id lead to another one; see store.Links.
func (t *tx) SaveAlias(story store.Stage, from, to string, act int64) error {
	s := t.stageOf(story)
	if _, ok := s.aliases[from]; !ok {
		put(t, s.aliases, from, alias{to, act})
	}
	return nil
}

// DropAliases forgets the aliases of an act; see store.Links.
func (t *tx) DropAliases(story store.Stage, act int64) error {
	s := t.stageOf(story)
	for from, a := range cloned(s.aliases) {
		if a.act == act {
			drop(t, s.aliases, from)
		}
	}
	return nil
}

// Members lists a story's reports; see store.Rows.
func (db *DB) Members(_ context.Context, line store.Line, story string) ([]store.Member, error) {
	db.mu.RLock()
	defer db.mu.RUnlock()
	f := db.stageOf(line.Story).folders[story]
	if f == nil {
		return nil, nil
	}
	var out []store.Member
	for _, l := range f.links {
		r, ok := db.stageOf(line.Intake).report(l.Seq)
		if !ok {
			continue
		}
		out = append(out, store.Member{Report: *r, Reading: db.stageOf(line.Reading).reading(r), Assignment: l.Assignment})
	}
	return out, nil
}

// inOrder returns the stories in the order in which they were opened.
func (s *stage) inOrder() []*folder {
	var out []*folder
	for _, f := range s.folders {
		out = append(out, f)
	}
	slices.SortFunc(out, func(a, b *folder) int { return cmp.Or(cmp.Compare(a.Opened, b.Opened), cmp.Compare(a.ID, b.ID)) })
	return out
}

// Opened lists stories in the order in which they were opened; see store.Rows.
func (db *DB) Opened(_ context.Context, story store.Stage, after, limit int) ([]string, error) {
	db.mu.RLock()
	defer db.mu.RUnlock()
	var out []string
	for _, f := range db.stageOf(story).inOrder() {
		if len(f.links) > 0 {
			out = append(out, f.ID)
		}
	}
	out = out[min(after, len(out)):]
	return out[:min(limit, len(out))], nil
}

// Stale lists stories to compile; see store.Rows.
func (db *DB) Stale(_ context.Context, line store.Line, limit int) ([]store.Stale, error) {
	db.mu.RLock()
	defer db.mu.RUnlock()
	briefs := db.stageOf(line.Brief).briefs
	var out []store.Stale
	for _, f := range db.stageOf(line.Story).inOrder() {
		if b := briefs[f.ID]; b != nil && b.Revision >= f.revision {
			continue
		}
		if out = append(out, store.Stale{Story: wiredesk.Story{ID: f.ID, Headline: f.Headline}, Revision: f.revision}); len(out) == limit {
			break
		}
	}
	return out, nil
}
