package desk

import (
	"context"
	"errors"
	"runtime/debug"
	"time"
)

// The times of a desk that is kept.
const (
	everyLook   = 2 * time.Second  // for due feeds and for what other programs added
	everyRepair = 10 * time.Minute // looks again at the last days
)

// Keep fetches due feeds and runs the stages over what is new until the
// context ends, which is no error. A round that fails is logged and tried
// again: a full disk or a locked database must not end the desk.
func (d *Desk) Keep(ctx context.Context, f Fetcher) error {
	look := time.NewTicker(everyLook)
	defer look.Stop()
	repair := time.NewTicker(everyRepair)
	defer repair.Stop()
	for {
		if err := d.round(ctx, f); err != nil && ctx.Err() == nil {
			d.log.Error("a round failed and is tried again", "reason", err.Error())
		}
		select {
		case <-ctx.Done():
			return nil
		case <-repair.C:
			if _, err := d.Repair(ctx, d.now().Add(-repairWindow)); err != nil && ctx.Err() == nil {
				d.log.Error("repair failed and is tried again", "reason", err.Error())
			}
		case <-look.C:
		}
	}
}

// round fetches what is due and reads what is new. What feeds brought is read
// even if one of them could not be kept. Reading takes memory in bursts, which
// is given back when a burst is over, since a desk is idle most of the time.
func (d *Desk) round(ctx context.Context, f Fetcher) error {
	n, err := d.FetchDue(ctx, f)
	if n > 0 {
		d.log.Info("fetched", "feeds", n)
	}
	err = errors.Join(err, d.Run(ctx, nil))
	if d.burst.CompareAndSwap(true, false) {
		debug.FreeOSMemory()
	}
	return err
}
