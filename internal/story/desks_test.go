package story_test

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"wiredesk"
	"wiredesk/internal/story"
)

// A small desk holds a few reports of one or more stories.
type smallDesk struct {
	name     string
	readings []wiredesk.Reading
	gold     []string
}

// smallDesks reads a file of desks parted by lines of "#### name"; each is laid
// out as a fixture.
func smallDesks(t *testing.T, path string) []smallDesk {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []smallDesk
	for part := range strings.SplitSeq(string(raw), "#### ") {
		name, rest, ok := strings.Cut(part, "\n")
		if !ok || rest == "" {
			continue
		}
		d := smallDesk{name: name}
		d.readings, d.gold = reports(t, name, rest)
		out = append(out, d)
	}
	return out
}

// parted is the stories that a linker makes of a desk, as people would write
// them: the letters of their reports.
func (d smallDesk) parted() (got, want string, links []wiredesk.Assignment) {
	order := make([]int, len(d.readings))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(d.readings[a].Published.Value, d.readings[b].Published.Value)
	})
	l := story.NewLinker()
	links = make([]wiredesk.Assignment, len(d.readings))
	for _, i := range order {
		links[i] = l.Add(story.Fingerprint(&d.readings[i]))
	}
	l.Repair(time.Time{})
	write := func(of func(i int) string) string {
		var names []string
		in := map[string]string{}
		for i, r := range d.readings {
			if in[of(i)] == "" {
				names = append(names, of(i))
			}
			in[of(i)] += r.ID
		}
		for i, n := range names {
			names[i] = in[n]
		}
		return strings.Join(names, " ")
	}
	return write(func(i int) string { return l.StoryOf(d.readings[i].ID) }), write(func(i int) string { return d.gold[i] }), links
}

func TestSmallDesks(t *testing.T) {
	files, err := filepath.Glob("testdata/desks/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal(err, "no fixtures")
	}
	for _, file := range files {
		for _, d := range smallDesks(t, file) {
			t.Run(d.name, func(t *testing.T) {
				got, want, links := d.parted()
				if got == want {
					return
				}
				for _, a := range links {
					t.Logf("%s: %s", a.Report, strings.Join(a.Why, "; "))
				}
				t.Errorf("stories %s, want %s", got, want)
			})
		}
	}
}
