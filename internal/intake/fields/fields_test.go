package fields_test

import (
	"testing"

	"wiredesk/internal/intake/fields"
)

func TestPart(t *testing.T) {
	for name, want := range map[string]string{"Publish_Date": "published", "body text": "text", "NewsID": "id", "Titulo": "headline", "colour": ""} {
		if got := fields.Part(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestReport(t *testing.T) {
	r := fields.Record{}
	r.Add("headline", " River  rises ")
	r.Add("text", "<p>The river rose on Sunday.</p><p>It fell by noon.</p>")
	r.Add("author", "Ana Brook, AFP")
	r.Add("published", "9 March 2014")
	r.Add("published", "10 March 2014")
	r.Add("tags", "rivers; floods")
	out, _ := r.Report()
	if out.Headline.Text != "River rises" || len(out.Body) != 2 || out.Byline.Names[0] != "Ana Brook" || out.Agencies[0] != "AFP" || out.Published.Value != "2014-03-09" || len(out.Tags) != 2 || !out.Complete {
		t.Errorf("%+v", out)
	}
	if out, _ := (fields.Record{"headline": "River rises", "summary": "It rose."}).Report(); out.Complete {
		t.Error("a summary is not complete")
	}
}

// Answers of services hold their records at any place.
func TestJSON(t *testing.T) {
	for name, c := range map[string]struct {
		doc string
		n   int
	}{
		"answer":    {`{"status":"ok","articles":[{"source":{"name":"Harbour Post"},"author":"Ana Brook","title":"River rises","publishedAt":"2014-03-09T07:10:00Z","content":"It rose."}]}`, 1},
		"list":      {`[{"headline":"River rises","text":"It rose."},{"headline":"River falls","text":"It fell."}]`, 2},
		"no record": {`{"a":[1,2,{"b":"c"}]}`, 0},
		"WordPress": {`[{"title":{"rendered":"River rises"},"content":{"rendered":"<p>It rose.</p>"},"date":"2014-03-09T07:10:00","link":"https://post.example/1"}]`, 1},
	} {
		got := fields.JSON(c.doc)
		if len(got) != c.n {
			t.Errorf("%s: %v", name, got)
		}
		if len(got) > 0 && got[0]["headline"] != "River rises" {
			t.Errorf("%s: %v", name, got[0])
		}
	}
}
