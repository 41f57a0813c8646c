package desk

import (
	"context"
	"errors"
	"time"

	"wiredesk"
	"wiredesk/internal/store"
	"wiredesk/internal/story"
)

// repairWindow is how far back the repair that runs by itself looks.
const repairWindow = 72 * time.Hour

// Repair looks again at the reports published since a moment, the zero time for
// all, with what is known by now: it merges stories and moves or splits off
// reports. Each change is an act of the desk in the log, with its reason, and
// can be undone. What editors pinned or parted stays as they put it.
func (d *Desk) Repair(ctx context.Context, since time.Time) ([]wiredesk.Act, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	line, err := d.store.Line(ctx, d.names)
	if err != nil {
		return nil, err
	}
	shown, ok, err := d.store.Shown(ctx)
	if err != nil || !ok || shown.Story.ID != line.Story.ID {
		return nil, err // the shown stories are not this program's to repair
	}
	var done []wiredesk.Act
	err = d.store.Write(ctx, func(tx store.Tx) error {
		acts, err := tx.ActsDone(line.Story)
		if err != nil {
			return err
		}
		if err := d.ready(ctx, line.Story, acts); err != nil {
			return err
		}
		done, err = d.keepRepairs(tx, line.Story, d.linker.Repair(since))
		return err
	})
	d.linked = linkerState{} // the linker's own ids of what it split are not the store's
	d.linker = nil
	if err != nil || len(done) == 0 {
		return nil, err
	}
	d.log.Info("repaired", "changes", len(done))
	return done, d.compile(ctx, line, nil)
}

// keepRepairs carries out in the store what the linker found. A change that
// does not hold there, since one before it came out otherwise, is passed over:
// the next repair looks again.
func (d *Desk) keepRepairs(tx store.Tx, stage store.Stage, repairs []story.Repair) ([]wiredesk.Act, error) {
	opened := map[string]string{} // the linker's id of a story that it split off -> the store's
	id := func(linkers string) string {
		if stores, ok := opened[linkers]; ok {
			return stores
		}
		return linkers
	}
	var done []wiredesk.Act
	for _, r := range repairs {
		a := wiredesk.Act{Who: wiredesk.TheDesk, When: d.stamp(), Why: wiredesk.Optional(r.Why), Reports: r.Reports}
		switch r.Kind {
		case story.MergedStories:
			a.Kind, a.Story, a.Other, a.Reports = wiredesk.ActMerge, id(r.To), wiredesk.Optional(id(r.From)), nil
		case story.MovedReport:
			a.Kind, a.Story = wiredesk.ActMove, id(r.To)
		case story.SplitReport:
			a.Kind, a.Story = wiredesk.ActSplit, id(r.From)
		}
		a, err := tx.DoAct(stage, a)
		if errors.Is(err, wiredesk.ErrInvalid) || errors.Is(err, wiredesk.ErrNotFound) {
			d.log.Warn("a repair was passed over", "why", r.Why, "reason", err.Error())
			continue
		}
		if err != nil {
			return nil, err
		}
		if r.Kind == story.SplitReport {
			opened[r.To] = string(a.Other)
		}
		done = append(done, a)
	}
	return done, nil
}

// keepApart tells the linker which stories editors parted: what they split,
// rejected or took back from a merge.
func (d *Desk) keepApart(ctx context.Context) error {
	acts, err := d.store.AllActs(ctx)
	if err != nil {
		return err
	}
	for _, a := range acts {
		split := (a.Kind == wiredesk.ActSplit || a.Kind == wiredesk.ActReject) && a.Undone == 0 && a.Who != wiredesk.TheDesk
		unmerged := a.Kind == wiredesk.ActMerge && a.Undone != 0
		if !split && !unmerged {
			continue
		}
		// A story that is gone by now needs no keeping apart.
		if err := d.linker.Part(a.Story, string(a.Other)); err != nil && !errors.Is(err, wiredesk.ErrNotFound) {
			return err
		}
	}
	return nil
}
