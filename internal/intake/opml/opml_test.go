package opml_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wiredesk"
	"wiredesk/internal/intake/opml"
)

const list = `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>My feeds</title></head><body>
<outline text="Papers">
  <outline type="rss" text="Fenland Courier &amp; Post" xmlUrl=" https://courier.example/feed " htmlUrl="https://courier.example/"/>
  <OUTLINE TEXT="x" TITLE="Harbour Radio" XMLURL="https://radio.example/rss"/>
</outline>
<outline text="again" xmlUrl="https://radio.example/rss"/>
</body></opml>`

func TestParse(t *testing.T) {
	got, err := opml.Parse("feeds.opml", list)
	want := []opml.Subscription{
		{Title: "Fenland Courier & Post", URL: "https://courier.example/feed", Site: "https://courier.example/"},
		{Title: "Harbour Radio", URL: "https://radio.example/rss"},
	}
	if d := cmp.Diff(want, got); d != "" || err != nil {
		t.Error(d, err)
	}
	if !opml.Is("\ufeff\n"+list) || opml.Is("<rss/>") {
		t.Error("a list is told by its root")
	}
}

// 47: lists without measure, and lists that list nothing.
func Test47Lists(t *testing.T) {
	for name, c := range map[string]struct {
		doc  string
		want error
	}{
		"outlines":     {"<opml><body>" + strings.Repeat(`<outline text="a"/>`, 20_000) + "</body></opml>", wiredesk.ErrRefused},
		"depth":        {"<opml><body>" + strings.Repeat(`<outline text="a">`, 10_000), wiredesk.ErrRefused},
		"no feeds":     {`<opml><body><outline text="a"/></body></opml>`, wiredesk.ErrInvalid},
		"broken off":   {`<opml><body><outline text="a" xmlUrl="https://a.exa`, wiredesk.ErrInvalid},
		"not even XML": {"feeds", wiredesk.ErrInvalid},
	} {
		if got, err := opml.Parse("f", c.doc); !errors.Is(err, c.want) || len(got) != 0 {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
}

// Each address stands once, and there is an error or a feed.
func FuzzParse(f *testing.F) {
	f.Add(list)
	f.Fuzz(func(t *testing.T, doc string) {
		got, err := opml.Parse("f", doc)
		if (err == nil) != (len(got) > 0) {
			t.Errorf("%v, %v", got, err)
		}
		seen := map[string]bool{}
		for _, s := range got {
			if s.URL == "" || seen[s.URL] {
				t.Errorf("%+v", got)
			}
			seen[s.URL] = true
		}
	})
}
