package fieldxml_test

import (
	"testing"

	"wiredesk/internal/intake/fieldxml"
)

const two = `<answer><error>0</error><list><news><newsid>7</newsid><publishdate>2014-03-09T07:10:00</publishdate><headline>River rises</headline>
<body>&lt;p&gt;The river rose.&lt;/p&gt;&lt;p&gt;It fell.&lt;/p&gt;</body><priority>4</priority></news><news><headline>River falls</headline><content><p>It fell by noon.</p><p>All went home.</p></content></news></list></answer>`

func TestParse(t *testing.T) {
	items := fieldxml.Parse(two)
	if len(items) != 2 {
		t.Fatalf("%d items", len(items))
	}
	for i, want := range []string{"River rises", "River falls"} {
		r, _ := items[i].Report()
		if r.Headline.Text != want || len(r.Body) != 2 {
			t.Errorf("%+v %q", r.Headline, r.Text)
		}
	}
	if items[0]["id"] != "7" || items[0]["published"] != "2014-03-09T07:10:00" {
		t.Errorf("%v", items[0])
	}
	for _, doc := range []string{"", "<a/>", "<poll><token>x</token></poll>", "<a><title>Only a title</title></a>"} {
		if got := fieldxml.Parse(doc); len(got) != 0 {
			t.Errorf("%s: %v", doc, got)
		}
	}
}

// Any XML in, no panic, spans in the text.
func FuzzParse(f *testing.F) {
	f.Add(two)
	f.Fuzz(func(t *testing.T, doc string) {
		for _, item := range fieldxml.Parse(doc) {
			r, _ := item.Report()
			for _, s := range r.Body {
				if !s.Valid(r.Text) {
					t.Errorf("%v", s)
				}
			}
		}
	})
}
