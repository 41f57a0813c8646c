package sqlite

import (
	"context"

	"wiredesk"
	"wiredesk/internal/store"
)

// SaveFailure keeps a failure; see store.Outcomes.
func (t *tx) SaveFailure(f store.Failure) error {
	return t.exec(`INSERT INTO failures (stage, subject, seq, input, report, story, reason, advice, detail, tries, quarantined, first, last)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (stage, subject) DO UPDATE SET reason = excluded.reason, advice = excluded.advice, detail = excluded.detail,
			tries = tries + excluded.tries, quarantined = excluded.quarantined, last = excluded.last`,
		f.Stage, f.Subject, f.Seq, f.Input, string(f.Report), string(f.Story), f.Reason, string(f.Advice), f.Detail, f.Tries, f.Quarantined, f.First, f.Last)
}

// ClearFailure forgets a failure; see store.Outcomes.
func (t *tx) ClearFailure(stage, subject string) error {
	return t.exec("DELETE FROM failures WHERE stage = ? AND subject = ?", stage, subject)
}

// ClearOlder forgets the failures of what an input replaces; see store.Outcomes.
func (t *tx) ClearOlder(stage store.Stage, in store.Input) error {
	return t.exec("DELETE FROM failures WHERE stage = ? AND seq > 0 AND seq IN (SELECT seq FROM inputs WHERE place = ? AND seq < ?)",
		stage.Name, in.Place, in.Seq)
}

// FailuresOf lists the failures of one input; see store.Inputs.
func (db *DB) FailuresOf(ctx context.Context, seq int64) ([]wiredesk.Failure, error) {
	return db.failures(ctx, " WHERE seq = ? AND seq > 0 ORDER BY stage, subject", seq)
}

// Failures lists what could not be done, newest first; see store.Shelf.
func (db *DB) Failures(ctx context.Context, page wiredesk.Page) ([]wiredesk.Failure, int, error) {
	page = page.Cap()
	var total int
	if err := db.read.QueryRowContext(ctx, "SELECT count(*) FROM failures").Scan(&total); err != nil {
		return nil, 0, err
	}
	out, err := db.failures(ctx, " ORDER BY last DESC, stage, subject LIMIT ? OFFSET ?", page.Limit, page.Offset)
	return out, total, err
}

// failures runs a query for failures.
func (db *DB) failures(ctx context.Context, query string, args ...any) ([]wiredesk.Failure, error) {
	rows, err := db.read.QueryContext(ctx, "SELECT stage, input, report, story, reason, advice, tries, quarantined, first, last FROM failures"+query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []wiredesk.Failure
	for rows.Next() {
		var f wiredesk.Failure
		if err := rows.Scan(&f.Stage, &f.Input, &f.Report, &f.Story, &f.Reason, &f.Advice, &f.Tries, &f.Quarantined, &f.First, &f.Last); err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	return out, rows.Err()
}

// Begin counts that a stage begins on subjects; see store.Outcomes.
func (t *tx) Begin(stage string, works []wiredesk.Work) error {
	for _, w := range works {
		err := t.exec(`INSERT INTO tries (stage, subject, input, since, tries) VALUES (?, ?, ?, ?, 1)
			ON CONFLICT (stage, subject) DO UPDATE SET tries = tries + 1, since = excluded.since`, stage, w.Subject, w.Input, w.Since)
		if err != nil {
			return err
		}
	}
	return nil
}

// End forgets that a stage began on subjects; see store.Outcomes.
func (t *tx) End(stage string, subjects []string) error {
	list, err := encode(subjects)
	if err != nil {
		return err
	}
	return t.exec("DELETE FROM tries WHERE stage = ? AND subject IN (SELECT value FROM json_each(?))", stage, list)
}

// Tries counts what was cut short; see store.Rows.
func (db *DB) Tries(ctx context.Context, stage string, subjects []string) (map[string]int, error) {
	list, err := encode(subjects)
	if err != nil {
		return nil, err
	}
	rows, err := db.read.QueryContext(ctx, "SELECT subject, tries FROM tries WHERE stage = ? AND subject IN (SELECT value FROM json_each(?))", stage, list)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := map[string]int{}
	for rows.Next() {
		var subject string
		var n int
		if err := rows.Scan(&subject, &n); err != nil {
			return nil, err
		}
		out[subject] = n
	}
	return out, rows.Err()
}

// working lists what the stages are at.
func (db *DB) working(ctx context.Context) ([]wiredesk.Work, error) {
	rows, err := db.read.QueryContext(ctx, "SELECT stage, subject, input, since, tries FROM tries ORDER BY since, stage, subject LIMIT ?", wiredesk.MaxPage)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []wiredesk.Work
	for rows.Next() {
		var w wiredesk.Work
		if err := rows.Scan(&w.Stage, &w.Subject, &w.Input, &w.Since, &w.Tries); err != nil {
			return nil, err
		}
		out = append(out, w)
	}
	return out, rows.Err()
}
