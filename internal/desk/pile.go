package desk

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"time"

	"wiredesk"
	"wiredesk/internal/brief"
	"wiredesk/internal/claim"
	"wiredesk/internal/intake"
	"wiredesk/internal/lang"
	"wiredesk/internal/store"
	"wiredesk/internal/store/memory"
)

// A Pile is what the desk makes of reports that are looked at once, together: it
// runs over a store in memory.
type Pile struct {
	desk *Desk
}

// NewPile returns an empty pile. Of the options, the stages count.
func NewPile(o Options) *Pile {
	o.Pile = true
	return &Pile{New(memory.New(), o)}
}

// Add puts inputs onto the pile, in the order given.
func (p *Pile) Add(ctx context.Context, inputs []intake.Input) error {
	return p.desk.Add(ctx, inputs, func(in intake.Input, _ int64, added bool) {
		if !added {
			p.desk.repeats = append(p.desk.repeats, Repeat{Input: in.File + in.URL})
		}
	})
}

// Read reads every report.
func (p *Pile) Read(ctx context.Context, report Report) error { return p.desk.Read(ctx, report) }

// Run reads every report, groups them, looks at all of them again when all are
// linked, as a desk does every ten minutes, and compiles the briefs.
func (p *Pile) Run(ctx context.Context, report Report) error {
	if err := p.desk.Run(ctx, report); err != nil {
		return err
	}
	_, err := p.desk.Repair(ctx, time.Time{})
	return err
}

// Problems are what could not be read of the inputs, in their order.
func (p *Pile) Problems(ctx context.Context) ([]*wiredesk.Problem, error) {
	inputs, err := p.desk.store.InputsAfter(ctx, 0, maxPile)
	if err != nil {
		return nil, err
	}
	var out []*wiredesk.Problem
	for _, in := range inputs {
		failures, err := p.desk.store.FailuresOf(ctx, in.Seq)
		if err != nil {
			return nil, err
		}
		for _, f := range failures {
			out = append(out, &wiredesk.Problem{Input: f.Input, Reason: f.Reason, Advice: string(f.Advice), Err: wiredesk.ErrInvalid})
		}
	}
	return out, nil
}

// maxPile is more reports than a pile holds.
const maxPile = 1 << 30

// Repeats are the reports that say the same as one that was read already.
func (p *Pile) Repeats() []Repeat { return p.desk.repeats }

// Readings returns what was read out of the reports, in the order in which they
// were given.
func (p *Pile) Readings(ctx context.Context) ([]wiredesk.Reading, error) {
	all, err := p.readings(ctx)
	var out []wiredesk.Reading
	for _, r := range all {
		if r.Reading != nil {
			out = append(out, *r.Reading)
		}
	}
	return out, err
}

// readings returns the readings in the order in which the reports were given.
func (p *Pile) readings(ctx context.Context) ([]store.Reading, error) {
	line, err := p.desk.store.Line(ctx, p.desk.names)
	if err != nil {
		return nil, err
	}
	all, err := p.desk.store.ReadingsAfter(ctx, line, 0, maxPile)
	slices.SortFunc(all, func(a, b store.Reading) int {
		return cmp.Or(cmp.Compare(a.Input, b.Input), cmp.Compare(a.Part, b.Part))
	})
	return all, err
}

// Stories returns the stories in the order in which they were opened.
func (p *Pile) Stories(ctx context.Context) ([]wiredesk.Story, error) {
	views, err := p.views(ctx)
	var out []wiredesk.Story
	for _, v := range views {
		s := wiredesk.Story{ID: v.ID, Headline: v.Headline, Aliases: v.Aliases}
		for _, m := range v.Members {
			s.Reports = append(s.Reports, m.ID)
		}
		out = append(out, s)
	}
	return out, err
}

// views returns all that there is on each story.
func (p *Pile) views(ctx context.Context) ([]*wiredesk.StoryView, error) {
	line, ok, err := p.desk.store.Shown(ctx)
	if err != nil || !ok {
		return nil, err
	}
	ids, err := p.desk.store.Opened(ctx, line.Story, 0, maxPile)
	if err != nil {
		return nil, err
	}
	var out []*wiredesk.StoryView
	for _, id := range ids {
		v, err := p.desk.Story(ctx, id)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}

// Briefs returns the briefs of the stories.
func (p *Pile) Briefs(ctx context.Context) ([]wiredesk.Brief, error) {
	stories, err := p.views(ctx)
	var out []wiredesk.Brief
	for _, s := range stories {
		if s.Brief != nil {
			out = append(out, *s.Brief)
		}
	}
	return out, err
}

// Assignments returns where each report was put, in the order in which they were
// given. What looking again changed is among its reasons.
func (p *Pile) Assignments(ctx context.Context) ([]wiredesk.Assignment, error) {
	readings, err := p.readings(ctx)
	if err != nil {
		return nil, err
	}
	stories, err := p.views(ctx)
	if err != nil {
		return nil, err
	}
	at := map[string]*wiredesk.Assignment{}
	for _, s := range stories {
		for _, m := range s.Members {
			at[m.ID] = m.Assignment
		}
	}
	acts, err := p.desk.store.AllActs(ctx)
	if err != nil {
		return nil, err
	}
	for _, a := range acts {
		for _, id := range a.Reports {
			if at[id] != nil {
				from, to := string(a.Other), a.Story
				if a.Kind == wiredesk.ActSplit {
					from, to = to, from
				}
				at[id].Why = append(slices.Clip(at[id].Why), fmt.Sprintf("looked at again, it went from %s to %s: %s", from, to, a.Why))
			}
		}
	}
	var out []wiredesk.Assignment
	for _, r := range readings {
		if a := at[r.Report.Report.ID]; a != nil {
			out = append(out, *a)
		}
	}
	return out, nil
}

// OfReports returns a pile of reports that are parsed already, in one input, and
// read already where there are readings of their ids.
func OfReports(ctx context.Context, reports []wiredesk.Report, readings []wiredesk.Reading, o Options) (*Pile, error) {
	read := map[string]*wiredesk.Reading{}
	for i := range readings {
		read[readings[i].ID] = &readings[i]
	}
	o.Stages.Parse = func(intake.Input) intake.Result { return intake.Result{Reports: slices.Clone(reports)} }
	o.Stages.Read = func(r *wiredesk.Report) wiredesk.Reading {
		if known := read[r.ID]; known != nil && known.Published == r.Published && known.Text == r.Text {
			return *known
		}
		return claim.Extract(lang.Analyze(r))
	}
	p := NewPile(o)
	return p, p.Add(ctx, []intake.Input{{File: "reports", Bytes: []byte(strconv.Itoa(len(reports)))}})
}

// NoBrief is the last stage where only the stories are wanted.
func NoBrief(wiredesk.Story, []wiredesk.Reading, []wiredesk.Assignment, brief.Counter) wiredesk.Brief {
	return wiredesk.Brief{}
}

// ReadTokens reads a report and keeps its tokens with what it read.
func ReadTokens(r *wiredesk.Report) wiredesk.Reading {
	doc := lang.Analyze(r)
	out := claim.Extract(doc)
	out.Tokens = doc.Tokens
	return out
}

// Group puts readings into stories and returns their assignments, in their order.
// Readings whose date could be worked out from others are replaced in place. It
// is what measuring uses, which wants no briefs.
func Group(readings []wiredesk.Reading) ([]wiredesk.Assignment, error) {
	ctx := context.Background()
	reports := make([]wiredesk.Report, len(readings))
	for i := range readings {
		reports[i] = readings[i].Report
	}
	p, err := OfReports(ctx, reports, readings, Options{Stages: Stages{Compile: NoBrief}})
	if err != nil {
		return nil, err
	}
	if err := p.Run(ctx, nil); err != nil {
		return nil, err
	}
	out, err := p.Assignments(ctx)
	if err == nil && len(out) != len(readings) {
		err = fmt.Errorf("%d of %d readings were linked: some say the same", len(out), len(readings))
	}
	again, e := p.Readings(ctx)
	if err == nil && e == nil {
		copy(readings, again)
	}
	return out, cmp.Or(err, e)
}
