package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"wiredesk"
	"wiredesk/internal/desk"
	"wiredesk/internal/store"
)

// crises makes the command that lists the stories that belong together over
// weeks.
func (f *storyFlags) crises() *cobra.Command {
	return f.reading("crises [flags]", "list stories linked over weeks by actors, places and kind", "  wiredesk story crises", none,
		func(cmd *cobra.Command, db store.Store, _ []string) error {
			crises, err := desk.New(db, desk.Options{}).Crises(cmd.Context())
			if err != nil {
				return fmt.Errorf("could not link the stories: %w", err)
			}
			if f.asJSON {
				return printEach(cmd.OutOrStdout(), "crisis", crises)
			}
			for _, c := range crises {
				if err := writeCrisis(cmd, db, c); err != nil {
					return err
				}
			}
			return nil
		})
}

// writeCrisis writes a crisis with its stories for people.
func writeCrisis(cmd *cobra.Command, db store.Store, c wiredesk.Crisis) error {
	fmt.Fprintf(cmd.OutOrStdout(), "%s  %s\n", c.ID, wiredesk.OneLine(c.Name))
	for _, id := range c.Stories {
		v, err := db.Story(cmd.Context(), id)
		if err != nil {
			return err
		}
		writeDated(cmd.OutOrStdout(), v.StoryLine)
	}
	return nil
}

// writeDated writes the days of a story and its headline.
func writeDated(w io.Writer, l wiredesk.StoryLine) {
	days := day(l.First)
	if last := day(l.Latest); last != days {
		days += " to " + last
	}
	fmt.Fprintf(w, "    %s  %s: %s\n", l.ID, days, wiredesk.OneLine(l.Headline))
}

// day is the date in a publication time.
func day(o wiredesk.Optional) string { return string(o)[:min(len(o), len("2006-01-02"))] }
