package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"wiredesk"
	"wiredesk/internal/store"
)

// Line opens the stages of a line; see store.Stages. A desk that is idle asks
// for its line every few seconds, so it is looked up before it is written.
func (db *DB) Line(ctx context.Context, n store.LineNames) (store.Line, error) {
	line := store.Line{
		Intake:  store.Stage{Name: n.Intake},
		Reading: store.Stage{Name: n.Reading, Basis: n.Intake},
		Story:   store.Stage{Name: n.Story, Basis: n.Intake + " " + n.Reading},
		Brief:   store.Stage{Name: n.Brief, Basis: n.Intake + " " + n.Reading + " " + n.Story},
	}
	err := findLine(ctx, db.read, &line)
	if !errors.Is(err, sql.ErrNoRows) {
		return line, err
	}
	err = db.tx(ctx, func(t *tx) error {
		for i, s := range []store.Stage{line.Intake, line.Reading, line.Story, line.Brief} {
			err := t.exec("INSERT INTO stages (kind, name, basis) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", stageKinds[i], s.Name, s.Basis)
			if err != nil {
				return err
			}
		}
		return findLine(ctx, t, &line)
	})
	return line, err
}

// stageKinds are the kinds of the stages of a line, in its order.
var stageKinds = []string{"intake", "reading", "story", "brief"}

// findLine fills in what is known of each stage by its name and basis.
func findLine(ctx context.Context, q querier, line *store.Line) error {
	for _, s := range []*store.Stage{&line.Intake, &line.Reading, &line.Story, &line.Brief} {
		err := q.QueryRowContext(ctx, "SELECT id, cursor, acts FROM stages WHERE name = ? AND basis = ?", s.Name, s.Basis).Scan(&s.ID, &s.Cursor, &s.Acts)
		if err != nil {
			return err
		}
	}
	return nil
}

// Shown returns the stages whose results are shown; see store.Stages.
func (db *DB) Shown(ctx context.Context) (store.Line, bool, error) {
	var line store.Line
	into := func(s *store.Stage) []any { return []any{&s.ID, &s.Name, &s.Basis, &s.Cursor, &s.Acts} }
	var args []any
	for _, s := range []*store.Stage{&line.Intake, &line.Reading, &line.Story, &line.Brief} {
		args = append(args, into(s)...)
	}
	err := db.read.QueryRowContext(ctx, `SELECT a.id, a.name, a.basis, a.cursor, a.acts, b.id, b.name, b.basis, b.cursor, b.acts,
		c.id, c.name, c.basis, c.cursor, c.acts, d.id, d.name, d.basis, d.cursor, d.acts
		FROM shown JOIN stages a ON a.id = shown.intake JOIN stages b ON b.id = shown.reading
		JOIN stages c ON c.id = shown.story JOIN stages d ON d.id = shown.brief`).Scan(args...)
	if errors.Is(err, sql.ErrNoRows) {
		return line, false, nil
	}
	return line, err == nil, err
}

// derived are the tables that hold results of stages, those that refer to
// others first.
var derived = []string{"briefs", "aliases", "assignments", "stories", "readings", "withdrawals", "names", "befores"}

// Show changes which stages' results are shown; see store.Stages.
func (db *DB) Show(ctx context.Context, line store.Line) error {
	return db.tx(ctx, func(t *tx) error {
		err := t.exec(`INSERT INTO shown (one, intake, reading, story, brief) VALUES (1, ?, ?, ?, ?)
			ON CONFLICT (one) DO UPDATE SET intake = excluded.intake, reading = excluded.reading, story = excluded.story, brief = excluded.brief`,
			line.Intake.ID, line.Reading.ID, line.Story.ID, line.Brief.ID)
		if err != nil {
			return err
		}
		return t.dropOthers(line)
	})
}

// dropOthers takes away the results of every stage outside the line.
func (t *tx) dropOthers(line store.Line) error {
	keep := []any{line.Intake.ID, line.Reading.ID, line.Story.ID, line.Brief.ID}
	const others = " WHERE stage NOT IN (?, ?, ?, ?)"
	for _, table := range derived {
		if err := t.exec("DELETE FROM "+table+others, keep...); err != nil {
			return err
		}
	}
	if err := t.exec(`INSERT INTO words (words, rowid, headline, text) SELECT 'delete', seq, headline, text FROM reports`+others, keep...); err != nil {
		return err
	}
	if err := t.exec("DELETE FROM reports"+others, keep...); err != nil {
		return err
	}
	if err := t.exec(`DELETE FROM failures WHERE stage NOT IN (SELECT name FROM stages WHERE id IN (?, ?, ?, ?)) AND stage <> 'fetch'`, keep...); err != nil {
		return err
	}
	return t.exec("DELETE FROM stages WHERE id NOT IN (?, ?, ?, ?)", keep...)
}

// Advance moves a cursor; see store.Cursors.
func (t *tx) Advance(stage store.Stage, from, to int64) error {
	res, err := t.ExecContext(t.ctx, "UPDATE stages SET cursor = ? WHERE id = ? AND cursor = ?", to, stage.ID, from)
	if err != nil {
		return err
	}
	if n, err := res.RowsAffected(); err != nil || n == 1 {
		return err
	}
	return fmt.Errorf("another process has moved the stage %s on: %w", stage.Name, wiredesk.ErrConflict)
}

// ActsDone returns the last act that a stage follows; see store.Cursors.
func (t *tx) ActsDone(story store.Stage) (int64, error) {
	var n int64
	err := t.QueryRowContext(t.ctx, "SELECT acts FROM stages WHERE id = ?", story.ID).Scan(&n)
	return n, err
}

// Follow notes that the results of a stage follow an act; see store.Cursors.
func (t *tx) Follow(story store.Stage, act int64) error {
	return t.exec("UPDATE stages SET acts = ? WHERE id = ?", act, story.ID)
}

// LastInput returns the last input that was linked; see store.Cursors.
func (t *tx) LastInput(story store.Stage) (int64, error) {
	var n int64
	err := t.QueryRowContext(t.ctx, `SELECT coalesce((SELECT r.input FROM assignments a JOIN reports r ON r.seq = a.report
		WHERE a.stage = ? ORDER BY a.report DESC LIMIT 1), 0)`, story.ID).Scan(&n)
	return n, err
}

// Behind counts what is left to do; see store.Stages.
func (db *DB) Behind(ctx context.Context, line store.Line) (store.Lag, error) {
	var l store.Lag
	var inputs, reports int
	err := db.read.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM inputs), (SELECT count(*) FROM reports WHERE stage = ?1),
		(SELECT count(*) FROM inputs WHERE seq > (SELECT cursor FROM stages WHERE id = ?1)),
		(SELECT count(*) FROM reports WHERE +stage = ?1 AND seq > (SELECT cursor FROM stages WHERE id = ?2)),
		(SELECT count(*) FROM reports WHERE +stage = ?1 AND seq > (SELECT cursor FROM stages WHERE id = ?3)),
		(SELECT count(*) FROM stories s JOIN briefs b ON b.stage = ?4 AND b.story = s.id WHERE s.stage = ?3 AND b.revision >= s.revision),
		(SELECT count(*) FROM stories s LEFT JOIN briefs b ON b.stage = ?4 AND b.story = s.id WHERE s.stage = ?3 AND coalesce(b.revision, -1) < s.revision)`,
		line.Intake.ID, line.Reading.ID, line.Story.ID, line.Brief.ID).Scan(
		&inputs, &reports, &l.Intake.Behind, &l.Reading.Behind, &l.Story.Behind, &l.Brief.Done, &l.Brief.Behind)
	l.Intake.Done, l.Reading.Done, l.Story.Done = inputs-l.Intake.Behind, reports-l.Reading.Behind, reports-l.Story.Behind
	return l, err
}
