package desk

import (
	"context"
	"sync"

	"wiredesk"
	"wiredesk/internal/store"
	"wiredesk/internal/story"
)

// knownCrises are the crises as they were last worked out, and from what.
type knownCrises struct {
	mu   sync.Mutex
	line store.Line
	acts int64
	list []wiredesk.Crisis
	held bool
}

// Crises returns the stories that are shown, linked over weeks. They are worked
// out from the readings when they are asked for and kept until the desk has
// read or linked something new, or an editor has moved something.
func (d *Desk) Crises(ctx context.Context) ([]wiredesk.Crisis, error) {
	d.crises.mu.Lock()
	defer d.crises.mu.Unlock()
	line, ok, err := d.store.Shown(ctx)
	if err != nil || !ok {
		return nil, err
	}
	acts, err := d.store.AllActs(ctx)
	if err != nil {
		return nil, err
	}
	last := int64(0)
	if len(acts) > 0 {
		last = acts[len(acts)-1].ID
	}
	if d.crises.held && d.crises.line == line && d.crises.acts == last {
		return d.crises.list, nil
	}
	folders, err := d.crisisStories(ctx, line)
	if err != nil {
		return nil, err
	}
	d.crises.line, d.crises.acts, d.crises.list, d.crises.held = line, last, story.Crises(folders), true
	return d.crises.list, nil
}

// crisisBatch is how many links or readings are read at once.
const crisisBatch = 200

// crisisStories describes every story by what its newest versions say.
func (d *Desk) crisisStories(ctx context.Context, line store.Line) ([]story.CrisisStory, error) {
	into := map[int64]string{}
	for seq := int64(0); ; {
		links, err := d.store.LinksAfter(ctx, line.Story, seq, crisisBatch)
		if err != nil {
			return nil, err
		}
		for _, l := range links {
			seq = l.Seq
			into[l.Seq] = l.Assignment.Story
		}
		if len(links) < crisisBatch {
			break
		}
	}
	var out []story.CrisisStory
	at := map[string]int{}
	for seq := int64(0); ; {
		readings, err := d.store.ReadingsAfter(ctx, line, seq, crisisBatch)
		if err != nil {
			return nil, err
		}
		for _, r := range readings {
			seq = r.Seq
			id := into[r.Seq]
			if id == "" || r.Reading == nil || r.Superseded != "" {
				continue
			}
			if _, ok := at[id]; !ok {
				at[id] = len(out)
				out = append(out, story.CrisisStory{ID: id})
			}
			out[at[id]].Add(r.Reading)
		}
		if len(readings) < crisisBatch {
			return out, nil
		}
	}
}
