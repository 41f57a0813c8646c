package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"wiredesk"
	"wiredesk/internal/store"
)

// AddReport adds a version of a report; see store.Tx.
func (t *tx) AddReport(intake store.Stage, r store.Report) (bool, []string, error) {
	last, err := t.newest(intake, r.Chain)
	if err != nil {
		return false, nil, err
	}
	if last.same(r) {
		return false, nil, nil
	}
	if known, err := t.known(intake, r); known || err != nil {
		return false, nil, err
	}
	if r.Report.ID, err = t.distinct(intake, r.Report.ID); err != nil {
		return false, nil, err
	}
	r.Report.Version = last.number + 1
	if err := t.insertReport(intake, r); err != nil {
		return false, nil, err
	}
	touched, err := t.replaceVersions(intake, r, last)
	if err != nil {
		return false, nil, err
	}
	more, err := t.withdraw(intake, r)
	return true, append(touched, more...), err
}

// A version is what a chain's newest version is compared by.
type version struct {
	id, content, published, text string
	number                       int
}

// same reports whether a report says what the version says. Feeds change the
// date of an item at whim, so only for a file does a new date make a new
// version: there it was printed, or the user gave it.
func (v version) same(r store.Report) bool {
	return v.id != "" && v.content == r.Content &&
		(v.published == string(r.Report.Published.Value) || !strings.HasPrefix(r.Chain, "file:"))
}

// newest returns the newest version of a chain, zero if there is none.
func (t *tx) newest(intake store.Stage, chain string) (version, error) {
	var v version
	err := t.QueryRowContext(t.ctx, "SELECT id, content, published, text, number FROM reports WHERE stage = ? AND chain = ? ORDER BY number DESC LIMIT 1",
		intake.ID, chain).Scan(&v.id, &v.content, &v.published, &v.text, &v.number)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return v, err
}

// known reports whether the newest version of another chain says the same on
// the same date: a feed that gives its items new ids at every fetch, or a file
// that lies in two places, brings nothing new. The content holds outlet and
// host, so two outlets with the same text stay two reports.
func (t *tx) known(intake store.Stage, r store.Report) (bool, error) {
	var n int
	err := t.QueryRowContext(t.ctx, `SELECT count(*) FROM reports WHERE stage = ? AND content = ? AND published = ? AND superseded = '' AND chain <> ?`,
		intake.ID, r.Content, string(r.Report.Published.Value), r.Chain).Scan(&n)
	return n > 0, err
}

// distinct returns the id itself, or with a number behind it if another report
// has it.
func (t *tx) distinct(intake store.Stage, id string) (string, error) {
	for n := 1; ; n++ {
		try := id
		if n > 1 {
			try = fmt.Sprintf("%s-%d", id, n)
		}
		var taken int
		err := t.QueryRowContext(t.ctx, "SELECT count(*) FROM reports WHERE stage = ? AND id = ?", intake.ID, try).Scan(&taken)
		if err != nil || taken == 0 {
			return try, err
		}
	}
}

// insertReport writes the row and its words for the search.
func (t *tx) insertReport(intake store.Stage, s store.Report) error {
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
	res, err := t.ExecContext(t.ctx, `INSERT INTO reports (stage, id, input, chain, number, content, status, outlet, headline, url, guid, published, received, text, report)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		intake.ID, r.ID, s.Input, s.Chain, r.Version, s.Content, string(r.Status), string(r.Outlet), headline, string(r.URL), string(r.GUID),
		string(r.Published.Value), s.Received, text, doc)
	if err != nil {
		return err
	}
	seq, err := res.LastInsertId()
	if err != nil {
		return err
	}
	return t.exec("INSERT INTO words (rowid, headline, text) VALUES (?, ?, ?)", seq, headline, text)
}

// replaceVersions marks what the new version of a chain replaces: the one
// before it is superseded, and if the new one is a kill, all are withdrawn. An
// address that has come to tell of something else replaces nothing.
func (t *tx) replaceVersions(intake store.Stage, r store.Report, last version) ([]string, error) {
	if last.id == "" || r.Report.Status != wiredesk.Killed && !wiredesk.Resembles(last.text, r.Report.Text) {
		return nil, nil
	}
	if err := t.exec("UPDATE reports SET superseded = ? WHERE stage = ? AND id = ?", r.Report.ID, intake.ID, last.id); err != nil {
		return nil, err
	}
	if r.Report.Status != wiredesk.Killed {
		return []string{last.id}, nil
	}
	return t.mark(intake, r.Report.ID, wiredesk.Killed, r.Chain)
}

// ReportsAfter lists reports; see store.Writer.
func (db *DB) ReportsAfter(ctx context.Context, intake store.Stage, seq int64, limit int) ([]store.Report, error) {
	rows, err := db.read.QueryContext(ctx, `SELECT `+reportColumns+` FROM reports r WHERE r.stage = ? AND r.seq > ? ORDER BY r.seq LIMIT ?`,
		intake.ID, seq, limit)
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
const reportColumns = "r.seq, r.input, r.chain, r.content, r.received, r.withdrawn, r.superseded, r.report, r.text"

// scanReport returns where the columns of a report go. The text is not in the
// JSON, so it must be scanned after it.
func scanReport(r *store.Report) []any {
	return []any{&r.Seq, &r.Input, &r.Chain, &r.Content, &r.Received, &r.Withdrawn, &r.Superseded, document{&r.Report}, &r.Report.Text}
}
