package jsonfeed_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wiredesk/internal/intake/feed"
	"wiredesk/internal/intake/jsonfeed"
)

func TestParse(t *testing.T) {
	f, err := jsonfeed.Parse(`{"version":"https://jsonfeed.org/version/1.1","title":"Fen Radio","home_page_url":"https://r.example/","language":"en-GB","authors":[{"name":"Ana Brook"}],"items":[
{"id":"1","url":"https://r.example/1","title":"River rises","content_html":"<p>It rose.</p>","date_published":"2014-03-09T07:10:00Z","tags":["floods"],"language":"de"},
{"id":2,"external_url":"https://c.example/2","content_text":"Boats stay in.","author":{"name":"John Roe"},"date_modified":"2014-03-09"},
{"id":"3","title":5},
{"id":true,"summary":"All clear."}]}`)
	if err != nil || f.Title != "Fen Radio" || f.Link != "https://r.example/" || f.Language != "en-GB" {
		t.Fatalf("%v %+v", err, f)
	}
	want := []feed.Item{
		{GUID: "1", Link: "https://r.example/1", Title: "River rises", Content: "<p>It rose.</p>", Published: "2014-03-09T07:10:00Z", Tags: []string{"floods"}, Language: "de", Authors: []string{"Ana Brook"}},
		{GUID: "2", Link: "https://c.example/2", Content: "Boats stay in.", Plain: true, Updated: "2014-03-09", Authors: []string{"John Roe"}},
		{Plain: true, Authors: []string{"Ana Brook"}},
		{Plain: true, Summary: "All clear.", Authors: []string{"Ana Brook"}},
	}
	if d := cmp.Diff(want, f.Items); d != "" {
		t.Error(d)
	}
}

// 30: depth is counted before a parser sees it.
func Test30Depth(t *testing.T) {
	if f, err := jsonfeed.Parse(`{"version":"https://jsonfeed.org/version/1","items":` + strings.Repeat("[", 100_000)); err == nil {
		t.Errorf("%+v", f)
	}
}

// A document in, no panic, and the same feed each time.
func FuzzParse(f *testing.F) {
	f.Add(`{"version":"https://jsonfeed.org/version/1","items":[{"id":1e999,"title":"a"}]}`)
	f.Fuzz(func(t *testing.T, doc string) {
		a, errA := jsonfeed.Parse(doc)
		b, errB := jsonfeed.Parse(doc)
		if d := cmp.Diff(a, b); d != "" || (errA == nil) != (errB == nil) {
			t.Error(d, errA, errB)
		}
		jsonfeed.Is(doc)
	})
}
