package sqlite

import (
	"context"
	"errors"
	"time"

	"wiredesk"
	"wiredesk/internal/search"
)

// searchTime bounds one search.
const searchTime = 2 * time.Second

// Search finds reports by their words, best match first; see store.Shelf. What
// a search cannot be made of is wiredesk.ErrInvalid; one that takes too long is
// wiredesk.ErrLook, which is not "none".
func (db *DB) Search(ctx context.Context, query string, page wiredesk.Page) ([]wiredesk.Hit, int, error) {
	q, err := search.Parse(query)
	if err != nil {
		return nil, 0, err
	}
	ctx, cancel := context.WithTimeout(ctx, searchTime)
	defer cancel()
	hits, total, err := db.search(ctx, q, page.Cap())
	if errors.Is(err, context.DeadlineExceeded) || errors.Is(ctx.Err(), context.DeadlineExceeded) {
		err = &wiredesk.Problem{Input: "search", Reason: "it took more than two seconds", Advice: "give rarer words", Err: wiredesk.ErrLook}
	}
	return hits, total, err
}

// maxRanked is how many reports a search ranks by how well they match. Where
// more match, the words say little, and the newest come first: ranking half a
// desk takes seconds.
const maxRanked = 5000

// search runs a query over the reports that are shown, newest versions only.
// The total is counted to maxRanked + 1 at most.
func (db *DB) search(ctx context.Context, q search.Query, page wiredesk.Page) ([]wiredesk.Hit, int, error) {
	line, ok, err := db.Shown(ctx)
	if err != nil || !ok {
		return nil, 0, err
	}
	var total int
	err = db.read.QueryRowContext(ctx, `SELECT count(*) FROM (SELECT 1 FROM words, reports r
		WHERE words MATCH ?2 AND r.seq = words.rowid AND r.stage = ?1 AND r.superseded = '' LIMIT ?3)`,
		line.Intake.ID, q.Match(), maxRanked+1).Scan(&total)
	if err != nil || total == 0 {
		return nil, 0, err
	}
	order := "bm25(words, 4.0, 1.0), words.rowid DESC"
	if total > maxRanked {
		order = "words.rowid DESC"
	}
	rows, err := db.read.QueryContext(ctx, `SELECT `+reportLineColumns+`, r.text FROM words CROSS JOIN reports r
		LEFT JOIN assignments a ON a.stage = ?3 AND a.report = r.seq LEFT JOIN readings g ON g.stage = ?2 AND g.report = r.seq
		WHERE words MATCH ?4 AND r.seq = words.rowid AND r.stage = ?1 AND r.superseded = '' ORDER BY `+order+` LIMIT ?5 OFFSET ?6`,
		line.Intake.ID, line.Reading.ID, line.Story.ID, q.Match(), page.Limit, page.Offset)
	if err != nil {
		return nil, 0, err
	}
	defer rows.Close()
	var out []wiredesk.Hit
	for rows.Next() {
		var h wiredesk.Hit
		var text string
		if h.ReportLine, err = scanReportLine(rows.Scan, &text); err != nil {
			return nil, 0, err
		}
		h.Snippet = q.Snippet(text)
		out = append(out, h)
	}
	return out, total, rows.Err()
}
