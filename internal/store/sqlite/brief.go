package sqlite

import (
	"context"

	"wiredesk/internal/store"
)

// Stale lists stories to compile; see store.Rows.
func (db *DB) Stale(ctx context.Context, line store.Line, limit int) ([]store.Stale, error) {
	rows, err := db.read.QueryContext(ctx, `SELECT s.id, s.headline, s.revision FROM stories s
		LEFT JOIN briefs b ON b.stage = ? AND b.story = s.id
		WHERE s.stage = ? AND coalesce(b.revision, -1) < s.revision ORDER BY s.opened, s.id LIMIT ?`, line.Brief.ID, line.Story.ID, limit)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []store.Stale
	for rows.Next() {
		var s store.Stale
		if err := rows.Scan(&s.Story.ID, &s.Story.Headline, &s.Revision); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, rows.Err()
}

// Opened lists stories in the order in which they were opened; see store.Rows.
func (db *DB) Opened(ctx context.Context, story store.Stage, after, limit int) ([]string, error) {
	return texts(ctx, db.read, `SELECT id FROM stories s WHERE stage = ?1
		AND EXISTS (SELECT 1 FROM assignments a WHERE a.stage = ?1 AND a.story = s.id) ORDER BY opened, id LIMIT ?2 OFFSET ?3`, story.ID, limit, after)
}

// SaveBrief keeps a brief; see store.Outcomes.
func (t *tx) SaveBrief(line store.Line, b store.Brief) error {
	doc := ""
	if b.Brief != nil {
		var err error
		if doc, err = encode(b.Brief); err != nil {
			return err
		}
	}
	origins, err := encode(b.Line.Origins)
	if err != nil {
		return err
	}
	if err := t.exec("UPDATE assignments SET traced = '' WHERE stage = ? AND story = ?", line.Story.ID, b.Story); err != nil {
		return err
	}
	for _, a := range b.Traced {
		traced, err := encode(a)
		if err != nil {
			return err
		}
		if err := t.exec("UPDATE assignments SET traced = ? WHERE stage = ? AND id = ?", traced, line.Story.ID, a.Report); err != nil {
			return err
		}
	}
	return t.exec(`INSERT OR REPLACE INTO briefs (stage, story, revision, headline, reports, outlets, origins, first, latest, received, killed, rank, brief)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		line.Brief.ID, b.Story, b.Revision, b.Line.Headline, b.Line.Reports, b.Line.Outlets, origins,
		string(b.Line.First), string(b.Line.Latest), b.Line.Received, b.Line.Withdrawn, b.Rank, doc)
}

// Announce lets lists show a story; see store.Outcomes.
func (t *tx) Announce(line store.Line, story string, reports int) error {
	return t.exec(`INSERT INTO briefs (stage, story, revision, headline, reports, outlets, origins, first, latest, received, killed, rank, brief)
		VALUES (?, ?, -1, '', ?, 0, '', '', '', '', 0, 0, '') ON CONFLICT (stage, story) DO UPDATE SET reports = excluded.reports`, line.Brief.ID, story, reports)
}
