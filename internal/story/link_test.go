package story_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"wiredesk"
	"wiredesk/internal/story"
)

// A fixture is reports parted by lines of "==="; the first line of each says
// outlet, publication and the story that people put it in, parted by "|".
func fixture(t *testing.T, name string) (readings []wiredesk.Reading, gold []string) {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return reports(t, name, string(raw))
}

// reports reads the reports of a fixture.
func reports(t *testing.T, name, all string) (readings []wiredesk.Reading, gold []string) {
	t.Helper()
	for i, part := range strings.Split(all, "===\n") {
		head, text, _ := strings.Cut(part, "\n")
		f := strings.Split(head, "|")
		if len(f) != 3 {
			t.Fatalf("%s, report %d: want outlet|publication|story, have %q", name, i+1, head)
		}
		r := reading(string(rune('a'+i)), strings.TrimSpace(text)+"\n")
		r.Outlet, r.Published.Value = wiredesk.Optional(f[0]), wiredesk.Optional(f[1])
		readings, gold = append(readings, r), append(gold, f[2])
	}
	return readings, gold
}

func link(l *story.Linker, readings []wiredesk.Reading) []wiredesk.Assignment {
	var out []wiredesk.Assignment
	for i := range readings {
		out = append(out, l.Add(story.Fingerprint(&readings[i])))
	}
	return out
}

func TestStories(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txt")
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			readings, gold := fixture(t, filepath.Base(file))
			links := link(story.NewLinker(), readings)
			for i := range links {
				for j := range i {
					if one := links[i].Story == links[j].Story; one != (gold[i] == gold[j]) {
						t.Errorf("reports %s and %s: one story is %v, want %v; why: %v", readings[j].ID, readings[i].ID, one, !one, links[i].Why)
					}
				}
				if len(links[i].Why) == 0 {
					t.Errorf("report %s: no reason is given", readings[i].ID)
				}
			}
		})
	}
}

func TestSameOrderSameBytes(t *testing.T) {
	readings, _ := fixture(t, "look-alikes.txt")
	first, _ := json.Marshal(link(story.NewLinker(), readings))
	second, _ := json.Marshal(link(story.NewLinker(), readings))
	if diff := cmp.Diff(string(first), string(second)); diff != "" {
		t.Error(diff)
	}
}

func TestPrintsSurviveJSON(t *testing.T) {
	readings, _ := fixture(t, "pickups.txt")
	for i := range readings {
		p := story.Fingerprint(&readings[i])
		raw, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		if len(raw) > 2048 {
			t.Errorf("a Print of %d bytes", len(raw))
		}
		var back story.Print
		if err := json.Unmarshal(raw, &back); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(p, back); diff != "" {
			t.Error(diff)
		}
	}
}

func TestRestoredLinkerGoesOn(t *testing.T) {
	readings, _ := fixture(t, "look-alikes.txt")
	whole := story.NewLinker()
	want := link(whole, readings)
	again := story.NewLinker()
	n := len(readings) / 2
	for i := range n {
		again.Restore(story.Fingerprint(&readings[i]), want[i])
	}
	if diff := cmp.Diff(want[n:], link(again, readings[n:])); diff != "" {
		t.Error(diff)
	}
}

func TestPickups(t *testing.T) {
	readings, _ := fixture(t, "pickups.txt")
	l := story.NewLinker()
	links := link(l, readings)
	// a is the wire; b carries it cut, c with a new top; d is independent and
	// shares a quotation alone.
	for i, want := range []wiredesk.Optional{"", "a", "a", ""} {
		if links[i].PickupOf != want {
			t.Errorf("report %s carries %q (%.2f), want %q", readings[i].ID, links[i].PickupOf, links[i].Shared, want)
		}
	}
	o := story.CountOrigins(readings, links)
	if diff := cmp.Diff(wiredesk.List[string]{"Wire One", "The Valley Post"}, o.Known); diff != "" {
		t.Errorf("known origins: %s\n%v", diff, o.Evidence)
	}
	story.Trace(readings, links)
	if diff := cmp.Diff(wiredesk.List[string]{"Wire One"}, links[1].Origins.Known); diff != "" {
		t.Errorf("origin of the pickup: %s", diff)
	}
}

func TestFiveHundredCopiesAreOneOrigin(t *testing.T) {
	readings, _ := fixture(t, "pickups.txt")
	var all []wiredesk.Reading
	for i := range 500 {
		r := readings[0]
		r.ID += strings.Repeat("x", i)
		r.Outlet = wiredesk.Optional("copy " + strings.Repeat("x", i))
		all = append(all, r)
	}
	links := link(story.NewLinker(), all)
	if o := story.CountOrigins(all, links); len(o.Known)+len(o.Perhaps)+o.Unknown != 1 {
		t.Errorf("%d known, %v perhaps, %d unknown, want one", len(o.Known), o.Perhaps, o.Unknown)
	}
}

func TestEditorsWin(t *testing.T) {
	readings, _ := fixture(t, "look-alikes.txt")
	l := story.NewLinker()
	link(l, readings)
	if err := l.Move(readings[0].ID, "s-own"); err != nil {
		t.Fatal(err)
	}
	for _, r := range l.Repair(time.Time{}) {
		if slices.Contains(r.Reports, readings[0].ID) {
			t.Errorf("a repair moved a pinned report: %+v", r)
		}
	}
	if got := l.StoryOf(readings[0].ID); got != "s-own" {
		t.Errorf("story %s, want s-own", got)
	}
	if err := l.Merge("s-own", l.StoryOf(readings[1].ID)); err != nil {
		t.Fatal(err)
	}
	if got, want := l.Resolve("s-own"), l.StoryOf(readings[1].ID); got != want {
		t.Errorf("the alias stands for %s, want %s", got, want)
	}
}

func TestClaimsThroughCarriers(t *testing.T) {
	r := wiredesk.Reading{Report: wiredesk.Report{ID: "r", Outlet: "The Valley Post"},
		Entities: wiredesk.List[wiredesk.Entity]{{ID: "organization:interfax", Name: "Interfax", Agency: true}}}
	c := wiredesk.Claim{Chain: []string{"the minister", "Interfax", "The Valley Post"},
		ChainEntities: []wiredesk.Optional{"", "organization:interfax", ""}}
	o := story.OriginsOf(c, &r, wiredesk.Assignment{Origins: wiredesk.Origins{Known: []string{"The Valley Post"}}})
	if diff := cmp.Diff(wiredesk.List[string]{"Interfax"}, o.Known); diff != "" {
		t.Error(diff)
	}
}

func FuzzFingerprint(f *testing.F) {
	f.Add("A headline\nThe ferry \"sank\" off Naxos on Feb. 4, 2012, killing 15, police said.\n")
	f.Add("\xff\n“”\n٣ 3,000.5 U.N. a’s\n")
	f.Fuzz(func(t *testing.T, text string) {
		r := reading("r", strings.ToValidUTF8(text, "\ufffd"))
		r.Published.Value = "2012-02-07"
		p := story.Fingerprint(&r)
		raw, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		var back story.Print
		if err := json.Unmarshal(raw, &back); err != nil {
			t.Fatalf("%v: %s", err, raw)
		}
		a := story.NewLinker().Add(back)
		if b := story.NewLinker().Add(p); a.Story != b.Story {
			t.Errorf("stories %s and %s", a.Story, b.Story)
		}
	})
}
