package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"wiredesk"
)

// storyColumns are what scanStory takes.
const storyColumns = `s.id, CASE WHEN s.headline <> '' THEN s.headline ELSE coalesce(nullif(b.headline, ''), o.headline, '') END,
	b.reports, b.outlets, b.origins, b.first, b.latest, b.received, b.killed, s.pinned`

// storyTables are the tables of storyColumns: ?1 is the story stage, ?2 the
// brief stage. A story is shown from when its brief was first compiled, which
// is in the run that opens it; one without reports was merged or moved away.
// The index of briefs gives the order, so a list costs what it shows.
const storyTables = ` FROM briefs b INDEXED BY briefs_rank JOIN stories s ON s.stage = ?1 AND s.id = b.story
	LEFT JOIN reports o ON o.seq = s.opened
	WHERE b.stage = ?2 AND b.reports > 0`

// scanStory returns where storyColumns go.
func scanStory(l *wiredesk.StoryLine) []any {
	return []any{&l.ID, &l.Headline, &l.Reports, &l.Outlets, document{&l.Origins}, &l.First, &l.Latest, &l.Received, &l.Withdrawn, &l.Pinned}
}

// Stories lists stories, the freshest and best attested first; see store.Shelf.
func (db *DB) Stories(ctx context.Context, page wiredesk.Page) ([]wiredesk.StoryLine, int, error) {
	page = page.Cap()
	line, ok, err := db.Shown(ctx)
	if err != nil || !ok {
		return nil, 0, err
	}
	var total int
	if err := db.read.QueryRowContext(ctx, "SELECT count(*) FROM briefs WHERE stage = ? AND reports > 0", line.Brief.ID).Scan(&total); err != nil {
		return nil, 0, err
	}
	rows, err := db.read.QueryContext(ctx, `SELECT `+storyColumns+storyTables+` ORDER BY b.rank DESC, b.rowid DESC LIMIT ?3 OFFSET ?4`,
		line.Story.ID, line.Brief.ID, page.Limit, page.Offset)
	if err != nil {
		return nil, 0, err
	}
	defer rows.Close()
	var out []wiredesk.StoryLine
	for rows.Next() {
		var l wiredesk.StoryLine
		if err := rows.Scan(scanStory(&l)...); err != nil {
			return nil, 0, err
		}
		out = append(out, l)
	}
	return out, total, rows.Err()
}

// Story shows one story; see store.Shelf. An alias leads to the story that the
// one it names was merged into, so the ID of the answer may be another.
func (db *DB) Story(ctx context.Context, id string) (*wiredesk.StoryView, error) {
	line, ok, err := db.Shown(ctx)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, notFound("story", id)
	}
	if id, err = resolve(ctx, db.read, line.Story.ID, id); err != nil {
		return nil, err
	}
	v := &wiredesk.StoryView{Brief: new(wiredesk.Brief)}
	var doc sql.NullString
	err = db.read.QueryRowContext(ctx, `SELECT b.brief, `+storyColumns+oneStoryTables+` AND s.id = ?3`, line.Story.ID, line.Brief.ID, id).
		Scan(append([]any{&doc}, scanStory(&v.StoryLine)...)...)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, notFound("story", id)
	}
	if err != nil {
		return nil, err
	}
	return v, db.fillStory(ctx, v, doc.String)
}

// oneStoryTables are the tables of storyColumns for one story.
var oneStoryTables = strings.ReplaceAll(storyTables, "INDEXED BY briefs_rank ", "")

// fillStory adds to a story what stands in other tables.
func (db *DB) fillStory(ctx context.Context, v *wiredesk.StoryView, brief string) error {
	line, _, err := db.Shown(ctx)
	if err != nil {
		return err
	}
	if err := (document{v.Brief}).Scan(brief); err != nil {
		return err
	}
	if brief == "" {
		v.Brief = nil
		if err := db.problem(ctx, line.Brief.Name, "story:"+v.ID, &v.Problem); err != nil {
			return err
		}
	}
	if v.Members, err = db.reportLines(ctx, line, reportLineTables+" AND a.story = ?4 ORDER BY r.seq", v.ID); err != nil {
		return err
	}
	if v.Aliases, err = db.aliases(ctx, line.Story.ID, v.ID); err != nil {
		return err
	}
	v.Acts, _, err = db.Acts(ctx, v.ID, wiredesk.Page{Limit: wiredesk.MaxPage})
	return err
}

// aliases returns the ids that lead to a story, over any number of steps.
func (db *DB) aliases(ctx context.Context, stage int64, story string) ([]string, error) {
	return texts(ctx, db.read, `WITH RECURSIVE led (id) AS (
			SELECT alias FROM aliases WHERE stage = ?1 AND story = ?2
			UNION SELECT a.alias FROM aliases a JOIN led ON a.story = led.id WHERE a.stage = ?1)
		SELECT id FROM led ORDER BY id`, stage, story)
}

// problem sets into to the reason of a failure, if there is one.
func (db *DB) problem(ctx context.Context, stage, subject string, into *wiredesk.Optional) error {
	err := db.read.QueryRowContext(ctx, "SELECT reason FROM failures WHERE stage = ? AND subject = ?", stage, subject).Scan(into)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	return err
}

// notFound says that there is no such thing.
func notFound(what, id string) error {
	return &wiredesk.Problem{Input: what + " " + id, Reason: "there is no such " + what + " on this desk",
		Advice: "`wiredesk story list` shows the stories", Err: fmt.Errorf("%s: %w", what, wiredesk.ErrNotFound)}
}
