package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"wiredesk"
	"wiredesk/internal/store"
)

// A before is what undoing an act brings back.
type before struct {
	Stories  map[string]string `json:"stories,omitempty"` // report id -> the story that it was in
	Headline string            `json:"headline,omitempty"`
	Pinned   bool              `json:"pinned,omitempty"`
}

// DoAct carries out and logs an act; see store.Tx.
func (t *tx) DoAct(story store.Stage, a wiredesk.Act) (wiredesk.Act, error) {
	if a.Who == "" {
		return a, refuseAct("an act needs to say who does it")
	}
	if err := t.QueryRowContext(t.ctx, "SELECT coalesce(max(id), 0) + 1 FROM acts").Scan(&a.ID); err != nil {
		return a, err
	}
	if err := t.QueryRowContext(t.ctx, "SELECT coalesce(max(r.input), 0) FROM assignments a JOIN reports r ON r.seq = a.report WHERE a.stage = ?", story.ID).
		Scan(&a.After); err != nil {
		return a, err
	}
	a, was, err := t.carryOut(story, a)
	if err != nil {
		return a, err
	}
	if err := t.follow(story, a.ID); err != nil {
		return a, err
	}
	return a, t.logAct(a, was)
}

// Redo carries out a logged act on another stage; see store.Tx. Reports and
// stories that are not there any more are passed over.
func (t *tx) Redo(story store.Stage, a wiredesk.Act) error {
	if err := t.follow(story, a.ID); err != nil {
		return err
	}
	_, was, err := t.carryOut(story, a)
	if errors.Is(err, wiredesk.ErrNotFound) || errors.Is(err, wiredesk.ErrInvalid) {
		return nil
	}
	if err != nil || a.Kind == wiredesk.ActUndo {
		return err
	}
	doc, err := encode(was)
	if err != nil {
		return err
	}
	return t.exec("UPDATE acts SET before = ? WHERE id = ?", doc, a.ID)
}

// follow notes that the results of a stage follow an act.
func (t *tx) follow(story store.Stage, act int64) error {
	return t.exec("UPDATE stages SET acts = ? WHERE id = ?", act, story.ID)
}

// carryOut does what an act says and fills in what it changed.
func (t *tx) carryOut(story store.Stage, a wiredesk.Act) (wiredesk.Act, before, error) {
	if a.Kind == wiredesk.ActUndo {
		return t.undo(story, a)
	}
	var err error
	if a.Story, err = t.existing(story, a.Story); err != nil {
		return a, before{}, err
	}
	switch a.Kind {
	case wiredesk.ActMerge:
		return t.merge(story, a)
	case wiredesk.ActSplit, wiredesk.ActReject:
		return t.split(story, a)
	case wiredesk.ActMove:
		return t.move(story, a)
	case wiredesk.ActPin, wiredesk.ActUnpin, wiredesk.ActRename:
		return t.decide(story, a)
	}
	return a, before{}, refuseAct(fmt.Sprintf("there is no act %q", a.Kind))
}

// existing follows aliases and refuses a story that is not on the desk.
func (t *tx) existing(story store.Stage, id string) (string, error) {
	id, err := t.Resolve(story, id)
	if err != nil {
		return "", err
	}
	var n int
	if err := t.QueryRowContext(t.ctx, "SELECT count(*) FROM stories WHERE stage = ? AND id = ?", story.ID, id).Scan(&n); err != nil {
		return "", err
	}
	if n == 0 {
		return "", notFound("story", id)
	}
	return id, nil
}

// merge moves all reports of the other story over and leaves an alias.
func (t *tx) merge(story store.Stage, a wiredesk.Act) (wiredesk.Act, before, error) {
	other, err := t.existing(story, string(a.Other))
	if err != nil {
		return a, before{}, err
	}
	if other == a.Story {
		return a, before{}, refuseAct(fmt.Sprintf("%s and %s are one story already", a.Story, a.Other))
	}
	a.Other = wiredesk.Optional(other)
	if a.Reports, err = t.reportsOf(story, other); err != nil {
		return a, before{}, err
	}
	was, err := t.put(story, a.Reports, a.Story, a.Who != wiredesk.TheDesk)
	if err != nil {
		return a, was, err
	}
	return a, was, t.exec("INSERT INTO aliases (stage, alias, story, act) VALUES (?, ?, ?, ?)", story.ID, other, a.Story, a.ID)
}

// split opens a story for some reports of another one. A rejected report is
// split off for good, since its link is pinned. The new id names the act, so
// it was never used and will not be again.
func (t *tx) split(story store.Stage, a wiredesk.Act) (wiredesk.Act, before, error) {
	members, err := t.reportsOf(story, a.Story)
	if err != nil {
		return a, before{}, err
	}
	if len(a.Reports) == 0 {
		return a, before{}, refuseAct("name the reports that are to go")
	}
	for _, id := range a.Reports {
		if !slices.Contains(members, id) {
			return a, before{}, notFound("report", id+" in story "+a.Story)
		}
	}
	if len(a.Reports) >= len(members) {
		return a, before{}, refuseAct("something must stay in the story; to join it to another one, merge the two")
	}
	if a.Other == "" {
		a.Other = wiredesk.Optional(fmt.Sprintf("s-%s-act-%d", a.Reports[0], a.ID))
	}
	was, err := t.put(story, a.Reports, string(a.Other), a.Who != wiredesk.TheDesk)
	return a, was, err
}

// move puts reports into another story. A story that is left without reports
// leads there.
func (t *tx) move(story store.Stage, a wiredesk.Act) (wiredesk.Act, before, error) {
	if len(a.Reports) == 0 {
		return a, before{}, refuseAct("name the reports that are to go")
	}
	was, err := t.put(story, a.Reports, a.Story, a.Who != wiredesk.TheDesk)
	if err != nil {
		return a, was, err
	}
	for _, id := range a.Reports {
		a.Other = wiredesk.Optional(was.Stories[id])
		if err := t.aliasIfEmpty(story, was.Stories[id], a.Story, a.ID); err != nil {
			return a, was, err
		}
	}
	return a, was, nil
}

// aliasIfEmpty lets a story that was left without reports lead to another one.
func (t *tx) aliasIfEmpty(story store.Stage, from, to string, act int64) error {
	left, err := t.reportsOf(story, from)
	if err != nil || len(left) > 0 || from == to {
		return err
	}
	return t.exec("INSERT INTO aliases (stage, alias, story, act) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", story.ID, from, to, act)
}

// decide pins, unpins or renames a story.
func (t *tx) decide(story store.Stage, a wiredesk.Act) (wiredesk.Act, before, error) {
	var was before
	err := t.QueryRowContext(t.ctx, "SELECT headline, pinned FROM stories WHERE stage = ? AND id = ?", story.ID, a.Story).Scan(&was.Headline, &was.Pinned)
	if err != nil {
		return a, was, err
	}
	now := was
	switch a.Kind {
	case wiredesk.ActPin:
		now.Pinned = true
	case wiredesk.ActUnpin:
		now.Pinned = false
	case wiredesk.ActRename:
		if a.Text == "" {
			return a, was, refuseAct("a story cannot be renamed to nothing")
		}
		now.Headline = string(a.Text)
	}
	return a, was, t.restoreStory(story, a.Story, now)
}

// restoreStory sets headline and pin of a story.
func (t *tx) restoreStory(story store.Stage, id string, b before) error {
	return t.exec("UPDATE stories SET headline = ?, pinned = ?, revision = revision + 1 WHERE stage = ? AND id = ?", b.Headline, b.Pinned, story.ID, id)
}

// put moves reports into a story, pinned or not, and returns where they were.
func (t *tx) put(story store.Stage, reports []string, into string, pinned bool) (before, error) {
	was := before{Stories: map[string]string{}}
	for _, id := range reports {
		l, ok, err := t.Linked(story, id)
		if err != nil {
			return was, err
		}
		if !ok {
			return was, notFound("report", id)
		}
		was.Stories[id] = l.Assignment.Story
		if err := t.putOne(story, l, into, pinned); err != nil {
			return was, err
		}
	}
	return was, nil
}

// putOne moves one report and raises the revisions of both stories.
func (t *tx) putOne(story store.Stage, l store.Link, into string, pinned bool) error {
	if err := t.Touch(story, l.Assignment.Report); err != nil {
		return err
	}
	l.Assignment.Story, l.Pinned = into, pinned
	return t.SaveLink(story, l)
}

// undo takes an act back: reports that are still where it put them return.
func (t *tx) undo(story store.Stage, a wiredesk.Act) (wiredesk.Act, before, error) {
	var done wiredesk.Act
	var was before
	err := t.QueryRowContext(t.ctx, "SELECT kind, story, other, undone, who, before FROM acts WHERE id = ?", a.Undoes).
		Scan(&done.Kind, &done.Story, &done.Other, &done.Undone, &done.Who, document{&was})
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return a, was, notFound("act", fmt.Sprint(a.Undoes))
	case err != nil:
		return a, was, err
	case done.Kind == wiredesk.ActUndo:
		return a, was, refuseAct("it is an undoing itself; do the first act again instead")
	case done.Undone != 0 && done.Undone != a.ID:
		return a, was, refuseAct(fmt.Sprintf("act %d took it back already", done.Undone))
	}
	a.Story, a.Other = done.Story, done.Other
	if was.Stories == nil {
		err = t.restoreStory(story, done.Story, was)
	} else {
		a.Reports, err = t.takeBack(story, done, was)
	}
	if err != nil {
		return a, was, err
	}
	if err := t.exec("DELETE FROM aliases WHERE stage = ? AND act = ?", story.ID, a.Undoes); err != nil {
		return a, was, err
	}
	if done.Kind == wiredesk.ActSplit || done.Kind == wiredesk.ActReject {
		if err := t.aliasIfEmpty(story, string(done.Other), done.Story, a.ID); err != nil {
			return a, was, err
		}
	}
	return a, before{}, t.exec("UPDATE acts SET undone = ? WHERE id = ?", a.ID, a.Undoes)
}

// takeBack returns reports to the stories that they were in before an act,
// unless a later act put them elsewhere.
func (t *tx) takeBack(story store.Stage, done wiredesk.Act, was before) ([]string, error) {
	put := done.Story
	if done.Kind == wiredesk.ActSplit || done.Kind == wiredesk.ActReject {
		put = string(done.Other)
	}
	var back []string
	for id := range was.Stories {
		back = append(back, id)
	}
	slices.Sort(back) // a map has no order, and the log must have one
	back = slices.DeleteFunc(back, func(id string) bool {
		l, ok, err := t.Linked(story, id)
		return err != nil || !ok || l.Assignment.Story != put
	})
	for _, id := range back {
		l, _, err := t.Linked(story, id)
		if err != nil {
			return nil, err
		}
		// Taking back what the desk did is a decision on where a report belongs.
		if err := t.putOne(story, l, was.Stories[id], done.Who == wiredesk.TheDesk); err != nil {
			return nil, err
		}
	}
	return back, nil
}

// reportsOf lists the ids of a story's reports in the order of linking.
func (t *tx) reportsOf(story store.Stage, id string) ([]string, error) {
	return t.strings("SELECT id FROM assignments WHERE stage = ? AND story = ? ORDER BY report", story.ID, id)
}

// refuseAct says why an act cannot be done.
func refuseAct(reason string) error {
	return &wiredesk.Problem{Input: "story", Reason: reason, Err: wiredesk.ErrInvalid}
}

// logAct writes an act down.
func (t *tx) logAct(a wiredesk.Act, was before) error {
	reports, err := encode(a.Reports)
	if err != nil {
		return err
	}
	doc, err := encode(was)
	if err != nil {
		return err
	}
	return t.exec(`INSERT INTO acts (id, kind, story, other, reports, text, undoes, who, at, why, after, before) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		a.ID, string(a.Kind), a.Story, string(a.Other), reports, string(a.Text), a.Undoes, a.Who, a.When, string(a.Why), a.After, doc)
}

// actColumns are what scanAct takes.
const actColumns = "id, kind, story, other, reports, text, undoes, undone, who, at, why, after"

// scanAct reads one act.
func scanAct(rows *sql.Rows) (wiredesk.Act, error) {
	var a wiredesk.Act
	var reports string
	err := rows.Scan(&a.ID, &a.Kind, &a.Story, &a.Other, &reports, &a.Text, &a.Undoes, &a.Undone, &a.Who, &a.When, &a.Why, &a.After)
	if err != nil {
		return a, err
	}
	return a, json.Unmarshal([]byte(reports), &a.Reports)
}

// acts runs a query for acts.
func (db *DB) acts(ctx context.Context, query string, args ...any) ([]wiredesk.Act, error) {
	rows, err := db.read.QueryContext(ctx, "SELECT "+actColumns+" FROM acts"+query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []wiredesk.Act
	for rows.Next() {
		a, err := scanAct(rows)
		if err != nil {
			return nil, err
		}
		out = append(out, a)
	}
	return out, rows.Err()
}

// AllActs lists all acts, oldest first; see store.Writer.
func (db *DB) AllActs(ctx context.Context) ([]wiredesk.Act, error) {
	return db.acts(ctx, " ORDER BY id")
}

// Acts lists the acts on a story, or on all where it is "", newest first; see
// store.Shelf.
func (db *DB) Acts(ctx context.Context, story string, page wiredesk.Page) ([]wiredesk.Act, int, error) {
	page = page.Cap()
	const where = " WHERE ?1 = '' OR story = ?1 OR other = ?1"
	var total int
	if err := db.read.QueryRowContext(ctx, "SELECT count(*) FROM acts"+where, story).Scan(&total); err != nil {
		return nil, 0, err
	}
	acts, err := db.acts(ctx, where+" ORDER BY id DESC LIMIT ?2 OFFSET ?3", story, page.Limit, page.Offset)
	return acts, total, err
}
