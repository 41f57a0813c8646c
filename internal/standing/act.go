package standing

import (
	"fmt"
	"maps"
	"slices"

	"wiredesk"
)

// A Seat is where a report is.
type Seat struct {
	Report string
	Story  string
	Pinned bool // an editor put it there
}

// A Folder is a story as editors' acts change it.
type Folder struct {
	ID       string
	Headline string // an editor's, "" for the compiled one
	Pinned   bool
}

// Before is what undoing an act brings back.
type Before struct {
	Stories  map[string]string `json:"stories,omitempty"` // report id -> the story that it was in
	Pins     []string          `json:"pins,omitempty"`    // of these reports, those that were pinned there
	Headline string            `json:"headline,omitempty"`
	Pinned   bool              `json:"pinned,omitempty"`
}

// A Scene is what of the desk bears on an act. Stories are given as aliases
// resolve them.
type Scene struct {
	Story   *Folder           // the story that is acted on, nil for none; for ActUndo the one that was
	Members []string          // ids of its reports, in the order of linking
	Other   *Folder           // ActMerge: the story that is merged into Story
	Others  []string          // its reports
	Seats   map[string]Seat   // where the reports are that the act names, or that undoing may bring back
	Left    map[string]int    // how many reports the stories of those seats hold
	Done    *wiredesk.Act     // ActUndo: the act that is taken back, nil for none
	Before  Before            // what undoing it brings back
	Leads   map[string]string // ActUndo: where the stories of Before lead by now, without the aliases of the act that is taken back
}

// A Change is what carrying out an act changes.
type Change struct {
	Act     wiredesk.Act // filled in: stories resolved, reports that moved, what was opened
	Seats   []Seat       // where reports are from now on
	Folder  *Folder      // headline and pin of a story from now on
	Aliases [][2]string  // ids that lead to another one from now on
	Before  Before
}

// CarryOut works out what an act changes. It returns wiredesk.ErrNotFound or
// wiredesk.ErrInvalid where it cannot be done.
func CarryOut(a wiredesk.Act, s Scene) (Change, error) {
	switch {
	case a.Who == "":
		return Change{}, refuse("an act needs to say who does it")
	case a.Kind == wiredesk.ActUndo:
		return undo(a, s)
	case s.Story == nil:
		return Change{}, notFound("story", a.Story)
	}
	a.Story = s.Story.ID
	switch a.Kind {
	case wiredesk.ActMerge:
		return merge(a, s)
	case wiredesk.ActSplit, wiredesk.ActReject:
		return split(a, s)
	case wiredesk.ActMove:
		return move(a, s)
	case wiredesk.ActPin, wiredesk.ActUnpin, wiredesk.ActRename:
		return decide(a, s)
	}
	return Change{}, refuse(fmt.Sprintf("there is no act %q", a.Kind))
}

// merge moves all reports of the other story over and leaves an alias.
func merge(a wiredesk.Act, s Scene) (Change, error) {
	if s.Other == nil {
		return Change{}, notFound("story", string(a.Other))
	}
	if s.Other.ID == a.Story {
		return Change{}, refuse(fmt.Sprintf("%s and %s are one story already", a.Story, a.Other))
	}
	a.Other, a.Reports = wiredesk.Optional(s.Other.ID), s.Others
	c := Change{Act: a, Aliases: [][2]string{{s.Other.ID, a.Story}}}
	return c, c.put(s, a.Story)
}

// split opens a story for some reports of another one. A rejected report is
// split off for good, since its seat is pinned. The new id names the act, so
// it was never used and will not be again.
func split(a wiredesk.Act, s Scene) (Change, error) {
	if len(a.Reports) == 0 {
		return Change{}, refuse("name the reports that are to go")
	}
	for _, id := range a.Reports {
		if !slices.Contains(s.Members, id) {
			return Change{}, notFound("report", id+" in story "+a.Story)
		}
	}
	if len(a.Reports) >= len(s.Members) {
		return Change{}, refuse("something must stay in the story; to join it to another one, merge the two")
	}
	if a.Other == "" {
		a.Other = wiredesk.Optional(fmt.Sprintf("s-%s-act-%d", a.Reports[0], a.ID))
	}
	c := Change{Act: a}
	return c, c.put(s, string(a.Other))
}

// move puts reports into another story. A story that is left without reports
// leads there.
func move(a wiredesk.Act, s Scene) (Change, error) {
	if len(a.Reports) == 0 {
		return Change{}, refuse("name the reports that are to go")
	}
	c := Change{Act: a}
	if err := c.put(s, a.Story); err != nil {
		return c, err
	}
	left := maps.Clone(s.Left)
	for _, id := range a.Reports {
		from := s.Seats[id].Story
		c.Act.Other = wiredesk.Optional(from)
		if left[from]--; left[from] == 0 && from != a.Story {
			c.Aliases = append(c.Aliases, [2]string{from, a.Story})
		}
	}
	return c, nil
}

// put moves the reports of the act into a story and notes where they were.
// What an editor puts somewhere is pinned.
func (c *Change) put(s Scene, into string) error {
	c.Before.Stories = map[string]string{}
	for _, id := range c.Act.Reports {
		seat, ok := s.Seats[id]
		if !ok {
			return notFound("report", id)
		}
		c.Before.Stories[id] = seat.Story
		if seat.Pinned {
			c.Before.Pins = append(c.Before.Pins, id)
		}
		c.Seats = append(c.Seats, Seat{id, into, c.Act.Who != wiredesk.TheDesk})
	}
	return nil
}

// decide pins, unpins or renames a story.
func decide(a wiredesk.Act, s Scene) (Change, error) {
	f := *s.Story
	c := Change{Act: a, Folder: &f, Before: Before{Headline: f.Headline, Pinned: f.Pinned}}
	switch a.Kind {
	case wiredesk.ActPin:
		f.Pinned = true
	case wiredesk.ActUnpin:
		f.Pinned = false
	case wiredesk.ActRename:
		if a.Text == "" {
			return c, refuse("a story cannot be renamed to nothing")
		}
		f.Headline = string(a.Text)
	}
	return c, nil
}

// undo takes an act back: reports that are still where it put them return, and
// a headline or pin that is still what it made of it is again what it was.
func undo(a wiredesk.Act, s Scene) (Change, error) {
	done := s.Done
	switch {
	case done == nil:
		return Change{}, notFound("act", fmt.Sprint(a.Undoes))
	case done.Kind == wiredesk.ActUndo:
		return Change{}, refuse("it is an undoing itself; do the first act again instead")
	case done.Undone != 0 && done.Undone != a.ID:
		return Change{}, refuse(fmt.Sprintf("act %d took it back already", done.Undone))
	}
	a.Story, a.Other = done.Story, done.Other
	if s.Before.Stories == nil {
		return Change{Act: a, Folder: s.restored()}, nil
	}
	c := Change{Act: a}
	put, opened := done.Story, done.Kind == wiredesk.ActSplit || done.Kind == wiredesk.ActReject
	if opened {
		put = string(done.Other)
	}
	left := s.Left[put]
	for _, id := range slices.Sorted(maps.Keys(s.Before.Stories)) { // a map has no order, and the log must have one
		if seat, ok := s.Seats[id]; !ok || seat.Story != put {
			continue
		}
		// Taking back what the desk did is a decision on where a report belongs.
		pinned := done.Who == wiredesk.TheDesk || slices.Contains(s.Before.Pins, id)
		c.Seats = append(c.Seats, Seat{id, s.Leads[s.Before.Stories[id]], pinned})
		c.Act.Reports = append(c.Act.Reports, id)
		left--
	}
	if opened && left == 0 {
		c.Aliases = append(c.Aliases, [2]string{put, done.Story})
	}
	return c, nil
}

// restored is the story as it is when the decision on it is taken back.
func (s *Scene) restored() *Folder {
	if s.Story == nil {
		return nil
	}
	f := *s.Story
	switch {
	case s.Done.Kind != wiredesk.ActRename:
		f.Pinned = s.Before.Pinned
	case f.Headline == string(s.Done.Text):
		f.Headline = s.Before.Headline
	}
	return &f
}

// Parted lists the pairs of stories that editors decided to keep apart: what
// they split, rejected or took back from a merge.
func Parted(acts []wiredesk.Act) [][2]string {
	var out [][2]string
	for _, a := range acts {
		split := (a.Kind == wiredesk.ActSplit || a.Kind == wiredesk.ActReject) && a.Undone == 0 && a.Who != wiredesk.TheDesk
		moved := a.Kind == wiredesk.ActMove && a.Undone == 0 && a.Who != wiredesk.TheDesk
		unmerged := a.Kind == wiredesk.ActMerge && a.Undone != 0
		if split || moved || unmerged {
			out = append(out, [2]string{a.Story, string(a.Other)})
		}
	}
	return out
}

// refuse says why an act cannot be done.
func refuse(reason string) error {
	return &wiredesk.Problem{Input: "story", Reason: reason, Err: wiredesk.ErrInvalid}
}

// notFound says that there is no such thing.
func notFound(what, id string) error {
	return &wiredesk.Problem{Input: what + " " + id, Reason: "there is no such " + what + " on this desk",
		Advice: "`wiredesk story list` shows the stories", Err: fmt.Errorf("%s: %w", what, wiredesk.ErrNotFound)}
}
