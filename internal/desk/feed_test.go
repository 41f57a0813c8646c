package desk_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"wiredesk"
	"wiredesk/internal/desk"
	"wiredesk/internal/intake"
)

// A wire answers for the feeds of these tests.
type wire map[string]func(desk.Known) (desk.Fetched, error)

func (w wire) Fetch(_ context.Context, url string, known desk.Known) (desk.Fetched, error) {
	return w[url](known)
}

// feedOf makes a feed of the fixtures of these tests.
func feedOf(texts ...string) []byte {
	return []byte("<rss>" + strings.Join(texts, "<item>"))
}

// parseFeed splits what feedOf makes.
func parseFeed(in intake.Input) intake.Result {
	body, ok := strings.CutPrefix(string(in.Bytes), "<rss>")
	if !ok {
		return parse(in)
	}
	var out intake.Result
	for item := range strings.SplitSeq(body, "<item>") {
		if _, text, ok := strings.Cut(item, "\n"); ok {
			r := parse(intake.Input{Bytes: []byte(text)}).Reports[0]
			r.URL = wiredesk.Optional("https://kestrel.example/" + r.ID)
			out.Reports = append(out.Reports, r)
		}
	}
	return out
}

func TestFeeds(t *testing.T) {
	asked := 0
	w := wire{
		"https://ok.example/": func(k desk.Known) (desk.Fetched, error) {
			asked++
			if k.ETag == "1" {
				return desk.Fetched{Unchanged: true}, nil
			}
			return desk.Fetched{Body: feedOf(alba1, alba2), Known: desk.Known{ETag: "1"}}, nil
		},
		"https://empty.example/": func(desk.Known) (desk.Fetched, error) { return desk.Fetched{Body: feedOf("")}, nil },
		"https://page.example/":  func(desk.Known) (desk.Fetched, error) { return desk.Fetched{Body: []byte("<html>")}, nil },
		"https://down.example/": func(desk.Known) (desk.Fetched, error) {
			return desk.Fetched{}, &wiredesk.Problem{Input: "x", Reason: "it did not answer", Advice: "wait", Err: wiredesk.ErrLook}
		},
		"https://busy.example/": func(desk.Known) (desk.Fetched, error) {
			return desk.Fetched{RetryAfter: 3 * time.Hour}, errors.New("429")
		},
	}
	at := now
	b := newBench(t, desk.Options{Now: func() time.Time { return at }, Stages: desk.Stages{Parse: parseFeed}})
	for url := range w {
		_, err := b.desk.Subscribe(t.Context(), url, "", nil)
		b.ok(err)
	}
	n, err := b.desk.FetchDue(t.Context(), w)
	b.ok(err)
	b.is("tried", n, 5)
	b.ok(b.desk.Run(t.Context(), nil))
	b.is("reports in the story", b.story().Reports, 2)
	check := func(want ...string) {
		t.Helper()
		feeds, err := b.db.Feeds(t.Context())
		b.ok(err)
		var got []string
		for _, f := range feeds {
			due, _ := time.Parse(time.RFC3339, string(f.Due))
			got = append(got, fmt.Sprintf("%s %s %d %q %s", f.URL[8:12], f.State, f.Reports, f.Problem, due.Sub(at).Round(time.Hour/4)))
		}
		b.is("feeds", got, want)
	}
	check(`busy failed 0 "429" 3h0m0s`, `down failed 0 "it did not answer; wait" 0s`, `empt empty 0 "" 15m0s`, `ok.e ok 2 "" 15m0s`, `page failed 0 "it answers, but not with a feed" 0s`)
	n, err = b.desk.FetchDue(t.Context(), w)
	b.ok(err)
	b.is("none is due", n, 0)
	at = at.Add(time.Hour)
	_, err = b.desk.FetchDue(t.Context(), w)
	b.ok(err)
	b.ok(b.desk.Run(t.Context(), nil))
	b.is("asked again with its tag", asked, 2)
	check(`busy failed 0 "429" 2h0m0s`, `down failed 0 "it did not answer; wait" 0s`, `empt empty 0 "" 15m0s`, `ok.e unchanged 2 "" 15m0s`, `page failed 0 "it answers, but not with a feed" 0s`)
}

// A feed that is down is tried less and less often, and feeds
// that failed together do not come back in the same minute.
func TestPauses(t *testing.T) {
	at := now
	b := newBench(t, desk.Options{Now: func() time.Time { return at }})
	down := wire{}
	for i := range 20 {
		url := fmt.Sprintf("https://%d.example/", i)
		down[url] = func(desk.Known) (desk.Fetched, error) { return desk.Fetched{}, errors.New("down") }
		_, err := b.desk.Subscribe(t.Context(), url, "", nil)
		b.ok(err)
	}
	tried := 0
	for range 12 * 60 / 5 {
		n, err := b.desk.FetchDue(t.Context(), down)
		b.ok(err)
		tried += n
		at = at.Add(5 * time.Minute)
	}
	if tried > 20*10 {
		t.Errorf("20 feeds that are down were tried %d times in twelve hours", tried)
	}
	feeds, err := b.db.Feeds(t.Context())
	b.ok(err)
	minutes := map[string]bool{}
	for _, f := range feeds {
		minutes[string(f.Due)[:16]] = true
	}
	if len(minutes) < 10 {
		t.Errorf("20 feeds come back within %d different minutes", len(minutes))
	}
}

// A desk that is kept fetches, reads and ends with its context.
func TestKeep(t *testing.T) {
	b := newBench(t, desk.Options{Stages: desk.Stages{Parse: parseFeed}})
	_, err := b.desk.Subscribe(t.Context(), "https://ok.example/", "", nil)
	b.ok(err)
	fetched := make(chan struct{})
	w := wire{"https://ok.example/": func(desk.Known) (desk.Fetched, error) {
		defer close(fetched)
		return desk.Fetched{Body: feedOf(alba1)}, nil
	}}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- b.desk.Keep(ctx, w) }()
	<-fetched
	cancel()
	b.ok(<-done)
}

func TestIsFeed(t *testing.T) {
	for doc, want := range map[string]bool{
		`<?xml version="1.0" encoding="ISO-8859-1"?><!-- x --><rss version="2.0">`: true,
		"\ufeff<feed xmlns='http://www.w3.org/2005/Atom'>":                         true,
		`<rdf:RDF xmlns:rdf="x">`:                                                  true,
		`{"version": "https://jsonfeed.org/version/1.1"}`:                          true,
		`{"id": "1"}`: false, "<html>": false, "": false, "Dead in the water": false, "<opml>": false,
	} {
		if got := desk.IsFeed([]byte(doc)); got != want {
			t.Errorf("%q: %v", doc, got)
		}
	}
}
