package desk

import (
	"context"
	"fmt"
	"runtime/debug"
	"strings"
	"sync/atomic"
	"time"

	"wiredesk"
	"wiredesk/internal/store"
)

// tries is how often a stage is tried on a document that makes it panic, or that
// the process does not survive, before the document is put into quarantine.
const tries = 3

// The time that a stage may take for one document: some for any, and more for
// each piece of its length. On an idle machine a report of a thousand words
// takes a fiftieth of a second.
const (
	anyTime   = time.Minute
	pieceTime = time.Minute
	piece     = 100_000 // bytes
)

// maxReason bounds the words of a panic that are shown, in bytes.
const maxReason = 300

// A poison is why a stage gave up a document.
type poison struct {
	reason string
	stack  string
	tries  int
}

// A watch stands beside the stages: it catches what panics, leaves behind what
// does not end, and knows what is being worked on.
type watch struct {
	after func(time.Duration) (expired <-chan time.Time, stop func() bool)
	left  atomic.Int64 // runs that were left behind and have not ended yet
}

// expiry is the clock's timer.
func expiry(d time.Duration) (<-chan time.Time, func() bool) {
	t := time.NewTimer(d)
	return t.C, t.Stop
}

// A job is one document on its way through a stage.
type job[T any] struct {
	subject string // what tells it from others at the stage
	input   string // as it is shown
	size    int    // of what is read, in bytes
	run     func() T
}

// attend runs a stage over some documents on all cores. That it begins is kept
// before it begins, so that a document which takes the process with it is known
// afterwards: such ones are run by themselves, and after three times no more.
// What the stage gave up has a poison. Whoever keeps the results ends the jobs in
// the same transaction. When ctx ends, attend returns at once.
func attend[T any](ctx context.Context, d *Desk, stage string, jobs []job[T]) ([]T, []*poison, error) {
	values, poisons := make([]T, len(jobs)), make([]*poison, len(jobs))
	subjects := make([]string, len(jobs))
	for i, j := range jobs {
		subjects[i] = j.subject
	}
	before, err := d.store.Tries(ctx, stage, subjects)
	if err != nil {
		return nil, nil, err
	}
	var calm, risky []int
	for i, j := range jobs {
		switch n := before[j.subject]; {
		case n >= tries:
			poisons[i] = &poison{reason: fmt.Sprintf("the program ended %d times while it was at it", n), tries: n}
		case n > 0:
			risky = append(risky, i)
		default:
			calm = append(calm, i)
		}
	}
	some := func(which []int) error {
		if err := d.begin(ctx, stage, jobsOf(jobs, which)); err != nil {
			return err
		}
		errs := make([]error, len(which))
		parallel(len(which), func(k int) {
			i := which[k]
			if errs[k] = ctx.Err(); errs[k] != nil {
				return
			}
			values[i], poisons[i], errs[k] = attempt(ctx, d, jobs[i])
		})
		for _, err := range errs {
			if err != nil {
				return d.cutShort(ctx, stage, subjects, err)
			}
		}
		return nil
	}
	for _, i := range risky {
		if err := some([]int{i}); err != nil {
			return nil, nil, err
		}
	}
	return values, poisons, some(calm)
}

// jobsOf are some jobs as they are kept while they run.
func jobsOf[T any](jobs []job[T], which []int) []wiredesk.Work {
	var out []wiredesk.Work
	for _, i := range which {
		out = append(out, wiredesk.Work{Subject: jobs[i].subject, Input: jobs[i].input})
	}
	return out
}

// begin keeps that a stage begins on some documents.
func (d *Desk) begin(ctx context.Context, stage string, works []wiredesk.Work) error {
	if len(works) == 0 {
		return nil
	}
	for i := range works {
		works[i].Since = d.stamp()
	}
	return d.store.Write(ctx, func(tx store.Tx) error { return tx.Begin(stage, works) })
}

// cutShort forgets that a stage began on some documents, since it is told to
// end and not one of them made it.
func (d *Desk) cutShort(ctx context.Context, stage string, subjects []string, why error) error {
	err := d.store.Write(context.WithoutCancel(ctx), func(tx store.Tx) error { return tx.End(stage, subjects) })
	if err != nil {
		d.log.Warn("it could not be kept that reading was cut short", "stage", stage, "reason", err.Error())
	}
	return why
}

// attempt runs a stage on one document. One that panics is tried again; one
// that does not end in time is left behind, still running, since nothing can stop
// it: the same words would only take as long again.
func attempt[T any](ctx context.Context, d *Desk, j job[T]) (T, *poison, error) {
	type outcome struct {
		value  T
		poison *poison
	}
	const running, ended, behind = 0, 1, 2
	var state atomic.Int32
	done := make(chan outcome, 1)
	go func() {
		var o outcome
		for try := 1; try == 1 || o.poison != nil && try <= tries && state.Load() == running; try++ {
			if o.poison = once(func() { o.value = j.run() }); o.poison != nil {
				o.poison.tries = try
			}
		}
		done <- o
		if !state.CompareAndSwap(running, ended) {
			d.watch.left.Add(-1)
		}
	}()
	limit := anyTime + time.Duration(j.size/piece)*pieceTime
	expired, stop := d.watch.after(limit)
	defer stop()
	select {
	case o := <-done:
		return o.value, o.poison, nil
	case <-expired:
	case <-ctx.Done():
	}
	var none T
	d.watch.left.Add(1)
	if !state.CompareAndSwap(running, behind) {
		d.watch.left.Add(-1)
		o := <-done
		return o.value, o.poison, nil
	}
	if err := ctx.Err(); err != nil {
		return none, nil, err
	}
	return none, &poison{reason: fmt.Sprintf("it did not come to an end within %v and was left behind", limit), tries: 1}, nil
}

// once runs f and catches a panic.
func once(f func()) (p *poison) {
	defer func() {
		if v := recover(); v != nil {
			reason := strings.Join(strings.Fields(strings.ToValidUTF8(fmt.Sprint(v), "?")), " ")
			p = &poison{reason: reason[:min(len(reason), maxReason)], stack: string(debug.Stack()), tries: 1}
		}
	}()
	f()
	return nil
}

// failure words a poisoned document for people.
func (d *Desk) failure(p *poison, stage, subject, input string) store.Failure {
	now := d.stamp()
	d.log.Error("quarantined", "stage", stage, "input", input, "reason", p.reason)
	return store.Failure{
		Failure: wiredesk.Failure{Stage: stage, Input: input, Reason: "the stage failed on it: " + strings.ToValidUTF8(p.reason, ""),
			Advice: "the rest goes on without it; please report it with the file", Tries: p.tries, Quarantined: true, First: now, Last: now},
		Subject: subject, Detail: p.stack,
	}
}
