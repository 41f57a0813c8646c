package sqlite

import (
	"context"

	"wiredesk"
	"wiredesk/internal/store"
)

// SaveFailure keeps a failure; see store.Tx.
func (t *tx) SaveFailure(f store.Failure) error {
	return t.exec(`INSERT INTO failures (stage, subject, input, report, story, reason, advice, detail, tries, quarantined, first, last)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (stage, subject) DO UPDATE SET reason = excluded.reason, advice = excluded.advice, detail = excluded.detail,
			tries = tries + excluded.tries, quarantined = excluded.quarantined, last = excluded.last`,
		f.Stage, f.Subject, f.Input, string(f.Report), string(f.Story), f.Reason, string(f.Advice), f.Detail, f.Tries, f.Quarantined, f.First, f.Last)
}

// ClearFailure forgets a failure; see store.Tx.
func (t *tx) ClearFailure(stage, subject string) error {
	return t.exec("DELETE FROM failures WHERE stage = ? AND subject = ?", stage, subject)
}

// Failures lists what could not be done, newest first; see store.Shelf.
func (db *DB) Failures(ctx context.Context, page wiredesk.Page) ([]wiredesk.Failure, int, error) {
	page = page.Cap()
	var total int
	if err := db.read.QueryRowContext(ctx, "SELECT count(*) FROM failures").Scan(&total); err != nil {
		return nil, 0, err
	}
	rows, err := db.read.QueryContext(ctx, `SELECT stage, input, report, story, reason, advice, tries, quarantined, first, last
		FROM failures ORDER BY last DESC, stage, subject LIMIT ? OFFSET ?`, page.Limit, page.Offset)
	if err != nil {
		return nil, 0, err
	}
	defer rows.Close()
	var out []wiredesk.Failure
	for rows.Next() {
		var f wiredesk.Failure
		if err := rows.Scan(&f.Stage, &f.Input, &f.Report, &f.Story, &f.Reason, &f.Advice, &f.Tries, &f.Quarantined, &f.First, &f.Last); err != nil {
			return nil, 0, err
		}
		out = append(out, f)
	}
	return out, total, rows.Err()
}
