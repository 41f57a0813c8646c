package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"wiredesk"
	"wiredesk/internal/desk"
	"wiredesk/internal/intake"
	"wiredesk/internal/intake/opml"
	"wiredesk/internal/store"
)

// addCommand puts reports and feeds into a desk.
func addCommand() *cobra.Command {
	var in inputFlags
	var at deskFlag
	var later, verbose bool
	cmd := &cobra.Command{
		Use:   "add [flags] FILE|FOLDER|URL|OPML...",
		Short: "put reports or feeds into a desk",
		Long: `Add keeps the bytes of each report in the desk and then reads what is new. What
it has acknowledged is safe against a loss of power. The same report twice is
kept once; a changed one is kept as a new version.

An address that answers with a feed is fetched from then on by "wiredesk serve";
one that answers with a page is fetched once. An OPML file adds the feeds that
it lists. A folder is added with everything below it.`,
		Example: `  wiredesk add examples/concordia
  wiredesk add https://example.org/feed.xml
  wiredesk add --desk /srv/desk feeds.opml`,
		Args: atLeastOne("a file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := in.check(); err != nil {
				return err
			}
			inputs, problems := in.gather(cmd, args)
			db, err := at.open(cmd.Context(), true)
			if err != nil {
				return err
			}
			defer db.Close()
			a := adding{cmd: cmd, db: db, desk: desk.New(db, desk.Options{}), verbose: verbose, problems: problems}
			if err := a.all(cmd.Context(), inputs); err != nil {
				return ended(err)
			}
			if !later {
				if err := a.read(cmd.Context()); err != nil {
					return ended(err)
				}
			}
			a.sum(at.folder())
			return printProblems(cmd.ErrOrStderr(), a.problems)
		},
	}
	in.add(cmd)
	at.add(cmd)
	cmd.Flags().BoolVar(&later, "later", false, "only keep the bytes; \"wiredesk serve\" or the next add reads them")
	cmd.Flags().BoolVarP(&verbose, "verbose", "v", false, "name each file and feed as soon as it is safe")
	return cmd
}

// ended words that the command was told to end before it was done.
func ended(err error) error {
	if !errors.Is(err, context.Canceled) {
		return err
	}
	return &wiredesk.Problem{Input: "add", Reason: "it was ended before all was read", Err: err,
		Advice: "what was added is safe; `wiredesk serve`, or the next `wiredesk add`, reads it"}
}

// adding is one run of the command.
type adding struct {
	cmd      *cobra.Command
	db       store.Store
	desk     *desk.Desk
	verbose  bool
	problems []*wiredesk.Problem

	reports, known, feeds, knownFeeds int
	seqs                              []int64 // of the inputs, new or known
}

// all puts every input where it belongs.
func (a *adding) all(ctx context.Context, inputs []intake.Input) error {
	var reports []intake.Input
	for _, in := range inputs {
		switch {
		case opml.Is(string(in.Bytes)):
			if err := a.list(ctx, in); err != nil {
				return err
			}
		case in.URL != "" && desk.IsFeed(in.Bytes):
			got := &desk.Fetched{URL: in.URL, MediaType: in.MediaType, Body: in.Bytes}
			if err := a.feed(ctx, in.URL, "", got); err != nil {
				return err
			}
		default:
			if p := refused(in); p != nil {
				a.problems = append(a.problems, p...)
				continue
			}
			reports = append(reports, in)
		}
	}
	return a.desk.Add(ctx, reports, func(in intake.Input, seq int64, added bool) {
		if added {
			a.reports++
		} else {
			a.known++
		}
		a.seqs = append(a.seqs, seq)
		a.say(added, in.File+in.URL)
	})
}

// refused returns why an input is not kept at all: it is empty or too large,
// so there are no bytes to keep.
func refused(in intake.Input) []*wiredesk.Problem {
	if len(in.Bytes) > 0 && len(in.Bytes) <= intake.MaxBytes {
		return nil
	}
	return intake.Parse(in).Problems
}

// list adds the feeds of an OPML file.
func (a *adding) list(ctx context.Context, in intake.Input) error {
	feeds, err := opml.Parse(in.File+in.URL, string(in.Bytes))
	if err != nil {
		a.problems = append(a.problems, asProblem(in.File+in.URL, err))
	}
	for _, f := range feeds {
		if err := a.feed(ctx, f.URL, f.Title, nil); err != nil {
			return err
		}
	}
	return nil
}

// feed adds one feed.
func (a *adding) feed(ctx context.Context, url, title string, got *desk.Fetched) error {
	added, err := a.desk.Subscribe(ctx, url, title, got)
	if errors.Is(err, wiredesk.ErrRefused) {
		a.problems = append(a.problems, asProblem(url, err))
		return nil
	}
	if err != nil {
		return err
	}
	if added {
		a.feeds++
	} else {
		a.knownFeeds++
	}
	a.say(added, url)
	return nil
}

// say acknowledges one input.
func (a *adding) say(added bool, input string) {
	if !a.verbose {
		return
	}
	word := "known"
	if added {
		word = "added"
	}
	fmt.Fprintf(a.cmd.OutOrStdout(), "%s %s\n", word, wiredesk.OneLine(input))
}

// read runs the stages over what is new, unless a desk that is serving does.
func (a *adding) read(ctx context.Context) error {
	unlock, ok, err := a.db.LockPasses(ctx)
	if err != nil {
		return err
	}
	if !ok {
		fmt.Fprintln(a.cmd.OutOrStdout(), "Another wiredesk is at work on this desk and reads what was added.")
		return nil
	}
	defer unlock()
	p := startProgress(a.cmd.ErrOrStderr())
	err = a.desk.Run(ctx, func(stage string, done store.Progress) { p.at(stage, done.Done, done.Done+done.Behind) })
	p.end()
	if err != nil && !errors.Is(err, wiredesk.ErrConflict) { // with a conflict, another process goes on with it
		return err
	}
	return a.failures(ctx)
}

// failures names what could not be read of the inputs of this run.
func (a *adding) failures(ctx context.Context) error {
	for _, seq := range a.seqs {
		failures, err := a.db.FailuresOf(ctx, seq)
		if err != nil {
			return err
		}
		for _, f := range failures {
			a.problems = append(a.problems, &wiredesk.Problem{Input: f.Input, Reason: f.Reason, Advice: string(f.Advice), Err: wiredesk.ErrInvalid})
		}
	}
	return nil
}

// sum says what the run came to.
func (a *adding) sum(folder string) {
	var parts []string
	count := func(n int, one, many string) {
		switch {
		case n == 1:
			parts = append(parts, "1 "+one)
		case n > 1:
			parts = append(parts, fmt.Sprintf("%d %s", n, many))
		}
	}
	count(a.reports, "input added", "inputs added")
	count(a.known, "known already", "known already")
	count(a.feeds, "feed added", "feeds added")
	count(a.knownFeeds, "feed known already", "feeds known already")
	if len(parts) == 0 {
		parts = []string{"nothing added"}
	}
	fmt.Fprintf(a.cmd.OutOrStdout(), "%s: %s\n", folder, strings.Join(parts, ", "))
}
