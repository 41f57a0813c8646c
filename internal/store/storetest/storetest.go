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
		{"versions of a report", versions},
		{"reports by chain, content, name and id", lookups},
		{"marks", marks},
		{"kills that wait", asks},
		{"a cursor moves only from where it is", cursor},
		{"a failed transaction leaves nothing", rollback},
		{"stories list, show and search", shelf},
		{"links move between stories", links},
		{"aliases", aliases},
		{"acts and what undoing them brings back", acts},
		{"stories are announced before their briefs", announce},
		{"what is begun and not ended", tries},
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

// add adds reports, which go by their ids and headlines.
func (b *bench) add(rs ...store.Report) {
	b.Helper()
	b.write(func(tx store.Tx) error {
		for _, r := range rs {
			if err := tx.AddReport(b.line.Intake, r, []string{r.Report.ID, wiredesk.Fold(r.Report.Headline.Text)}); err != nil {
				return err
			}
		}
		return nil
	})
}

// save puts a report into a story.
func (b *bench) save(tx store.Tx, l store.Link) error {
	f, ok, err := tx.Folder(b.line.Story, l.Assignment.Story)
	if err != nil {
		return err
	}
	if !ok {
		f = store.Folder{ID: l.Assignment.Story, Opened: l.Seq}
	}
	if err := tx.SaveFolder(b.line.Story, f); err != nil {
		return err
	}
	return tx.SaveLink(b.line.Story, l)
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
			if err := b.save(tx, store.Link{Seq: r.Seq, Assignment: a, Print: []byte(`{}`)}); err != nil {
				return err
			}
		}
		return tx.Advance(b.line.Reading, 0, reports[len(reports)-1].Seq)
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

// move puts a report into another story.
func (b *bench) move(report, story string, pinned bool) {
	b.Helper()
	b.write(func(tx store.Tx) error {
		l, ok, err := tx.Link(b.line.Story, report)
		b.is("linked", ok, true)
		if err != nil {
			return err
		}
		if err := tx.Touch(b.line.Story, report); err != nil {
			return err
		}
		l.Assignment.Story, l.Pinned = story, pinned
		return b.save(tx, l)
	})
	b.compile()
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
	first, second := b.report("r", "https://kestrel.example/1", "Seven are missing."), b.report("r-2", "https://kestrel.example/1", "Nine are missing.")
	first.Report.Version, second.Report.Version, second.About, second.Part = 1, 2, "r", 3
	b.add(first)
	b.add(second)
	b.write(func(tx store.Tx) error { return tx.MarkReport(b.line.Intake, "r", "r-2", false) })
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
	b.is("about", reports[1].About, "r")
	b.is("part", reports[1].Part, 3)
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

// ids are the ids of reports in one string.
func ids(rs []store.Report, err error) string {
	var out []string
	for _, r := range rs {
		out = append(out, r.Report.ID)
	}
	if err != nil {
		out = append(out, err.Error())
	}
	return strings.Join(out, " ")
}

func lookups(t *testing.T, b *bench) {
	for i, id := range []string{"r", "r-2", "r-3", "other"} {
		r := b.report(id, "https://kestrel.example/1", fmt.Sprint("Version ", i))
		r.Report.Version, r.Content = i+1, "same"
		if id == "other" {
			r.Chain = "https://kestrel.example/2"
		}
		b.add(r)
	}
	b.write(func(tx store.Tx) error {
		in := b.line.Intake
		b.is("a chain", ids(tx.Chain(in, "https://kestrel.example/1", 0)), "r r-2 r-3")
		b.is("its newest", ids(tx.Chain(in, "https://kestrel.example/1", 1)), "r-3")
		b.is("no chain", ids(tx.Chain(in, "nothing", 0)), "")
		b.is("by name, newest first", ids(tx.Named(in, "headline of r-2", 9)), "r-2")
		b.is("by content", ids(tx.Alike(in, "same")), "r r-2 r-3 other")
		if err := tx.MarkReport(in, "r", "r-2", false); err != nil {
			return err
		}
		b.is("by content, what stands", ids(tx.Alike(in, "same")), "r-2 r-3 other")
		has, err := tx.HasID(in, "r-3")
		b.is("has", has, true)
		if err != nil {
			return err
		}
		r, ok, err := tx.Get(in, "r")
		b.is("got", fmt.Sprint(ok, r.Superseded, r.Report.Text), "truer-2Version 0")
		return err
	})
}

func marks(t *testing.T, b *bench) {
	b.desk()
	b.write(func(tx store.Tx) error { return tx.MarkReport(b.line.Intake, "r1", "r3", true) })
	members, err := b.s.Members(b.ctx, b.line, "a")
	b.ok(err)
	b.is("withdrawn", members[0].Withdrawn+members[1].Withdrawn, "r3")
	b.is("the reading says so", members[0].Reading.Status, wiredesk.Killed)
	readings, err := b.s.ReadingsAfter(b.ctx, b.line, 0, 10)
	b.ok(err)
	b.is("wherever it is asked for", readings[0].Reading.Status, wiredesk.Killed)
	v, err := b.s.Report(b.ctx, "r1")
	b.ok(err)
	b.is("on the shelf", v.Withdrawn, wiredesk.Optional("r3"))
}

func asks(t *testing.T, b *bench) {
	b.add(b.report("k", "https://kestrel.example/k", "Kill."))
	b.write(func(tx store.Tx) error {
		if err := tx.Ask(b.line.Intake, "k", "the ferry", ""); err != nil {
			return err
		}
		b.is("it waits", ids(tx.Asked(b.line.Intake, []string{"x", "the ferry"})), "k")
		b.is("not for others", ids(tx.Asked(b.line.Intake, []string{"x"})), "")
		if err := tx.Ask(b.line.Intake, "k", "", "r"); err != nil {
			return err
		}
		b.is("no longer", ids(tx.Asked(b.line.Intake, []string{"the ferry"})), "")
		return nil
	})
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
		if err := tx.AddReport(b.line.Intake, r, []string{"a name"}); err != nil {
			return err
		}
		if err := tx.Advance(b.line.Intake, 0, 7); err != nil {
			return err
		}
		if err := tx.LogAct(wiredesk.Act{ID: 1, Kind: wiredesk.ActPin, Story: "a", Who: "ada", When: now}); err != nil {
			return err
		}
		return stop
	})
	b.is("error", errors.Is(err, stop), true)
	if _, err := b.s.Report(b.ctx, "r"); !errors.Is(err, wiredesk.ErrNotFound) {
		t.Errorf("half a transaction was kept: %v", err)
	}
	b.is("cursor", b.open("1").Intake.Cursor, int64(0))
	all, err := b.s.AllActs(b.ctx)
	b.ok(err)
	b.is("acts", len(all), 0)
	b.write(func(tx store.Tx) error {
		b.is("names", ids(tx.Named(b.line.Intake, "a name", 9)), "")
		b.is("chain", ids(tx.Chain(b.line.Intake, r.Chain, 0)), "")
		return nil
	})
	b.add(r)
	b.is("the desk goes on", ids(b.s.ReportsAfter(b.ctx, b.line.Intake, 0, 9)), "r")
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

func links(t *testing.T, b *bench) {
	b.desk()
	b.move("r1", "b", true)
	b.is("moved", b.members("a")+", "+b.members("b"), "a: r2, b: r1 r3")
	after, err := b.s.LinksAfter(b.ctx, b.line.Story, 0, 10)
	b.ok(err)
	b.is("pinned", fmt.Sprint(after[0].Assignment.Report, after[0].Pinned, after[1].Pinned), "r1true false")
	b.move("r2", "b", false)
	b.is("emptied", b.members("a")+", "+b.members("b"), "none, b: r1 r2 r3")
	opened, err := b.s.Opened(b.ctx, b.line.Story, 0, 10)
	b.ok(err)
	b.is("opened", opened, []string{"b"})
	b.write(func(tx store.Tx) error {
		last, err := tx.LastInput(b.line.Story)
		b.is("the last input", last, int64(3))
		if err != nil {
			return err
		}
		return tx.SaveFolder(b.line.Story, store.Folder{ID: "b", Headline: "The Alba", Pinned: true})
	})
	v, err := b.s.Story(b.ctx, "b")
	b.ok(err)
	b.is("story", fmt.Sprint(v.Pinned, " ", v.Headline), "true The Alba")
	after, err = b.s.LinksAfter(b.ctx, b.line.Story, 0, 10)
	b.ok(err)
	b.is("a pinned story pins its reports", fmt.Sprint(after[0].Pinned, after[1].Pinned), "true true")
}

func aliases(t *testing.T, b *bench) {
	b.desk()
	for _, r := range []string{"r1", "r2"} {
		b.move(r, "b", false)
	}
	b.write(func(tx store.Tx) error {
		if err := tx.SaveAlias(b.line.Story, "a", "b", 7); err != nil {
			return err
		}
		if err := tx.SaveAlias(b.line.Story, "z", "a", 8); err != nil {
			return err
		}
		if err := tx.SaveAlias(b.line.Story, "a", "z", 9); err != nil { // it leads somewhere already
			return err
		}
		id, err := tx.Resolve(b.line.Story, "z")
		b.is("resolved", id, "b")
		return err
	})
	b.is("the alias leads", b.members("z"), "b: r1 r2 r3")
	v, err := b.s.Story(b.ctx, "b")
	b.ok(err)
	b.is("aliases", []string(v.Aliases), []string{"a", "z"})
	b.write(func(tx store.Tx) error { return tx.DropAliases(b.line.Story, 7) })
	b.is("dropped", b.members("a"), "none")
}

func acts(t *testing.T, b *bench) {
	b.desk()
	b.write(func(tx store.Tx) error {
		id, err := tx.NextAct()
		b.is("first", id, int64(1))
		if err != nil {
			return err
		}
		for i, kind := range []wiredesk.ActKind{wiredesk.ActMerge, wiredesk.ActUndo} {
			a := wiredesk.Act{ID: int64(i + 1), Kind: kind, Story: "a", Other: "b", Reports: []string{"r3"}, Who: "ada", When: now, Why: "one ship", After: 3}
			if err := tx.LogAct(a); err != nil {
				return err
			}
		}
		if err := tx.MarkUndone(1, 2); err != nil {
			return err
		}
		if err := tx.SaveBefore(b.line.Story, 1, []byte(`{"pinned":true}`)); err != nil {
			return err
		}
		before, err := tx.Before(b.line.Story, 1)
		b.is("before", string(before), `{"pinned":true}`)
		if err != nil {
			return err
		}
		none, err := tx.Before(b.line.Story, 2)
		b.is("nothing before", none == nil, true)
		if err != nil {
			return err
		}
		a, ok, err := tx.Act(1)
		b.is("act", fmt.Sprint(ok, a.Undone, a.Reports, a.Why), "true 2 [r3]one ship")
		if err != nil {
			return err
		}
		_, ok, err = tx.Act(3)
		b.is("no act", ok, false)
		if err != nil {
			return err
		}
		return tx.Follow(b.line.Story, 2)
	})
	b.is("followed", b.open("1").Story.Acts, int64(2))
	log, total, err := b.s.Acts(b.ctx, "b", wiredesk.Page{})
	b.ok(err)
	b.is("log, newest first", fmt.Sprint(total, log[0].Kind, log[1].Undone), fmt.Sprint(2, wiredesk.ActUndo, 2))
}

func announce(t *testing.T, b *bench) {
	b.desk()
	b.write(func(tx store.Tx) error {
		l, _, err := tx.Link(b.line.Story, "r2")
		if err != nil {
			return err
		}
		l.Assignment.Story = "c"
		if err := b.save(tx, l); err != nil {
			return err
		}
		if err := tx.Announce(b.line, "c", 1); err != nil {
			return err
		}
		return tx.Announce(b.line, "b", 0)
	})
	b.is("it is there", b.members("c"), "c: r2")
	b.is("it is gone", b.members("b"), "none")
	stale, err := b.s.Stale(b.ctx, b.line, 10)
	b.ok(err)
	b.is("it is still to be compiled", stale[len(stale)-1].Story.ID, "c")
}

func tries(t *testing.T, b *bench) {
	for range 2 {
		b.write(func(tx store.Tx) error {
			return tx.Begin("reading/1", []wiredesk.Work{{Subject: "report:r", Input: "r.txt", Since: now}, {Subject: "report:s", Input: "s.txt", Since: now}})
		})
		b.write(func(tx store.Tx) error { return tx.End("reading/1", []string{"report:s"}) })
	}
	n, err := b.s.Tries(b.ctx, "reading/1", []string{"report:r", "report:s", "report:t"})
	b.ok(err)
	b.is("tries", n, map[string]int{"report:r": 2})
	n, err = b.s.Tries(b.ctx, "reading/2", []string{"report:r"})
	b.ok(err)
	b.is("of another version", len(n), 0)
	state, err := b.s.State(b.ctx)
	b.ok(err)
	b.is("working", []wiredesk.Work(state.Working), []wiredesk.Work{{Stage: "reading/1", Subject: "report:r", Input: "r.txt", Since: now, Tries: 2}})
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
