package desk

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"wiredesk"
	"wiredesk/internal/standing"
	"wiredesk/internal/store"
	"wiredesk/internal/story"
)

// restoreBatch is how many links are read at once when a linker starts anew.
const restoreBatch = 1000

// A linkerState says what the linker in memory has seen.
type linkerState struct {
	stage  int64
	cursor int64
	acts   int64 // the last act that it follows
	parted bool  // it knows which stories editors parted
}

// ready makes sure that there is a linker which has seen what the store holds,
// but for acts that came meanwhile.
func (d *Desk) ready(ctx context.Context, stage store.Stage) error {
	if d.linker != nil && d.linked.stage == stage.ID && d.linked.cursor == stage.Cursor {
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
	d.restored++
	d.linked = linkerState{stage: stage.ID, cursor: stage.Cursor, acts: stage.Acts}
	return nil
}

// follow lets the linker in memory follow the acts on a story stage that it has
// not seen, and returns what it has seen then.
func (d *Desk) follow(tx store.Tx, stage store.Stage) (linkerState, error) {
	state := d.linked
	done, err := tx.ActsDone(stage)
	if err != nil || done == state.acts && state.parted {
		return state, err
	}
	for id := state.acts + 1; id <= done; id++ {
		a, ok, err := tx.Act(id)
		if err != nil {
			return state, err
		}
		if !ok {
			continue
		}
		if err := d.apply(tx, stage, a); err != nil {
			return state, err
		}
	}
	state.acts, state.parted = done, true
	return state, d.part(tx, stage, done)
}

// apply brings into the linker in memory where an act put reports, as the store
// has it by now.
func (d *Desk) apply(tx store.Tx, stage store.Stage, a wiredesk.Act) error {
	stories := map[string]bool{a.Story: true, string(a.Other): true}
	for _, id := range a.Reports {
		l, ok, err := tx.Link(stage, id)
		if err != nil {
			return err
		}
		if ok {
			stories[l.Assignment.Story] = true
		}
	}
	for _, id := range slices.Sorted(maps.Keys(stories)) {
		f, ok, err := tx.Folder(stage, id)
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		links, err := tx.LinksOf(stage, id)
		if err != nil {
			return err
		}
		for _, l := range links {
			d.linker.Put(l.Assignment.Report, id, l.Pinned || f.Pinned)
		}
	}
	return nil
}

// part tells the linker which stories editors parted, up to an act.
func (d *Desk) part(tx store.Tx, stage store.Stage, last int64) error {
	var acts []wiredesk.Act
	for id := int64(1); id <= last; id++ {
		a, ok, err := tx.Act(id)
		if err != nil {
			return err
		}
		if ok {
			acts = append(acts, a)
		}
	}
	pairs := standing.Parted(acts)
	for i := range pairs {
		for k := range pairs[i] {
			id, err := tx.Resolve(stage, pairs[i][k])
			if err != nil {
				return err
			}
			pairs[i][k] = id
		}
	}
	d.linker.KeepApart(pairs)
	return nil
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
