package sqlite

import (
	"context"
	"slices"

	"wiredesk"
	"wiredesk/internal/store"
)

// State shows the desk at one glance; see store.Shelf.
func (db *DB) State(ctx context.Context) (*wiredesk.DeskState, error) {
	s := &wiredesk.DeskState{Folder: db.dir, Engine: db.engine, Schema: db.schema}
	shown, _, err := db.Shown(ctx)
	if err != nil {
		return nil, err
	}
	err = db.read.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM inputs), 
		(SELECT count(*) FROM reports WHERE stage = ?1) - (SELECT count(*) FROM reports WHERE stage = ?1 AND superseded <> ''),
		(SELECT count(*) FROM reports WHERE stage = ?1), (SELECT count(*) FROM briefs WHERE stage = ?2 AND reports > 0)`,
		shown.Intake.ID, shown.Brief.ID).Scan(&s.Inputs, &s.Reports, &s.Versions, &s.Stories)
	if err != nil {
		return nil, err
	}
	if s.Stages, err = db.stageStates(ctx, shown); err != nil {
		return nil, err
	}
	if s.Feeds, err = db.Feeds(ctx); err != nil {
		return nil, err
	}
	if s.Working, err = db.working(ctx); err != nil {
		return nil, err
	}
	s.Failures, _, err = db.Failures(ctx, wiredesk.Page{Limit: wiredesk.MaxPage})
	return s, err
}

// stageStates lists the shown stages, then those that are being built.
func (db *DB) stageStates(ctx context.Context, shown store.Line) ([]wiredesk.StageState, error) {
	lines, err := db.lines(ctx)
	if err != nil {
		return nil, err
	}
	var out []wiredesk.StageState
	seen := map[int64]bool{}
	lines = slices.DeleteFunc(lines, func(l store.Line) bool { return l.Brief.ID == shown.Brief.ID })
	for _, line := range append([]store.Line{shown}, lines...) {
		lag, err := db.Behind(ctx, line)
		if err != nil {
			return nil, err
		}
		for _, s := range []struct {
			stage store.Stage
			p     store.Progress
			shown int64
		}{
			{line.Intake, lag.Intake, shown.Intake.ID}, {line.Reading, lag.Reading, shown.Reading.ID},
			{line.Story, lag.Story, shown.Story.ID}, {line.Brief, lag.Brief, shown.Brief.ID},
		} {
			if s.stage.ID != 0 && !seen[s.stage.ID] {
				seen[s.stage.ID] = true
				out = append(out, wiredesk.StageState{Name: s.stage.Name, Basis: s.stage.Basis,
					Done: s.p.Done, Behind: s.p.Behind, Shown: s.stage.ID == s.shown})
			}
		}
	}
	return out, nil
}

// lines returns every line of stages on the desk, by its last stage.
func (db *DB) lines(ctx context.Context) ([]store.Line, error) {
	rows, err := db.read.QueryContext(ctx, `SELECT a.id, a.name, a.basis, b.id, b.name, b.basis, c.id, c.name, c.basis, d.id, d.name, d.basis
		FROM stages d JOIN stages c ON c.kind = 'story' AND d.basis = c.basis || ' ' || c.name
		JOIN stages b ON b.kind = 'reading' AND c.basis = b.basis || ' ' || b.name
		JOIN stages a ON a.kind = 'intake' AND b.basis = a.name WHERE d.kind = 'brief' ORDER BY d.id`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []store.Line
	for rows.Next() {
		var l store.Line
		var args []any
		for _, s := range []*store.Stage{&l.Intake, &l.Reading, &l.Story, &l.Brief} {
			args = append(args, &s.ID, &s.Name, &s.Basis)
		}
		if err := rows.Scan(args...); err != nil {
			return nil, err
		}
		out = append(out, l)
	}
	return out, rows.Err()
}
