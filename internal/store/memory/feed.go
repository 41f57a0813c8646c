package memory

import (
	"cmp"
	"context"
	"slices"

	"wiredesk"
	"wiredesk/internal/store"
)

// A feed is a feed with what its server needs to be told.
type feed struct {
	wiredesk.Feed
	etag, lastModified string
}

// AddFeed adds an address; see store.Feeds.
func (db *DB) AddFeed(ctx context.Context, url, title, now string) (bool, error) {
	added := false
	err := db.tx(ctx, func(t *tx) error {
		if t.feedAt(url) == nil {
			added = true
			add(t, &t.feeds, &feed{Feed: wiredesk.Feed{ID: int64(len(t.feeds) + 1), URL: url, Title: wiredesk.Optional(title), Added: now,
				State: wiredesk.FeedNew, Due: wiredesk.Optional(now)}})
		}
		return nil
	})
	return added, err
}

// feedAt returns the feed of an address, nil for none.
func (db *DB) feedAt(url string) *feed {
	for _, f := range db.feeds {
		if f.URL == url {
			return f
		}
	}
	return nil
}

// DueFeeds lists due feeds; see store.Feeds.
func (db *DB) DueFeeds(_ context.Context, now string, limit int) ([]store.FeedTask, error) {
	db.mu.RLock()
	defer db.mu.RUnlock()
	var due []*feed
	for _, f := range db.feeds {
		if string(f.Due) <= now {
			due = append(due, f)
		}
	}
	slices.SortFunc(due, func(a, b *feed) int { return cmp.Or(cmp.Compare(a.Due, b.Due), cmp.Compare(a.ID, b.ID)) })
	var out []store.FeedTask
	for _, f := range due {
		if len(out) == limit {
			break
		}
		out = append(out, store.FeedTask{ID: f.ID, URL: f.URL, ETag: f.etag, LastModified: f.lastModified, Fails: f.Fails})
	}
	return out, nil
}

// FeedDone keeps the outcome of a fetch; see store.Feeds.
func (db *DB) FeedDone(ctx context.Context, d store.FeedResult) error {
	return db.tx(ctx, func(t *tx) error {
		if d.Input != nil {
			t.addInput(d.Input)
		}
		if d.ID < 1 || d.ID > int64(len(t.feeds)) {
			return nil
		}
		f := *t.feeds[d.ID-1]
		f.State, f.Problem, f.Fetched, f.Due = d.State, wiredesk.Optional(d.Problem), wiredesk.Optional(d.Now), wiredesk.Optional(d.Due)
		switch d.State {
		case wiredesk.FeedFailed:
			f.Fails++
		case wiredesk.FeedUnchanged:
			f.Problem, f.Fails, f.Worked = "", 0, wiredesk.Optional(d.Now)
		default:
			f.Problem, f.Fails, f.Worked, f.Items = "", 0, wiredesk.Optional(d.Now), d.Items
			f.etag, f.lastModified = d.ETag, d.LastModified
			if d.Title != "" {
				f.Title = wiredesk.Optional(d.Title)
			}
			if d.Moved != "" && t.feedAt(d.Moved) == nil {
				f.URL = d.Moved
			}
		}
		set(t, t.feeds[d.ID-1], f)
		return nil
	})
}

// Feeds lists all feeds with their health; see store.Shelf.
func (db *DB) Feeds(context.Context) ([]wiredesk.Feed, error) {
	db.mu.RLock()
	defer db.mu.RUnlock()
	return db.allFeeds(), nil
}

func (db *DB) allFeeds() []wiredesk.Feed {
	line, _ := db.shownLine()
	var out []wiredesk.Feed
	for _, f := range db.feeds {
		one := f.Feed
		for _, r := range db.stageOf(line.Intake).reports {
			if db.inputs[r.Input-1].Feed == f.ID {
				one.Reports++
				one.Newest = max(one.Newest, wiredesk.Optional(r.Received))
			}
		}
		out = append(out, one)
	}
	slices.SortFunc(out, func(a, b wiredesk.Feed) int { return cmp.Compare(a.URL, b.URL) })
	return out
}
