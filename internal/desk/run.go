package desk

import (
	"context"
	"time"

	"wiredesk/internal/store"
)

// The sizes of the batches, each of which is one transaction. Larger ones save
// flushes to the disk; smaller ones show news sooner and lose less work to a
// loss of power.
const (
	intakeBatch  = 64
	readingBatch = 64
	linkBatch    = 256
	briefBatch   = 64
)

// everyCompile is how often a desk on which nothing moves looks for stories
// whose briefs are older than they are: only a run that was cut short leaves any.
const everyCompile = time.Minute

// A Report is called while the stages run: which stage, and how much it has
// done and still has to do.
type Report func(stage string, p store.Progress)

// Run runs the stages over everything that is new and returns when nothing is
// left. It does so round by round, so that what came first is shown first. A
// desk whose stages have a new version is read again from the first input; the
// old results are shown until that is complete.
func (d *Desk) Run(ctx context.Context, report Report) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	shown, ok, err := d.store.Shown(ctx)
	if err != nil {
		return err
	}
	line, err := d.store.Line(ctx, d.names)
	if err != nil {
		return err
	}
	if !ok {
		shown = line
		if err := d.store.Show(ctx, line); err != nil {
			return err
		}
	}
	if err := d.rounds(ctx, line, report); err != nil {
		d.linker, d.compiled = nil, time.Time{}
		return err
	}
	if shown.Brief.ID != line.Brief.ID {
		d.log.Info("a new version of the stages is complete", "stages", line.Brief.Basis+" "+line.Brief.Name)
		return d.store.Show(ctx, line)
	}
	return nil
}

// rounds runs one batch of each stage after the other until nothing is left.
func (d *Desk) rounds(ctx context.Context, line store.Line, report Report) error {
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		line, err := d.store.Line(ctx, d.names) // with the cursors as they are now
		if err != nil {
			return err
		}
		before := line
		if err := d.intake(ctx, &line); err != nil {
			return err
		}
		if err := d.read(ctx, &line, report); err != nil {
			return err
		}
		if err := d.link(ctx, &line); err != nil {
			return err
		}
		moved := line != before
		if moved || d.now().Sub(d.compiled) > everyCompile {
			if err := d.compile(ctx, line, report); err != nil {
				return err
			}
			d.compiled = d.now()
		}
		if !moved {
			return d.catchUp(ctx, line)
		}
	}
}

// tell reports how far a stage is.
func (d *Desk) tell(ctx context.Context, line store.Line, stage string, report Report) error {
	if report == nil {
		return nil
	}
	lag, err := d.store.Behind(ctx, line)
	if err != nil {
		return err
	}
	switch stage {
	case "reading":
		report(stage, lag.Reading)
	case "brief":
		report(stage, lag.Brief)
	}
	return nil
}
