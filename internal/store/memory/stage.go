package memory

import (
	"context"
	"fmt"
	"slices"

	"wiredesk"
	"wiredesk/internal/store"
)

// Line opens the stages of a line; see store.Stages.
func (db *DB) Line(ctx context.Context, n store.LineNames) (store.Line, error) {
	var line store.Line
	err := db.tx(ctx, func(t *tx) error {
		line.Intake = t.open("intake", n.Intake, "")
		line.Reading = t.open("reading", n.Reading, n.Intake)
		line.Story = t.open("story", n.Story, n.Intake+" "+n.Reading)
		line.Brief = t.open("brief", n.Brief, n.Intake+" "+n.Reading+" "+n.Story)
		return nil
	})
	return line, err
}

// open returns the stage of a name and basis, opening it where it is new.
func (t *tx) open(kind, name, basis string) store.Stage {
	for _, s := range t.stages {
		if s.Name == name && s.Basis == basis {
			return s.Stage
		}
	}
	s := &stage{
		Stage: store.Stage{ID: int64(len(t.stages) + 1), Name: name, Basis: basis}, kind: kind,
		byID: map[string]*store.Report{}, byChain: map[string][]*store.Report{}, byContent: map[string][]*store.Report{}, byName: map[string][]*store.Report{},
		readings: map[int64]*wiredesk.Reading{}, linkOf: map[string]*link{}, folders: map[string]*folder{}, aliases: map[string]alias{},
		befores: map[int64][]byte{}, briefs: map[string]*brief{},
	}
	add(t, &t.stages, s)
	return s.Stage
}

// Shown returns the stages whose results are shown; see store.Stages.
func (db *DB) Shown(context.Context) (store.Line, bool, error) {
	db.mu.RLock()
	defer db.mu.RUnlock()
	line, ok := db.shownLine()
	return line, ok, nil
}

func (db *DB) shownLine() (store.Line, bool) {
	if db.shown[0] == 0 {
		return store.Line{}, false
	}
	of := func(i int) store.Stage { return db.stages[db.shown[i]-1].Stage }
	return store.Line{Intake: of(0), Reading: of(1), Story: of(2), Brief: of(3)}, true
}

// Show changes which stages' results are shown; see store.Stages.
func (db *DB) Show(ctx context.Context, line store.Line) error {
	return db.tx(ctx, func(t *tx) error {
		set(t, &t.shown, [4]int64{line.Intake.ID, line.Reading.ID, line.Story.ID, line.Brief.ID})
		for i, s := range t.stages {
			if slices.Contains(t.shown[:], s.ID) {
				continue
			}
			// An empty stage of no name stands in its place, so that IDs stay.
			set(t, &t.stages[i], &stage{Stage: store.Stage{ID: s.ID}})
			for k := range t.fails {
				if k.stage == s.Name && !t.named(k.stage) {
					drop(t, t.fails, k)
				}
			}
		}
		return nil
	})
}

// named reports whether there is a stage of a name.
func (db *DB) named(name string) bool {
	return slices.ContainsFunc(db.stages, func(s *stage) bool { return s.Name == name })
}

// Behind counts what is left to do; see store.Stages.
func (db *DB) Behind(_ context.Context, line store.Line) (store.Lag, error) {
	db.mu.RLock()
	defer db.mu.RUnlock()
	return db.behind(line), nil
}

func (db *DB) behind(line store.Line) store.Lag {
	var l store.Lag
	l.Intake.Behind = len(db.inputs) - int(min(db.stageOf(line.Intake).Cursor, int64(len(db.inputs))))
	l.Intake.Done = len(db.inputs) - l.Intake.Behind
	reports := db.stageOf(line.Intake).reports
	after := func(s store.Stage) store.Progress {
		n := 0
		for _, r := range reports {
			if r.Seq > db.stageOf(s).Cursor {
				n++
			}
		}
		return store.Progress{Done: len(reports) - n, Behind: n}
	}
	l.Reading, l.Story = after(line.Reading), after(line.Story)
	briefs := db.stageOf(line.Brief).briefs
	for id, f := range db.stageOf(line.Story).folders {
		if b := briefs[id]; b != nil && b.Revision >= f.revision {
			l.Brief.Done++
		} else {
			l.Brief.Behind++
		}
	}
	return l
}

// Advance moves a cursor; see store.Cursors.
func (t *tx) Advance(s store.Stage, from, to int64) error {
	at := t.stageOf(s)
	if at.ID == 0 || at.Cursor != from {
		return fmt.Errorf("another process has moved the stage %s on: %w", s.Name, wiredesk.ErrConflict)
	}
	set(t, &at.Cursor, to)
	return nil
}

// ActsDone returns the last act that a stage follows; see store.Cursors.
func (t *tx) ActsDone(story store.Stage) (int64, error) { return t.stageOf(story).Acts, nil }

// Follow notes that the results of a stage follow an act; see store.Cursors.
func (t *tx) Follow(story store.Stage, act int64) error {
	set(t, &t.stageOf(story).Acts, act)
	return nil
}

// LastInput returns the last input that was linked; see store.Cursors.
func (t *tx) LastInput(story store.Stage) (int64, error) {
	links := t.stageOf(story).links
	if len(links) == 0 {
		return 0, nil
	}
	last := links[len(links)-1].Seq
	for _, s := range t.stages {
		if r, ok := s.report(last); ok {
			return r.Input, nil
		}
	}
	return 0, nil
}
