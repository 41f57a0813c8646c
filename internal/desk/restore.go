package desk

import (
	"context"
	"fmt"

	"wiredesk/internal/store"
	"wiredesk/internal/story"
)

// restoreBatch is how many links are read at once when a linker starts anew.
const restoreBatch = 1000

// A linkerState says what the linker in memory has seen, so that it is thrown
// away when the store has moved on without it.
type linkerState struct {
	stage  int64
	cursor int64
	acts   int64
}

// ready makes sure that the linker in memory has seen what the store holds.
func (d *Desk) ready(ctx context.Context, stage store.Stage, acts int64) error {
	if d.linker != nil && d.linked == (linkerState{stage.ID, stage.Cursor, acts}) {
		return nil
	}
	ctx, stop := context.WithCancel(ctx)
	batches := d.stored(ctx, stage)
	defer func() {
		stop()
		for range batches { // until the reader has ended
		}
	}()
	linker := story.NewLinker()
	for b := range batches {
		if err := restore(linker, b); err != nil {
			return err
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	d.linker = linker
	return d.keepApart(ctx)
}

// A storedBatch is a batch of what was linked before.
type storedBatch struct {
	links    []store.Link
	sketches []story.Sketch
	errs     []error // by link
	err      error   // of the store
}

// stored reads what was linked before, batch by batch, in order: one batch is
// read while the linker takes the one before. The channel is closed behind the
// last batch or the first error, or when ctx ends.
func (d *Desk) stored(ctx context.Context, stage store.Stage) <-chan storedBatch {
	out := make(chan storedBatch)
	go func() {
		defer close(out)
		for seq, n := int64(0), restoreBatch; n == restoreBatch; {
			links, err := d.store.LinksAfter(ctx, stage, seq, restoreBatch)
			if n = len(links); n > 0 {
				seq = links[n-1].Seq
			}
			b := sketch(links)
			b.err = err
			select {
			case out <- b:
			case <-ctx.Done():
				return
			}
			if err != nil {
				return
			}
		}
	}()
	return out
}

// sketch lays out the fingerprints of a batch on all cores.
func sketch(links []store.Link) storedBatch {
	b := storedBatch{links: links, sketches: make([]story.Sketch, len(links)), errs: make([]error, len(links))}
	parallel(len(links), func(i int) {
		if len(links[i].Print) > 0 {
			b.sketches[i], b.errs[i] = story.ReadSketch(links[i].Print)
		}
	})
	return b
}

// restore gives a linker what was linked before. Restoring has an order.
func restore(linker *story.Linker, b storedBatch) error {
	if b.err != nil {
		return b.err
	}
	for i, l := range b.links {
		if b.errs[i] != nil {
			return fmt.Errorf("the fingerprint of %s cannot be read: %w", l.Assignment.Report, b.errs[i])
		}
		if len(l.Print) == 0 {
			continue
		}
		linker.RestoreSketch(b.sketches[i], l.Assignment)
		if l.Pinned {
			if err := linker.Pin(l.Assignment.Report); err != nil {
				return err
			}
		}
	}
	return nil
}
