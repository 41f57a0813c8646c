// Package storetest is the one suite that every store of a desk passes.
package storetest

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wiredesk"
	"wiredesk/internal/store"
)

// now is the time at which everything in the suite happens.
const now = "2026-03-01T12:00:00Z"

// Run runs the suite. open returns a new, empty store each time.
func Run(t *testing.T, open func(t *testing.T) store.Store) {
	for _, c := range []struct {
		name string
		test func(*testing.T, *bench)
	}{
		{"the same input twice is kept once", inputs},
		{"raw bytes come back", raw},
		{"a changed report is a new version", versions},
		{"a kill withdraws every version", kill},
		{"a kill by someone else does nothing", foreignKill},
		{"a kill that comes first waits for its target", earlyKill},
		{"a cursor moves only from where it is", cursor},
		{"a failed transaction leaves nothing", rollback},
		{"stories list, show and search", shelf},
		{"merge, undo and aliases", merge},
		{"split, reject and move", split},
		{"pin and rename", decide},
		{"a new line of stages replaces the old one", lines},
		{"feeds fare", feeds},
		{"pages are capped", pages},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := open(t)
			t.Cleanup(func() { s.Close() })
			c.test(t, newBench(t, s))
		})
	}
}

// A bench is a store with a line of stages, and short ways to fill it.
type bench struct {
	*testing.T
	ctx  context.Context
	s    store.Store
	line store.Line
}

func newBench(t *testing.T, s store.Store) *bench {
	b := &bench{T: t, ctx: t.Context(), s: s}
	b.line = b.open("1")
	b.ok(s.Show(b.ctx, b.line))
	return b
}

// open opens the line of stages of a version.
func (b *bench) open(version string) store.Line {
	b.Helper()
	line, err := b.s.Line(b.ctx, store.LineNames{Intake: "intake/1", Reading: "reading/" + version, Story: "story/1", Brief: "brief/1"})
	b.ok(err)
	return line
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

// write runs one transaction.
func (b *bench) write(f func(store.Tx) error) {
	b.Helper()
	b.ok(b.s.Write(b.ctx, f))
}

// input keeps one input and returns its number.
func (b *bench) input(place, text string) int64 {
	b.Helper()
	_, err := b.s.AddInputs(b.ctx, []store.Input{{Place: place, File: place, Bytes: []byte(text), Received: now}})
	b.ok(err)
	all, err := b.s.InputsAfter(b.ctx, 0, 1000)
	b.ok(err)
	return all[len(all)-1].Seq
}

// report makes a report of a chain.
func (b *bench) report(id, chain, text string) store.Report {
	b.Helper()
	return store.Report{
		Input: b.input(chain, text), Chain: chain, Content: id + text, Received: now,
		Report: wiredesk.Report{
			ID: id, URL: wiredesk.Optional(chain), Text: text, Status: wiredesk.Usable, Outlet: "Kestrel Post",
			Headline: &wiredesk.Headline{Text: "Headline of " + id}, Published: wiredesk.Published{Value: "2026-03-01", From: wiredesk.Printed},
		},
	}
}

// add adds a report and returns whether it was new and what it touched.
func (b *bench) add(r store.Report) (added bool, touched []string) {
	b.Helper()
	b.write(func(tx store.Tx) (err error) {
		added, touched, err = tx.AddReport(b.line.Intake, r)
		return err
	})
	return added, touched
}

// link reads every report and links it into the story that says so.
func (b *bench) link(story map[string]string) {
	b.Helper()
	reports, err := b.s.ReportsAfter(b.ctx, b.line.Intake, 0, 1000)
	b.ok(err)
	b.write(func(tx store.Tx) error {
		for _, r := range reports {
			if err := tx.SaveReading(b.line.Reading, r.Seq, &wiredesk.Reading{Report: r.Report}); err != nil {
				return err
			}
			a := wiredesk.Assignment{Report: r.Report.ID, Story: story[r.Report.ID]}
			if err := tx.SaveLink(b.line.Story, store.Link{Seq: r.Seq, Assignment: a, Print: []byte(`{}`)}); err != nil {
				return err
			}
		}
		return nil
	})
	b.compile()
}

// compile saves a brief for each story that has changed.
func (b *bench) compile() {
	b.Helper()
	stale, err := b.s.Stale(b.ctx, b.line, 1000)
	b.ok(err)
	for _, s := range stale {
		members, err := b.s.Members(b.ctx, b.line, s.Story.ID)
		b.ok(err)
		b.write(func(tx store.Tx) error {
			return tx.SaveBrief(b.line, store.Brief{Story: s.Story.ID, Revision: s.Revision, Line: wiredesk.StoryLine{Reports: len(members)}})
		})
	}
}

// desk fills the store with three reports in two stories, a and b.
func (b *bench) desk() {
	b.Helper()
	for _, id := range []string{"r1", "r2", "r3"} {
		b.add(b.report(id, "https://kestrel.example/"+id, "The ferry Alba ran aground off Stroma, the harbour master of "+id+" said."))
	}
	b.link(map[string]string{"r1": "a", "r2": "a", "r3": "b"})
}

// act carries out an editor's act.
func (b *bench) act(a wiredesk.Act) wiredesk.Act {
	b.Helper()
	a.Who, a.When = "ada", now
	b.write(func(tx store.Tx) (err error) {
		a, err = tx.DoAct(b.line.Story, a)
		return err
	})
	b.compile()
	return a
}

// refused says that an act must fail with a meaning, and leave nothing behind.
func (b *bench) refused(a wiredesk.Act, meaning error) {
	b.Helper()
	a.Who, a.When = "ada", now
	err := b.s.Write(b.ctx, func(tx store.Tx) error {
		_, err := tx.DoAct(b.line.Story, a)
		return err
	})
	if !errors.Is(err, meaning) {
		b.Errorf("%s %s %s %v: got %v, want %v", a.Kind, a.Story, a.Other, a.Reports, err, meaning)
	}
}

// members returns the ids of a story's reports in one string; "none" where
// there is no such story.
func (b *bench) members(story string) string {
	b.Helper()
	v, err := b.s.Story(b.ctx, story)
	if errors.Is(err, wiredesk.ErrNotFound) {
		return "none"
	}
	b.ok(err)
	var ids []string
	for _, m := range v.Members {
		ids = append(ids, m.ID)
	}
	return v.ID + ": " + strings.Join(ids, " ")
}

func inputs(t *testing.T, b *bench) {
	in := []store.Input{{Place: "/a", Bytes: []byte("one"), Received: now}, {Place: "/a", Bytes: []byte("one"), Received: now}, {Place: "/b", Bytes: []byte("one"), Received: now}}
	added, err := b.s.AddInputs(b.ctx, in)
	b.ok(err)
	b.is("added", added, []bool{true, false, true})
	added, err = b.s.AddInputs(b.ctx, []store.Input{{Place: "/a", Bytes: []byte("two"), Received: now}})
	b.ok(err)
	b.is("changed", added, []bool{true})
	added, err = b.s.AddInputs(b.ctx, []store.Input{{Place: "/a", Bytes: []byte("one"), Received: now}})
	b.ok(err)
	b.is("changed back", added, []bool{true})
}

func raw(t *testing.T, b *bench) {
	b.input("/a", "the bytes\x00\xff")
	all, err := b.s.InputsAfter(b.ctx, 0, 10)
	b.ok(err)
	got, err := b.s.Raw(b.ctx, all[0].SHA256)
	b.ok(err)
	b.is("bytes", string(got), "the bytes\x00\xff")
	if _, err := b.s.Raw(b.ctx, strings.Repeat("0", 64)); !errors.Is(err, wiredesk.ErrLook) {
		t.Errorf("missing bytes: %v, want %v", err, wiredesk.ErrLook)
	}
	if _, err := b.s.Raw(b.ctx, "../../etc/passwd"); !errors.Is(err, wiredesk.ErrNotFound) {
		t.Errorf("a path for a hash: %v", err)
	}
}

func versions(t *testing.T, b *bench) {
	first := b.report("r", "https://kestrel.example/1", "Seven are missing.")
	added, touched := b.add(first)
	b.is("added", added, true)
	b.is("touched", len(touched), 0)
	added, _ = b.add(first)
	b.is("again", added, false)
	second := b.report("r", "https://kestrel.example/1", "Nine are missing.")
	added, touched = b.add(second)
	b.is("changed", added, true)
	b.is("touched", touched, []string{"r"})
	v, err := b.s.Report(b.ctx, "r-2")
	b.ok(err)
	b.is("number", v.Version, 2)
	b.is("versions", len(v.Versions), 2)
	old, err := b.s.Report(b.ctx, "r")
	b.ok(err)
	b.is("superseded", old.Superseded, wiredesk.Optional("r-2"))
	b.is("text stays", old.Text, "Seven are missing.")
	b.is("not read yet", old.Reading == nil, true)
	reports, err := b.s.ReportsAfter(b.ctx, b.line.Intake, 0, 10)
	b.ok(err)
	b.write(func(tx store.Tx) error {
		for _, r := range reports {
			whole := wiredesk.Span{End: len(r.Report.Text)}
			if err := tx.SaveReading(b.line.Reading, r.Seq, &wiredesk.Reading{Report: r.Report, Sentences: []wiredesk.Span{whole}}); err != nil {
				return err
			}
		}
		return nil
	})
	v, err = b.s.Report(b.ctx, "r-2")
	b.ok(err)
	b.is("changes", v.Changes, wiredesk.List[wiredesk.Change]{{Kind: wiredesk.Removed, Text: "Seven are missing.", Span: wiredesk.Span{End: 18}},
		{Kind: wiredesk.Added, Text: "Nine are missing.", Span: wiredesk.Span{End: 17}}})
}

// killOf makes a report that kills another one by its headline.
func (b *bench) killOf(headline string, outlet wiredesk.Optional) store.Report {
	k := b.report("kill", "https://kestrel.example/kill", "Kill. The story is withdrawn.")
	k.Report.Status, k.Report.Replaces, k.Report.Outlet = wiredesk.Killed, wiredesk.Optional(headline), outlet
	return k
}

func kill(t *testing.T, b *bench) {
	b.add(b.report("r", "https://kestrel.example/1", "Seven are missing."))
	b.add(b.report("r", "https://kestrel.example/1", "Nine are missing."))
	b.link(map[string]string{"r": "a", "r-2": "a"})
	_, touched := b.add(b.killOf("HEADLINE of r", "Kestrel Post"))
	b.is("touched", touched, []string{"r", "r-2"})
	members, err := b.s.Members(b.ctx, b.line, "a")
	b.ok(err)
	for _, m := range members {
		b.is("withdrawn", m.Withdrawn, "kill")
		b.is("status of the reading", m.Reading.Status, wiredesk.Killed)
	}
	b.write(func(tx store.Tx) error {
		l, ok, err := tx.Replaced(b.line, "kill")
		b.is("the kill is about", l.Assignment.Report, "r-2")
		b.is("found", ok, true)
		return err
	})
}

func foreignKill(t *testing.T, b *bench) {
	b.add(b.report("r", "https://kestrel.example/1", "Seven are missing."))
	_, touched := b.add(b.killOf("Headline of r", "Rival Times"))
	b.is("touched", len(touched), 0)
	failures, _, err := b.s.Failures(b.ctx, wiredesk.Page{Limit: 10})
	b.ok(err)
	b.is("failures", len(failures), 1)
	b.is("its report", failures[0].Report, wiredesk.Optional("kill"))
}

func earlyKill(t *testing.T, b *bench) {
	b.add(b.killOf("Headline of r", "Kestrel Post"))
	_, touched := b.add(b.report("r", "https://kestrel.example/1", "Seven are missing."))
	b.is("touched", touched, []string{"r"})
	v, err := b.s.Report(b.ctx, "r")
	b.ok(err)
	b.is("withdrawn", v.Withdrawn, wiredesk.Optional("kill"))
}

func cursor(t *testing.T, b *bench) {
	b.write(func(tx store.Tx) error { return tx.Advance(b.line.Intake, 0, 7) })
	err := b.s.Write(b.ctx, func(tx store.Tx) error { return tx.Advance(b.line.Intake, 0, 9) })
	if !errors.Is(err, wiredesk.ErrConflict) {
		t.Errorf("a second writer moved the cursor: %v", err)
	}
	b.is("cursor", b.open("1").Intake.Cursor, int64(7))
}

func rollback(t *testing.T, b *bench) {
	r := b.report("r", "https://kestrel.example/1", "Seven are missing.")
	stop := errors.New("stop")
	err := b.s.Write(b.ctx, func(tx store.Tx) error {
		if _, _, err := tx.AddReport(b.line.Intake, r); err != nil {
			return err
		}
		return stop
	})
	b.is("error", errors.Is(err, stop), true)
	if _, err := b.s.Report(b.ctx, "r"); !errors.Is(err, wiredesk.ErrNotFound) {
		t.Errorf("half a transaction was kept: %v", err)
	}
}

func shelf(t *testing.T, b *bench) {
	b.desk()
	lines, total, err := b.s.Stories(b.ctx, wiredesk.Page{})
	b.ok(err)
	b.is("stories", total, 2)
	b.is("reports of both", lines[0].Reports+lines[1].Reports, 3)
	hits, total, err := b.s.Search(b.ctx, "FERRY stroma", wiredesk.Page{Limit: 2})
	b.ok(err)
	b.is("total", total, 3)
	b.is("page", len(hits), 2)
	marked := ""
	for _, p := range hits[0].Snippet {
		if p.Marked {
			marked += p.Text + " "
		}
	}
	b.is("marked", marked, "ferry Stroma ")
	b.write(func(tx store.Tx) error {
		return tx.SaveBrief(b.line, store.Brief{Story: "b", Revision: 1, Line: wiredesk.StoryLine{Headline: "Ferry aground", Reports: 1}, Rank: 9,
			Brief: &wiredesk.Brief{Story: "b", Headline: "Ferry aground"}})
	})
	lines, _, err = b.s.Stories(b.ctx, wiredesk.Page{})
	b.ok(err)
	b.is("first", lines[0].ID+" "+lines[0].Headline, "b Ferry aground")
	b.write(func(tx store.Tx) error { return tx.Touch(b.line.Story, "r1") })
	stale, err := b.s.Stale(b.ctx, b.line, 10)
	b.ok(err)
	b.is("stale", len(stale), 1)
}

func merge(t *testing.T, b *bench) {
	b.desk()
	a := b.act(wiredesk.Act{Kind: wiredesk.ActMerge, Story: "a", Other: "b"})
	b.is("merged", b.members("a"), "a: r1 r2 r3")
	b.is("the alias leads", b.members("b"), "a: r1 r2 r3")
	b.refused(wiredesk.Act{Kind: wiredesk.ActMerge, Story: "a", Other: "b"}, wiredesk.ErrInvalid)
	b.refused(wiredesk.Act{Kind: wiredesk.ActMerge, Story: "a", Other: "nowhere"}, wiredesk.ErrNotFound)
	u := b.act(wiredesk.Act{Kind: wiredesk.ActUndo, Undoes: a.ID})
	b.is("undone", b.members("a")+", "+b.members("b"), "a: r1 r2, b: r3")
	b.refused(wiredesk.Act{Kind: wiredesk.ActUndo, Undoes: a.ID}, wiredesk.ErrInvalid)
	b.refused(wiredesk.Act{Kind: wiredesk.ActUndo, Undoes: u.ID}, wiredesk.ErrInvalid)
	b.refused(wiredesk.Act{Kind: wiredesk.ActUndo, Undoes: 99}, wiredesk.ErrNotFound)
	acts, total, err := b.s.Acts(b.ctx, "b", wiredesk.Page{})
	b.ok(err)
	b.is("log", fmt.Sprint(total, acts[0].Kind, acts[1].Kind, acts[1].Undone), fmt.Sprint(2, wiredesk.ActUndo, wiredesk.ActMerge, u.ID))
}

func split(t *testing.T, b *bench) {
	b.desk()
	a := b.act(wiredesk.Act{Kind: wiredesk.ActReject, Story: "a", Reports: []string{"r2"}})
	b.is("rejected", b.members("a")+", "+b.members(string(a.Other)), "a: r1, "+string(a.Other)+": r2")
	b.refused(wiredesk.Act{Kind: wiredesk.ActSplit, Story: "a", Reports: []string{"r1"}}, wiredesk.ErrInvalid)
	b.refused(wiredesk.Act{Kind: wiredesk.ActSplit, Story: "b", Reports: []string{"r1"}}, wiredesk.ErrNotFound)
	b.act(wiredesk.Act{Kind: wiredesk.ActMove, Story: "b", Reports: []string{"r2"}})
	b.is("moved", b.members("b"), "b: r2 r3")
	b.is("the empty story leads there", b.members(string(a.Other)), "b: r2 r3")
	b.act(wiredesk.Act{Kind: wiredesk.ActUndo, Undoes: 2})
	b.act(wiredesk.Act{Kind: wiredesk.ActUndo, Undoes: a.ID})
	b.is("all undone", b.members("a")+", "+b.members("b"), "a: r1 r2, b: r3")
	b.is("the split story leads back", b.members(string(a.Other)), "a: r1 r2")
	again := b.act(wiredesk.Act{Kind: wiredesk.ActSplit, Story: "a", Reports: []string{"r2"}})
	if again.Other == a.Other {
		t.Errorf("the id %s was used again", a.Other)
	}
}

func decide(t *testing.T, b *bench) {
	b.desk()
	b.act(wiredesk.Act{Kind: wiredesk.ActPin, Story: "a"})
	r := b.act(wiredesk.Act{Kind: wiredesk.ActRename, Story: "a", Text: "The Alba"})
	v, err := b.s.Story(b.ctx, "a")
	b.ok(err)
	b.is("story", fmt.Sprint(v.Pinned, " ", v.Headline), "true The Alba")
	b.act(wiredesk.Act{Kind: wiredesk.ActUndo, Undoes: r.ID})
	v, err = b.s.Story(b.ctx, "a")
	b.ok(err)
	b.is("story", fmt.Sprint(v.Pinned, " ", v.Headline), "true Headline of r1")
	b.refused(wiredesk.Act{Kind: wiredesk.ActRename, Story: "a"}, wiredesk.ErrInvalid)
	b.refused(wiredesk.Act{Kind: "burn", Story: "a"}, wiredesk.ErrInvalid)
}

func lines(t *testing.T, b *bench) {
	b.desk()
	newer := b.open("2")
	b.is("intake is shared", newer.Intake.ID, b.line.Intake.ID)
	if newer.Reading.ID == b.line.Reading.ID || newer.Story.ID == b.line.Story.ID {
		t.Error("a raised version must open new stages from there on")
	}
	_, total, err := b.s.Stories(b.ctx, wiredesk.Page{})
	b.ok(err)
	b.is("old results stay", total, 2)
	b.ok(b.s.Show(b.ctx, newer))
	_, total, err = b.s.Stories(b.ctx, wiredesk.Page{})
	b.ok(err)
	b.is("and go with the switch", total, 0)
	_, total, err = b.s.Search(b.ctx, "ferry", wiredesk.Page{})
	b.ok(err)
	b.is("the reports stay", total, 3)
}

func feeds(t *testing.T, b *bench) {
	added, err := b.s.AddFeed(b.ctx, "https://kestrel.example/feed", "", now)
	b.ok(err)
	b.is("added", added, true)
	added, err = b.s.AddFeed(b.ctx, "https://kestrel.example/feed", "", now)
	b.ok(err)
	b.is("again", added, false)
	due, err := b.s.DueFeeds(b.ctx, now, 10)
	b.ok(err)
	b.is("due", len(due), 1)
	b.ok(b.s.FeedDone(b.ctx, store.FeedResult{ID: due[0].ID, State: wiredesk.FeedFailed, Problem: "it did not answer", Now: now, Due: "2026-03-01T13:00:00Z"}))
	due, err = b.s.DueFeeds(b.ctx, now, 10)
	b.ok(err)
	b.is("not due", len(due), 0)
	in := &store.Input{Place: "https://kestrel.example/feed", URL: "https://kestrel.example/feed", Bytes: []byte("<rss/>"), Feed: 1, Received: now}
	b.ok(b.s.FeedDone(b.ctx, store.FeedResult{ID: 1, State: wiredesk.FeedOK, Now: now, Due: now, ETag: `"1"`, Items: 3, Title: "Kestrel", Input: in}))
	all, err := b.s.Feeds(b.ctx)
	b.ok(err)
	b.is("feed", fmt.Sprintf("%s %d %d %s%s", all[0].State, all[0].Fails, all[0].Items, all[0].Title, all[0].Problem), "ok 0 3 Kestrel")
	b.ok(b.s.FeedDone(b.ctx, store.FeedResult{ID: 1, State: wiredesk.FeedUnchanged, Now: now, Due: now}))
	due, err = b.s.DueFeeds(b.ctx, now, 10)
	b.ok(err)
	b.is("the tag is kept", due[0].ETag, `"1"`)
	kept, err := b.s.InputsAfter(b.ctx, 0, 10)
	b.ok(err)
	b.is("its input", len(kept), 1)
}

func pages(t *testing.T, b *bench) {
	b.desk()
	for _, p := range []wiredesk.Page{{Limit: -1, Offset: -1}, {Limit: 1 << 40, Offset: 1 << 40}} {
		_, _, err := b.s.Stories(b.ctx, p)
		b.ok(err)
		_, _, err = b.s.Search(b.ctx, "ferry", p)
		b.ok(err)
	}
	for _, q := range []string{`"`, `NEAR(`, `col:ferry`, `*`, `^`, `a OR OR`, `-`, `')--`, `a* b* c*`, "\x00", `"a" "b`, `ferry AND`, `{}`, `text : ferry`, strings.Repeat("x ", 200), strings.Repeat("y", 600)} {
		if _, _, err := b.s.Search(b.ctx, q, wiredesk.Page{}); err != nil && !errors.Is(err, wiredesk.ErrInvalid) {
			t.Errorf("search %q: %v", q, err)
		}
	}
}
