// Package store says what the desk keeps and how it is asked for: inputs as
// they were received, what each stage made of them, and what editors decided.
// A store holds rows, cursors and transactions; what a kill reaches or an act
// moves is decided in internal/standing. internal/store/sqlite keeps a desk in
// one folder, internal/store/memory for the length of a command; whatever keeps
// it elsewhere passes internal/store/storetest.
package store

import (
	"context"

	"wiredesk"
)

// A Store keeps a desk. It is safe for concurrent use: there may be many
// readers, and writers wait for each other. Nothing else of a store may be
// asked inside a transaction of it.
type Store interface {
	Inputs
	Stages
	Rows
	Feeds
	Shelf
	// Write runs f in one transaction, which is kept whole or not at all.
	Write(ctx context.Context, f func(Tx) error) error
	// LockPasses makes sure that one process at a time runs the stages on a desk,
	// until unlock is called or the process ends. ok is false where another one
	// does.
	LockPasses(ctx context.Context) (unlock func() error, ok bool, err error)
	// Check looks over everything that is kept and returns what is damaged; an
	// error means that it could not look.
	Check(ctx context.Context) ([]*wiredesk.Problem, error)
	// Folder is where the desk is kept, as people name it.
	Folder() string
	Close() error
}

// Inputs keeps raw bytes as they were received, before anything reads them.
type Inputs interface {
	// AddInputs keeps the inputs in their order, fills in their Seq and returns,
	// for each, whether it is new: an input whose place last gave the same bytes
	// is a no-op and gets the Seq that it had. When
	// it returns, the bytes are safe against a loss of power.
	AddInputs(ctx context.Context, inputs []Input) ([]bool, error)
	// FailuresOf lists what could not be done with one input.
	FailuresOf(ctx context.Context, seq int64) ([]wiredesk.Failure, error)
	// InputsAfter returns up to limit inputs after seq, without their bytes.
	InputsAfter(ctx context.Context, seq int64, limit int) ([]Input, error)
	// Raw returns the bytes with the SHA-256, and wiredesk.ErrInvalid if they
	// are no longer the bytes that were kept.
	Raw(ctx context.Context, sha256 string) ([]byte, error)
}

// Stages keeps how far each version of each stage has come.
type Stages interface {
	// Line returns the stages with these names, opening those that are new.
	Line(ctx context.Context, names LineNames) (Line, error)
	// Shown returns the stages whose results are shown; ok is false for a desk
	// that nothing has run on.
	Shown(ctx context.Context) (line Line, ok bool, err error)
	// Show makes the results of the line the ones that are shown and drops
	// those of every stage outside it.
	Show(ctx context.Context, line Line) error
	// Behind says how much each stage of the line still has to do.
	Behind(ctx context.Context, line Line) (Lag, error)
}

// Rows gives what the stages made, page by page.
type Rows interface {
	// ReportsAfter returns up to limit reports of an intake stage after seq.
	ReportsAfter(ctx context.Context, intake Stage, seq int64, limit int) ([]Report, error)
	// ReadingsAfter returns up to limit readings after the report seq, as far as
	// the reading stage has come.
	ReadingsAfter(ctx context.Context, line Line, seq int64, limit int) ([]Reading, error)
	// LinksAfter returns up to limit links after the report seq, for a linker
	// that starts anew: of the assignments, report and story alone. One whose
	// story is pinned is pinned.
	LinksAfter(ctx context.Context, story Stage, seq int64, limit int) ([]Link, error)
	// Stale returns up to limit stories whose brief is older than they are.
	Stale(ctx context.Context, line Line, limit int) ([]Stale, error)
	// Members returns the reports of a story, in the order of linking.
	Members(ctx context.Context, line Line, story string) ([]Member, error)
	// Opened returns up to limit ids of stories that hold reports, in the order
	// in which they were opened, after a number of them.
	Opened(ctx context.Context, story Stage, after, limit int) ([]string, error)
	// AllActs returns the acts of editors, oldest first.
	AllActs(ctx context.Context) ([]wiredesk.Act, error)
	// Tries returns how often a stage was begun on some subjects without coming
	// to an end, by subject; those that it was not are left out.
	Tries(ctx context.Context, stage string, subjects []string) (map[string]int, error)
}

// A Tx is one transaction.
type Tx interface {
	Cursors
	Versions
	Links
	Acts
	Outcomes
}

// Cursors says how far each stage is.
type Cursors interface {
	// Advance moves the cursor of a stage from where it is known to be. It
	// returns wiredesk.ErrConflict if another process moved it meanwhile.
	Advance(stage Stage, from, to int64) error
	// ActsDone returns the last act of an editor that a story stage follows.
	ActsDone(story Stage) (int64, error)
	// Follow notes that the results of a story stage follow an act.
	Follow(story Stage, act int64) error
	// LastInput returns the last input of which a story stage has linked a report.
	LastInput(story Stage) (int64, error)
}

// Versions keeps reports, version by version.
type Versions interface {
	// Chain returns the newest versions of a chain, oldest first; all of them
	// where most is 0.
	Chain(intake Stage, chain string, most int) ([]Report, error)
	// Alike returns the reports that say the same and are not replaced.
	Alike(intake Stage, content string) ([]Report, error)
	// Named returns the newest reports that go by a folded name.
	Named(intake Stage, name string, most int) ([]Report, error)
	// Asked returns the kills and corrections that wait for one of some folded
	// names, in the order of arrival.
	Asked(intake Stage, names []string) ([]Report, error)
	// HasID reports whether a report has an id.
	HasID(intake Stage, id string) (bool, error)
	// Get returns the report with an id.
	Get(intake Stage, id string) (Report, bool, error)
	// AddReport adds a report, which goes by some folded names.
	AddReport(intake Stage, r Report, names []string) error
	// MarkReport marks a report as withdrawn or else as replaced by another one.
	MarkReport(intake Stage, id, by string, kill bool) error
	// Ask keeps that a report wants the one of a folded name withdrawn or
	// corrected, and which one was found, "" while it waits for it. Once one is
	// found it is called again.
	Ask(intake Stage, report, name, found string) error
	// SaveReading keeps or replaces what was read out of a report.
	SaveReading(reading Stage, seq int64, r *wiredesk.Reading) error
}

// Links keeps which reports are in which stories.
type Links interface {
	// Link returns the link of a report by its id.
	Link(story Stage, report string) (Link, bool, error)
	// LinksOf returns the links of a story's reports in the order of linking, of
	// the assignments report and story alone.
	LinksOf(story Stage, id string) ([]Link, error)
	// SaveLink keeps or replaces the link of a report.
	SaveLink(story Stage, l Link) error
	// Folder returns a story by its own id.
	Folder(story Stage, id string) (Folder, bool, error)
	// SaveFolder keeps a story's headline and pin and raises its revision. One
	// that is new is opened.
	SaveFolder(story Stage, f Folder) error
	// Touch raises the revision of the story that a report is in, if any.
	Touch(story Stage, report string) error
	// Resolve follows aliases to the story that an id leads to.
	Resolve(story Stage, id string) (string, error)
	// SaveAlias lets an id lead to another one, for an act, unless it leads
	// somewhere already.
	SaveAlias(story Stage, from, to string, act int64) error
	// DropAliases forgets the aliases of an act.
	DropAliases(story Stage, act int64) error
}

// Acts keeps the log of editors' acts.
type Acts interface {
	// NextAct returns the number of the next act.
	NextAct() (int64, error)
	// Act returns an act by its number.
	Act(id int64) (wiredesk.Act, bool, error)
	// LogAct adds an act to the log.
	LogAct(a wiredesk.Act) error
	// MarkUndone notes which act took one back.
	MarkUndone(id, by int64) error
	// Before returns what undoing an act brings back on a story stage, nil for
	// nothing.
	Before(story Stage, act int64) ([]byte, error)
	// SaveBefore keeps it.
	SaveBefore(story Stage, act int64, before []byte) error
}

// Outcomes keeps briefs, and what could not be done.
type Outcomes interface {
	// SaveBrief keeps the brief of a story at a revision.
	SaveBrief(line Line, b Brief) error
	// Announce lets lists show a story with so many reports, none to take it off
	// them, until its brief is compiled.
	Announce(line Line, story string, reports int) error
	// SaveFailure keeps a failure; a known one is counted up to Tries.
	SaveFailure(f Failure) error
	// ClearFailure forgets the failure of a subject at a stage.
	ClearFailure(stage, subject string) error
	// ClearOlder forgets the failures at a stage of the inputs that another one
	// from the same place replaces.
	ClearOlder(stage Stage, in Input) error
	// Begin counts that a stage begins on some subjects.
	Begin(stage string, works []wiredesk.Work) error
	// End forgets that it began on them.
	End(stage string, subjects []string) error
}

// Feeds keeps the addresses that reports are fetched from.
type Feeds interface {
	// AddFeed adds an address and reports whether it is new.
	AddFeed(ctx context.Context, url, title, now string) (bool, error)
	// DueFeeds returns the feeds that are due by now, longest overdue first.
	DueFeeds(ctx context.Context, now string, limit int) ([]FeedTask, error)
	// FeedDone keeps how a fetch went and, if it brought something new, the
	// input, both or neither.
	FeedDone(ctx context.Context, d FeedResult) error
}

// Shelf answers what the desk shows. What became of a report is given by its
// marks; the words for it are put in by who shows it.
type Shelf interface {
	Stories(ctx context.Context, page wiredesk.Page) (lines []wiredesk.StoryLine, total int, err error)
	Story(ctx context.Context, id string) (*wiredesk.StoryView, error)
	Report(ctx context.Context, id string) (*wiredesk.ReportView, error)
	Search(ctx context.Context, query string, page wiredesk.Page) (hits []wiredesk.Hit, total int, err error)
	Feeds(ctx context.Context) ([]wiredesk.Feed, error)
	Failures(ctx context.Context, page wiredesk.Page) ([]wiredesk.Failure, int, error)
	Acts(ctx context.Context, story string, page wiredesk.Page) ([]wiredesk.Act, int, error)
	State(ctx context.Context) (*wiredesk.DeskState, error)
}
