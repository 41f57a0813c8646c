package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"wiredesk"
	"wiredesk/internal/store"
)

// reportLineColumns are what reportLines takes. carried is what became of the
// report whose text it carries.
const reportLineColumns = `r.id, r.headline, r.outlet, r.url, r.received, r.number, r.status, r.withdrawn, r.superseded,
	coalesce(a.story, ''), coalesce(nullif(a.traced, ''), a.assignment, ''), r.published,
	coalesce(json_extract(coalesce(g.reading, r.report), '$.published'), '')`

// reportLineTables are the tables of reportLineColumns: ?1 is the intake, ?2
// the reading and ?3 the story stage.
const reportLineTables = ` FROM reports r LEFT JOIN assignments a ON a.stage = ?3 AND a.report = r.seq
	LEFT JOIN readings g ON g.stage = ?2 AND g.report = r.seq WHERE r.stage = ?1`

// reportLines lists reports; the query goes on after the SELECT list and its
// arguments after the three stages.
func (db *DB) reportLines(ctx context.Context, line store.Line, query string, args ...any) ([]wiredesk.ReportLine, error) {
	stages := []any{line.Intake.ID, line.Reading.ID, line.Story.ID}
	rows, err := db.read.QueryContext(ctx, "SELECT "+reportLineColumns+query, append(stages, args...)...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []wiredesk.ReportLine
	for rows.Next() {
		l, err := scanReportLine(rows.Scan)
		if err != nil {
			return nil, err
		}
		out = append(out, l)
	}
	return out, rows.Err()
}

// scanReportLine reads reportLineColumns, and what stands behind them.
func scanReportLine(scan func(...any) error, more ...any) (wiredesk.ReportLine, error) {
	var l wiredesk.ReportLine
	var a wiredesk.Assignment
	err := scan(append([]any{&l.ID, &l.Headline, &l.Outlet, &l.URL, &l.Received, &l.Version, &l.Status, &l.Withdrawn, &l.Superseded,
		&l.Story, document{&a}, &l.Published.Value, document{&l.Published}}, more...)...)
	if l.Story != "" {
		a.Story = string(l.Story)
		l.Assignment = &a
	}
	return l, err
}

// Report shows one report; see store.Shelf.
func (db *DB) Report(ctx context.Context, id string) (*wiredesk.ReportView, error) {
	line, ok, err := db.Shown(ctx)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, notFound("report", id)
	}
	lines, err := db.reportLines(ctx, line, reportLineTables+" AND r.id = ?4", id)
	if err != nil {
		return nil, err
	}
	if len(lines) == 0 {
		return nil, notFound("report", id)
	}
	v := &wiredesk.ReportView{ReportLine: lines[0], Reading: new(wiredesk.Reading)}
	return v, db.fillReport(ctx, line, v)
}

// fillReport adds the text, the reading and the versions.
func (db *DB) fillReport(ctx context.Context, line store.Line, v *wiredesk.ReportView) error {
	read := false
	var chain string
	err := db.read.QueryRowContext(ctx, `SELECT r.text, r.chain, g.report IS NOT NULL, g.reading FROM reports r
		LEFT JOIN readings g ON g.stage = ? AND g.report = r.seq WHERE r.stage = ? AND r.id = ?`, line.Reading.ID, line.Intake.ID, v.ID).
		Scan(&v.Text, &chain, &read, document{v.Reading})
	if err != nil {
		return err
	}
	v.Reading.Text = v.Text
	if !read {
		v.Reading = nil
		if err := db.problem(ctx, line.Reading.Name, "report:"+v.ID, &v.Problem); err != nil {
			return err
		}
	}
	if v.Versions, err = db.versions(ctx, line.Intake.ID, chain); err != nil {
		return err
	}
	return db.fillChanges(ctx, line, v)
}

// fillChanges adds what a version changed against the one before it.
func (db *DB) fillChanges(ctx context.Context, line store.Line, v *wiredesk.ReportView) error {
	i := slices.IndexFunc(v.Versions, func(x wiredesk.Version) bool { return x.Report == v.ID })
	if i < 1 || v.Reading == nil {
		return nil
	}
	before := new(wiredesk.Reading)
	err := db.read.QueryRowContext(ctx, `SELECT g.reading, r.text FROM reports r JOIN readings g ON g.stage = ? AND g.report = r.seq
		WHERE r.stage = ? AND r.id = ?`, line.Reading.ID, line.Intake.ID, v.Versions[i-1].Report).Scan(document{before}, &before.Text)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	v.Changes = wiredesk.Changes(before, v.Reading)
	return err
}

// versions lists the versions of a report, oldest first.
func (db *DB) versions(ctx context.Context, intake int64, chain string) ([]wiredesk.Version, error) {
	rows, err := db.read.QueryContext(ctx, `SELECT r.id, r.chain, r.number, r.received, i.sha256, r.status FROM reports r
		JOIN inputs i ON i.seq = r.input WHERE r.stage = ? AND r.chain = ? ORDER BY r.number`, intake, chain)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []wiredesk.Version
	for rows.Next() {
		var v wiredesk.Version
		if err := rows.Scan(&v.Report, &v.Chain, &v.Number, &v.Received, &v.Raw, &v.Status); err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, rows.Err()
}
