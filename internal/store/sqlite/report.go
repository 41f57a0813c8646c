package sqlite

import (
	"context"

	"wiredesk"
	"wiredesk/internal/store"
)

// AddReport adds a version of a report; see store.Versions.
func (t *tx) AddReport(intake store.Stage, s store.Report, names []string) error {
	r := s.Report
	headline := ""
	if r.Headline != nil {
		headline = r.Headline.Text
	}
	text := r.Text
	r.Text = ""
	doc, err := encode(r)
	if err != nil {
		return err
	}
	res, err := t.ExecContext(t.ctx, `INSERT INTO reports (stage, id, input, part, chain, number, content, status, outlet, headline, url, guid, published, received, about, text, report)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		intake.ID, r.ID, s.Input, s.Part, s.Chain, r.Version, s.Content, string(r.Status), string(r.Outlet), headline, string(r.URL), string(r.GUID),
		string(r.Published.Value), s.Received, s.About, text, doc)
	if err != nil {
		return err
	}
	seq, err := res.LastInsertId()
	if err != nil {
		return err
	}
	for _, name := range names {
		if err := t.exec("INSERT OR IGNORE INTO names (stage, name, report) VALUES (?, ?, ?)", intake.ID, name, seq); err != nil {
			return err
		}
	}
	return t.exec("INSERT INTO words (rowid, headline, text) VALUES (?, ?, ?)", seq, headline, text)
}

// MarkReport marks a report; see store.Versions.
func (t *tx) MarkReport(intake store.Stage, id, by string, kill bool) error {
	column := "superseded"
	if kill {
		column = "withdrawn"
	}
	return t.exec("UPDATE reports SET "+column+" = ? WHERE stage = ? AND id = ?", by, intake.ID, id)
}

// Ask keeps what a report asks for others; see store.Versions.
func (t *tx) Ask(intake store.Stage, report, name, found string) error {
	return t.exec(`INSERT INTO withdrawals (stage, report, status, target, found) VALUES (?, ?, '', ?, ?)
		ON CONFLICT (stage, report) DO UPDATE SET found = excluded.found`, intake.ID, report, name, found)
}

// Chain returns versions of a chain; see store.Versions.
func (t *tx) Chain(intake store.Stage, chain string, most int) ([]store.Report, error) {
	if most == 0 {
		most = -1
	}
	return reports(t.ctx, t, " FROM (SELECT * FROM reports WHERE stage = ? AND chain = ? ORDER BY number DESC LIMIT ?) r ORDER BY r.number", intake.ID, chain, most)
}

// Alike returns reports of one content; see store.Versions.
func (t *tx) Alike(intake store.Stage, content string) ([]store.Report, error) {
	return reports(t.ctx, t, " FROM reports r WHERE r.stage = ? AND r.content = ? AND r.superseded = '' ORDER BY r.seq", intake.ID, content)
}

// Named returns reports by name; see store.Versions.
func (t *tx) Named(intake store.Stage, name string, most int) ([]store.Report, error) {
	return reports(t.ctx, t, " FROM names n JOIN reports r ON r.seq = n.report WHERE n.stage = ? AND n.name = ? ORDER BY r.seq DESC LIMIT ?", intake.ID, name, most)
}

// Asked returns kills and corrections that wait; see store.Versions.
func (t *tx) Asked(intake store.Stage, names []string) ([]store.Report, error) {
	list, err := encode(names)
	if err != nil {
		return nil, err
	}
	return reports(t.ctx, t, ` FROM withdrawals w JOIN reports r ON r.stage = w.stage AND r.id = w.report
		WHERE w.stage = ? AND w.found = '' AND w.target IN (SELECT value FROM json_each(?)) ORDER BY r.seq`, intake.ID, list)
}

// HasID looks for an id; see store.Versions.
func (t *tx) HasID(intake store.Stage, id string) (bool, error) {
	var n int
	err := t.QueryRowContext(t.ctx, "SELECT count(*) FROM reports WHERE stage = ? AND id = ?", intake.ID, id).Scan(&n)
	return n > 0, err
}

// Get returns a report by its id; see store.Versions.
func (t *tx) Get(intake store.Stage, id string) (store.Report, bool, error) {
	found, err := reports(t.ctx, t, " FROM reports r WHERE r.stage = ? AND r.id = ?", intake.ID, id)
	if err != nil || len(found) == 0 {
		return store.Report{}, false, err
	}
	return found[0], true, nil
}

// ReportsAfter lists reports; see store.Rows.
func (db *DB) ReportsAfter(ctx context.Context, intake store.Stage, seq int64, limit int) ([]store.Report, error) {
	return reports(ctx, db.read, " FROM reports r WHERE r.stage = ? AND r.seq > ? ORDER BY r.seq LIMIT ?", intake.ID, seq, limit)
}

// reports runs a query for reports of the table r.
func reports(ctx context.Context, q querier, query string, args ...any) ([]store.Report, error) {
	rows, err := q.QueryContext(ctx, "SELECT "+reportColumns+query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []store.Report
	for rows.Next() {
		var r store.Report
		if err := rows.Scan(scanReport(&r)...); err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, rows.Err()
}

// reportColumns are the columns of the table r that scanReport takes.
const reportColumns = "r.seq, r.input, r.part, r.chain, r.content, r.received, r.about, r.withdrawn, r.superseded, r.report, r.text"

// scanReport returns where the columns of a report go. The text is not in the
// JSON, so it must be scanned after it.
func scanReport(r *store.Report) []any {
	return []any{&r.Seq, &r.Input, &r.Part, &r.Chain, &r.Content, &r.Received, &r.About, &r.Withdrawn, &r.Superseded, document{&r.Report}, &r.Report.Text}
}

// killed is what of a reading changes when its report is withdrawn.
func killed(g *wiredesk.Reading, r *store.Report) {
	if r.Withdrawn != "" {
		g.Status = wiredesk.Killed
	}
}
