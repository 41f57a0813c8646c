package desk

import (
	"context"

	"wiredesk"
	"wiredesk/internal/store"
)

// read runs stages two and three over the reports that have not been read,
// batch by batch, so that linking finds all that this round brought. It stops
// between two batches where yield says so.
func (d *Desk) read(ctx context.Context, line *store.Line, yield func(context.Context) (bool, error), report Report) (stop bool, err error) {
	for {
		reports, err := d.store.ReportsAfter(ctx, line.Intake, line.Reading.Cursor, readingBatch)
		if err != nil || len(reports) == 0 {
			return false, err
		}
		if err := d.readBatch(ctx, line, reports); err != nil {
			return false, err
		}
		if err := d.tell(ctx, *line, "reading", report); err != nil {
			return false, err
		}
		if err := ctx.Err(); err != nil {
			return false, err
		}
		if stop, err := yield(ctx); stop || err != nil {
			return stop, err
		}
	}
}

// readBatch reads some reports on all cores and keeps their readings.
func (d *Desk) readBatch(ctx context.Context, line *store.Line, reports []store.Report) error {
	d.stages.Load() // what is read once counts for no report
	jobs := make([]job[wiredesk.Reading], len(reports))
	for i := range reports {
		r := &reports[i].Report
		jobs[i] = job[wiredesk.Reading]{subject: "report:" + r.ID, input: name(r), size: len(r.Text), run: func() wiredesk.Reading { return d.stages.Read(r) }}
	}
	d.burst.Store(true)
	readings, poisons, err := attend(ctx, d, line.Reading.Name, jobs)
	if err != nil {
		return err
	}
	last := reports[len(reports)-1].Seq
	err = d.store.Write(ctx, func(tx store.Tx) error {
		for i := range reports {
			if poisons[i] != nil {
				f := d.failure(poisons[i], line.Reading.Name, jobs[i].subject, jobs[i].input)
				f.Seq = reports[i].Input
				f.Report = wiredesk.Optional(reports[i].Report.ID)
				if err := tx.SaveFailure(f); err != nil {
					return err
				}
				continue
			}
			if err := tx.SaveReading(line.Reading, reports[i].Seq, &readings[i]); err != nil {
				return err
			}
		}
		if err := tx.End(line.Reading.Name, subjectsOf(jobs)); err != nil {
			return err
		}
		return tx.Advance(line.Reading, line.Reading.Cursor, last)
	})
	if err == nil {
		line.Reading.Cursor = last
	}
	return err
}

// name is what a person calls a report: its file, its address or its id.
func name(r *wiredesk.Report) string {
	switch {
	case r.File != "":
		return string(r.File)
	case r.URL != "":
		return string(r.URL)
	}
	return r.ID
}
