package atom_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"wiredesk/internal/intake/atom"
	"wiredesk/internal/intake/feed"
)

func TestParse(t *testing.T) {
	f, err := atom.Parse(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Courier</title><link rel="self" href="https://c.example/feed"/><link href="https://c.example/"/><author><name>Ana Brook</name></author>
<entry><id> urn:c:1 </id><title>River rises</title><link rel="enclosure" href="https://c.example/1.mp3"/><link rel="alternate" href="https://c.example/1"/><published>2014-03-09T07:10:00Z</published><updated>2014-03-09T08:00:00Z</updated><summary>It rose.</summary><category term="floods"/><category term="x" label="Rivers"/></entry>
<entry><id>urn:c:2</id><title>Boats stay in</title><author><name>John Roe</name></author><source><title>Fen Radio</title></source><content type="html">&lt;p&gt;They do.&lt;/p&gt;</content></entry>
<entry><id>urn:c:3</id><title>All clear</title><source><author><name>Mary Lund</name></author></source><content type="text">1 &lt; 2</content></entry>
<entry><id>urn:c:4</id><title>Elsewhere</title><content src="https://c.example/4" type="text/html"/></entry></feed>`)
	if err != nil || f.Title != "Courier" || f.Link != "https://c.example/" || f.Language != "en" {
		t.Fatalf("%v %+v", err, f)
	}
	want := []feed.Item{
		{GUID: "urn:c:1", Title: "River rises", Link: "https://c.example/1", Published: "2014-03-09T07:10:00Z", Updated: "2014-03-09T08:00:00Z", Summary: "It rose.", Authors: []string{"Ana Brook"}, Tags: []string{"floods", "Rivers"}},
		{GUID: "urn:c:2", Title: "Boats stay in", Authors: []string{"John Roe"}, Source: "Fen Radio", Content: "<p>They do.</p>"},
		{GUID: "urn:c:3", Title: "All clear", Authors: []string{"Mary Lund"}, Content: "1 < 2", Plain: true},
		{GUID: "urn:c:4", Title: "Elsewhere", Authors: []string{"Ana Brook"}},
	}
	if d := cmp.Diff(want, f.Items); d != "" {
		t.Error(d)
	}
}

// A feed in, no panic, and the same feed each time.
func FuzzParse(f *testing.F) {
	f.Add(`<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="xhtml"><div>a</div></title><link href="b"/></entry></feed>`)
	f.Fuzz(func(t *testing.T, doc string) {
		a, errA := atom.Parse(doc)
		b, errB := atom.Parse(doc)
		if d := cmp.Diff(a, b); d != "" || (errA == nil) != (errB == nil) {
			t.Error(d, errA, errB)
		}
	})
}
