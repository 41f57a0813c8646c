package sqlite

import (
	"context"

	"wiredesk"
	"wiredesk/internal/store"
)

// AddFeed adds an address; see store.Feeds.
func (db *DB) AddFeed(ctx context.Context, url, title, now string) (bool, error) {
	added := false
	err := db.tx(ctx, func(t *tx) error {
		res, err := t.ExecContext(ctx, "INSERT INTO feeds (url, title, added, due) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", url, title, now, now)
		if err != nil {
			return err
		}
		n, err := res.RowsAffected()
		added = n > 0
		return err
	})
	return added, err
}

// DueFeeds lists due feeds; see store.Feeds.
func (db *DB) DueFeeds(ctx context.Context, now string, limit int) ([]store.FeedTask, error) {
	rows, err := db.read.QueryContext(ctx, "SELECT id, url, etag, last_modified, fails FROM feeds WHERE due <= ? ORDER BY due, id LIMIT ?", now, limit)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []store.FeedTask
	for rows.Next() {
		var f store.FeedTask
		if err := rows.Scan(&f.ID, &f.URL, &f.ETag, &f.LastModified, &f.Fails); err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	return out, rows.Err()
}

// FeedDone keeps the outcome of a fetch; see store.Feeds.
func (db *DB) FeedDone(ctx context.Context, d store.FeedResult) error {
	if d.Input != nil {
		sum, err := db.keepRaw(d.Input.Bytes)
		if err != nil {
			return err
		}
		d.Input.SHA256 = sum
	}
	return db.tx(ctx, func(t *tx) error {
		if d.Input != nil {
			if _, err := t.addInput(d.Input); err != nil {
				return err
			}
		}
		return t.feedDone(d)
	})
}

// feedDone writes the feed's row.
func (t *tx) feedDone(d store.FeedResult) error {
	if d.State == wiredesk.FeedFailed {
		return t.exec("UPDATE feeds SET state = ?, problem = ?, fails = fails + 1, fetched = ?, due = ? WHERE id = ?",
			string(d.State), d.Problem, d.Now, d.Due, d.ID)
	}
	if d.State == wiredesk.FeedUnchanged {
		return t.exec("UPDATE feeds SET state = ?, problem = '', fails = 0, fetched = ?, worked = ?, due = ? WHERE id = ?",
			string(d.State), d.Now, d.Now, d.Due, d.ID)
	}
	if d.Moved != "" { // to an address that is on the desk already, it is left where it is
		if err := t.exec("UPDATE OR IGNORE feeds SET url = ? WHERE id = ?", d.Moved, d.ID); err != nil {
			return err
		}
	}
	return t.exec(`UPDATE feeds SET state = ?, problem = '', fails = 0, fetched = ?, worked = ?, due = ?, etag = ?, last_modified = ?, items = ?,
		title = CASE WHEN ? <> '' THEN ? ELSE title END WHERE id = ?`,
		string(d.State), d.Now, d.Now, d.Due, d.ETag, d.LastModified, d.Items, d.Title, d.Title, d.ID)
}

// Feeds lists all feeds with their health; see store.Shelf.
func (db *DB) Feeds(ctx context.Context) ([]wiredesk.Feed, error) {
	rows, err := db.read.QueryContext(ctx, `SELECT f.id, f.url, f.title, f.added, f.state, f.problem, f.fails, f.fetched, f.worked, f.due, f.items,
		(SELECT count(*) FROM inputs i JOIN reports r ON r.input = i.seq WHERE i.feed = f.id AND r.stage = (SELECT intake FROM shown)),
		coalesce((SELECT max(r.received) FROM inputs i JOIN reports r ON r.input = i.seq WHERE i.feed = f.id AND r.stage = (SELECT intake FROM shown)), '')
		FROM feeds f ORDER BY f.url`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []wiredesk.Feed
	for rows.Next() {
		var f wiredesk.Feed
		if err := rows.Scan(&f.ID, &f.URL, &f.Title, &f.Added, &f.State, &f.Problem, &f.Fails, &f.Fetched, &f.Worked, &f.Due, &f.Items, &f.Reports, &f.Newest); err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	return out, rows.Err()
}
