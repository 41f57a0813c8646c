package desk

import (
	"context"
	"errors"
	"runtime/debug"
	"sync"
	"time"
)

// The times of a desk that is kept.
const (
	everyLook   = 2 * time.Second  // for due feeds and for what other programs added
	everyRepair = 10 * time.Minute // looks again at the last days
)

// Keep fetches due feeds and runs the stages over what is new until the
// context ends, which is no error. A round that fails is logged and tried
// again: a full disk or a locked database must not end the desk. Fetching, the
// stages, and the briefs that editors touch wait for each other nowhere but in
// the store.
func (d *Desk) Keep(ctx context.Context, f Fetcher) error {
	var all sync.WaitGroup
	all.Go(func() { d.keepFetching(ctx, f) })
	all.Go(func() { d.keepReading(ctx) })
	all.Go(func() { d.keepSettling(ctx) })
	all.Wait()
	return nil
}

// keepFetching fetches the feeds that are due.
func (d *Desk) keepFetching(ctx context.Context, f Fetcher) {
	d.every(ctx, everyLook, nil, func() {
		n, err := d.FetchDue(ctx, f)
		if n > 0 {
			d.log.Info("fetched", "feeds", n)
		}
		d.failed(ctx, "fetching", err)
	})
}

// keepReading runs the stages over what is new, and looks again now and then.
// Reading takes memory in bursts, which is given back when a burst is over, since
// a desk is idle most of the time.
func (d *Desk) keepReading(ctx context.Context) {
	repaired := d.now()
	d.every(ctx, everyLook, nil, func() {
		err := d.Run(ctx, nil)
		if d.burst.CompareAndSwap(true, false) {
			debug.FreeOSMemory()
		}
		if now := d.now(); err == nil && now.Sub(repaired) >= everyRepair {
			_, err = d.Repair(ctx, now.Add(-repairWindow))
			repaired = now
		}
		d.failed(ctx, "reading", err)
	})
}

// keepSettling compiles the briefs that editors' acts touch, while the stages
// are at something else.
func (d *Desk) keepSettling(ctx context.Context) {
	d.every(ctx, 0, d.acted, func() { d.failed(ctx, "compiling", d.Settle(ctx)) })
}

// every does something at once and then again and again, after a pause or when it
// is woken, until ctx ends.
func (d *Desk) every(ctx context.Context, pause time.Duration, woken <-chan struct{}, do func()) {
	var tick <-chan time.Time
	if pause > 0 {
		t := time.NewTicker(pause)
		defer t.Stop()
		tick = t.C
	}
	for {
		if pause > 0 {
			do()
		}
		select {
		case <-ctx.Done():
			return
		case <-tick:
		case <-woken:
			do()
		}
	}
}

// failed notes how the last round of something went.
func (d *Desk) failed(ctx context.Context, what string, err error) {
	if ctx.Err() != nil {
		return
	}
	d.health.note(what, d.stamp(), err)
	if err != nil {
		d.log.Error("a round failed and is tried again", "of", what, "reason", errors.Join(err).Error())
	}
}
