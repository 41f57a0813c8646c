package story_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wiredesk"
	"wiredesk/internal/story"
)

// fields splits a line of a fixture, in which fields may be empty, or one of
// its lists.
func fields(s, sep string) []string {
	var out []string
	for f := range strings.SplitSeq(s, sep) {
		if f = strings.TrimSpace(f); f != "" || sep == "|" {
			out = append(out, f)
		}
	}
	return out
}

// told is the reading of a "report:" line.
func told(t *testing.T, f []string) *wiredesk.Reading {
	t.Helper()
	if len(f) != 5 {
		t.Fatalf("a report has five fields: %q", f)
	}
	r := &wiredesk.Reading{}
	r.Outlet = "The Kestrel"
	r.Published.Value = wiredesk.Optional(f[1])
	for _, name := range fields(f[2], ";") {
		r.Entities = append(r.Entities, wiredesk.Entity{ID: "person:" + name, Name: name, Type: wiredesk.Person})
	}
	for _, p := range fields(f[3], ";") {
		name, country, _ := strings.Cut(p, "/")
		id := "geonames:" + name
		if name == country {
			id = "country:" + name
		}
		r.Places = append(r.Places, wiredesk.Place{ID: id, Name: name, Country: wiredesk.Optional(country)})
	}
	for _, kind := range fields(f[4], ";") {
		r.Events = append(r.Events, wiredesk.Event{Type: kind})
	}
	return r
}

// crisisCase reads a fixture: stories in, crises out.
func crisisCase(t *testing.T, path string) (folders []story.CrisisStory, want []wiredesk.Crisis) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		key, rest, _ := strings.Cut(line, ":")
		f := fields(rest, "|")
		switch key {
		case "report":
			i := slices.IndexFunc(folders, func(s story.CrisisStory) bool { return s.ID == f[0] })
			if i < 0 {
				i, folders = len(folders), append(folders, story.CrisisStory{ID: f[0]})
			}
			folders[i].Add(told(t, f))
		case "crisis":
			want = append(want, wiredesk.Crisis{ID: f[0], Name: f[1], Stories: strings.Fields(f[2])})
		}
	}
	return folders, want
}

func TestCrises(t *testing.T) {
	paths, err := filepath.Glob("testdata/crises/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatal(err, "no fixtures")
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txt"), func(t *testing.T) {
			folders, want := crisisCase(t, path)
			if diff := cmp.Diff(want, story.Crises(folders)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			slices.Reverse(folders)
			if diff := cmp.Diff(want, story.Crises(folders)); diff != "" {
				t.Errorf("in another order (-want +got):\n%s", diff)
			}
		})
	}
}

// What was killed or is under embargo says nothing.
func TestCrisisStoryLeavesOut(t *testing.T) {
	for _, status := range []wiredesk.Status{wiredesk.Killed, wiredesk.Withheld} {
		r := told(t, []string{"s-1", "2031-02-03", "Mira Dost", "Kasr/QA", "assault"})
		r.Status = status
		var s story.CrisisStory
		s.Add(r)
		if s.Reports != 0 {
			t.Errorf("%s: %d reports", status, s.Reports)
		}
	}
}

// A standing body under two of its names, and a person whose name is spelled in
// two ways, are one actor each.
func TestOneActorUnderTwoNames(t *testing.T) {
	var s story.CrisisStory
	for _, names := range [][2]string{{"UN Security Council", "Sergei Lavrov"}, {"Security Council", "Sergey Lavrov"}} {
		r := &wiredesk.Reading{}
		r.Published.Value = "2015-04-25"
		r.Entities = []wiredesk.Entity{{ID: "organization:" + names[0], Name: names[0], Type: wiredesk.Organization},
			{ID: "person:" + names[1], Name: names[1], Type: wiredesk.Person}}
		s.Add(r)
	}
	if len(s.Actors) != 2 {
		t.Errorf("%d actors: %v", len(s.Actors), s.Actors)
	}
}
