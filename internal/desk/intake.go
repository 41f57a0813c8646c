package desk

import (
	"context"
	"errors"
	"fmt"

	"wiredesk"
	"wiredesk/internal/intake"
	"wiredesk/internal/store"
)

// intake runs the first stage over one batch of inputs.
func (d *Desk) intake(ctx context.Context, line *store.Line) error {
	inputs, err := d.store.InputsAfter(ctx, line.Intake.Cursor, intakeBatch)
	if err != nil || len(inputs) == 0 {
		return err
	}
	results := make([]parsed, len(inputs))
	parallel(len(inputs), func(i int) { results[i] = d.parse(ctx, inputs[i], line.Intake) })
	last := inputs[len(inputs)-1].Seq
	err = d.store.Write(ctx, func(tx store.Tx) error {
		for i := range inputs {
			if err := d.keepParsed(tx, *line, inputs[i], results[i]); err != nil {
				return err
			}
		}
		return tx.Advance(line.Intake, line.Intake.Cursor, last)
	})
	if err == nil {
		line.Intake.Cursor = last
	}
	return err
}

// A parsed input is what the first stage made of it.
type parsed struct {
	reports  []store.Report
	failures []store.Failure
}

// parse reads one input. It never fails: what cannot be read is a failure to
// keep.
func (d *Desk) parse(ctx context.Context, in store.Input, stage store.Stage) parsed {
	raw, err := d.store.Raw(ctx, in.SHA256)
	if err != nil {
		return parsed{failures: []store.Failure{d.problem(asProblem(in.File+in.URL, err), stage, in, 0)}}
	}
	var result intake.Result
	if p := guarded(func() {
		result = d.stages.Parse(intake.Input{File: in.File, URL: in.URL, MediaType: in.MediaType, Bytes: raw, Outlet: in.Outlet, Published: in.Published})
	}); p != nil {
		return parsed{failures: []store.Failure{d.failure(p, stage.Name, fmt.Sprintf("input:%d", in.Seq), in.File+in.URL)}}
	}
	var out parsed
	for i, p := range result.Problems {
		out.failures = append(out.failures, d.problem(p, stage, in, i))
	}
	for i := range result.Reports {
		r := &result.Reports[i]
		content, err := Content(r)
		if err != nil {
			out.failures = append(out.failures, d.problem(asProblem(in.File+in.URL, err), stage, in, len(result.Problems)+i))
			continue
		}
		out.reports = append(out.reports, store.Report{Input: in.Seq, Chain: Chain(r, in, i), Content: content, Received: in.Received, Report: *r})
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

// keepParsed writes what an input held. Stories with reports that it replaces,
// corrects or kills are compiled again in the same run.
func (d *Desk) keepParsed(tx store.Tx, line store.Line, in store.Input, p parsed) error {
	if err := tx.ClearOlder(line.Intake, in); err != nil {
		return err
	}
	for _, f := range p.failures {
		f.Seq = in.Seq
		if err := tx.SaveFailure(f); err != nil {
			return err
		}
	}
	for _, r := range p.reports {
		_, touched, err := tx.AddReport(line.Intake, r)
		if err != nil {
			return fmt.Errorf("%s: %w", in.File+in.URL, err)
		}
		for _, id := range touched {
			if err := tx.Touch(line.Story, id); err != nil {
				return err
			}
		}
	}
	return nil
}
