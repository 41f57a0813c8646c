package ninjs_test

import (
	"fmt"
	"testing"

	"wiredesk/internal/intake/ninjs"
)

// The same item in the versions of the standard, and with fields that break it.
func TestVersions(t *testing.T) {
	const want = "River rises | [Ana Brook] | AAP | 2014-03-09T07:10:00Z | en | 2 | The quay. (AFP) | usable"
	for name, doc := range map[string]string{
		"1": `{"uri":"urn:1","type":"text","language":"en-AU","versioncreated":"2014-03-09T07:10:00Z","source":"AAP","headline":"River rises","byline":"By Ana Brook","body_html":"<p>It rose.</p><p>It fell.</p>",
			"associations":{"main":{"type":"picture","description_text":"The quay.","byline":"AFP"}}}`,
		"2": `{"uri":"urn:1","type":"text","language":"en","versioncreated":"2014-03-09T07:10:00Z","provider":"AAP","headlines":[{"role":"short","value":"River"},{"role":"main","value":"River rises"}],"authors":[{"name":"Ana Brook"}],
			"bodies":[{"contenttype":"text/html","value":"<p>It rose.</p><p>It fell.</p>"}],"associations":[{"type":"picture","description_text":"The quay. AFP photo"}]}`,
		"plain, wrong types": `{"guid":"urn:1","type":"text","language":"en","versioncreated":"2014-03-09T07:10:00Z","copyrightholder":"Australian Associated Press","headline":"River rises","byline":"ANA","authors":[{"name":"Ana Brook"}],"priority":"x","subject":7,
			"body_text":"It rose.\n\nIt fell.","associations":{"main":{"type":"picture","description_text":"The quay. AFP photo"}}}`,
	} {
		t.Run(name, func(t *testing.T) {
			d, err := ninjs.Parse(doc)
			if err != nil || !ninjs.Is(doc) {
				t.Fatal(err, ninjs.Is(doc))
			}
			r, cut := d.Report()
			if len(r.Photos) != 1 || cut {
				t.Fatalf("%+v %v", r.Photos, cut)
			}
			got := fmt.Sprintf("%s | %v | %s | %s | %s | %d | %s (%s) | %s", r.Headline.Text, r.Byline.Names, r.Outlet, r.Published.Value, r.Language, len(r.Body), r.Photos[0].Caption, r.Photos[0].Agency, r.Status)
			if got != want {
				t.Errorf("%s\nwant %s", got, want)
			}
		})
	}
}

// JSON in, no panic, spans in the text.
func FuzzParse(f *testing.F) {
	f.Add(`{"uri":"a","type":"picture","description_caption":"The quay.","byline":"Tom Hale/AFP"}`)
	f.Fuzz(func(t *testing.T, doc string) {
		ninjs.Is(doc)
		d, err := ninjs.Parse(doc)
		if err != nil {
			return
		}
		r, _ := d.Report()
		for _, s := range r.Body {
			if !s.Valid(r.Text) {
				t.Errorf("%v", s)
			}
		}
	})
}
