package story_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wiredesk"
	"wiredesk/internal/story"
)

// seed reads a seed report as far as this room needs it.
func seed(t *testing.T, name string) wiredesk.Reading {
	t.Helper()
	shared := os.Getenv("WIREDESK_SHARED")
	if shared == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("WIREDESK_SHARED is not set")
		}
		t.Skip("needs the seed reports: WIREDESK_SHARED is not set")
	}
	raw, err := os.ReadFile(filepath.Join(shared, "seeds", name))
	if err != nil {
		t.Fatal(err)
	}
	return reading(name, string(raw))
}

// reading makes a reading of plain text: the first line is the headline, every
// other line a paragraph.
func reading(id, text string) wiredesk.Reading {
	r := wiredesk.Reading{Report: wiredesk.Report{ID: id, Text: text}}
	start := 0
	for i := 0; i <= len(text); i++ {
		if i < len(text) && text[i] != '\n' {
			continue
		}
		span := wiredesk.Span{Start: start, End: i}
		start = i + 1
		switch {
		case span.Len() == 0:
		case r.Headline == nil:
			r.Headline = &wiredesk.Headline{Text: span.Words(text), Span: span}
		default:
			r.Body = append(r.Body, span)
		}
	}
	return r
}

func seeds(t *testing.T) (r, d wiredesk.Reading) {
	r, d = seed(t, "000_faf2e4ef9f8287a2.txt"), seed(t, "003_21878bcc43aa289a.txt")
	r.Published = wiredesk.Published{Value: "2012-02-07T20:27:00Z", From: wiredesk.Printed}
	r.Outlet, r.Agencies = "Reuters", wiredesk.List[string]{"Reuters", "Reuters AlertNet"}
	r.Dateline = &wiredesk.Dateline{Place: "AMMAN", Agency: "Reuters"}
	d.Outlet, d.CompiledFrom = "Daily News", wiredesk.List[string]{"AFP", "AP", "Reuters"}
	return r, d
}

func TestSeedsAreOneStory(t *testing.T) {
	r, d := seeds(t)
	l := story.NewLinker()
	a, b := l.Add(story.Fingerprint(&r)), l.Add(story.Fingerprint(&d))
	if a.Story != b.Story {
		t.Errorf("stories %s and %s, want one; why: %v", a.Story, b.Story, b.Why)
	}
	if b.PickupOf != "" {
		t.Errorf("the Daily News carries %s (%.2f), want none", b.PickupOf, b.Shared)
	}
	t.Log(b.Why)
	readings, links := []wiredesk.Reading{r, d}, []wiredesk.Assignment{a, b}
	o := story.CountOrigins(readings, links)
	if diff := cmp.Diff(wiredesk.List[string]{"Reuters"}, o.Known); diff != "" {
		t.Errorf("known origins: %s", diff)
	}
	if diff := cmp.Diff(wiredesk.List[string]{"AFP", "AP"}, o.Perhaps); diff != "" {
		t.Errorf("perhaps: %s", diff)
	}
	t.Log(o.Evidence)
}

func TestSeedsInferPublished(t *testing.T) {
	r, d := seeds(t)
	p, ok := story.InferPublished(&d, []wiredesk.Reading{r})
	if !ok || p.Value != "2012-02-08" || p.From != wiredesk.Inferred {
		t.Errorf("published %+v, want 2012-02-08, inferred", p)
	}
	t.Log(p.Evidence)
}
