package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"wiredesk"
	"wiredesk/internal/store"
)

// A querier reads: the pool of readers, or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// SaveLink puts a report into a story; see store.Tx.
func (t *tx) SaveLink(story store.Stage, l store.Link) error {
	doc, err := encode(l.Assignment)
	if err != nil {
		return err
	}
	a := l.Assignment
	err = t.exec(`INSERT INTO assignments (stage, report, id, story, pinned, assignment, print, undated) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7,
			coalesce((SELECT undated FROM readings WHERE report = ?2 ORDER BY stage DESC LIMIT 1), 0))
		ON CONFLICT (stage, report) DO UPDATE SET story = excluded.story, pinned = excluded.pinned, assignment = excluded.assignment, print = excluded.print`,
		story.ID, l.Seq, a.Report, a.Story, l.Pinned, doc, string(l.Print))
	if err != nil {
		return err
	}
	return t.openStory(story, a.Story, l.Seq)
}

// openStory opens a story, or raises the revision of one that is open.
func (t *tx) openStory(story store.Stage, id string, opened int64) error {
	return t.exec(`INSERT INTO stories (stage, id, opened) VALUES (?, ?, ?) ON CONFLICT (stage, id) DO UPDATE SET revision = revision + 1`,
		story.ID, id, opened)
}

// Touch raises the revision of a report's story; see store.Tx.
func (t *tx) Touch(story store.Stage, report string) error {
	return t.exec(`UPDATE stories SET revision = revision + 1 WHERE stage = ?1
		AND id IN (SELECT story FROM assignments WHERE stage = ?1 AND id = ?2)`, story.ID, report)
}

// Linked returns the link of a report; see store.Tx.
func (t *tx) Linked(story store.Stage, report string) (store.Link, bool, error) {
	var l store.Link
	var print string
	err := t.QueryRowContext(t.ctx, "SELECT report, assignment, story, print, pinned FROM assignments WHERE stage = ? AND id = ?", story.ID, report).
		Scan(&l.Seq, document{&l.Assignment}, &l.Assignment.Story, &print, &l.Pinned)
	if errors.Is(err, sql.ErrNoRows) {
		return l, false, nil
	}
	l.Print = json.RawMessage(print)
	return l, err == nil, err
}

// Replaced returns the link of what a report replaces; see store.Tx.
func (t *tx) Replaced(line store.Line, report string) (store.Link, bool, error) {
	var id string
	err := t.QueryRowContext(t.ctx, `SELECT r.id FROM reports me, reports r WHERE me.stage = ?1 AND me.id = ?2
		AND r.seq IN (SELECT seq FROM reports WHERE stage = ?1 AND superseded = ?2 AND superseded <> ''
			UNION SELECT seq FROM reports WHERE stage = ?1 AND withdrawn = ?2 AND withdrawn <> '')
		AND r.seq < me.seq ORDER BY r.seq DESC LIMIT 1`, line.Intake.ID, report).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return store.Link{}, false, nil
	}
	if err != nil {
		return store.Link{}, false, err
	}
	return t.Linked(line.Story, id)
}

// LinksAfter lists links; see store.Writer. Hundreds of thousands are read when
// a desk starts, so only what a linker needs is.
func (db *DB) LinksAfter(ctx context.Context, story store.Stage, seq int64, limit int) ([]store.Link, error) {
	rows, err := db.read.QueryContext(ctx, `SELECT a.report, a.id, a.story, a.print, a.pinned OR s.pinned FROM assignments a
		JOIN stories s ON s.stage = a.stage AND s.id = a.story
		WHERE a.stage = ? AND a.report > ? ORDER BY a.report LIMIT ?`, story.ID, seq, limit)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []store.Link
	for rows.Next() {
		var l store.Link
		if err := rows.Scan(&l.Seq, &l.Assignment.Report, &l.Assignment.Story, (*[]byte)(&l.Print), &l.Pinned); err != nil {
			return nil, err
		}
		out = append(out, l)
	}
	return out, rows.Err()
}

// maxAliases bounds a walk from alias to alias; there are no circles, since an
// alias is only made for a story that has none.
const maxAliases = 1000

// Resolve follows aliases; see store.Tx.
func (t *tx) Resolve(story store.Stage, id string) (string, error) {
	return resolve(t.ctx, t, story.ID, id)
}

// resolve follows aliases from an id to a story.
func resolve(ctx context.Context, q querier, stage int64, id string) (string, error) {
	for range maxAliases {
		var next string
		err := q.QueryRowContext(ctx, "SELECT story FROM aliases WHERE stage = ? AND alias = ?", stage, id).Scan(&next)
		if errors.Is(err, sql.ErrNoRows) {
			return id, nil
		}
		if err != nil {
			return "", err
		}
		id = next
	}
	return "", fmt.Errorf("the aliases of story %s lead in a circle: %w", id, wiredesk.ErrInvalid)
}
