package desk

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"wiredesk"
	"wiredesk/internal/intake"
	"wiredesk/internal/standing"
	"wiredesk/internal/store"
)

// intake runs the first stage over one batch of inputs.
func (d *Desk) intake(ctx context.Context, line *store.Line) error {
	inputs, err := d.store.InputsAfter(ctx, line.Intake.Cursor, d.batch(intakeBatch))
	if err != nil || len(inputs) == 0 {
		return err
	}
	jobs := make([]job[parsed], len(inputs))
	for i, in := range inputs {
		raw, err := d.store.Raw(ctx, in.SHA256)
		stage := line.Intake
		jobs[i] = job[parsed]{subject: fmt.Sprintf("input:%d", in.Seq), input: in.File + in.URL, size: len(raw), run: func() parsed { return d.parse(in, stage, raw, err) }}
	}
	results, poisons, err := attend(ctx, d, line.Intake.Name, jobs)
	if err != nil {
		return err
	}
	for i, p := range poisons {
		if p != nil {
			results[i] = parsed{failures: []store.Failure{d.failure(p, line.Intake.Name, jobs[i].subject, jobs[i].input)}}
		}
	}
	last := inputs[len(inputs)-1].Seq
	var repeats []Repeat
	err = d.store.Write(ctx, func(tx store.Tx) (err error) {
		if repeats, err = d.keepParsed(tx, *line, inputs, results); err != nil {
			return err
		}
		if err := tx.End(line.Intake.Name, subjectsOf(jobs)); err != nil {
			return err
		}
		return tx.Advance(line.Intake, line.Intake.Cursor, last)
	})
	if err == nil {
		line.Intake.Cursor = last
		d.repeats = append(d.repeats, repeats...)
	}
	return err
}

// subjectsOf are the subjects of jobs.
func subjectsOf[T any](jobs []job[T]) []string {
	out := make([]string, len(jobs))
	for i, j := range jobs {
		out[i] = j.subject
	}
	return out
}

// A parsed input is what the first stage made of it.
type parsed struct {
	reports  []store.Report
	failures []store.Failure
}

// parse reads one input. It never fails: what cannot be read is a failure to
// keep.
func (d *Desk) parse(in store.Input, stage store.Stage, raw []byte, err error) parsed {
	if err != nil {
		return parsed{failures: []store.Failure{d.problem(asProblem(in.File+in.URL, err), stage, in, 0)}}
	}
	result := d.stages.Parse(intake.Input{File: in.File, URL: in.URL, MediaType: in.MediaType, Bytes: raw, Outlet: in.Outlet, Published: in.Published})
	var out parsed
	for i, p := range result.Problems {
		out.failures = append(out.failures, d.problem(p, stage, in, i))
	}
	for i := range result.Reports {
		r := &result.Reports[i]
		bound(r)
		content, err := standing.Content(r)
		if err != nil {
			out.failures = append(out.failures, d.problem(asProblem(in.File+in.URL, err), stage, in, len(result.Problems)+i))
			continue
		}
		out.reports = append(out.reports, store.Report{Input: in.Seq, Part: i, Chain: standing.Chain(r, in.Place, i), Content: content, Received: in.Received, Report: *r})
	}
	return out
}

// problem words bad input as a failure.
func (d *Desk) problem(p *wiredesk.Problem, stage store.Stage, in store.Input, nth int) store.Failure {
	now := d.stamp()
	return store.Failure{
		Failure: wiredesk.Failure{Stage: stage.Name, Input: p.Input, Reason: p.Reason, Advice: wiredesk.Optional(p.Advice), Tries: 1, First: now, Last: now},
		Subject: fmt.Sprintf("input:%d:%d", in.Seq, nth),
	}
}

// asProblem makes a problem out of any error.
func asProblem(input string, err error) *wiredesk.Problem {
	var p *wiredesk.Problem
	if errors.As(err, &p) {
		return p
	}
	return &wiredesk.Problem{Input: input, Reason: err.Error(), Err: err}
}

// A Repeat is a report that says the same as one that is there already, and is
// not kept.
type Repeat struct {
	Input  string // the file or address that it came with
	Report string // id of the one that is there
}

// keepParsed writes what some inputs held, in their order, or where they are one
// pile in the order of publication.
func (d *Desk) keepParsed(tx store.Tx, line store.Line, inputs []store.Input, results []parsed) ([]Repeat, error) {
	var reports []store.Report
	names := map[int64]string{}
	for i, in := range inputs {
		names[in.Seq] = in.File + in.URL
		if err := tx.ClearOlder(line.Intake, in); err != nil {
			return nil, err
		}
		for _, f := range results[i].failures {
			f.Seq = in.Seq
			if err := tx.SaveFailure(f); err != nil {
				return nil, err
			}
		}
		reports = append(reports, results[i].reports...)
	}
	if d.pile {
		slices.SortStableFunc(reports, func(a, b store.Report) int {
			return comparePublished(a.Report.Published.Value, b.Report.Published.Value)
		})
	}
	var repeats []Repeat
	for _, r := range reports {
		id, err := d.arrive(tx, line, r)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", names[r.Input], err)
		}
		if id != "" {
			repeats = append(repeats, Repeat{names[r.Input], id})
		}
	}
	return repeats, nil
}
