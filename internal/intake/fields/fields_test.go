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
