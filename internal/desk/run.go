package desk

import (
	"context"
	"math"
	"time"

	"wiredesk/internal/store"
)

// The sizes of the batches, each of which is one transaction. Larger ones save
// flushes to the disk; smaller ones show news sooner and lose less work to a
// loss of power.
const (
	intakeBatch  = 32
	readingBatch = 32
	linkBatch    = 64
	briefBatch   = 32
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
// old results are shown until that is complete, and what arrives meanwhile goes
// first: it is read for what is shown before the archive is read on.
func (d *Desk) Run(ctx context.Context, report Report) error {
	d.running.Lock()
	defer d.running.Unlock()
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
	if shown.Brief.ID == line.Brief.ID {
		_, err = d.rounds(ctx, d.own, nil, report)
	} else {
		err = d.raise(ctx, report)
	}
	if err != nil {
		d.linker, d.compiled = nil, time.Time{}
		return err
	}
	if shown.Brief.ID != line.Brief.ID {
		d.log.Info("a new version of the stages is complete", "stages", line.Brief.Basis+" "+line.Brief.Name)
		return d.store.Show(ctx, line)
	}
	return nil
}

// own and shown give a line with its cursors as they are now: the one of this
// program's stages, and the one whose results are shown.
func (d *Desk) own(ctx context.Context) (store.Line, error) { return d.store.Line(ctx, d.names) }

func (d *Desk) shown(ctx context.Context) (store.Line, error) {
	line, _, err := d.store.Shown(ctx)
	return line, err
}

// raise reads the archive for a new line, and what arrives meanwhile for the old
// one first. The old line goes with the old version's results, so that it may
// hold a few of the new version's until then.
func (d *Desk) raise(ctx context.Context, report Report) error {
	for {
		if _, err := d.rounds(ctx, d.shown, nil, nil); err != nil {
			return err
		}
		if done, err := d.rounds(ctx, d.own, d.news, report); done || err != nil {
			return err
		}
	}
}

// news reports whether something has arrived that what is shown does not hold.
func (d *Desk) news(ctx context.Context) (bool, error) {
	line, err := d.shown(ctx)
	if err != nil {
		return false, err
	}
	lag, err := d.store.Behind(ctx, line)
	return lag.Intake.Behind+lag.Reading.Behind > 0, err
}

// never is for rounds that nothing interrupts.
func never(context.Context) (bool, error) { return false, nil }

// rounds runs one batch of each stage of a line after the other until nothing is
// left. It ends earlier, with done false, where yield says so.
func (d *Desk) rounds(ctx context.Context, current func(context.Context) (store.Line, error), yield func(context.Context) (bool, error), report Report) (done bool, err error) {
	if yield == nil {
		yield = never
	}
	for {
		if err := ctx.Err(); err != nil {
			return false, err
		}
		line, err := current(ctx)
		if err != nil {
			return false, err
		}
		before := line
		if err := d.intake(ctx, &line); err != nil {
			return false, err
		}
		stop, err := d.read(ctx, &line, yield, report)
		if stop || err != nil {
			return false, err
		}
		if err := d.link(ctx, &line); err != nil {
			return false, err
		}
		moved := line != before
		if moved || d.now().Sub(d.compiled) > everyCompile {
			if err := d.compile(ctx, line, report); err != nil {
				return false, err
			}
			d.compiled = d.now()
		}
		if !moved {
			return true, d.catchUp(ctx, line)
		}
	}
}

// Read runs the stages up to the readings, and no further, over everything that
// is new.
func (d *Desk) Read(ctx context.Context, report Report) error {
	d.running.Lock()
	defer d.running.Unlock()
	for {
		line, err := d.store.Line(ctx, d.names)
		if err != nil {
			return err
		}
		before := line
		if err := d.intake(ctx, &line); err != nil {
			return err
		}
		if _, err := d.read(ctx, &line, never, report); err != nil || line == before {
			return err
		}
	}
}

// batch is how many documents are taken at once: all of those that are one pile.
func (d *Desk) batch(some int) int {
	if d.pile {
		return math.MaxInt
	}
	return some
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
