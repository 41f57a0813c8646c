package desk

import (
	"context"
	"hash/fnv"
	neturl "net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"wiredesk"
	"wiredesk/internal/intake"
	"wiredesk/internal/intake/fetch"
	"wiredesk/internal/intake/jsonfeed"
	"wiredesk/internal/intake/markup"
	"wiredesk/internal/store"
)

// A Fetcher gets documents over the network. It keeps its own limits and is
// polite to hosts.
type Fetcher interface {
	Fetch(ctx context.Context, url string, known Known) (Fetched, error)
}

// Known is what the answer before said of itself, so that a server need not
// send it again.
type Known struct {
	ETag, LastModified string
}

// Fetched is an answer.
type Fetched struct {
	URL        string // after redirects
	Moved      string // where the document is from now on; "" if it has not moved for good
	MediaType  string
	Body       []byte
	Unchanged  bool // it is as Known says; there is no body
	RetryAfter time.Duration
	Known
}

// The times between fetches of a feed.
const (
	everyFeed   = 15 * time.Minute // one that answers
	slowest     = 24 * time.Hour   // at most, whatever a server asks for
	feedsAtOnce = 8
	dueAtOnce   = 200
)

// FetchDue fetches the feeds that are due, several hosts at once, and keeps
// what they brought. It returns how many were tried. A feed that fails is
// tried less and less often; the others do not wait for it.
func (d *Desk) FetchDue(ctx context.Context, f Fetcher) (int, error) {
	due, err := d.store.DueFeeds(ctx, d.stamp(), dueAtOnce)
	if err != nil {
		return 0, err
	}
	errs := make([]error, len(due))
	var wg sync.WaitGroup
	slots := make(chan struct{}, feedsAtOnce)
	for i, task := range due {
		slots <- struct{}{}
		wg.Go(func() {
			defer func() { <-slots }()
			if ctx.Err() == nil {
				errs[i] = d.fetchFeed(ctx, f, task)
			}
		})
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return len(due), err
		}
	}
	return len(due), ctx.Err()
}

// fetchFeed fetches one feed. Only a failure of the store is an error; one of
// the feed is its outcome.
func (d *Desk) fetchFeed(ctx context.Context, f Fetcher, task store.FeedTask) error {
	got, err := f.Fetch(ctx, task.URL, Known{task.ETag, task.LastModified})
	if ctx.Err() != nil {
		return nil // the desk is being closed, which says nothing of the feed
	}
	return d.store.FeedDone(ctx, d.feedResult(ctx, task, got, err))
}

// feedResult says how a fetch went.
func (d *Desk) feedResult(ctx context.Context, task store.FeedTask, got Fetched, err error) store.FeedResult {
	now := d.now().UTC()
	r := store.FeedResult{ID: task.ID, Now: now.Format(time.RFC3339), ETag: got.ETag, LastModified: got.LastModified}
	fails := 0
	switch {
	case err != nil:
		r.State, r.Problem = wiredesk.FeedFailed, said(asProblem(task.URL, err))
	case got.Unchanged:
		r.State = wiredesk.FeedUnchanged
	default:
		d.judge(ctx, &r, task, got)
		r.Moved = got.Moved
	}
	if r.State == wiredesk.FeedFailed {
		fails = task.Fails + 1
		d.log.Warn("a feed could not be looked at", "feed", task.URL, "reason", r.Problem, "fails", fails)
	}
	r.Due = now.Add(min(pause(task, fails, got.RetryAfter), slowest)).Format(time.RFC3339)
	return r
}

// judge tells a feed with items from an empty one and from what is no feed.
func (d *Desk) judge(ctx context.Context, r *store.FeedResult, task store.FeedTask, got Fetched) {
	in := intake.Input{URL: task.URL, MediaType: got.MediaType, Bytes: got.Body}
	result, p, err := attempt(ctx, d, job[intake.Result]{size: len(got.Body), run: func() intake.Result { return d.stages.Parse(in) }})
	switch {
	case err != nil:
		r.State, r.Problem = wiredesk.FeedFailed, "the desk was closed while it looked at it"
		return
	case p != nil:
		r.State, r.Problem = wiredesk.FeedFailed, "it made the program stumble: "+p.reason
		return
	}
	r.Items = len(result.Reports)
	switch {
	case !IsFeed(got.Body):
		r.State, r.Problem = wiredesk.FeedFailed, "it answers, but not with a feed"
		return
	case r.Items > 0:
		r.State = wiredesk.FeedOK
	default:
		r.State = wiredesk.FeedEmpty
	}
	row := d.row(in)
	row.Feed = task.ID
	r.Input = &row
}

// said is a problem without its input, for where that is shown beside it.
func said(p *wiredesk.Problem) string {
	if p.Advice != "" {
		return p.Reason + "; " + p.Advice
	}
	return p.Reason
}

// pause is the time until a feed is tried again. It is never quite the same for
// two feeds, so that those that failed together do not come back together.
func pause(task store.FeedTask, fails int, asked time.Duration) time.Duration {
	h := fnv.New32a()
	h.Write([]byte(task.URL + strconv.Itoa(fails)))
	jitter := float64(h.Sum32()%1000) / 1000
	if fails > 0 {
		return fetch.Backoff(fails, asked, jitter)
	}
	return max(asked, everyFeed+time.Duration(jitter*float64(everyFeed)/5))
}

// Subscribe puts the feed at an address into the desk, together with what it
// has just answered, and reports whether it is new.
func (d *Desk) Subscribe(ctx context.Context, url, title string, got *Fetched) (bool, error) {
	if u, err := neturl.Parse(url); err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return false, &wiredesk.Problem{Input: url, Reason: "it is no address that can be fetched", Advice: "a feed's address begins with https:// or http://", Err: wiredesk.ErrRefused}
	}
	added, err := d.store.AddFeed(ctx, url, title, d.stamp())
	if err != nil || got == nil || !added {
		return added, err
	}
	due, err := d.store.DueFeeds(ctx, d.stamp(), -1)
	if err != nil {
		return added, err
	}
	for _, task := range due {
		if task.URL == url {
			return added, d.store.FeedDone(ctx, d.feedResult(ctx, task, *got, nil))
		}
	}
	return added, nil
}

// IsFeed reports whether a document is an RSS, Atom or JSON feed.
func IsFeed(doc []byte) bool {
	text := strings.TrimLeft(markup.UTF8(string(doc)), "\ufeff \t\r\n")
	if !strings.HasPrefix(text, "<") {
		return jsonfeed.Is(text)
	}
	switch strings.ToLower(markup.Root(text)) {
	case "rss", "feed", "rdf":
		return true
	}
	return false
}
