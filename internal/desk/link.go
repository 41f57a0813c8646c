package desk

import (
	"context"
	"encoding/json"
	"slices"

	"wiredesk"
	"wiredesk/internal/store"
	"wiredesk/internal/story"
)

// link runs stage four over all readings that have not been linked, in the
// order of arrival: the one ordered writer. Assignments, stories and the
// cursor of a batch are one transaction.
func (d *Desk) link(ctx context.Context, line *store.Line) error {
	for {
		readings, err := d.store.ReadingsAfter(ctx, *line, line.Story.Cursor, linkBatch)
		if err != nil || len(readings) == 0 {
			return err
		}
		prints, poisons := d.prints(readings)
		pending, err := d.pendingActs(ctx, line.Story)
		if err != nil {
			return err
		}
		if err := d.linkBatch(ctx, line, readings, prints, poisons, pending); err != nil {
			d.linker = nil
			return err
		}
	}
}

// prints makes the fingerprints of readings on all cores.
func (d *Desk) prints(readings []store.Reading) ([]story.Print, []*poison) {
	prints := make([]story.Print, len(readings))
	poisons := make([]*poison, len(readings))
	parallel(len(readings), func(i int) {
		if r := readings[i].Reading; r != nil {
			poisons[i] = guarded(func() { prints[i] = d.stages.Print(r) })
		}
	})
	return prints, poisons
}

// linkBatch links one batch. An editor's act that a new version of the stage
// has not followed yet is carried out where it was done the first time, between
// the same reports; the batch ends there, since the linker starts anew.
func (d *Desk) linkBatch(ctx context.Context, line *store.Line, readings []store.Reading, prints []story.Print, poisons []*poison, pending []wiredesk.Act) error {
	var acts int64
	last := line.Story.Cursor
	var redone int64
	err := d.store.Write(ctx, func(tx store.Tx) (err error) {
		if acts, err = tx.ActsDone(line.Story); err != nil {
			return err
		}
		if err := d.ready(ctx, line.Story, acts); err != nil {
			return err
		}
		for i, r := range readings {
			if len(pending) > 0 && r.Input > pending[0].After {
				redone = pending[0].ID
				if err := tx.Redo(line.Story, pending[0]); err != nil {
					return err
				}
				break
			}
			if err := d.linkOne(tx, *line, r, prints[i], poisons[i]); err != nil {
				return err
			}
			last = r.Seq
		}
		return tx.Advance(line.Story, line.Story.Cursor, last)
	})
	if err != nil {
		return err
	}
	line.Story.Cursor = last
	d.linked = linkerState{line.Story.ID, last, acts}
	if redone != 0 {
		line.Story.Acts = redone
		d.linker = nil
	}
	return nil
}

// linkOne puts one report into a story.
func (d *Desk) linkOne(tx store.Tx, line store.Line, r store.Reading, print story.Print, p *poison) error {
	if r.Reading == nil {
		return nil // it could not be read, and a failure says so
	}
	var a wiredesk.Assignment
	joined := false
	if p == nil {
		var err error
		if a, joined, err = d.joinReplaced(tx, line, r); err != nil {
			return err
		}
		if !joined {
			p = once(func() { a = d.linker.Add(print) })
		}
	}
	if p != nil {
		f := d.failure(p, line.Story.Name, "report:"+r.Report.Report.ID, name(&r.Report.Report))
		f.Seq = r.Input
		f.Report = wiredesk.Optional(r.Report.Report.ID)
		return tx.SaveFailure(f)
	}
	l := store.Link{Seq: r.Seq, Assignment: a}
	if !notice(r.Reading) {
		var err error
		if l.Print, err = json.Marshal(print); err != nil {
			return err
		}
	}
	if joined && l.Print != nil {
		d.linker.Restore(print, a)
	}
	id, err := tx.Resolve(line.Story, a.Story)
	if err != nil {
		return err
	}
	l.Assignment.Story = id
	if err := tx.SaveLink(line.Story, l); err != nil {
		return err
	}
	return d.inferDates(tx, line, id)
}

// notice reports whether a report only withdraws another one: its own words
// tell no news, so nothing is linked by them.
func notice(r *wiredesk.Reading) bool { return r.Status == wiredesk.Killed && r.Replaces != "" }

// joinReplaced puts a new version, a correction or a kill into the story of
// the report that it is about: they are the same news by definition.
func (d *Desk) joinReplaced(tx store.Tx, line store.Line, r store.Reading) (wiredesk.Assignment, bool, error) {
	old, ok, err := tx.Replaced(line, r.Report.Report.ID)
	if err != nil || !ok {
		return wiredesk.Assignment{}, false, err
	}
	return replacing(old.Assignment, &r.Report.Report), true, nil
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
	acts, err := d.store.AllActs(ctx)
	return slices.DeleteFunc(acts, func(a wiredesk.Act) bool { return a.ID <= stage.Acts || a.Who == wiredesk.TheDesk }), err
}

// catchUp carries out the acts that are left when everything is linked.
func (d *Desk) catchUp(ctx context.Context, line store.Line) error {
	pending, err := d.pendingActs(ctx, line.Story)
	if err != nil || len(pending) == 0 {
		return err
	}
	d.linker = nil
	if err := d.store.Write(ctx, func(tx store.Tx) error {
		for _, a := range pending {
			if err := tx.Redo(line.Story, a); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		return err
	}
	return d.compile(ctx, line, nil)
}

// maxDated is the number of reports from which a story is too large for dates
// to be worked out at each report that joins it.
const maxDated = 60

// inferDates works out the dates of the undated reports of a story from its
// dated ones, and reads those again whose date is now known: "yesterday" means
// something then.
func (d *Desk) inferDates(tx store.Tx, line store.Line, id string) error {
	members, err := tx.Undated(line, id, maxDated)
	if err != nil {
		return err
	}
	var dated []wiredesk.Reading
	for _, m := range members {
		if m.Reading != nil && m.Reading.Published.Value != "" {
			dated = append(dated, *m.Reading)
		}
	}
	for _, m := range members {
		if m.Reading == nil || m.Reading.Published.Value != "" {
			continue
		}
		var again *wiredesk.Reading
		p := once(func() {
			published, ok := story.InferPublished(m.Reading, dated)
			if ok {
				report := m.Report.Report
				report.Published = published
				r := d.stages.Read(&report)
				again = &r
			}
		})
		if p != nil || again == nil {
			continue // it stays undated, as it was read
		}
		if err := tx.SaveReading(line.Reading, m.Seq, again); err != nil {
			return err
		}
	}
	return nil
}
