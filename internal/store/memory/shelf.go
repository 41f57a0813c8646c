package memory

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"wiredesk"
	"wiredesk/internal/search"
	"wiredesk/internal/store"
)

// Stories lists stories, the freshest and best attested first; see store.Shelf.
func (db *DB) Stories(_ context.Context, page wiredesk.Page) ([]wiredesk.StoryLine, int, error) {
	db.mu.RLock()
	defer db.mu.RUnlock()
	line, _ := db.shownLine()
	var briefs []*brief
	for _, b := range db.stageOf(line.Brief).briefs {
		if b.Line.Reports > 0 {
			briefs = append(briefs, b)
		}
	}
	slices.SortFunc(briefs, func(a, b *brief) int {
		return cmp.Or(cmp.Compare(b.Rank, a.Rank), cmp.Compare(b.saved, a.saved), cmp.Compare(a.Story, b.Story))
	})
	var out []wiredesk.StoryLine
	for _, b := range cut(briefs, page.Cap()) {
		out = append(out, db.storyLine(line, b))
	}
	return out, len(briefs), nil
}

// storyLine is a story as lists show it.
func (db *DB) storyLine(line store.Line, b *brief) wiredesk.StoryLine {
	l := b.Line
	l.ID = b.Story
	f := db.stageOf(line.Story).folders[b.Story]
	if f == nil {
		return l
	}
	l.Pinned = f.Pinned
	switch r, ok := db.stageOf(line.Intake).report(f.Opened); {
	case f.Headline != "":
		l.Headline = f.Headline
	case l.Headline == "" && ok && r.Report.Headline != nil:
		l.Headline = r.Report.Headline.Text
	}
	return l
}

// Story shows one story; see store.Shelf.
func (db *DB) Story(ctx context.Context, id string) (*wiredesk.StoryView, error) {
	v, err := db.storyView(id)
	if err == nil {
		v.Acts, _, err = db.Acts(ctx, v.ID, wiredesk.Page{Limit: wiredesk.MaxPage})
	}
	return v, err
}

func (db *DB) storyView(id string) (*wiredesk.StoryView, error) {
	db.mu.RLock()
	defer db.mu.RUnlock()
	line, ok := db.shownLine()
	stories := db.stageOf(line.Story)
	id, err := stories.resolve(id)
	if err != nil {
		return nil, err
	}
	b := db.stageOf(line.Brief).briefs[id]
	if !ok || b == nil || b.Line.Reports == 0 {
		return nil, notFound("story", id)
	}
	v := &wiredesk.StoryView{StoryLine: db.storyLine(line, b), Brief: b.Brief.Brief}
	if v.Brief == nil {
		v.Problem = db.problem(line.Brief.Name, "story:"+id)
	}
	for _, l := range stories.folders[id].links {
		if r, ok := db.stageOf(line.Intake).report(l.Seq); ok {
			v.Members = append(v.Members, db.reportLine(line, r))
		}
	}
	for from := range stories.aliases {
		if to, err := stories.resolve(from); err == nil && to == id {
			v.Aliases = append(v.Aliases, from)
		}
	}
	slices.Sort(v.Aliases)
	return v, nil
}

// problem is the reason of a failure, "" for none.
func (db *DB) problem(stage, what string) wiredesk.Optional {
	if f := db.fails[subject{stage, what}]; f != nil {
		return wiredesk.Optional(f.Reason)
	}
	return ""
}

// notFound says that there is no such thing.
func notFound(what, id string) error {
	return &wiredesk.Problem{Input: what + " " + id, Reason: "there is no such " + what + " on this desk",
		Advice: "`wiredesk story list` shows the stories", Err: fmt.Errorf("%s: %w", what, wiredesk.ErrNotFound)}
}

// reportLine is a report as lists show it.
func (db *DB) reportLine(line store.Line, r *store.Report) wiredesk.ReportLine {
	l := wiredesk.ReportLine{
		ID: r.Report.ID, Outlet: r.Report.Outlet, URL: r.Report.URL, Published: r.Report.Published, Received: r.Received,
		Version: r.Report.Version, Status: r.Report.Status, Withdrawn: wiredesk.Optional(r.Withdrawn), Superseded: wiredesk.Optional(r.Superseded),
	}
	if r.Report.Headline != nil {
		l.Headline = wiredesk.Optional(r.Report.Headline.Text)
	}
	if g := db.stageOf(line.Reading).readings[r.Seq]; g != nil {
		l.Published = g.Published
	}
	if k := db.stageOf(line.Story).linkOf[r.Report.ID]; k != nil {
		a := k.Assignment
		if k.traced != nil {
			a = *k.traced
			a.Story = k.Assignment.Story
		}
		l.Story, l.Assignment = wiredesk.Optional(a.Story), &a
	}
	return l
}

// Report shows one report; see store.Shelf.
func (db *DB) Report(_ context.Context, id string) (*wiredesk.ReportView, error) {
	db.mu.RLock()
	defer db.mu.RUnlock()
	line, _ := db.shownLine()
	reports, readings := db.stageOf(line.Intake), db.stageOf(line.Reading)
	r := reports.byID[id]
	if r == nil {
		return nil, notFound("report", id)
	}
	v := &wiredesk.ReportView{ReportLine: db.reportLine(line, r), Text: r.Report.Text}
	if g := readings.readings[r.Seq]; g != nil {
		own := *g
		v.Reading = &own
	} else {
		v.Problem = db.problem(line.Reading.Name, "report:"+id)
	}
	for i, x := range reports.byChain[r.Chain] {
		v.Versions = append(v.Versions, wiredesk.Version{Report: x.Report.ID, Chain: x.Chain, Number: x.Report.Version, Received: x.Received,
			Raw: db.inputs[x.Input-1].SHA256, Status: x.Report.Status})
		if x == r && i > 0 && v.Reading != nil {
			if before := readings.readings[reports.byChain[r.Chain][i-1].Seq]; before != nil {
				v.Changes = wiredesk.Changes(before, v.Reading)
			}
		}
	}
	return v, nil
}

// Search finds reports by their words, best match first; see store.Shelf.
func (db *DB) Search(_ context.Context, query string, page wiredesk.Page) ([]wiredesk.Hit, int, error) {
	q, err := search.Parse(query)
	if err != nil {
		return nil, 0, err
	}
	db.mu.RLock()
	defer db.mu.RUnlock()
	line, _ := db.shownLine()
	type match struct {
		r *store.Report
		n int
	}
	var all []match
	for _, r := range db.stageOf(line.Intake).reports {
		if n := q.Found(r.Report.Text); n > 0 && r.Superseded == "" {
			all = append(all, match{r, n})
		}
	}
	slices.SortStableFunc(all, func(a, b match) int { return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(b.r.Seq, a.r.Seq)) })
	var out []wiredesk.Hit
	for _, m := range cut(all, page.Cap()) {
		out = append(out, wiredesk.Hit{ReportLine: db.reportLine(line, m.r), Snippet: q.Snippet(m.r.Report.Text)})
	}
	return out, len(all), nil
}

// Failures lists what could not be done, newest first; see store.Shelf.
func (db *DB) Failures(_ context.Context, page wiredesk.Page) ([]wiredesk.Failure, int, error) {
	db.mu.RLock()
	defer db.mu.RUnlock()
	all := db.failures()
	return cut(all, page.Cap()), len(all), nil
}

func (db *DB) failures() []wiredesk.Failure {
	var all []*store.Failure
	for _, f := range db.fails {
		all = append(all, f)
	}
	slices.SortFunc(all, func(a, b *store.Failure) int {
		return cmp.Or(cmp.Compare(b.Last, a.Last), cmp.Compare(a.Stage, b.Stage), cmp.Compare(a.Subject, b.Subject))
	})
	var out []wiredesk.Failure
	for _, f := range all {
		out = append(out, f.Failure)
	}
	return out
}

// State shows the desk at one glance; see store.Shelf.
func (db *DB) State(context.Context) (*wiredesk.DeskState, error) {
	db.mu.RLock()
	defer db.mu.RUnlock()
	line, ok := db.shownLine()
	s := &wiredesk.DeskState{Folder: db.Folder(), Engine: "memory", Inputs: len(db.inputs), Feeds: db.allFeeds()}
	for _, r := range db.stageOf(line.Intake).reports {
		s.Versions++
		if r.Superseded == "" {
			s.Reports++
		}
	}
	for _, b := range db.stageOf(line.Brief).briefs {
		if b.Line.Reports > 0 {
			s.Stories++
		}
	}
	if ok {
		lag := db.behind(line)
		for _, x := range []struct {
			store.Stage
			store.Progress
		}{{line.Intake, lag.Intake}, {line.Reading, lag.Reading}, {line.Story, lag.Story}, {line.Brief, lag.Brief}} {
			s.Stages = append(s.Stages, wiredesk.StageState{Name: x.Name, Basis: x.Basis, Done: x.Done, Behind: x.Behind, Shown: true})
		}
	}
	for _, w := range db.tries {
		s.Working = append(s.Working, *w)
	}
	slices.SortFunc(s.Working, func(a, b wiredesk.Work) int {
		return cmp.Or(cmp.Compare(a.Since, b.Since), cmp.Compare(a.Stage, b.Stage), cmp.Compare(a.Subject, b.Subject))
	})
	failures := db.failures()
	s.Failures = cut(failures, wiredesk.Page{Limit: wiredesk.MaxPage})
	return s, nil
}
