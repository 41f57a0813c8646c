package desk_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"wiredesk"
	"wiredesk/internal/brief"
	"wiredesk/internal/desk"
	"wiredesk/internal/intake"
	"wiredesk/internal/store"
	"wiredesk/internal/store/sqlite"
)

// now is the time at which everything in these tests happens.
var now = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

// frozen is the clock of these tests.
func frozen() time.Time { return now }

// A bench is a desk in a new folder.
type bench struct {
	testing.TB
	db      store.Store
	desk    *desk.Desk
	options desk.Options
}

func newBench(t testing.TB, o desk.Options) *bench {
	t.Helper()
	if o.Now == nil {
		o.Now = frozen
	}
	if o.Stages.Parse == nil {
		o.Stages.Parse = parse
	}
	db, err := sqlite.Open(t.Context(), t.TempDir(), true)
	if err != nil {
		t.Fatal(err)
	}
	return benchOver(t, o, db)
}

// benchOver is a desk over an empty store.
func benchOver(t testing.TB, o desk.Options, db store.Store) *bench {
	t.Cleanup(func() { db.Close() })
	return &bench{TB: t, options: o, db: db, desk: desk.New(db, o)}
}

// again is the same folder opened by another program.
func (b *bench) again(o desk.Options) *bench {
	o.Now = frozen
	if o.Stages.Parse == nil {
		o.Stages.Parse = parse
	}
	return &bench{TB: b.TB, db: b.db, desk: desk.New(b.db, o), options: o}
}

// ok ends the test on an error.
func (b *bench) ok(err error) {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
}

// is compares.
func (b *bench) is(what string, got, want any) {
	b.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		b.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// add keeps texts and runs the stages over them.
func (b *bench) add(texts ...string) int {
	b.Helper()
	n := 0
	for _, text := range texts {
		name, body, _ := strings.Cut(text, "\n")
		b.ok(b.desk.Add(b.Context(), []intake.Input{{File: "/news/" + name, Bytes: []byte(body)}}, func(_ intake.Input, _ int64, added bool) {
			if added {
				n++
			}
		}))
	}
	b.ok(b.desk.Run(b.Context(), nil))
	return n
}

// inputsOf is one input of a file's name.
func inputsOf(name, body string) []intake.Input {
	return []intake.Input{{File: "/news/" + name, Bytes: []byte(body)}}
}

// story returns the only story.
func (b *bench) story() *wiredesk.StoryView {
	b.Helper()
	lines, total, err := b.db.Stories(b.Context(), wiredesk.Page{})
	b.ok(err)
	if total != 1 {
		b.Fatalf("%d stories, want one: %v", total, lines)
	}
	v, err := b.db.Story(b.Context(), lines[0].ID)
	b.ok(err)
	return v
}

// export returns the lines of an export.
func (b *bench) export() []string {
	b.Helper()
	var lines []string
	b.ok(b.desk.Export(b.Context(), func(e desk.Exported) error {
		line, err := wiredesk.Encode(e)
		lines = append(lines, string(line))
		return err
	}))
	return lines
}

// parse reads the fixtures of these tests: head lines of "key: value", an empty
// line, the body. It stands in for intake, whose rules are tested elsewhere.
func parse(in intake.Input) intake.Result {
	text := string(in.Bytes)
	head, body, _ := strings.Cut(text, "\n\n")
	r := wiredesk.Report{File: wiredesk.Optional(in.File), Text: text, Status: wiredesk.Usable, Complete: true, Language: "en"}
	for line := range strings.Lines(head) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		v := wiredesk.Optional(value)
		switch key {
		case "id":
			r.ID = value
		case "outlet":
			r.Outlet = v
		case "date":
			r.Published = wiredesk.Published{Value: v, From: wiredesk.Printed}
		case "status":
			r.Status = wiredesk.Status(value)
		case "replaces":
			r.Replaces = v
		case "headline":
			at := strings.Index(text, value)
			r.Headline = &wiredesk.Headline{Text: value, Span: wiredesk.Span{Start: at, End: at + len(value)}}
		case "panic":
			panic(value)
		}
	}
	at := len(text) - len(body)
	for p := range strings.SplitSeq(body, "\n\n") {
		r.Body = append(r.Body, wiredesk.Span{Start: at, End: at + len(p)})
		at += len(p) + 2
	}
	return intake.Result{Reports: []wiredesk.Report{r}}
}

// Reports of one invented accident. The first line is the file's name.
const (
	alba1 = `one
id: one
outlet: Kestrel Post
date: 2026-03-01
headline: Ferry Alba runs aground off Stroma

The ferry Alba ran aground off the island of Stroma on Sunday, and at least three people were injured, harbour master Ewan Gunn said.`
	alba2 = `two
id: two
outlet: Orkney Bell
date: 2026-03-01
headline: Three injured as ferry Alba hits rocks near Stroma

Harbour master Ewan Gunn said that three passengers of the ferry Alba were injured when she hit rocks off Stroma on Sunday.`
	alba1b = `one
id: one
outlet: Kestrel Post
date: 2026-03-01
headline: Ferry Alba runs aground off Stroma

The ferry Alba ran aground off the island of Stroma on Sunday, and at least five people were injured, harbour master Ewan Gunn said.`
	albaKill = `kill
id: kill
outlet: Kestrel Post
date: 2026-03-01
status: killed
replaces: Ferry Alba runs aground off Stroma
headline: Kill: Ferry Alba

Please kill the story on the ferry Alba.`
)

func TestOneStory(t *testing.T) {
	b := newBench(t, desk.Options{})
	b.is("new", b.add(alba1, alba2), 2)
	before := b.export()
	b.is("again", b.add(alba1, alba2), 0)
	b.is("export", b.export(), before)
	v := b.story()
	b.is("reports", v.Reports, 2)
	if v.Brief == nil {
		t.Fatal("no brief")
	}
	state, err := b.db.State(t.Context())
	b.ok(err)
	for _, s := range state.Stages {
		b.is(s.Name+" behind", s.Behind, 0)
	}
	b.is("failures", len(state.Failures), 0)
}

// The same reports in the same order give the same export, whether they come
// at once, one by one, or to a program that is started anew each time.
func TestExportIsTheSame(t *testing.T) {
	texts := []string{alba1, alba2, alba1b, albaKill}
	atOnce := newBench(t, desk.Options{})
	for _, text := range texts {
		name, body, _ := strings.Cut(text, "\n")
		atOnce.ok(atOnce.desk.Add(t.Context(), []intake.Input{{File: "/news/" + name, Bytes: []byte(body)}}, nil))
	}
	atOnce.ok(atOnce.desk.Run(t.Context(), nil))
	want := atOnce.export()
	oneByOne, anew := newBench(t, desk.Options{}), newBench(t, desk.Options{})
	for _, text := range texts {
		oneByOne.add(text)
		anew.again(desk.Options{}).add(text)
	}
	oneByOne.is("one by one", oneByOne.export(), want)
	anew.is("anew each time", anew.export(), want)
}

func TestVersion(t *testing.T) {
	b := newBench(t, desk.Options{})
	b.add(alba1, alba2)
	b.is("new", b.add(alba1b), 1)
	v := b.story()
	b.is("versions in the story", len(v.Members), 3)
	b.is("reports in the story", v.Reports, 2)
	b.is("why", v.Members[2].Assignment.Why, wiredesk.List[string]{"it is a new version of one"})
	for _, r := range v.Brief.Reports {
		if r.ID == "one" {
			t.Error("the brief rests on a version that was replaced")
		}
	}
}

// A kill reaches the brief within the run in which it arrives.
func TestKill(t *testing.T) {
	b := newBench(t, desk.Options{})
	b.add(alba1, alba2)
	b.add(albaKill)
	v := b.story()
	b.is("withdrawn", v.Members[0].Withdrawn, wiredesk.Optional("kill"))
	b.is("the kill is in the story", v.Members[2].Assignment.Why, wiredesk.List[string]{"it withdraws one"})
	for _, s := range v.Brief.Sections {
		for _, sentence := range s.Sentences {
			for _, c := range sentence.Citations {
				if c.Report == "one" || c.Report == "kill" {
					t.Errorf("a sentence still rests on %s: %s", c.Report, sentence.Text)
				}
			}
		}
	}
	r, err := b.db.Report(t.Context(), "one")
	b.ok(err)
	if r.Text == "" || r.Reading == nil {
		t.Error("the evidence is gone")
	}
}

// poisonous returns stages of which one panics on the report "two".
func poisonous(stage string, tried *int) desk.Stages {
	var mu sync.Mutex
	fail := func(where, text string) {
		if where == stage && strings.Contains(text, "Orkney Bell") {
			mu.Lock()
			*tried++
			mu.Unlock()
			panic("poison\nin two lines")
		}
	}
	real := desk.RealStages()
	return desk.Stages{
		Parse: func(in intake.Input) intake.Result { fail("intake", string(in.Bytes)); return parse(in) },
		Read:  func(r *wiredesk.Report) wiredesk.Reading { fail("reading", r.Text); return real.Read(r) },
		Compile: func(s wiredesk.Story, rs []wiredesk.Reading, as []wiredesk.Assignment, o brief.Counter) wiredesk.Brief {
			fail("brief", rs[0].Text)
			return real.Compile(s, rs, as, o)
		},
	}
}

func TestPoison(t *testing.T) {
	for _, stage := range []string{"intake", "reading", "brief"} {
		t.Run(stage, func(t *testing.T) {
			tried := 0
			b := newBench(t, desk.Options{Stages: poisonous(stage, &tried)})
			b.add(alba2, alba1)
			b.is("tries", tried, 3)
			state, err := b.db.State(t.Context())
			b.ok(err)
			if len(state.Failures) != 1 || !state.Failures[0].Quarantined || !strings.Contains(state.Failures[0].Reason, "poison in two lines") {
				t.Errorf("failures: %+v", state.Failures)
			}
			if _, err := b.db.Report(t.Context(), "one"); err != nil {
				t.Errorf("the rest did not flow: %v", err)
			}
			for _, s := range state.Stages {
				b.is(s.Name+" behind", s.Behind, 0)
			}
		})
	}
}

// A raised version reads the archive again; the old results are shown until
// that is complete, and what editors decided holds.
func TestRaisedVersion(t *testing.T) {
	b := newBench(t, desk.Options{})
	b.add(alba1, alba2)
	story := b.story().ID
	_, err := b.desk.Act(t.Context(), wiredesk.Act{Kind: wiredesk.ActRename, Story: story, Text: "The Alba", Who: "ada"})
	b.ok(err)
	_, err = b.desk.Act(t.Context(), wiredesk.Act{Kind: wiredesk.ActReject, Story: story, Reports: []string{"two"}, Who: "ada"})
	b.ok(err)
	names := desk.Versions()
	names.Reading += "-newer"
	ctx, cancel := context.WithCancel(t.Context())
	real := desk.RealStages()
	var first sync.Once
	raised := b.again(desk.Options{Names: &names, Stages: desk.Stages{Read: func(r *wiredesk.Report) wiredesk.Reading {
		first.Do(cancel)
		out := real.Read(r)
		out.Tags = append(out.Tags, "newer")
		return out
	}}})
	if err := raised.desk.Run(ctx, nil); !errors.Is(err, context.Canceled) {
		t.Fatal("the run went on:", err)
	}
	r, err := b.db.Report(t.Context(), "one")
	b.ok(err)
	b.is("old results stay", len(r.Reading.Tags), 0)
	raised.ok(raised.desk.Run(t.Context(), nil))
	r, err = b.db.Report(t.Context(), "one")
	b.ok(err)
	b.is("new results are shown", []string(r.Reading.Tags), []string{"newer"})
	lines, total, err := b.db.Stories(t.Context(), wiredesk.Page{})
	b.ok(err)
	b.is("stories", total, 2)
	v, err := b.db.Story(t.Context(), story)
	b.ok(err)
	b.is("the editor's headline", v.Headline, "The Alba")
	b.is("the editor's reports", len(v.Members), 1)
	_ = lines
}

// While a new version reads the archive, what arrives is shown before it is done.
func TestNewsBeforeTheArchive(t *testing.T) {
	plain := func(r *wiredesk.Report) wiredesk.Reading { return wiredesk.Reading{Report: *r} }
	b := newBench(t, desk.Options{Stages: desk.Stages{Read: plain}})
	var archive []string
	for i := range 100 { // more than one batch
		archive = append(archive, fmt.Sprintf("old%d\nid: old%d\n\nThe mayor opened bridge %d on Sunday.", i, i, i))
	}
	b.add(archive...)
	names := desk.Versions()
	names.Reading += "-newer"
	var once sync.Once
	shown := false
	raised := b.again(desk.Options{Names: &names, Stages: desk.Stages{Read: func(r *wiredesk.Report) wiredesk.Reading {
		once.Do(func() {
			b.ok(b.desk.Add(t.Context(), []intake.Input{{File: "/news/new", Bytes: []byte("id: new\n\nThe ferry Alba sank off Stroma.")}}, nil))
		})
		if r.ID == "old99" { // the last of the archive
			v, err := b.db.Report(t.Context(), "new")
			shown = err == nil && v.Reading != nil
		}
		return plain(r)
	}}})
	b.ok(raised.desk.Run(t.Context(), nil))
	if !shown {
		t.Error("what arrived waited for the archive")
	}
}

// Repair joins again what belongs together, with a reason in the log, unless an
// editor put it apart or took the repair back.
func TestRepair(t *testing.T) {
	b := newBench(t, desk.Options{})
	b.add(alba1, alba2)
	id := b.story().ID
	nothing := func(when string) {
		t.Helper()
		acts, err := b.desk.Repair(t.Context(), time.Time{})
		b.ok(err)
		b.is("repairs "+when, len(acts), 0)
	}
	nothing("of what is right")
	act := func(a wiredesk.Act) {
		t.Helper()
		_, err := b.desk.ActAs(t.Context(), a)
		b.ok(err)
	}
	act(wiredesk.Act{Kind: wiredesk.ActSplit, Story: id, Reports: []string{"two"}, Who: wiredesk.TheDesk})
	acts, err := b.desk.Repair(t.Context(), time.Time{})
	b.ok(err)
	b.is("repairs", len(acts), 1)
	if acts[0].Who != wiredesk.TheDesk || acts[0].Why == "" {
		t.Errorf("the log does not say who and why: %+v", acts[0])
	}
	b.is("one story again", b.story().Reports, 2)
	act(wiredesk.Act{Kind: wiredesk.ActUndo, Undoes: acts[0].ID, Who: "ada"})
	nothing("after an editor took one back")
	act(wiredesk.Act{Kind: wiredesk.ActMerge, Story: id, Other: acts[0].Other, Who: "ada"})
	act(wiredesk.Act{Kind: wiredesk.ActReject, Story: b.story().ID, Reports: []string{"two"}, Who: "ada"})
	nothing("of what an editor rejected")
}

// Two programs on one folder: what an editor does in one, the other follows.
func TestActElsewhere(t *testing.T) {
	b := newBench(t, desk.Options{})
	b.add(alba1, alba2)
	other := b.again(desk.Options{})
	_, err := other.desk.Act(t.Context(), wiredesk.Act{Kind: wiredesk.ActRename, Story: b.story().ID, Text: "The Alba", Who: "ada"})
	b.ok(err)
	b.add(alba1b)
	b.is("headline", b.story().Headline, "The Alba")
}

// Readers, an editor and the stages at the same time; for the race detector.
func TestConcurrent(t *testing.T) {
	b := newBench(t, desk.Options{})
	b.add(alba1, alba2)
	id := b.story().ID
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() {
			for k := range 5 {
				text := strings.ReplaceAll(alba1, "id: one", fmt.Sprintf("id: n%d-%d", i, k))
				name, body, _ := strings.Cut(text, "\n")
				err := b.desk.Add(t.Context(), []intake.Input{{File: fmt.Sprintf("/news/%s-%d-%d", name, i, k), Bytes: []byte(body + fmt.Sprint(i, k))}}, nil)
				if err == nil {
					err = b.desk.Run(t.Context(), nil)
				}
				if err == nil {
					_, err = b.desk.Act(t.Context(), wiredesk.Act{Kind: wiredesk.ActRename, Story: id, Text: wiredesk.Optional(fmt.Sprint("Alba ", i, k)), Who: "ada"})
				}
				if err == nil {
					_, _, err = b.db.Stories(t.Context(), wiredesk.Page{})
				}
				if err == nil {
					_, _, err = b.db.Search(t.Context(), "alba", wiredesk.Page{})
				}
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	_, total, err := b.db.Search(t.Context(), "alba", wiredesk.Page{})
	b.ok(err)
	b.is("reports", total, 22)
}
