package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"wiredesk"
	"wiredesk/internal/desk"
	"wiredesk/internal/store"
)

// reading makes a command that only shows something of a desk.
func (f *storyFlags) reading(use, short, example string, args cobra.PositionalArgs, show func(*cobra.Command, store.Store, []string) error) *cobra.Command {
	cmd := &cobra.Command{
		Use: use, Short: short, Long: short + ".", Example: example, Args: args,
		RunE: func(cmd *cobra.Command, args []string) error {
			db, err := f.desk.open(cmd.Context(), false)
			if err != nil {
				return err
			}
			defer db.Close()
			return show(cmd, db, args)
		},
	}
	f.desk.add(cmd)
	cmd.Flags().BoolVar(&f.asJSON, "json", false, "print JSON Lines")
	return cmd
}

// list makes the command that lists the stories.
func (f *storyFlags) list() *cobra.Command {
	var page wiredesk.Page
	cmd := f.reading("list [flags]", "list the stories, the freshest and best attested first", "  wiredesk story list --limit 10", none,
		func(cmd *cobra.Command, db store.Store, _ []string) error {
			lines, total, err := db.Stories(cmd.Context(), page)
			if err != nil {
				return fmt.Errorf("could not look at the stories: %w", err)
			}
			if f.asJSON {
				return printEach(cmd.OutOrStdout(), "story", lines)
			}
			for _, l := range lines {
				fmt.Fprintf(cmd.OutOrStdout(), "%s  %s\n    %s\n", l.ID, wiredesk.OneLine(l.Headline), badge(l))
			}
			if n := page.Offset + len(lines); n < total {
				fmt.Fprintf(cmd.OutOrStdout(), "%d of %d; --offset %d shows more\n", len(lines), total, n)
			}
			return nil
		})
	cmd.Flags().IntVar(&page.Limit, "limit", wiredesk.DefaultPage, "how many to list")
	cmd.Flags().IntVar(&page.Offset, "offset", 0, "how many to pass over")
	return cmd
}

// badge says how many report a story and how many origins that makes.
func badge(l wiredesk.StoryLine) string {
	s := fmt.Sprintf("%d reports, %d outlets, %d known origins", l.Reports, l.Outlets, len(l.Origins.Known))
	if len(l.Origins.Perhaps) > 0 {
		s += ", perhaps more"
	}
	if l.Origins.Unknown > 0 {
		s += fmt.Sprintf(", %d unknown", l.Origins.Unknown)
	}
	if l.Latest != "" {
		s += ", last published " + string(l.Latest)
	}
	if l.Withdrawn > 0 {
		s += fmt.Sprintf(", %d withdrawn", l.Withdrawn)
	}
	if l.Pinned {
		s += ", pinned"
	}
	return s
}

// show makes the command that shows one story.
func (f *storyFlags) show() *cobra.Command {
	return f.reading("show [flags] STORY", "show the reports of a story and why they are in it", "  wiredesk story show s-4f1a", oneStory,
		func(cmd *cobra.Command, db store.Store, args []string) error {
			v, err := desk.New(db, desk.Options{}).Story(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			if f.asJSON {
				return printEach(cmd.OutOrStdout(), "story", []*wiredesk.StoryView{v})
			}
			return writeStory(cmd.OutOrStdout(), v)
		})
}

// oneStory wants the id of one story.
func oneStory(cmd *cobra.Command, args []string) error {
	if len(args) != 1 {
		return usageError{fmt.Errorf("story %s takes the id of one story; `wiredesk story list` shows them", cmd.Name())}
	}
	return nil
}

// writeStory writes a story for people.
func writeStory(w io.Writer, v *wiredesk.StoryView) error {
	fmt.Fprintf(w, "%s  %s\n    %s\n", v.ID, wiredesk.OneLine(v.Headline), badge(v.StoryLine))
	for _, alias := range v.Aliases {
		fmt.Fprintf(w, "    %s leads here\n", alias)
	}
	for _, m := range v.Members {
		outlet := string(m.Outlet)
		if outlet == "" {
			outlet = "outlet not known"
		}
		fmt.Fprintf(w, "  %s  %s (%s)\n", m.ID, wiredesk.OneLine(string(m.Headline)), wiredesk.OneLine(outlet))
		for _, why := range append(append([]string{}, m.Why...), m.Assignment.Why...) {
			fmt.Fprintf(w, "      %s\n", wiredesk.OneLine(why))
		}
	}
	return writeActs(w, v.Acts)
}

// writeActs writes acts for people.
func writeActs(w io.Writer, acts []wiredesk.Act) error {
	for _, a := range acts {
		if _, err := fmt.Fprintln(w, wiredesk.OneLine(actLine(a))); err != nil {
			return err
		}
	}
	return nil
}

// log makes the command that shows what editors decided.
func (f *storyFlags) log() *cobra.Command {
	return f.reading("log [flags] [STORY]", "show what editors decided, newest first", "  wiredesk story log s-4f1a", cobra.MaximumNArgs(1),
		func(cmd *cobra.Command, db store.Store, args []string) error {
			story := ""
			if len(args) == 1 {
				story = args[0]
			}
			acts, _, err := db.Acts(cmd.Context(), story, wiredesk.Page{Limit: wiredesk.MaxPage})
			if err != nil {
				return fmt.Errorf("could not look at the log: %w", err)
			}
			if f.asJSON {
				return printEach(cmd.OutOrStdout(), "act", acts)
			}
			return writeActs(cmd.OutOrStdout(), acts)
		})
}

// printEach prints values as JSON Lines, each under a key.
func printEach[T any](w io.Writer, key string, values []T) error {
	s, err := newStream(w)
	if err != nil {
		return err
	}
	for _, v := range values {
		if err := s.write(map[string]any{key: v}); err != nil {
			return err
		}
	}
	return s.close()
}

// diff makes the command that shows what a version of a report changed.
func (f *storyFlags) diff() *cobra.Command {
	return f.reading("diff [flags] REPORT", "show what a version of a report changed, by sentence", "  wiredesk story diff 4f1a02-2", oneReport,
		func(cmd *cobra.Command, db store.Store, args []string) error {
			v, err := db.Report(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			if f.asJSON {
				return printEach(cmd.OutOrStdout(), "change", v.Changes)
			}
			if len(v.Changes) == 0 {
				fmt.Fprintf(cmd.OutOrStdout(), "%s is the first version that was read\n", v.ID)
			}
			for _, c := range v.Changes {
				fmt.Fprintf(cmd.OutOrStdout(), "%s %s\n", signs[c.Kind], wiredesk.OneLine(c.Text))
			}
			return nil
		})
}

// signs stand before sentences that were kept, added or removed.
var signs = map[wiredesk.ChangeKind]string{wiredesk.Kept: " ", wiredesk.Added: "+", wiredesk.Removed: "-"}

// oneReport wants the id of one report.
func oneReport(cmd *cobra.Command, args []string) error {
	if len(args) != 1 {
		return usageError{fmt.Errorf("story %s takes the id of one report; `wiredesk story show` lists them", cmd.Name())}
	}
	return nil
}
