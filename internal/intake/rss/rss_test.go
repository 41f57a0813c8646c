package rss_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"wiredesk/internal/intake/feed"
	"wiredesk/internal/intake/rss"
)

// Each way in which feeds of RSS say the same thing.
func TestItems(t *testing.T) {
	for name, c := range map[string]struct {
		doc  string
		want feed.Item
	}{
		"2.0": {`<rss version="2.0"><channel><title>Courier</title><item><title>River rises</title><link> https://c.example/1 </link>
			<guid isPermaLink="false"> c1 </guid><author>me@c.example (Ana Brook)</author><pubDate>Sun, 09 Mar 2014 07:10:00 GMT</pubDate><category>floods</category><description>It rose.</description></item></channel></rss>`,
			feed.Item{Title: "River rises", Link: "https://c.example/1", GUID: "c1", Authors: []string{"Ana Brook"}, Published: "Sun, 09 Mar 2014 07:10:00 GMT", Tags: []string{"floods"}, Summary: "It rose."}},
		"guid as link": {`<rss version="2.0"><channel><item><title>River rises</title><guid>https://c.example/1</guid></item></channel></rss>`,
			feed.Item{Title: "River rises", Link: "https://c.example/1", GUID: "https://c.example/1"}},
		"1.0 with Dublin Core": {`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Courier</title></channel>
			<item><title>River rises</title><link>https://c.example/1</link><dc:creator>Ana Brook, John Roe</dc:creator><dc:date>2014-03-09</dc:date><dc:source>Fen Radio</dc:source><dc:language>en</dc:language></item></rdf:RDF>`,
			feed.Item{Title: "River rises", Link: "https://c.example/1", Authors: []string{"Ana Brook, John Roe"}, Published: "2014-03-09", Source: "Fen Radio", Language: "en"}},
		"source": {`<rss version="2.0"><channel><item><title>River rises</title><source url="https://r.example/feed">Fen &amp;amp; Radio</source></item></channel></rss>`,
			feed.Item{Title: "River rises", Source: "Fen & Radio"}},
	} {
		t.Run(name, func(t *testing.T) {
			f, err := rss.Parse(c.doc)
			if err != nil || len(f.Items) != 1 {
				t.Fatalf("%v, %d items", err, len(f.Items))
			}
			if d := cmp.Diff(c.want, f.Items[0]); d != "" {
				t.Error(d)
			}
		})
	}
}

// A feed in, no panic, and the same feed each time.
func FuzzParse(f *testing.F) {
	f.Add(`<rss version="2.0"><channel><title>x</title><item><title>a</title><guid>b</guid></item></channel></rss>`)
	f.Fuzz(func(t *testing.T, doc string) {
		a, errA := rss.Parse(doc)
		b, errB := rss.Parse(doc)
		if d := cmp.Diff(a, b); d != "" || (errA == nil) != (errB == nil) {
			t.Error(d, errA, errB)
		}
	})
}
