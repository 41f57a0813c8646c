// Package store says what the desk keeps and how it is asked for: inputs as
// they were received, what each stage made of them, and what editors decided.
// internal/store/sqlite keeps it in one folder; whatever keeps it elsewhere
// passes internal/store/storetest.
package store

import (
	"context"

	"wiredesk"
)

// A Store keeps a desk. It is safe for concurrent use: there may be many
// readers, and writers wait for each other.
type Store interface {
	Inputs
	Stages
	Writer
	Feeds
	Shelf
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

// Writer changes what the stages made, in transactions.
type Writer interface {
	// Write runs f in one transaction, which is kept whole or not at all.
	Write(ctx context.Context, f func(Tx) error) error
	// ReportsAfter returns up to limit reports of an intake stage after seq.
	ReportsAfter(ctx context.Context, intake Stage, seq int64, limit int) ([]Report, error)
	// ReadingsAfter returns up to limit readings after the report seq.
	ReadingsAfter(ctx context.Context, line Line, seq int64, limit int) ([]Reading, error)
	// LinksAfter returns up to limit links after the report seq, for a linker
	// that starts anew: of the assignments, report and story alone.
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
}

// A Tx is one transaction of a Writer.
type Tx interface {
	// Advance moves the cursor of a stage from where it is known to be. It
	// returns wiredesk.ErrConflict if another process moved it meanwhile.
	Advance(stage Stage, from, to int64) error
	// ActsDone returns the last act of an editor that a story stage follows.
	ActsDone(story Stage) (int64, error)
	// AddReport adds a report unless the newest version of its chain says the
	// same. It numbers the version, makes the id distinct, and marks what the
	// report supersedes, kills or corrects. It returns those that are marked.
	AddReport(intake Stage, r Report) (added bool, touched []string, err error)
	// SaveReading keeps or replaces what was read out of a report.
	SaveReading(reading Stage, seq int64, r *wiredesk.Reading) error
	// SaveLink puts a report into a story, which is opened if it is new.
	SaveLink(story Stage, l Link) error
	// Linked returns the link of a report by its id.
	Linked(story Stage, report string) (Link, bool, error)
	// Replaced returns the link of the report that another one is a new
	// version, a correction or a kill of, if that came before it.
	Replaced(line Line, report string) (Link, bool, error)
	// Resolve follows aliases to the story that an id leads to.
	Resolve(story Stage, id string) (string, error)
	// Touch raises the revision of the story that a report is in, if any.
	Touch(story Stage, report string) error
	// Undated returns the members of a story where some have a date and some
	// have none; nothing for a story of more than most reports.
	Undated(line Line, story string, most int) ([]Member, error)
	// SaveBrief keeps the brief of a story at a revision.
	SaveBrief(line Line, b Brief) error
	// SaveFailure keeps a failure; a known one is counted up to Tries.
	SaveFailure(f Failure) error
	// ClearFailure forgets the failure of a subject at a stage.
	ClearFailure(stage, subject string) error
	// ClearOlder forgets the failures at a stage of the inputs that another one
	// from the same place replaces.
	ClearOlder(stage Stage, in Input) error
	// DoAct carries out an editor's act and logs it. It returns
	// wiredesk.ErrNotFound or wiredesk.ErrInvalid where it cannot be.
	DoAct(story Stage, a wiredesk.Act) (wiredesk.Act, error)
	// Redo carries out an act of the log on a story stage that is being built.
	Redo(story Stage, a wiredesk.Act) error
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

// Shelf answers what the desk shows.
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
