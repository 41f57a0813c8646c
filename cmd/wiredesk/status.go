package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"wiredesk"
	"wiredesk/internal/store"
)

// statusCommand shows how a desk fares.
func statusCommand() *cobra.Command {
	var at deskFlag
	var asJSON, check bool
	cmd := &cobra.Command{
		Use:   "status [flags]",
		Short: "show feeds, how far each stage is, and what failed and why",
		Long: `Status shows what the desk holds, how far each stage has come, how each feed
fares and what could not be done, with the reason. "None" means that the desk
looked and there is none; where it could not look, it says so and the exit code
is 1. With --check, damage to what is kept is exit code 1 as well.`,
		Example: `  wiredesk status
  wiredesk status --json --desk /srv/desk`,
		Args: none,
		RunE: at.on(func(cmd *cobra.Command, db store.Store) error {
			state, err := db.State(cmd.Context())
			if err != nil {
				return fmt.Errorf("could not look at the desk: %w", err)
			}
			write := writeState
			if asJSON {
				write = printState
			}
			if err := write(cmd.OutOrStdout(), state); err != nil || !check {
				return err
			}
			damage, err := db.Check(cmd.Context())
			if err != nil {
				return fmt.Errorf("could not check the desk: %w", err)
			}
			return printProblems(cmd.ErrOrStderr(), damage)
		}),
	}
	at.add(cmd)
	cmd.Flags().BoolVar(&check, "check", false, "also check the database, the search index and every received byte")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON Lines: the desk, in one line")
	return cmd
}

// printState prints the state as JSON Lines.
func printState(w io.Writer, state *wiredesk.DeskState) error {
	s, err := newStream(w)
	if err != nil {
		return err
	}
	if err := s.write(map[string]any{"desk": state}); err != nil {
		return err
	}
	return s.close()
}

// writeState writes the state for people.
func writeState(w io.Writer, s *wiredesk.DeskState) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %d reports in %d stories, from %d inputs\n", s.Folder, s.Reports, s.Stories, s.Inputs)
	b.WriteString("\nstages\n")
	for _, stage := range s.Stages {
		fmt.Fprintf(&b, "  %-26s %s\n", stage.Name, lag(stage))
	}
	noneOf(&b, len(s.Stages))
	for _, w := range s.Stuck(time.Now()) {
		fmt.Fprintf(&b, "  stuck at %s (%s), since %s, begun %d times\n", wiredesk.OneLine(w.Input), w.Stage, w.Since, w.Tries)
	}
	b.WriteString("\nfeeds\n")
	for _, f := range s.Feeds {
		fmt.Fprintf(&b, "  %s\n    %s\n", wiredesk.OneLine(f.URL), health(f))
	}
	noneOf(&b, len(s.Feeds))
	b.WriteString("\nfailures\n")
	for _, f := range s.Failures {
		fmt.Fprintf(&b, "  %s: %s\n", wiredesk.OneLine(f.Input), wiredesk.OneLine(f.Reason))
		fmt.Fprintf(&b, "    %s, tried %d times, last at %s\n", f.Stage, f.Tries, f.Last)
	}
	noneOf(&b, len(s.Failures))
	_, err := io.WriteString(w, b.String())
	return err
}

// noneOf says that the desk looked and there is none.
func noneOf(b *strings.Builder, n int) {
	if n == 0 {
		b.WriteString("  none\n")
	}
}

// lag words how far a stage is.
func lag(s wiredesk.StageState) string {
	words := fmt.Sprintf("%d done", s.Done)
	if s.Behind > 0 {
		words += fmt.Sprintf(", %d to do", s.Behind)
	}
	if !s.Shown {
		words += "; shown once it is complete"
	}
	return words
}

// health words how a feed fares.
func health(f wiredesk.Feed) string {
	words := string(f.State)
	switch f.State {
	case wiredesk.FeedNew:
		words = "not fetched yet; `wiredesk serve` fetches it"
	case wiredesk.FeedOK:
		words = fmt.Sprintf("ok, %d items at %s", f.Items, f.Worked)
	case wiredesk.FeedUnchanged:
		words = fmt.Sprintf("ok, nothing new at %s", f.Worked)
	case wiredesk.FeedEmpty:
		words = fmt.Sprintf("it answered at %s and holds no items", f.Worked)
	case wiredesk.FeedFailed:
		words = fmt.Sprintf("could not look, %d times in a row, last at %s: %s", f.Fails, f.Fetched, wiredesk.OneLine(string(f.Problem)))
	}
	return fmt.Sprintf("%s; %d reports so far", words, f.Reports)
}
