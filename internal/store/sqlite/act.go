package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"wiredesk"
	"wiredesk/internal/store"
)

// NextAct returns the number of the next act; see store.Acts.
func (t *tx) NextAct() (int64, error) {
	var id int64
	err := t.QueryRowContext(t.ctx, "SELECT coalesce(max(id), 0) + 1 FROM acts").Scan(&id)
	return id, err
}

// Act returns an act; see store.Acts.
func (t *tx) Act(id int64) (wiredesk.Act, bool, error) {
	found, err := acts(t.ctx, t, " WHERE id = ?", id)
	if err != nil || len(found) == 0 {
		return wiredesk.Act{}, false, err
	}
	return found[0], true, nil
}

// LogAct writes an act down; see store.Acts.
func (t *tx) LogAct(a wiredesk.Act) error {
	reports, err := encode(a.Reports)
	if err != nil {
		return err
	}
	return t.exec(`INSERT INTO acts (id, kind, story, other, reports, text, undoes, who, at, why, after) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		a.ID, string(a.Kind), a.Story, string(a.Other), reports, string(a.Text), a.Undoes, a.Who, a.When, string(a.Why), a.After)
}

// MarkUndone notes which act took one back; see store.Acts.
func (t *tx) MarkUndone(id, by int64) error {
	return t.exec("UPDATE acts SET undone = ? WHERE id = ?", by, id)
}

// Before returns what undoing an act brings back; see store.Acts.
func (t *tx) Before(story store.Stage, act int64) ([]byte, error) {
	var doc string
	err := t.QueryRowContext(t.ctx, "SELECT before FROM befores WHERE stage = ? AND act = ?", story.ID, act).Scan(&doc)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return []byte(doc), err
}

// SaveBefore keeps what undoing an act brings back; see store.Acts.
func (t *tx) SaveBefore(story store.Stage, act int64, before []byte) error {
	return t.exec("INSERT OR REPLACE INTO befores (stage, act, before) VALUES (?, ?, ?)", story.ID, act, string(before))
}

// actColumns are what scanAct takes.
const actColumns = "id, kind, story, other, reports, text, undoes, undone, who, at, why, after"

// scanAct reads one act.
func scanAct(rows *sql.Rows) (wiredesk.Act, error) {
	var a wiredesk.Act
	var reports string
	err := rows.Scan(&a.ID, &a.Kind, &a.Story, &a.Other, &reports, &a.Text, &a.Undoes, &a.Undone, &a.Who, &a.When, &a.Why, &a.After)
	if err != nil {
		return a, err
	}
	return a, json.Unmarshal([]byte(reports), &a.Reports)
}

// acts runs a query for acts.
func acts(ctx context.Context, q querier, query string, args ...any) ([]wiredesk.Act, error) {
	rows, err := q.QueryContext(ctx, "SELECT "+actColumns+" FROM acts"+query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []wiredesk.Act
	for rows.Next() {
		a, err := scanAct(rows)
		if err != nil {
			return nil, err
		}
		out = append(out, a)
	}
	return out, rows.Err()
}

// AllActs lists all acts, oldest first; see store.Rows.
func (db *DB) AllActs(ctx context.Context) ([]wiredesk.Act, error) {
	return acts(ctx, db.read, " ORDER BY id")
}

// Acts lists the acts on a story, or on all where it is "", newest first; see
// store.Shelf.
func (db *DB) Acts(ctx context.Context, story string, page wiredesk.Page) ([]wiredesk.Act, int, error) {
	page = page.Cap()
	const where = " WHERE ?1 = '' OR story = ?1 OR other = ?1"
	var total int
	if err := db.read.QueryRowContext(ctx, "SELECT count(*) FROM acts"+where, story).Scan(&total); err != nil {
		return nil, 0, err
	}
	out, err := acts(ctx, db.read, where+" ORDER BY id DESC LIMIT ?2 OFFSET ?3", story, page.Limit, page.Offset)
	return out, total, err
}
