// Package desk runs the stages over a store, by named and versioned cursors:
// over one in memory for the commands that read files, over one that is kept for
// the desk. It is the one engine, and the only place where stages meet a store.
package desk

import (
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"wiredesk"
	"wiredesk/internal/brief"
	"wiredesk/internal/claim"
	"wiredesk/internal/intake"
	"wiredesk/internal/lang"
	"wiredesk/internal/store"
	"wiredesk/internal/story"
)

// A Desk runs the stages over a store. Its methods may be called from many
// goroutines; the stages run in one of them at a time.
type Desk struct {
	store  store.Store
	stages Stages
	names  store.LineNames
	now    func() time.Time
	log    *slog.Logger

	running  sync.Mutex    // held while the stages run; acts do not wait for it
	linker   *story.Linker // nil until it is needed, and whenever it may be ahead of the store
	linked   linkerState
	restored int      // how often a linker was made anew
	repeats  []Repeat // what was not kept since it says the same
	pile     bool

	warm   struct{ story, brief sync.Once } // what stages read once is read
	acted  chan struct{}                    // an act has touched briefs
	watch  watch
	health health

	burst    atomic.Bool // something was read since memory was last given back
	compiled time.Time   // when stories to compile were last looked for

	crises knownCrises
}

// Stages are the five stages as functions.
type Stages struct {
	Load    func() // what the others read once and keep
	Parse   func(intake.Input) intake.Result
	Read    func(*wiredesk.Report) wiredesk.Reading
	Print   func(*wiredesk.Reading) story.Print
	Compile func(wiredesk.Story, []wiredesk.Reading, []wiredesk.Assignment, brief.Counter) wiredesk.Brief
}

// Options say how a Desk runs; the zero value is what the commands use.
type Options struct {
	Stages Stages           // those that are nil are the real ones
	Names  *store.LineNames // nil for the versions of the real stages
	Now    func() time.Time // nil for the clock
	Log    *slog.Logger     // nil for none
	// Pile says that the inputs are one pile, looked at once: its reports are kept
	// in the order of their publication, not in that in which they were given.
	Pile bool
	// After is the clock of the watch over the stages, nil for the real one.
	After func(time.Duration) (expired <-chan time.Time, stop func() bool)
}

// New returns a desk over a store.
func New(s store.Store, o Options) *Desk {
	d := &Desk{store: s, stages: o.Stages, names: Versions(), now: o.Now, log: o.Log,
		pile: o.Pile, acted: make(chan struct{}, 1), watch: watch{after: o.After}}
	if d.watch.after == nil {
		d.watch.after = expiry
	}
	if o.Names != nil {
		d.names = *o.Names
	}
	if d.now == nil {
		d.now = time.Now
	}
	if d.log == nil {
		d.log = slog.New(slog.DiscardHandler)
	}
	real := RealStages()
	if d.stages.Load == nil {
		d.stages.Load = real.Load
	}
	if d.stages.Parse == nil {
		d.stages.Parse = real.Parse
	}
	if d.stages.Read == nil {
		d.stages.Read = real.Read
	}
	if d.stages.Print == nil {
		d.stages.Print = real.Print
	}
	if d.stages.Compile == nil {
		d.stages.Compile = real.Compile
	}
	return d
}

// RealStages are the stages of this program.
func RealStages() Stages {
	return Stages{
		Load:    func() { lang.Load(); claim.Load() },
		Parse:   intake.Parse,
		Read:    func(r *wiredesk.Report) wiredesk.Reading { return claim.Extract(lang.Analyze(r)) },
		Print:   story.Fingerprint,
		Compile: brief.Compile,
	}
}

// stamp is the present time as the store keeps it.
func (d *Desk) stamp() string { return d.now().UTC().Format(time.RFC3339) }
