package sqlite

import (
	"context"

	"wiredesk"
	"wiredesk/internal/store"
)

// SaveReading keeps a reading; see store.Versions. The text stands with the report.
func (t *tx) SaveReading(reading store.Stage, seq int64, r *wiredesk.Reading) error {
	short := *r
	short.Text = ""
	short.Tokens = nil
	doc, err := encode(short)
	if err != nil {
		return err
	}
	return t.exec(`INSERT INTO readings (stage, report, reading) VALUES (?, ?, ?)
		ON CONFLICT (stage, report) DO UPDATE SET reading = excluded.reading`, reading.ID, seq, doc)
}

// ReadingsAfter lists readings; see store.Rows.
func (db *DB) ReadingsAfter(ctx context.Context, line store.Line, seq int64, limit int) ([]store.Reading, error) {
	rows, err := db.read.QueryContext(ctx, `SELECT `+reportColumns+`, g.report IS NOT NULL, g.reading
		FROM reports r LEFT JOIN readings g ON g.stage = ?2 AND g.report = r.seq
		WHERE r.stage = ?1 AND r.seq > ?3 AND r.seq <= (SELECT cursor FROM stages WHERE id = ?2) ORDER BY r.seq LIMIT ?4`,
		line.Intake.ID, line.Reading.ID, seq, limit)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []store.Reading
	for rows.Next() {
		var r store.Reading
		g, read := new(wiredesk.Reading), false
		if err := rows.Scan(append(scanReport(&r.Report), &read, document{g})...); err != nil {
			return nil, err
		}
		if read {
			r.Reading = complete(g, &r.Report)
		}
		out = append(out, r)
	}
	return out, rows.Err()
}

// complete puts back into a reading what stands with its report: the text, and
// what became of the report since it was read.
func complete(g *wiredesk.Reading, r *store.Report) *wiredesk.Reading {
	g.Text = r.Report.Text
	killed(g, r)
	return g
}

// memberQuery selects the reports of a story with readings and links.
const memberQuery = `SELECT ` + reportColumns + `, g.report IS NOT NULL, g.reading, a.assignment, a.story
	FROM assignments a JOIN reports r ON r.seq = a.report LEFT JOIN readings g ON g.stage = ?2 AND g.report = a.report
	WHERE a.stage = ?1 AND a.story = ?3 ORDER BY a.report`

// Members lists a story's reports; see store.Rows.
func (db *DB) Members(ctx context.Context, line store.Line, story string) ([]store.Member, error) {
	return members(ctx, db.read, line, story)
}

// members runs memberQuery.
func members(ctx context.Context, q querier, line store.Line, story string) ([]store.Member, error) {
	rows, err := q.QueryContext(ctx, memberQuery, line.Story.ID, line.Reading.ID, story)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []store.Member
	for rows.Next() {
		var m store.Member
		g, read := new(wiredesk.Reading), false
		if err := rows.Scan(append(scanReport(&m.Report), &read, document{g}, document{&m.Assignment}, &m.Assignment.Story)...); err != nil {
			return nil, err
		}
		if read {
			m.Reading = complete(g, &m.Report)
		}
		out = append(out, m)
	}
	return out, rows.Err()
}
