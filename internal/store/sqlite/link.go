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

// SaveLink keeps a link; see store.Links.
func (t *tx) SaveLink(story store.Stage, l store.Link) error {
	doc, err := encode(l.Assignment)
	if err != nil {
		return err
	}
	a := l.Assignment
	return t.exec(`INSERT INTO assignments (stage, report, id, story, pinned, assignment, print) VALUES (?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (stage, report) DO UPDATE SET story = excluded.story, pinned = excluded.pinned, assignment = excluded.assignment, print = excluded.print`,
		story.ID, l.Seq, a.Report, a.Story, l.Pinned, doc, string(l.Print))
}

// Folder returns a story; see store.Links.
func (t *tx) Folder(story store.Stage, id string) (store.Folder, bool, error) {
	f := store.Folder{ID: id}
	err := t.QueryRowContext(t.ctx, "SELECT headline, pinned, opened FROM stories WHERE stage = ? AND id = ?", story.ID, id).Scan(&f.Headline, &f.Pinned, &f.Opened)
	if errors.Is(err, sql.ErrNoRows) {
		return f, false, nil
	}
	return f, err == nil, err
}

// SaveFolder keeps a story; see store.Links.
func (t *tx) SaveFolder(story store.Stage, f store.Folder) error {
	return t.exec(`INSERT INTO stories (stage, id, headline, pinned, opened) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (stage, id) DO UPDATE SET headline = excluded.headline, pinned = excluded.pinned, revision = revision + 1`,
		story.ID, f.ID, f.Headline, f.Pinned, f.Opened)
}

// Touch raises the revision of a report's story; see store.Links.
func (t *tx) Touch(story store.Stage, report string) error {
	return t.exec(`UPDATE stories SET revision = revision + 1 WHERE stage = ?1
		AND id IN (SELECT story FROM assignments WHERE stage = ?1 AND id = ?2)`, story.ID, report)
}

// Link returns the link of a report; see store.Links.
func (t *tx) Link(story store.Stage, report string) (store.Link, bool, error) {
	var l store.Link
	var print string
	err := t.QueryRowContext(t.ctx, "SELECT report, assignment, story, print, pinned FROM assignments WHERE stage = ? AND id = ?", story.ID, report).
		Scan(&l.Seq, document{&l.Assignment}, &l.Assignment.Story, &print, &l.Pinned)
	if errors.Is(err, sql.ErrNoRows) {
		return l, false, nil
	}
	if print != "" {
		l.Print = json.RawMessage(print)
	}
	return l, err == nil, err
}

// LinksOf lists the links of a story; see store.Links.
func (t *tx) LinksOf(story store.Stage, id string) ([]store.Link, error) {
	rows, err := t.QueryContext(t.ctx, "SELECT report, id, story, pinned FROM assignments WHERE stage = ? AND story = ? ORDER BY report", story.ID, id)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []store.Link
	for rows.Next() {
		var l store.Link
		if err := rows.Scan(&l.Seq, &l.Assignment.Report, &l.Assignment.Story, &l.Pinned); err != nil {
			return nil, err
		}
		out = append(out, l)
	}
	return out, rows.Err()
}

// SaveAlias lets an id lead to another one; see store.Links.
func (t *tx) SaveAlias(story store.Stage, from, to string, act int64) error {
	return t.exec("INSERT INTO aliases (stage, alias, story, act) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", story.ID, from, to, act)
}

// DropAliases forgets the aliases of an act; see store.Links.
func (t *tx) DropAliases(story store.Stage, act int64) error {
	return t.exec("DELETE FROM aliases WHERE stage = ? AND act = ?", story.ID, act)
}

// LinksAfter lists links; see store.Rows. Hundreds of thousands are read when
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

// Resolve follows aliases; see store.Links.
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
