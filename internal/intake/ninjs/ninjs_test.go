package ninjs_test

import (
	"fmt"
	"testing"

	"wiredesk"
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
			items, err := ninjs.Parse(doc)
			if err != nil || !ninjs.Is(doc) || len(items) != 1 {
				t.Fatal(err, ninjs.Is(doc), len(items))
			}
			r, cut := items[0].Report()
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

// The answers of services hold items of the same kind, and so do lists and
// lines.
func TestSeveral(t *testing.T) {
	a := `{"uri":"urn:1","type":"text","headline":"River rises","body_html":"<p>It rose in the night.</p>"}`
	b := `{"uri":"urn:2","type":"text","headline":"River falls","body_html":"<p>It fell by noon.</p>"}`
	for name, doc := range map[string]string{
		"list":              "[" + a + "," + b + "]",
		"lines":             a + "\n" + b,
		"list in an answer": `{"total":2,"item":[` + a + "," + b + `]}`,
		"answer":            `{"api_version":"1.1","data":{"items":[{"meta":{},"item":` + a + `},{"item":` + b + `}]}}`,
	} {
		items, err := ninjs.Parse(doc)
		if err != nil || !ninjs.Is(doc) || len(items) != 2 {
			t.Errorf("%s: %v, %d items", name, err, len(items))
		}
	}
	for _, doc := range []string{`{"headline":"River rises","text":"It rose."}`, `{"items":[{"title":"a"}]}`, "[1, 2]", "[]"} {
		if ninjs.Is(doc) {
			t.Errorf("%s holds no item", doc)
		}
	}
}

// An item whose text is elsewhere is not complete, and one under embargo is
// withheld.
func TestHeadlineOnlyAndEmbargo(t *testing.T) {
	items, err := ninjs.Parse(`{"uri":"urn:1","type":"text","headline":"River rises","versioncreated":"2014-03-09T07:10:00Z","embargoed":"2014-03-10T06:00:00Z",
		"bylines":[{"by":"By ANA BROOK","title":"Associated Press"}],"renditions":{"nitf":{"href":"https://wire.example/1"}}}`)
	if err != nil {
		t.Fatal(err)
	}
	r, _ := items[0].Report()
	if r.Complete || r.Status != wiredesk.Withheld || r.Byline == nil || r.Byline.Names[0] != "ANA BROOK" || len(r.Agencies) != 1 {
		t.Errorf("%v %v %+v %v", r.Complete, r.Status, r.Byline, r.Agencies)
	}
}

// JSON in, no panic, spans in the text.
func FuzzParse(f *testing.F) {
	f.Add(`{"uri":"a","type":"picture","description_caption":"The quay.","byline":"Tom Hale/AFP"}`)
	f.Fuzz(func(t *testing.T, doc string) {
		ninjs.Is(doc)
		items, _ := ninjs.Parse(doc)
		for _, d := range items {
			r, _ := d.Report()
			for _, s := range r.Body {
				if !s.Valid(r.Text) {
					t.Errorf("%v", s)
				}
			}
		}
	})
}
