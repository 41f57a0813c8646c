package desk

import (
	"context"
	"math"
	"time"

	"wiredesk"
	"wiredesk/internal/standing"
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
	d.warm.brief.Do(func() { // what is read once counts for no story
		once(func() { d.compileOne(store.Stale{}, []store.Member{{Reading: &wiredesk.Reading{}}}) })
	})
	jobs := make([]job[compiled], len(stale))
	for i, s := range stale {
		members, err := d.store.Members(ctx, line, s.Story.ID)
		if err != nil {
			return err
		}
		size := 0
		for _, m := range members {
			size += len(m.Report.Report.Text)
		}
		jobs[i] = job[compiled]{subject: "story:" + s.Story.ID, input: "story " + s.Story.ID, size: size, run: func() compiled { return d.compileOne(s, members) }}
	}
	results, poisons, err := attend(ctx, d, line.Brief.Name, jobs)
	if err != nil {
		return err
	}
	return d.store.Write(ctx, func(tx store.Tx) error {
		for i, c := range results {
			if poisons[i] != nil {
				f := d.failure(poisons[i], line.Brief.Name, jobs[i].subject, jobs[i].input)
				f.Story = wiredesk.Optional(stale[i].Story.ID)
				if err := tx.SaveFailure(f); err != nil {
					return err
				}
				c.brief = store.Brief{Story: stale[i].Story.ID, Revision: stale[i].Revision, Line: wiredesk.StoryLine{ID: stale[i].Story.ID, Reports: 1}}
			} else if err := tx.ClearFailure(line.Brief.Name, jobs[i].subject); err != nil {
				return err
			}
			for _, r := range c.dated {
				if err := tx.SaveReading(line.Reading, r.seq, r.reading); err != nil {
					return err
				}
			}
			if err := tx.SaveBrief(line, c.brief); err != nil {
				return err
			}
		}
		return tx.End(line.Brief.Name, subjectsOf(jobs))
	})
}

// A compiled story is its brief, and what was read again for it.
type compiled struct {
	brief store.Brief
	dated []dated
}

// compileOne compiles one story.
func (d *Desk) compileOne(s store.Stale, members []store.Member) compiled {
	c := compiled{brief: store.Brief{Story: s.Story.ID, Revision: s.Revision, Line: wiredesk.StoryLine{ID: s.Story.ID}}}
	c.dated = d.date(members)
	readings, assignments := evidence(members)
	for i := range readings {
		s.Story.Reports = append(s.Story.Reports, readings[i].ID)
		if readings[i].Status == wiredesk.Killed {
			c.brief.Line.Withdrawn++
		}
	}
	if len(readings) > 0 {
		story.Trace(readings, assignments)
		if s.Story.Headline == "" {
			s.Story.Headline = story.Headline(readings)
		}
		b := d.stages.Compile(s.Story, readings, assignments, counter(readings, assignments))
		c.brief.Brief = &b
		c.brief.Line.Headline = s.Story.Headline
		c.brief.Traced = assignments
	}
	describe(&c.brief, members)
	return c
}

// uses says of each report of a story what may rest on it.
func uses(members []store.Member) []standing.Use {
	in := make([]standing.Member, len(members))
	for i, m := range members {
		in[i] = standing.Member{ID: m.Report.Report.ID, Status: m.Report.Report.Status, Withdrawn: m.Withdrawn, Superseded: m.Superseded,
			PickupOf: string(m.Assignment.PickupOf), Shared: m.Assignment.Shared}
	}
	return standing.Uses(in)
}

// evidence returns what a brief of the members rests on, in the order of
// linking. What is withdrawn is marked so.
func evidence(members []store.Member) ([]wiredesk.Reading, []wiredesk.Assignment) {
	var readings []wiredesk.Reading
	var assignments []wiredesk.Assignment
	for i, use := range uses(members) {
		if members[i].Reading == nil || use.Out {
			continue
		}
		r := *members[i].Reading
		if use.Killed {
			r.Status = wiredesk.Killed
		}
		readings = append(readings, r)
		assignments = append(assignments, members[i].Assignment)
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
