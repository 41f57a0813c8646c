package memory

import (
	"context"
	"slices"

	"wiredesk"
	"wiredesk/internal/store"
)

// NextAct returns the number of the next act; see store.Acts.
func (t *tx) NextAct() (int64, error) { return int64(len(t.acts) + 1), nil }

// Act returns an act; see store.Acts.
func (t *tx) Act(id int64) (wiredesk.Act, bool, error) {
	if id < 1 || id > int64(len(t.acts)) {
		return wiredesk.Act{}, false, nil
	}
	return t.acts[id-1], true, nil
}

// LogAct writes an act down; see store.Acts.
func (t *tx) LogAct(a wiredesk.Act) error {
	add(t, &t.acts, a)
	return nil
}

// MarkUndone notes which act took one back; see store.Acts.
func (t *tx) MarkUndone(id, by int64) error {
	acts := slices.Clone(t.acts)
	acts[id-1].Undone = by
	set(t, &t.acts, acts)
	return nil
}

// Before returns what undoing an act brings back; see store.Acts.
func (t *tx) Before(story store.Stage, act int64) ([]byte, error) {
	return t.stageOf(story).befores[act], nil
}

// SaveBefore keeps what undoing an act brings back; see store.Acts.
func (t *tx) SaveBefore(story store.Stage, act int64, before []byte) error {
	put(t, t.stageOf(story).befores, act, before)
	return nil
}

// AllActs lists all acts, oldest first; see store.Rows.
func (db *DB) AllActs(context.Context) ([]wiredesk.Act, error) {
	db.mu.RLock()
	defer db.mu.RUnlock()
	return slices.Clone(db.acts), nil
}

// Acts lists the acts on a story; see store.Shelf.
func (db *DB) Acts(_ context.Context, story string, page wiredesk.Page) ([]wiredesk.Act, int, error) {
	db.mu.RLock()
	defer db.mu.RUnlock()
	var out []wiredesk.Act
	for _, a := range slices.Backward(db.acts) {
		if story == "" || a.Story == story || string(a.Other) == story {
			out = append(out, a)
		}
	}
	return cut(out, page.Cap()), len(out), nil
}

// cut returns a page of a list.
func cut[T any](list []T, p wiredesk.Page) []T {
	list = list[min(p.Offset, len(list)):]
	return list[:min(p.Limit, len(list))]
}

// SaveBrief keeps a brief; see store.Outcomes.
func (t *tx) SaveBrief(line store.Line, b store.Brief) error {
	s := t.stageOf(line.Story)
	if f := s.folders[b.Story]; f != nil {
		for _, l := range f.links {
			set(t, &l.traced, nil)
		}
	}
	for _, a := range b.Traced {
		if l := s.linkOf[a.Report]; l != nil {
			set(t, &l.traced, &a)
		}
	}
	b.Traced = nil
	briefs := t.stageOf(line.Brief).briefs
	set(t, &t.saves, t.saves+1)
	put(t, briefs, b.Story, &brief{Brief: b, saved: t.saves})
	return nil
}

// Announce lets lists show a story; see store.Outcomes.
func (t *tx) Announce(line store.Line, story string, reports int) error {
	briefs := t.stageOf(line.Brief).briefs
	b := brief{Brief: store.Brief{Story: story, Revision: -1}}
	if old := briefs[story]; old != nil {
		b = *old
	}
	b.Line.Reports = reports
	put(t, briefs, story, &b)
	return nil
}

// SaveFailure keeps a failure; see store.Outcomes.
func (t *tx) SaveFailure(f store.Failure) error {
	k := subject{f.Stage, f.Subject}
	if old := t.fails[k]; old != nil {
		f.Tries += old.Tries
		f.First, f.Seq, f.Input, f.Report, f.Story = old.First, old.Seq, old.Input, old.Report, old.Story
	}
	put(t, t.fails, k, &f)
	return nil
}

// ClearFailure forgets a failure; see store.Outcomes.
func (t *tx) ClearFailure(stage, what string) error {
	drop(t, t.fails, subject{stage, what})
	return nil
}

// ClearOlder forgets the failures of what an input replaces; see store.Outcomes.
func (t *tx) ClearOlder(s store.Stage, in store.Input) error {
	for k, f := range cloned(t.fails) {
		if k.stage == s.Name && f.Seq > 0 && f.Seq < in.Seq && t.inputs[f.Seq-1].Place == in.Place {
			drop(t, t.fails, k)
		}
	}
	return nil
}

// Begin counts that a stage begins on subjects; see store.Outcomes.
func (t *tx) Begin(stage string, works []wiredesk.Work) error {
	for _, w := range works {
		k := subject{stage, w.Subject}
		w.Stage, w.Tries = stage, 1
		if old := t.tries[k]; old != nil {
			w.Tries += old.Tries
		}
		put(t, t.tries, k, &w)
	}
	return nil
}

// End forgets that a stage began on subjects; see store.Outcomes.
func (t *tx) End(stage string, subjects []string) error {
	for _, s := range subjects {
		drop(t, t.tries, subject{stage, s})
	}
	return nil
}

// Tries counts what was cut short; see store.Rows.
func (db *DB) Tries(_ context.Context, stage string, subjects []string) (map[string]int, error) {
	db.mu.RLock()
	defer db.mu.RUnlock()
	out := map[string]int{}
	for _, s := range subjects {
		if w := db.tries[subject{stage, s}]; w != nil {
			out[s] = w.Tries
		}
	}
	return out, nil
}
