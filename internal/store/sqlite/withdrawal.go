package sqlite

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
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
	targets, refused, err := t.targets(intake, r, target)
	if err != nil {
		return nil, err
	}
	if len(targets) == 0 && len(refused) > 0 {
		if err := t.SaveFailure(unheard(intake, r, refused[0].report)); err != nil {
			return nil, err
		}
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

// unheard words, for people, that a kill or correction was not carried out.
func unheard(intake store.Stage, r store.Report, target wiredesk.Report) store.Failure {
	from := "an outlet that is not known"
	if target.Outlet != "" {
		from = string(target.Outlet)
	}
	return store.Failure{
		Failure: wiredesk.Failure{Stage: intake.Name, Input: "report " + r.Report.ID, Report: wiredesk.Optional(r.Report.ID),
			Reason: fmt.Sprintf("it asks to withdraw the report %s of %s, but comes neither from there nor from the agency itself; that report stands", target.ID, from),
			Advice: wiredesk.Optional("read both; `wiredesk story reject STORY " + target.ID + "` takes the report out of its story"),
			Tries:  1, First: r.Received, Last: r.Received},
		Subject: "withdrawal:" + r.Report.ID, Seq: r.Input,
	}
}

// targets returns the reports that a kill or correction names by id, address,
// guid or headline: those that it may speak for, and the others.
func (t *tx) targets(intake store.Stage, r store.Report, target string) (out, refused []candidate, err error) {
	rows, err := t.QueryContext(t.ctx, `SELECT id, chain, report FROM reports
		WHERE stage = ?1 AND seq IN (
			SELECT seq FROM reports WHERE stage = ?1 AND id = ?2 UNION SELECT seq FROM reports WHERE stage = ?1 AND url = ?2 AND url <> ''
			UNION SELECT seq FROM reports WHERE stage = ?1 AND guid = ?2 AND guid <> '' UNION SELECT seq FROM reports WHERE stage = ?1 AND headline = ?2 COLLATE NOCASE)
		AND chain <> ?3 AND superseded = '' ORDER BY seq DESC LIMIT ?4`, intake.ID, target, r.Chain, maxTargets)
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var c candidate
		if err := rows.Scan(&c.id, &c.chain, document{&c.report}); err != nil {
			return nil, nil, err
		}
		switch {
		case r.Report.Withdraws(&c.report):
			out = append(out, c)
		case r.Report.Means(&c.report):
			refused = append(refused, c)
		}
	}
	return out, refused, rows.Err()
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
