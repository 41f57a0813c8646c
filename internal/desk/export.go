package desk

import (
	"context"

	"wiredesk"
)

// An Exported line is one line of an export. One of its fields is set.
type Exported struct {
	Report     *wiredesk.Reading    `json:"report,omitempty"`
	Fate       *Fate                `json:"fate,omitempty"` // with Report
	Story      *ExportedStory       `json:"story,omitempty"`
	Assignment *wiredesk.Assignment `json:"assignment,omitempty"`
	Brief      *wiredesk.Brief      `json:"brief,omitempty"`
	Act        *wiredesk.Act        `json:"act,omitempty"`
}

// A Fate says what became of a report.
type Fate struct {
	Withdrawn  wiredesk.Optional `json:"withdrawn"`
	Superseded wiredesk.Optional `json:"superseded"`
	Read       bool              `json:"read"` // false where only what intake found stands in the line
}

// An ExportedStory is a story as an export gives it.
type ExportedStory struct {
	wiredesk.Story
	Pinned bool `json:"pinned"`
}

// exportBatch is how many rows are read at once.
const exportBatch = 200

// Export calls line for everything that the desk shows: reports in the order
// of arrival, stories in the order of opening, each with its assignments and
// its brief, then the editors' acts. Nothing in it depends on when something
// was received, so that the same inputs in the same order give the same lines.
func (d *Desk) Export(ctx context.Context, line func(Exported) error) error {
	shown, ok, err := d.store.Shown(ctx)
	if err != nil || !ok {
		return err
	}
	for seq := int64(0); ; {
		readings, err := d.store.ReadingsAfter(ctx, shown, seq, exportBatch)
		if err != nil {
			return err
		}
		for _, r := range readings {
			seq = r.Seq
			fate := &Fate{wiredesk.Optional(r.Withdrawn), wiredesk.Optional(r.Superseded), r.Reading != nil}
			reading := r.Reading
			if reading == nil {
				reading = &wiredesk.Reading{Report: r.Report.Report}
			}
			if err := line(Exported{Report: reading, Fate: fate}); err != nil {
				return err
			}
		}
		if len(readings) < exportBatch {
			break
		}
	}
	for n := 0; ; n += exportBatch {
		ids, err := d.store.Opened(ctx, shown.Story, n, exportBatch)
		if err != nil {
			return err
		}
		for _, id := range ids {
			if err := d.exportStory(ctx, id, line); err != nil {
				return err
			}
		}
		if len(ids) < exportBatch {
			break
		}
	}
	return d.exportActs(ctx, line)
}

// exportStory writes one story.
func (d *Desk) exportStory(ctx context.Context, id string, line func(Exported) error) error {
	v, err := d.store.Story(ctx, id)
	if err != nil {
		return err
	}
	s := &ExportedStory{Story: wiredesk.Story{ID: v.ID, Headline: v.Headline, Aliases: v.Aliases}, Pinned: v.Pinned}
	for _, m := range v.Members {
		s.Reports = append(s.Reports, m.ID)
	}
	if err := line(Exported{Story: s}); err != nil {
		return err
	}
	for _, m := range v.Members {
		if err := line(Exported{Assignment: m.Assignment}); err != nil {
			return err
		}
	}
	if v.Brief == nil {
		return nil
	}
	return line(Exported{Brief: v.Brief})
}

// exportActs writes the editors' acts.
func (d *Desk) exportActs(ctx context.Context, line func(Exported) error) error {
	acts, err := d.store.AllActs(ctx)
	if err != nil {
		return err
	}
	for i := range acts {
		if err := line(Exported{Act: &acts[i]}); err != nil {
			return err
		}
	}
	return nil
}
