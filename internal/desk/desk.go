package desk

import (
	"context"
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

	mu     sync.Mutex    // held while the stages run
	linker *story.Linker // nil until it is needed, and whenever it may be ahead of the store
	linked linkerState

	burst    atomic.Bool // something was read since memory was last given back
	compiled time.Time   // when stories to compile were last looked for

	crises knownCrises
}

// Stages are the five stages as functions.
type Stages struct {
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
}

// New returns a desk over a store.
func New(s store.Store, o Options) *Desk {
	d := &Desk{store: s, stages: o.Stages, names: Versions(), now: o.Now, log: o.Log}
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
		Parse:   intake.Parse,
		Read:    func(r *wiredesk.Report) wiredesk.Reading { return claim.Extract(lang.Analyze(r)) },
		Print:   story.Fingerprint,
		Compile: brief.Compile,
	}
}

// Versions are the names of this program's stages. A name holds the versions
// of all that its results depend on, besides the stages before it.
func Versions() store.LineNames {
	return store.LineNames{
		Intake:  "intake/" + intake.Version,
		Reading: "lang/en/" + lang.Version + " claim/en/" + claim.Version,
		Story:   "story/" + story.Version,
		Brief:   "brief/" + brief.Version,
	}
}

// stamp is the present time as the store keeps it.
func (d *Desk) stamp() string { return d.now().UTC().Format(time.RFC3339) }

// Act carries out an editor's act on the stories that are shown, and has the
// briefs it touches compiled anew.
func (d *Desk) Act(ctx context.Context, a wiredesk.Act) (wiredesk.Act, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	line, ok, err := d.store.Shown(ctx)
	if err != nil {
		return a, err
	}
	if !ok {
		return a, &wiredesk.Problem{Input: "story", Reason: "the desk holds no stories yet", Err: wiredesk.ErrNotFound}
	}
	if a.Who == wiredesk.TheDesk {
		return a, &wiredesk.Problem{Input: "story", Reason: "an act of an editor needs an editor's name", Advice: "give it with --who", Err: wiredesk.ErrInvalid}
	}
	a.When = d.stamp()
	err = d.store.Write(ctx, func(tx store.Tx) (err error) {
		a, err = tx.DoAct(line.Story, a)
		return err
	})
	if err != nil {
		return a, err
	}
	d.linker = nil
	if line, err = d.store.Line(ctx, d.names); err != nil {
		return a, err
	}
	return a, d.compile(ctx, line, nil)
}
