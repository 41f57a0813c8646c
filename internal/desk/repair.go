package desk

import (
	"context"
	"errors"
	"fmt"
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
	d.running.Lock()
	defer d.running.Unlock()
	line, err := d.store.Line(ctx, d.names)
	if err != nil {
		return nil, err
	}
	shown, ok, err := d.store.Shown(ctx)
	if err != nil || !ok || shown.Story.ID != line.Story.ID {
		return nil, err // the shown stories are not this program's to repair
	}
	done, err := d.repair(ctx, line, since)
	if err != nil {
		d.linker = nil // it may be ahead of the store
		return nil, err
	}
	if len(done) == 0 {
		return nil, nil
	}
	d.log.Info("repaired", "changes", len(done))
	return done, d.compile(ctx, line, nil)
}

// repair lets the linker look again and keeps what it changes. An act of an editor
// that comes while it looks wins: what it found is dropped then, and looked at again
// the next time.
func (d *Desk) repair(ctx context.Context, line store.Line, since time.Time) ([]wiredesk.Act, error) {
	if err := d.ready(ctx, line.Story); err != nil {
		return nil, err
	}
	var next int64
	err := d.store.Write(ctx, func(tx store.Tx) (err error) {
		if d.linked, err = d.follow(tx, line.Story); err != nil {
			return err
		}
		next, err = tx.NextAct()
		return err
	})
	if err != nil {
		return nil, err
	}
	d.linker.MarkSplits(fmt.Sprintf("-act-%d", next))
	repairs := d.linker.Repair(since)
	if len(repairs) == 0 {
		return nil, nil
	}
	var done []wiredesk.Act
	fits := true
	err = d.store.Write(ctx, func(tx store.Tx) error {
		acts, err := tx.ActsDone(line.Story)
		if err != nil || acts != d.linked.acts {
			fits = false
			return err
		}
		done, fits, err = d.keepRepairs(tx, line.Story, repairs)
		return err
	})
	if !fits {
		d.linker = nil
	} else if len(done) > 0 {
		d.linked.acts = done[len(done)-1].ID
	}
	return done, err
}

// keepRepairs carries out in the store what the linker found. A change that
// does not hold there, since one before it came out otherwise, is passed over,
// and the linker does not fit then: the next repair looks again.
func (d *Desk) keepRepairs(tx store.Tx, stage store.Stage, repairs []story.Repair) (done []wiredesk.Act, fits bool, err error) {
	fits = true
	for _, r := range repairs {
		a := wiredesk.Act{Who: wiredesk.TheDesk, When: d.stamp(), Why: wiredesk.Optional(r.Why), Reports: r.Reports}
		switch r.Kind {
		case story.MergedStories:
			a.Kind, a.Story, a.Other, a.Reports = wiredesk.ActMerge, r.To, wiredesk.Optional(r.From), nil
		case story.MovedReport:
			a.Kind, a.Story = wiredesk.ActMove, r.To
		case story.SplitReport:
			a.Kind, a.Story, a.Other = wiredesk.ActSplit, r.From, wiredesk.Optional(r.To)
		}
		c, err := d.do(tx, stage, a)
		if errors.Is(err, wiredesk.ErrInvalid) || errors.Is(err, wiredesk.ErrNotFound) {
			d.log.Warn("a repair was passed over", "why", r.Why, "reason", err.Error())
			fits = false
			continue
		}
		if err != nil {
			return nil, false, err
		}
		done = append(done, c.Act)
	}
	for _, a := range done { // pins and parted stories
		if err := d.apply(tx, stage, a); err != nil {
			return nil, false, err
		}
	}
	return done, fits, nil
}
