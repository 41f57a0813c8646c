package desk_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"wiredesk"
	"wiredesk/internal/desk"
	"wiredesk/internal/store"
)

// numbered makes n reports, which say their numbers.
func numbered(n int) []string {
	var out []string
	for i := range n {
		out = append(out, fmt.Sprintf("r%d\nid: r%d\n\nThe ferry Alba made trip %d to Stroma.", i, i, i))
	}
	return out
}

// A stage that comes to no end on a report is left behind; the report is put into
// quarantine and the others are read. A program that is started anew does not try
// it again.
func TestEndless(t *testing.T) {
	const n = 9
	var others sync.WaitGroup
	others.Add(n - 1)
	expire, end := make(chan time.Time), make(chan struct{})
	t.Cleanup(func() { close(end) })
	o := desk.Options{
		After: func(d time.Duration) (<-chan time.Time, func() bool) {
			if d > time.Minute { // the long one
				return expire, func() bool { return true }
			}
			return nil, func() bool { return true }
		},
		Stages: desk.Stages{Compile: listing, Read: func(r *wiredesk.Report) wiredesk.Reading {
			if r.ID == fmt.Sprint("r", n-1) {
				<-end
			}
			others.Done()
			return plainly(r)
		}},
	}
	b := newBench(t, o)
	done := make(chan struct{})
	go func() {
		defer close(done)
		others.Wait() // nobody else waits for the time to be up
		expire <- now
	}()
	texts := numbered(n)
	texts[n-1] += strings.Repeat(" And so on.", 10_000)
	b.add(texts...)
	<-done
	state, err := b.db.State(t.Context())
	b.ok(err)
	if len(state.Failures) != 1 || !state.Failures[0].Quarantined || !strings.Contains(state.Failures[0].Reason, "did not come to an end within 2m0s") {
		t.Errorf("failures: %+v", state.Failures)
	}
	b.is("at work", len(state.Working), 0)
	_, _, err = b.db.Stories(t.Context(), wiredesk.Page{})
	b.ok(err)
	if err := b.desk.Ready(t.Context()); err == nil || !strings.Contains(err.Error(), "1 documents that came to no end") {
		t.Errorf("ready: %v", err)
	}
	others.Add(1) // it would be a fault to read it again
	b.again(o).add("more\nid: more\n\nThe ferry Corrie sailed.")
}

// A report that the process does not survive is known by its tries, which are
// kept before they begin: it is tried by itself, and after three times no more.
func TestProcessEnds(t *testing.T) {
	since := now.Add(-time.Hour)
	read := map[string]int{}
	var mu sync.Mutex
	o := desk.Options{Stages: desk.Stages{Compile: listing, Read: func(r *wiredesk.Report) wiredesk.Reading {
		mu.Lock()
		defer mu.Unlock()
		read[r.ID]++
		return plainly(r)
	}}}
	b := newBench(t, o)
	line, err := b.db.Line(t.Context(), desk.Versions())
	b.ok(err)
	begun := func(id string, times int) {
		for range times {
			b.ok(b.db.Write(t.Context(), func(tx store.Tx) error {
				return tx.Begin(line.Reading.Name, []wiredesk.Work{{Subject: "report:" + id, Input: id, Since: since.Format(time.RFC3339)}})
			}))
		}
	}
	begun("r1", 3)
	begun("r2", 2)
	state, err := b.db.State(t.Context())
	b.ok(err)
	stuck := state.Stuck(now)
	b.is("stuck", fmt.Sprint(len(stuck), stuck[0].Input, stuck[0].Since, stuck[0].Tries), "2r1"+since.Format(time.RFC3339)+"3")
	b.is("not yet", len(state.Stuck(since.Add(10*time.Second))), 0)
	if err := b.desk.Ready(t.Context()); err == nil || !strings.HasPrefix(err.Error(), "stuck at r1 ") {
		t.Errorf("ready: %v", err)
	}
	b.add(numbered(4)...)
	b.is("read", read, map[string]int{"r0": 1, "r2": 1, "r3": 1})
	state, err = b.db.State(t.Context())
	b.ok(err)
	if len(state.Failures) != 1 || !strings.Contains(state.Failures[0].Reason, "the program ended 3 times while it was at it") {
		t.Errorf("failures: %+v", state.Failures)
	}
	b.is("at work", len(state.Working), 0)
	b.ok(b.desk.Ready(t.Context()))
}

// A desk that is told to end does so at once, whatever it is reading; nothing
// counts as tried, and what was added is read the next time.
func TestEndsAtOnce(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	end := make(chan struct{})
	t.Cleanup(func() { close(end) })
	b := newBench(t, desk.Options{Stages: desk.Stages{Read: func(r *wiredesk.Report) wiredesk.Reading {
		cancel()
		<-end
		return plainly(r)
	}}})
	name, body, _ := strings.Cut(numbered(1)[0], "\n")
	b.ok(b.desk.Add(t.Context(), inputsOf(name, body), nil))
	if err := b.desk.Run(ctx, nil); !errors.Is(err, context.Canceled) {
		t.Fatal("the run came to its end:", err)
	}
	state, err := b.db.State(t.Context())
	b.ok(err)
	b.is("at work", len(state.Working), 0)
	next := b.again(desk.Options{Stages: desk.Stages{Read: plainly, Compile: listing}})
	b.ok(next.desk.Run(t.Context(), nil))
	v, err := b.db.Report(t.Context(), "r0")
	b.ok(err)
	b.is("read", v.Reading != nil, true)
}

// An editor's act goes through while the stages are in the middle of a batch that
// does not end, and is kept even if whoever sent it hangs up. The linker in memory
// follows it without being made anew.
func TestActWhileReading(t *testing.T) {
	reading, end := make(chan struct{}), make(chan struct{})
	var once sync.Once
	b := newBench(t, desk.Options{Stages: desk.Stages{Compile: listing, Read: func(r *wiredesk.Report) wiredesk.Reading {
		if strings.Contains(r.Text, "slow") {
			once.Do(func() { close(reading) })
			<-end
		}
		return plainly(r)
	}}})
	b.add(alba1, alba2)
	story := b.story().ID
	name, body, _ := strings.Cut(strings.ReplaceAll(alba1b, "id: one", "id: three")+" It was slow.", "\n")
	b.ok(b.desk.Add(t.Context(), inputsOf("other-"+name, body), nil))
	ran := make(chan error)
	go func() { ran <- b.desk.Run(t.Context(), nil) }()
	<-reading
	hungUp, hangUp := context.WithCancel(t.Context())
	a, err := b.desk.Act(hungUp, wiredesk.Act{Kind: wiredesk.ActReject, Story: story, Reports: []string{"two"}, Who: "ada"})
	b.ok(err)
	hangUp()
	v, err := b.db.Story(t.Context(), string(a.Other))
	b.ok(err)
	b.is("at once on the shelf", len(v.Members), 1)
	_, err = b.desk.Act(t.Context(), wiredesk.Act{Kind: wiredesk.ActMerge, Story: string(a.Other), Other: wiredesk.Optional(story), Who: "ada"})
	b.ok(err)
	lines, _, err := b.db.Stories(t.Context(), wiredesk.Page{})
	b.ok(err)
	b.is("what was merged is off the list at once", fmt.Sprint(len(lines), lines[0].ID), "1"+string(a.Other))
	close(end)
	b.ok(<-ran)
	v, err = b.db.Story(t.Context(), story) // an alias by now
	b.ok(err)
	b.is("what was linked afterwards follows the acts", len(v.Members), 3)
	b.is("linked anew", b.desk.Restored(), 1)
}
