package sqlite

import (
	"database/sql"
	"encoding/json"
	"errors"
	"strings"

	"wiredesk"
	"wiredesk/internal/store"
)

// maxTargets bounds how many reports one kill or correction can name.
const maxTargets = 100

// withdraw carries out what a report asks for others, and what others that
// came before asked for it. It returns the reports that were marked.
func (t *tx) withdraw(intake store.Stage, r store.Report) ([]string, error) {
	touched, err := t.askedBefore(intake, r)
	if err != nil {
		return nil, err
	}
	status, target := r.Report.Status, strings.TrimSpace(string(r.Report.Replaces))
	if status != wiredesk.Killed && status != wiredesk.Correction || target == "" {
		return touched, nil
	}
	found := ""
	targets, err := t.targets(intake, r, target)
	if err != nil {
		return nil, err
	}
	for _, c := range targets {
		ids, err := t.mark(intake, r.Report.ID, status, c.chain)
		if err != nil {
			return nil, err
		}
		touched = append(touched, ids...)
		found = c.id
	}
	err = t.exec("INSERT INTO withdrawals (stage, report, status, target, found) VALUES (?, ?, ?, ?, ?)",
		intake.ID, r.Report.ID, string(status), wiredesk.Fold(target), found)
	return touched, err
}

// mark marks every version of a chain as killed or corrected by a report.
func (t *tx) mark(intake store.Stage, by string, status wiredesk.Status, chain string) ([]string, error) {
	column := "superseded"
	if status == wiredesk.Killed {
		column = "withdrawn"
	}
	where := " FROM reports WHERE stage = ? AND chain = ? AND id <> ? AND " + column + " = ''"
	ids, err := t.strings("SELECT id"+where, intake.ID, chain, by)
	if err != nil {
		return nil, err
	}
	err = t.exec("UPDATE reports SET "+column+" = ? WHERE stage = ? AND chain = ? AND id <> ? AND "+column+" = ''", by, intake.ID, chain, by)
	return ids, err
}

// A candidate is a report that a kill or correction may mean.
type candidate struct {
	id, chain string
	report    wiredesk.Report
}

// targets returns the reports that a kill or correction names by id, address,
// guid or headline, and may speak for.
func (t *tx) targets(intake store.Stage, r store.Report, target string) ([]candidate, error) {
	rows, err := t.QueryContext(t.ctx, `SELECT id, chain, report FROM reports
		WHERE stage = ?1 AND seq IN (
			SELECT seq FROM reports WHERE stage = ?1 AND id = ?2 UNION SELECT seq FROM reports WHERE stage = ?1 AND url = ?2 AND url <> ''
			UNION SELECT seq FROM reports WHERE stage = ?1 AND guid = ?2 AND guid <> '' UNION SELECT seq FROM reports WHERE stage = ?1 AND headline = ?2 COLLATE NOCASE)
		AND chain <> ?3 AND superseded = '' ORDER BY seq DESC LIMIT ?4`, intake.ID, target, r.Chain, maxTargets)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []candidate
	for rows.Next() {
		var c candidate
		if err := rows.Scan(&c.id, &c.chain, document{&c.report}); err != nil {
			return nil, err
		}
		if r.Report.Withdraws(&c.report) {
			out = append(out, c)
		}
	}
	return out, rows.Err()
}

// askedBefore applies a kill or correction that arrived before the report that
// it names.
func (t *tx) askedBefore(intake store.Stage, r store.Report) ([]string, error) {
	var by, status, doc string
	names, err := encode(r.Report.Names())
	if err != nil {
		return nil, err
	}
	err = t.QueryRowContext(t.ctx, `SELECT w.report, w.status, r.report FROM withdrawals w JOIN reports r ON r.stage = w.stage AND r.id = w.report
		WHERE w.stage = ? AND w.found = '' AND w.target <> '' AND w.target IN (SELECT value FROM json_each(?)) ORDER BY r.seq LIMIT 1`, intake.ID, names).Scan(&by, &status, &doc)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var asker wiredesk.Report
	if err := json.Unmarshal([]byte(doc), &asker); err != nil || !asker.Withdraws(&r.Report) {
		return nil, err
	}
	if err := t.exec("UPDATE withdrawals SET found = ? WHERE stage = ? AND report = ?", r.Report.ID, intake.ID, by); err != nil {
		return nil, err
	}
	return t.mark(intake, by, wiredesk.Status(status), r.Chain)
}
