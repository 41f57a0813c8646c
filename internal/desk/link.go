package desk

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"wiredesk"
	"wiredesk/internal/standing"
	"wiredesk/internal/store"
	"wiredesk/internal/story"
)

// link runs stage four over all readings that have not been linked, in the
// order of arrival: the one ordered writer. Assignments, stories and the
// cursor of a batch are one transaction.
func (d *Desk) link(ctx context.Context, line *store.Line) error {
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		readings, err := d.store.ReadingsAfter(ctx, *line, line.Story.Cursor, linkBatch)
		if err != nil || len(readings) == 0 {
			return err
		}
		prints, poisons, err := d.prints(ctx, line.Story, readings)
		if err != nil {
			return err
		}
		pending, err := d.pendingActs(ctx, line.Story)
		if err != nil {
			return err
		}
		if err := d.ready(ctx, line.Story); err != nil {
			return err
		}
		if err := d.linkBatch(ctx, line, readings, prints, poisons, pending); err != nil {
			d.linker = nil
			return err
		}
	}
}

// prints makes the fingerprints of readings on all cores.
func (d *Desk) prints(ctx context.Context, stage store.Stage, readings []store.Reading) ([]story.Print, []*poison, error) {
	d.warm.story.Do(story.Load) // what is read once counts for no report
	jobs := make([]job[story.Print], len(readings))
	for i := range readings {
		r := readings[i].Reading
		jobs[i] = job[story.Print]{subject: "report:" + readings[i].Report.Report.ID, input: name(&readings[i].Report.Report), size: len(readings[i].Report.Report.Text), run: func() story.Print {
			if r == nil {
				return story.Print{}
			}
			return d.stages.Print(r)
		}}
	}
	return attend(ctx, d, stage.Name, jobs)
}

// linkBatch links one batch. An editor's act that a new version of the stage
// has not followed yet is carried out where it was done the first time, between
// the same reports.
func (d *Desk) linkBatch(ctx context.Context, line *store.Line, readings []store.Reading, prints []story.Print, poisons []*poison, pending []wiredesk.Act) error {
	last := line.Story.Cursor
	var state linkerState
	err := d.store.Write(ctx, func(tx store.Tx) (err error) {
		if state, err = d.follow(tx, line.Story); err != nil {
			return err
		}
		var subjects []string
		for i, r := range readings {
			for len(pending) > 0 && r.Input > pending[0].After {
				if err := d.redo(tx, line.Story, pending[0]); err != nil {
					return err
				}
				state.acts, pending = pending[0].ID, pending[1:]
			}
			if err := d.linkOne(tx, *line, r, prints[i], poisons[i]); err != nil {
				return err
			}
			last = r.Seq
			subjects = append(subjects, "report:"+r.Report.Report.ID)
		}
		if err := tx.End(line.Story.Name, subjects); err != nil {
			return err
		}
		return tx.Advance(line.Story, line.Story.Cursor, last)
	})
	if err != nil {
		return err
	}
	line.Story.Cursor, line.Story.Acts = last, state.acts
	state.cursor = last
	d.linked = state
	return nil
}

// linkOne puts one report into a story.
func (d *Desk) linkOne(tx store.Tx, line store.Line, r store.Reading, print story.Print, p *poison) error {
	if r.Reading == nil {
		return nil // it could not be read, and a failure says so
	}
	var l store.Link
	asker, err := earlier(tx, line, r)
	if err != nil {
		return err
	}
	if p == nil {
		l, p, err = d.place(tx, line, r, print, asker)
	}
	if err != nil {
		return err
	}
	if p != nil {
		f := d.failure(p, line.Story.Name, "report:"+r.Report.Report.ID, name(&r.Report.Report))
		f.Seq = r.Input
		f.Report = wiredesk.Optional(r.Report.Report.ID)
		return tx.SaveFailure(f)
	}
	folder, err := open(tx, line.Story, l.Assignment.Story, r.Seq)
	if err != nil {
		return err
	}
	if err := tx.SaveLink(line.Story, l); err != nil {
		return err
	}
	if folder.Pinned {
		d.linker.Put(l.Assignment.Report, folder.ID, true)
	}
	if asker != nil && standing.Notice(&asker.Report) {
		return bring(tx, line.Story, l, asker)
	}
	return nil
}

// open opens a story, or raises the revision of one that is open.
func open(tx store.Tx, stage store.Stage, id string, seq int64) (store.Folder, error) {
	f, ok, err := tx.Folder(stage, id)
	if err != nil {
		return f, err
	}
	if !ok {
		f = store.Folder{ID: id, Opened: seq}
	}
	return f, tx.SaveFolder(stage, f)
}

// place decides which story a report goes into.
func (d *Desk) place(tx store.Tx, line store.Line, r store.Reading, print story.Print, asker *store.Report) (store.Link, *poison, error) {
	report := &r.Report.Report
	l := store.Link{Seq: r.Seq}
	old, joined, err := d.sameNews(tx, line, r, asker)
	if err != nil {
		return l, nil, err
	}
	notice := standing.Notice(report)
	if !notice {
		if l.Print, err = json.Marshal(print); err != nil {
			return l, nil, err
		}
	}
	switch {
	case joined:
		l.Assignment = old
		if !notice {
			d.linker.Restore(print, old)
		}
		return l, nil, nil
	case notice: // what it withdraws is not there yet
		l.Assignment = wiredesk.Assignment{Report: report.ID, Why: []string{"what it withdraws has not arrived"}}
		l.Assignment.Story, err = unused(tx, line.Story, "s-"+report.ID)
		return l, nil, err
	}
	if p := once(func() { l.Assignment = d.linker.Add(print) }); p != nil {
		return l, p, nil
	}
	return l, nil, d.distinct(tx, line.Story, &l.Assignment)
}

// distinct makes sure that a story which the linker has opened has an id that
// no story of the store ever had.
func (d *Desk) distinct(tx store.Tx, stage store.Stage, a *wiredesk.Assignment) error {
	if a.Story != "s-"+a.Report || len(d.linker.Reports(a.Story)) > 1 {
		return nil
	}
	id, err := unused(tx, stage, a.Story)
	if err == nil && id != a.Story {
		a.Story = id
		d.linker.Put(a.Report, id, false)
	}
	return err
}

// unused returns the id, or the id with a number behind it that no story had.
func unused(tx store.Tx, stage store.Stage, id string) (string, error) {
	for n := 1; ; n++ {
		try := id
		if n > 1 {
			try = fmt.Sprintf("%s-%d", id, n)
		}
		_, taken, err := tx.Folder(stage, try)
		if err != nil || !taken {
			return try, err
		}
	}
}

// sameNews puts a new version, a correction or a kill into the story of the
// report that it is about, and a report into that of a correction which came
// before it: they are the same news by definition.
func (d *Desk) sameNews(tx store.Tx, line store.Line, r store.Reading, asker *store.Report) (wiredesk.Assignment, bool, error) {
	report := &r.Report.Report
	if r.About != "" {
		old, ok, err := tx.Link(line.Story, r.About)
		return replacing(old.Assignment, report), ok, err
	}
	if asker == nil || standing.Notice(&asker.Report) {
		return wiredesk.Assignment{}, false, nil
	}
	old, ok, err := tx.Link(line.Story, asker.Report.ID)
	a := old.Assignment
	a.Report, a.PickupOf, a.Shared, a.Why = report.ID, "", 0, []string{asker.Report.ID + " corrects it"}
	return a, ok, err
}

// earlier returns the kill or correction that waited for a report when it
// arrived, nil for none.
func earlier(tx store.Tx, line store.Line, r store.Reading) (*store.Report, error) {
	for _, id := range []string{r.Withdrawn, r.Superseded} {
		if id == "" {
			continue
		}
		by, ok, err := tx.Get(line.Intake, id)
		if err != nil {
			return nil, err
		}
		if ok && by.Seq < r.Seq && by.About == "" {
			return &by, nil
		}
	}
	return nil, nil
}

// bring puts a kill that waited for a report into the story of that report.
func bring(tx store.Tx, stage store.Stage, to store.Link, asker *store.Report) error {
	l, ok, err := tx.Link(stage, asker.Report.ID)
	if err != nil || !ok || l.Pinned || l.Assignment.Story == to.Assignment.Story {
		return err
	}
	from := l.Assignment.Story
	if err := tx.Touch(stage, asker.Report.ID); err != nil {
		return err
	}
	l.Assignment = replacing(to.Assignment, &asker.Report)
	if err := tx.SaveLink(stage, l); err != nil {
		return err
	}
	left, err := tx.LinksOf(stage, from)
	if err != nil || len(left) > 0 {
		return err
	}
	return tx.SaveAlias(stage, from, to.Assignment.Story, 0)
}

// replacing is the assignment of a report that replaces or withdraws another.
func replacing(old wiredesk.Assignment, r *wiredesk.Report) wiredesk.Assignment {
	a := old
	a.Report = r.ID
	switch {
	case r.Status == wiredesk.Killed:
		a.PickupOf, a.Shared, a.Origins = "", 0, wiredesk.Origins{}
		a.Why = []string{"it withdraws " + old.Report}
	case r.Status == wiredesk.Correction:
		a.Why = []string{"it corrects " + old.Report}
	default:
		a.Why = []string{"it is a new version of " + old.Report}
	}
	return a
}

// pendingActs are the acts of editors that a story stage has not followed yet:
// none on the stage that is shown, since an act is carried out on it at once.
// What repair did is not done again; repair looks at the new results anew.
func (d *Desk) pendingActs(ctx context.Context, stage store.Stage) ([]wiredesk.Act, error) {
	shown, ok, err := d.store.Shown(ctx)
	if err != nil || !ok || shown.Story.ID == stage.ID {
		return nil, err
	}
	acts, err := d.store.AllActs(ctx)
	return slices.DeleteFunc(acts, func(a wiredesk.Act) bool { return a.ID <= stage.Acts || a.Who == wiredesk.TheDesk }), err
}

// catchUp carries out the acts that are left when everything is linked.
func (d *Desk) catchUp(ctx context.Context, line store.Line) error {
	pending, err := d.pendingActs(ctx, line.Story)
	if err != nil || len(pending) == 0 {
		return err
	}
	if err := d.ready(ctx, line.Story); err != nil {
		return err
	}
	var state linkerState
	err = d.store.Write(ctx, func(tx store.Tx) (err error) {
		if state, err = d.follow(tx, line.Story); err != nil {
			return err
		}
		for _, a := range pending {
			if err := d.redo(tx, line.Story, a); err != nil {
				return err
			}
			state.acts = a.ID
		}
		return nil
	})
	if err != nil {
		d.linker = nil
		return err
	}
	d.linked = state
	return d.compile(ctx, line, nil)
}
