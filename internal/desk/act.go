package desk

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"slices"

	"wiredesk"
	"wiredesk/internal/standing"
	"wiredesk/internal/store"
)

// Act carries out an editor's act on the stories that are shown. It waits for
// nothing but the transaction that is under way, whatever the stages are at, and
// once it has begun it is done even if whoever asked goes away. The briefs that
// it touches are compiled by Keep soon, or by Settle.
func (d *Desk) Act(ctx context.Context, a wiredesk.Act) (wiredesk.Act, error) {
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
	err = d.store.Write(context.WithoutCancel(ctx), func(tx store.Tx) error {
		c, err := d.do(tx, line.Story, a)
		if err != nil {
			return err
		}
		a = c.Act
		return announce(tx, line, c)
	})
	if err == nil {
		select {
		case d.acted <- struct{}{}:
		default: // somebody is told already
		}
	}
	return a, err
}

// Settle compiles the briefs that acts have touched.
func (d *Desk) Settle(ctx context.Context) error {
	line, ok, err := d.store.Shown(ctx)
	if err != nil || !ok {
		return err
	}
	return d.compile(ctx, line, nil)
}

// do carries out an act, logs it and keeps what undoing it brings back.
func (d *Desk) do(tx store.Tx, stage store.Stage, a wiredesk.Act) (standing.Change, error) {
	var err error
	if a.ID, err = tx.NextAct(); err != nil {
		return standing.Change{}, err
	}
	if a.After, err = tx.LastInput(stage); err != nil {
		return standing.Change{}, err
	}
	c, err := carryOut(tx, stage, a)
	if err != nil {
		return c, err
	}
	if err := tx.LogAct(c.Act); err != nil {
		return c, err
	}
	return c, keepChange(tx, stage, c)
}

// redo carries out a logged act on a story stage that is being built. Reports
// and stories that are not there any more are passed over.
func (d *Desk) redo(tx store.Tx, stage store.Stage, a wiredesk.Act) error {
	c, err := carryOut(tx, stage, a)
	if errors.Is(err, wiredesk.ErrNotFound) || errors.Is(err, wiredesk.ErrInvalid) {
		return tx.Follow(stage, a.ID)
	}
	if err != nil {
		return err
	}
	if err := keepChange(tx, stage, c); err != nil {
		return err
	}
	if err := d.apply(tx, stage, c.Act); err != nil {
		return err
	}
	return d.part(tx, stage, a.ID)
}

// carryOut works out what an act changes.
func carryOut(tx store.Tx, stage store.Stage, a wiredesk.Act) (standing.Change, error) {
	s, err := scene(tx, stage, &a)
	if err != nil {
		return standing.Change{}, err
	}
	return standing.CarryOut(a, s)
}

// scene gathers what of the desk bears on an act.
func scene(tx store.Tx, stage store.Stage, a *wiredesk.Act) (standing.Scene, error) {
	s := standing.Scene{Seats: map[string]standing.Seat{}, Left: map[string]int{}}
	var err error
	reports := []string(a.Reports)
	if a.Kind == wiredesk.ActUndo {
		done, ok, err := tx.Act(a.Undoes)
		if err != nil || !ok {
			return s, err
		}
		s.Done = &done
		doc, err := tx.Before(stage, a.Undoes)
		if err != nil {
			return s, err
		}
		if doc != nil {
			if err := json.Unmarshal(doc, &s.Before); err != nil {
				return s, err
			}
		}
		if s.Story, _, err = folder(tx, stage, done.Story, false); err != nil {
			return s, err
		}
		reports = slices.Sorted(maps.Keys(s.Before.Stories))
		// Its aliases go with it, and where they lead must not matter here.
		if err := tx.DropAliases(stage, a.Undoes); err != nil {
			return s, err
		}
		s.Leads = map[string]string{}
		for _, id := range reports {
			was := s.Before.Stories[id]
			if s.Leads[was], err = tx.Resolve(stage, was); err != nil {
				return s, err
			}
		}
	} else if s.Story, s.Members, err = folder(tx, stage, a.Story, true); err != nil {
		return s, err
	}
	if a.Kind == wiredesk.ActMerge {
		if s.Other, s.Others, err = folder(tx, stage, string(a.Other), true); err != nil {
			return s, err
		}
		reports = s.Others
	}
	return s, seats(tx, stage, &s, reports)
}

// folder returns the story that an id leads to, or of the id itself, with the
// ids of its reports; nil for none.
func folder(tx store.Tx, stage store.Stage, id string, resolve bool) (*standing.Folder, []string, error) {
	var err error
	if resolve {
		if id, err = tx.Resolve(stage, id); err != nil {
			return nil, nil, err
		}
	}
	f, ok, err := tx.Folder(stage, id)
	if err != nil || !ok {
		return nil, nil, err
	}
	links, err := tx.LinksOf(stage, id)
	var members []string
	for _, l := range links {
		members = append(members, l.Assignment.Report)
	}
	return &standing.Folder{ID: f.ID, Headline: f.Headline, Pinned: f.Pinned}, members, err
}

// seats gathers where reports are.
func seats(tx store.Tx, stage store.Stage, s *standing.Scene, reports []string) error {
	for _, id := range reports {
		l, ok, err := tx.Link(stage, id)
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		at := l.Assignment.Story
		s.Seats[id] = standing.Seat{Report: id, Story: at, Pinned: l.Pinned}
		if _, counted := s.Left[at]; !counted {
			all, err := tx.LinksOf(stage, at)
			if err != nil {
				return err
			}
			s.Left[at] = len(all)
		}
	}
	return nil
}

// keepChange keeps what an act changes.
func keepChange(tx store.Tx, stage store.Stage, c standing.Change) error {
	a := c.Act
	for _, seat := range c.Seats {
		l, ok, err := tx.Link(stage, seat.Report)
		if err != nil || !ok {
			return err
		}
		if err := tx.Touch(stage, seat.Report); err != nil { // of the story that it leaves
			return err
		}
		if _, err := open(tx, stage, seat.Story, l.Seq); err != nil {
			return err
		}
		l.Assignment.Story, l.Pinned = seat.Story, seat.Pinned
		if err := tx.SaveLink(stage, l); err != nil {
			return err
		}
	}
	if c.Folder != nil {
		f := store.Folder{ID: c.Folder.ID, Headline: c.Folder.Headline, Pinned: c.Folder.Pinned}
		if err := tx.SaveFolder(stage, f); err != nil {
			return err
		}
	}
	if a.Kind == wiredesk.ActUndo {
		if err := tx.MarkUndone(a.Undoes, a.ID); err != nil {
			return err
		}
	} else {
		doc, err := wiredesk.Encode(c.Before)
		if err != nil {
			return err
		}
		if err := tx.SaveBefore(stage, a.ID, doc); err != nil {
			return err
		}
	}
	for _, alias := range c.Aliases {
		if err := tx.SaveAlias(stage, alias[0], alias[1], a.ID); err != nil {
			return err
		}
	}
	return tx.Follow(stage, a.ID)
}

// announce lets lists show what an act did to stories before their briefs are
// compiled: those that were emptied are gone, those that were opened are there.
func announce(tx store.Tx, line store.Line, c standing.Change) error {
	stories := map[string]bool{}
	for _, seat := range c.Seats {
		stories[seat.Story] = true
	}
	for _, id := range []string{c.Act.Story, string(c.Act.Other)} {
		stories[id] = true
	}
	for _, id := range slices.Sorted(maps.Keys(stories)) {
		_, ok, err := tx.Folder(line.Story, id)
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		links, err := tx.LinksOf(line.Story, id)
		if err != nil {
			return err
		}
		if err := tx.Announce(line, id, len(links)); err != nil {
			return err
		}
	}
	return nil
}
