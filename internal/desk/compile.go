package desk

import (
	"context"
	"math"
	"time"

	"wiredesk"
	"wiredesk/internal/store"
	"wiredesk/internal/story"
)

// compile runs stage five over every story that has changed, story by story
// and on all cores.
func (d *Desk) compile(ctx context.Context, line store.Line, report Report) error {
	for {
		stale, err := d.store.Stale(ctx, line, briefBatch)
		if err != nil || len(stale) == 0 {
			return err
		}
		if err := d.compileBatch(ctx, line, stale); err != nil {
			return err
		}
		if err := d.tell(ctx, line, "brief", report); err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
}

// compileBatch compiles some stories and keeps their briefs.
func (d *Desk) compileBatch(ctx context.Context, line store.Line, stale []store.Stale) error {
	briefs := make([]store.Brief, len(stale))
	poisons := make([]*poison, len(stale))
	errs := make([]error, len(stale))
	parallel(len(stale), func(i int) {
		briefs[i], poisons[i], errs[i] = d.compileOne(ctx, line, stale[i])
	})
	return d.store.Write(ctx, func(tx store.Tx) error {
		for i, b := range briefs {
			if errs[i] != nil {
				return errs[i]
			}
			subject := "story:" + b.Story
			if poisons[i] != nil {
				f := d.failure(poisons[i], line.Brief.Name, subject, "story "+b.Story)
				f.Story = wiredesk.Optional(b.Story)
				if err := tx.SaveFailure(f); err != nil {
					return err
				}
			} else if err := tx.ClearFailure(line.Brief.Name, subject); err != nil {
				return err
			}
			if err := tx.SaveBrief(line, b); err != nil {
				return err
			}
		}
		return nil
	})
}

// compileOne compiles one story.
func (d *Desk) compileOne(ctx context.Context, line store.Line, s store.Stale) (store.Brief, *poison, error) {
	members, err := d.store.Members(ctx, line, s.Story.ID)
	if err != nil {
		return store.Brief{}, nil, err
	}
	out := store.Brief{Story: s.Story.ID, Revision: s.Revision, Line: wiredesk.StoryLine{ID: s.Story.ID}}
	readings, assignments := evidence(members)
	for i := range readings {
		s.Story.Reports = append(s.Story.Reports, readings[i].ID)
		if readings[i].Status == wiredesk.Killed {
			out.Line.Withdrawn++
		}
	}
	var p *poison
	if len(readings) > 0 {
		p = guarded(func() {
			story.Trace(readings, assignments)
			if s.Story.Headline == "" {
				s.Story.Headline = story.Headline(readings)
			}
			b := d.stages.Compile(s.Story, readings, assignments, counter(readings, assignments))
			out.Brief = &b
		})
		out.Line.Headline = s.Story.Headline
		out.Traced = assignments
	}
	describe(&out, members)
	return out, p, nil
}

// evidence returns what a brief of the members rests on, in the order of
// linking: newest versions only, nothing that is corrected or under embargo.
// What is killed stays, marked, and so does what mostly carries a killed text.
func evidence(members []store.Member) ([]wiredesk.Reading, []wiredesk.Assignment) {
	killed := map[string]bool{}
	for _, m := range members {
		if m.Withdrawn != "" || m.Report.Report.Status == wiredesk.Killed {
			killed[m.Report.Report.ID] = true
		}
	}
	var readings []wiredesk.Reading
	var assignments []wiredesk.Assignment
	for _, m := range members {
		if m.Reading == nil || m.Superseded != "" && m.Withdrawn == "" || m.Reading.Status == wiredesk.Withheld {
			continue
		}
		r := *m.Reading
		if killed[string(m.Assignment.PickupOf)] && m.Assignment.Shared >= wiredesk.RestingShare {
			r.Status = wiredesk.Killed
		}
		readings = append(readings, r)
		assignments = append(assignments, m.Assignment)
	}
	return readings, assignments
}

// describe fills in what lists show of a story.
func describe(b *store.Brief, members []store.Member) {
	if b.Brief != nil {
		b.Line.Outlets, b.Line.Origins = b.Brief.Outlets, b.Brief.Origins
	}
	var fresh time.Time
	for _, m := range members {
		b.Line.Received = max(b.Line.Received, m.Received)
		if m.Superseded != "" && m.Withdrawn == "" {
			continue
		}
		b.Line.Reports++
		if m.Reading == nil {
			continue
		}
		if t := freshness(m); t.After(fresh) {
			fresh = t
		}
		if p := m.Reading.Published.Value; p != "" {
			if b.Line.First == "" || p < b.Line.First {
				b.Line.First = p
			}
			b.Line.Latest = max(b.Line.Latest, p)
		}
	}
	b.Rank = rank(fresh, b.Line.Origins)
}

// freshness is when a report was published, as far as it can be believed: a
// time after it was received is taken for that of its receipt, so that no
// report dated in the future stands first for ever.
func freshness(m store.Member) time.Time {
	received, _ := time.Parse(time.RFC3339, m.Received)
	value := string(m.Reading.Published.Value)
	published, err := time.Parse(time.RFC3339, value)
	if err != nil {
		published, err = time.Parse(time.DateOnly, value)
	}
	if err != nil || published.After(received) {
		return received
	}
	return published
}

// doubling is how much fresher a story must be to stand level with one that
// has twice as many independent origins.
const doubling = 12 * time.Hour

// rank puts freshness and independent origins into one number. It does not
// depend on the present time, so it can be kept and sorted by.
func rank(fresh time.Time, o wiredesk.Origins) float64 {
	n := float64(len(o.Known) + o.Unknown)
	if len(o.Perhaps) > 0 {
		n += 0.5
	}
	return float64(fresh.Unix())/doubling.Seconds() + math.Log2(1+n)
}
