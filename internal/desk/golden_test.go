package desk_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"wiredesk"
	"wiredesk/internal/brief"
	"wiredesk/internal/desk"
	"wiredesk/internal/intake"
	"wiredesk/internal/store"
	"wiredesk/internal/store/memory"
	"wiredesk/internal/store/sqlite"
)

// A step is something that happens at a desk: an input, an editor's act on the
// stories as they are then, or that the desk looks again.
type step struct {
	in     *intake.Input
	act    func(b *bench) (wiredesk.Act, bool)
	repair bool
}

// A way is how a desk goes through the steps: over which store, how many inputs
// it is given at once, and whether each batch meets a program that has just been
// started.
type way struct {
	name  string
	store func(t *testing.T) store.Store
	batch func(i int) int // inputs in the batch that begins with the i-th
	anew  bool
}

func inMemory(*testing.T) store.Store { return memory.New() }

func inAFolder(t *testing.T) store.Store {
	db, err := sqlite.Open(t.Context(), t.TempDir(), true)
	if err != nil {
		t.Fatal(err)
	}
	return db
}

// sevens deals batches of one to seven inputs.
func sevens(i int) int { return i*5%7 + 1 }

func one(int) int { return 1 }

func all(int) int { return 1 << 20 }

// walk goes through steps in a way and returns the export.
func (w way) walk(t *testing.T, o desk.Options, steps []step) []string {
	t.Helper()
	b := benchOver(t, o, w.store(t))
	var batch []intake.Input
	flush := func() {
		if len(batch) == 0 {
			return
		}
		if w.anew {
			b.desk = desk.New(b.db, o)
		}
		b.ok(b.desk.Add(t.Context(), batch, nil))
		b.ok(b.desk.Run(t.Context(), nil))
		batch = nil
	}
	size := 0
	for i, s := range steps {
		if s.in != nil {
			if len(batch) == 0 {
				size = w.batch(i)
			}
			if batch = append(batch, *s.in); len(batch) == size {
				flush()
			}
			continue
		}
		flush()
		if s.repair {
			_, err := b.desk.Repair(t.Context(), time.Time{})
			b.ok(err)
			continue
		}
		if a, ok := s.act(b); ok {
			_, err := b.desk.Act(t.Context(), a)
			b.ok(err)
			b.ok(b.desk.Settle(t.Context()))
		}
	}
	flush()
	return b.export()
}

// same fails the test where two exports differ, and shows the first line that does.
func same(t *testing.T, name string, got, want []string) {
	t.Helper()
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			at := 0
			for at < min(len(got[i]), len(want[i])) && got[i][at] == want[i][at] {
				at++
			}
			from := max(0, at-200)
			t.Fatalf("%s: line %d differs:\nwant …%.500s\ngot  …%.500s", name, i+1, want[i][from:], got[i][from:])
		}
	}
	if len(got) != len(want) {
		t.Fatalf("%s: %d lines, want %d", name, len(got), len(want))
	}
}

// The same inputs in the same order give the same bytes, whatever the store and
// however they are batched.
func TestExamplesEverywhere(t *testing.T) {
	var files []string
	for _, pattern := range []string{"../../examples/*/*"} {
		found, err := filepath.Glob(pattern)
		if err != nil || len(found) == 0 {
			t.Fatal("no examples", err)
		}
		files = append(files, found...)
	}
	if shared := os.Getenv("WIREDESK_SHARED"); shared != "" {
		seeds, err := filepath.Glob(filepath.Join(shared, "seeds", "*.txt"))
		if err != nil || len(seeds) == 0 {
			t.Fatal("no seeds", err)
		}
		files = append(files, seeds...)
	} else if os.Getenv("CI") == "true" {
		t.Fatal("WIREDESK_SHARED is not set")
	}
	var steps []step
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		steps = append(steps, step{in: &intake.Input{File: f, Bytes: raw}})
	}
	o := desk.Options{Now: frozen}
	want := way{"memory, all at once", inMemory, all, false}.walk(t, o, steps)
	if len(want) < 2*len(files) {
		t.Fatalf("%d lines from %d files", len(want), len(files))
	}
	for _, w := range []way{{"SQLite, all at once", inAFolder, all, false}, {"SQLite, some at once, anew", inAFolder, sevens, true}, {"memory, one by one", inMemory, one, false}} {
		same(t, w.name, w.walk(t, o, steps), want)
	}
}

// A generator makes invented reports of accidents, with all that can befall
// reports: new versions, corrections, kills before and after what they mean, by
// who may and who may not, copies, files under two names, undated reports; and
// editors' acts between them.
type generator struct {
	*rand.Rand
	steps []step
	news  []made
}

// made is a report that was made.
type made struct {
	place, outlet, headline, text, date string
}

func (g *generator) pick(from ...string) string { return from[g.IntN(len(from))] }

// put adds an input in the form that the tests' parser reads.
func (g *generator) put(place, id, status, replaces string, m made) {
	var head strings.Builder
	for _, line := range [][2]string{{"id", id}, {"outlet", m.outlet}, {"date", m.date}, {"status", status}, {"replaces", replaces}, {"headline", m.headline}} {
		if line[1] != "" {
			fmt.Fprintf(&head, "%s: %s\n", line[0], line[1])
		}
	}
	g.steps = append(g.steps, step{in: &intake.Input{File: "/news/" + place, Bytes: []byte(head.String() + "\n" + m.text)}})
}

// report makes the i-th report.
func (g *generator) report(i int) {
	ship, place := g.pick("Alba", "Corrie", "Dunnet", "Fara", "Hunda", "Jura"), g.pick("Stroma", "Wick", "Brough", "Lybster")
	m := made{
		place: fmt.Sprintf("r%d", i), outlet: g.pick("Kestrel Post", "Orkney Bell", "Faroe Wire", "Thurso Times"),
		headline: fmt.Sprintf("Ferry %s aground off %s, %d hurt", ship, place, i), date: fmt.Sprintf("2026-03-%02d", 1+g.IntN(20)),
	}
	day := g.pick("Sunday", "Monday", "Tuesday")
	m.text = fmt.Sprintf("The ferry %s ran aground off %s on %s, and at least %d people were injured, harbour master Ewan Gunn said.\n\nThe owner of the %s, %s Line, said that nobody had died. Report number %d.",
		ship, place, day, 2+g.IntN(30), ship, ship, i)
	if g.IntN(6) == 0 {
		m.date, m.text = "", strings.Replace(m.text, "on "+day, "yesterday", 1)
	}
	g.put(m.place, m.place, "", "", m)
	g.news = append(g.news, m)
}

// befall lets something befall a report that is there, or one that will be.
func (g *generator) befall(i int) {
	old := g.news[g.IntN(len(g.news))]
	now := old
	id := fmt.Sprintf("x%d", i)
	switch g.IntN(9) {
	case 0: // a new version
		now.text += " The injured were taken to hospital."
		g.put(old.place, id, "", "", now)
	case 1: // the address tells of something else
		now.headline, now.text = "Council raises taxes", fmt.Sprintf("The council of Thurso raised its property taxes by %d per cent, Provost Isla Rosie said.", i)
		g.put(old.place, id, "", "", now)
	case 2: // a copy by another outlet
		now.outlet, now.place = "Copier "+old.outlet, id
		g.put(now.place, id, "", "", now)
		g.news = append(g.news, now)
	case 3: // the same file under another name
		g.put("copy-of-"+old.place, id, "", "", old)
	case 4: // a correction
		now.headline, now.text = "Correction: "+old.headline, old.text+" An earlier report misspelt the name."
		g.put(id, id, "correction", old.headline, now)
	case 5: // a kill
		now.headline, now.text = "Kill", "Please kill the story of "+old.headline
		g.put(id, id, "killed", old.place, now)
	case 6: // a kill by somebody else
		now.outlet, now.text = "Rival Gazette", "Please kill it, says number "+id
		g.put(id, id, "killed", old.headline, now)
	case 7: // the same kill again, in the place of the report
		g.put(old.place, id, "killed", "", old)
	case 8: // a kill or correction of what has not come yet
		now.headline, now.text = "Beforehand "+id, fmt.Sprintf("The ferry of report r%d did not sink, says the notice.", i+3)
		g.put(id, id, g.pick("killed", "correction"), fmt.Sprintf("r%d", i+3), made{outlet: "", headline: now.headline, text: now.text, date: now.date})
	}
}

// edit adds an editor's act on the stories as they are then.
func (g *generator) edit() {
	n := g.Uint64()
	g.steps = append(g.steps, step{act: func(b *bench) (wiredesk.Act, bool) {
		b.Helper()
		acts, err := b.db.AllActs(b.Context())
		b.ok(err)
		line, _, err := b.db.Shown(b.Context())
		b.ok(err)
		ids, err := b.db.Opened(b.Context(), line.Story, 0, 1000)
		b.ok(err)
		if len(ids) < 3 {
			return wiredesk.Act{}, false
		}
		v, err := b.db.Story(b.Context(), ids[n%uint64(len(ids))])
		b.ok(err)
		other := ids[(n/7)%uint64(len(ids))]
		last := v.Members[len(v.Members)-1].ID
		a := wiredesk.Act{Who: "ada", Story: v.ID}
		switch kind := n % 6; {
		case kind == 0 && other != v.ID:
			a.Kind, a.Other = wiredesk.ActMerge, wiredesk.Optional(other)
		case kind == 1 && len(v.Members) > 1:
			a.Kind, a.Reports = wiredesk.ActReject, []string{last}
		case kind == 2 && other != v.ID:
			a.Kind, a.Story, a.Reports = wiredesk.ActMove, other, []string{last}
		case kind == 3:
			a.Kind = wiredesk.ActPin
		case kind == 4:
			a.Kind, a.Text = wiredesk.ActRename, wiredesk.Optional(fmt.Sprintf("Story %d", n%100))
		default:
			i := slices.IndexFunc(acts, func(a wiredesk.Act) bool { return a.Undone == 0 && a.Kind != wiredesk.ActUndo })
			if i < 0 {
				return a, false
			}
			a.Kind, a.Undoes = wiredesk.ActUndo, acts[i].ID
		}
		return a, true
	}})
}

// generated makes about n steps.
func generated(seed uint64, n int) []step {
	g := &generator{Rand: rand.New(rand.NewPCG(seed, 7))}
	for i := 0; len(g.steps) < n; i++ {
		g.report(i)
		if g.IntN(2) == 0 {
			g.befall(i)
		}
		if g.IntN(9) == 0 {
			g.edit()
		}
		if g.IntN(25) == 0 {
			g.steps = append(g.steps, step{repair: true})
		}
	}
	return g.steps
}

// plainly stands in for reading where only what stands is of interest.
func plainly(r *wiredesk.Report) wiredesk.Reading { return wiredesk.Reading{Report: *r} }

// listing stands in for compiling: it says what it was given.
func listing(s wiredesk.Story, readings []wiredesk.Reading, assignments []wiredesk.Assignment, origins brief.Counter) wiredesk.Brief {
	b := wiredesk.Brief{Story: s.ID, Headline: s.Headline, Origins: origins(nil)}
	for i, r := range readings {
		b.Reports = append(b.Reports, wiredesk.BriefReport{ID: r.ID, Published: r.Published, Status: r.Status, PickupOf: assignments[i].PickupOf, Origins: assignments[i].Origins})
	}
	return b
}

// holds fails the test where an export shows nothing of what the steps were made
// to show.
func holds(t *testing.T, export []string, words ...string) {
	t.Helper()
	whole := strings.Join(export, "\n")
	for _, w := range words {
		n := strings.Count(whole, w)
		t.Logf("%d times %s", n, w)
		if n == 0 && len(export) > 400 {
			t.Errorf("nothing is %s", w)
		}
	}
}

// Two hundred reports with all that can befall them, in several orders.
func TestGeneratedEverywhere(t *testing.T) {
	for seed := range uint64(3) {
		t.Run(fmt.Sprint("order ", seed), func(t *testing.T) {
			o := desk.Options{Now: frozen, Stages: desk.Stages{Parse: parse, Read: plainly, Compile: listing}}
			n := 200
			if seed == 0 { // really read and compiled, and so fewer
				o.Stages.Read, o.Stages.Compile, n = nil, nil, 40
			}
			steps := generated(seed, n)
			want := way{"memory, one by one", inMemory, one, false}.walk(t, o, steps)
			holds(t, want, `"withdrawn":"`, `"superseded":"`, `"kind":"merge"`, `"kind":"undo"`, `"who":"the desk"`, `it corrects`, `it withdraws`, `"pinned":true`)
			for _, w := range []way{
				{"memory, all at once", inMemory, all, false},
				{"memory, some at once, anew", inMemory, sevens, true},
				{"SQLite, some at once", inAFolder, sevens, false},
				{"SQLite, all at once, anew", inAFolder, all, true},
			} {
				same(t, w.name, w.walk(t, o, steps), want)
			}
		})
	}
}
