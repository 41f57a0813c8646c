package main

import (
	"fmt"
	"os"
	"os/user"
	"strconv"

	"github.com/spf13/cobra"

	"wiredesk"
	"wiredesk/internal/desk"
)

// storyFlags are the flags of the acts.
type storyFlags struct {
	desk     deskFlag
	who, why string
	asJSON   bool
}

// storyCommand lists stories and carries out editors' acts.
func storyCommand() *cobra.Command {
	var f storyFlags
	cmd := &cobra.Command{
		Use:   "story",
		Short: "list stories, and merge, split, move, reject, pin or rename them",
		Long: `Story shows the stories on a desk and carries out what an editor decides about
them. A decision is pinned: linking and repair never undo it. It is logged with
who, when and why, and can be undone. The id of a story that is merged into
another one leads there from then on.`,
		Example: `  wiredesk story list
  wiredesk story merge s-4f1a s-90bc --why "the same shipwreck"
  wiredesk story undo 3`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usageError{fmt.Errorf("story has no command %q; try `wiredesk help story`", args[0])}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return cmd.Help() },
	}
	cmd.AddCommand(f.list(), f.show(), f.crises(), f.log(), f.diff(),
		f.act("merge", "STORY OTHER", "make two stories one, under the id of the first", 2, 2, func(a []string) wiredesk.Act {
			return wiredesk.Act{Kind: wiredesk.ActMerge, Story: a[0], Other: wiredesk.Optional(a[1])}
		}),
		f.act("split", "STORY REPORT...", "open a story of its own for some reports", 2, -1, func(a []string) wiredesk.Act {
			return wiredesk.Act{Kind: wiredesk.ActSplit, Story: a[0], Reports: a[1:]}
		}),
		f.act("move", "STORY REPORT...", "put reports into another story", 2, -1, func(a []string) wiredesk.Act {
			return wiredesk.Act{Kind: wiredesk.ActMove, Story: a[0], Reports: a[1:]}
		}),
		f.act("reject", "STORY REPORT", "take a report out of a story for good", 2, 2, func(a []string) wiredesk.Act {
			return wiredesk.Act{Kind: wiredesk.ActReject, Story: a[0], Reports: a[1:]}
		}),
		f.act("pin", "STORY", "keep the desk from merging or splitting a story", 1, 1, func(a []string) wiredesk.Act {
			return wiredesk.Act{Kind: wiredesk.ActPin, Story: a[0]}
		}),
		f.act("unpin", "STORY", "let the desk merge or split a story again", 1, 1, func(a []string) wiredesk.Act {
			return wiredesk.Act{Kind: wiredesk.ActUnpin, Story: a[0]}
		}),
		f.act("rename", "STORY HEADLINE", "give a story a headline of your own", 2, 2, func(a []string) wiredesk.Act {
			return wiredesk.Act{Kind: wiredesk.ActRename, Story: a[0], Text: wiredesk.Optional(a[1])}
		}),
		f.undo(),
	)
	return cmd
}

// act makes the command of one act. It takes between least and most arguments;
// -1 is no bound.
func (f *storyFlags) act(name, arguments, short string, least, most int, make func([]string) wiredesk.Act) *cobra.Command {
	cmd := &cobra.Command{
		Use:     name + " [flags] " + arguments,
		Short:   short,
		Long:    short + ".\n\nThe act is logged with who, when and why; \"wiredesk story undo\" takes it back.",
		Example: "  wiredesk story " + name + " " + exampleOf[name] + ` --why "..."`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) < least || most >= 0 && len(args) > most {
				return usageError{fmt.Errorf("story %s takes %s; try `wiredesk help story %s`", name, arguments, name)}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return f.carryOut(cmd, make(args)) },
	}
	f.desk.add(cmd)
	cmd.Flags().StringVar(&f.who, "who", userName(), "who decides it")
	cmd.Flags().StringVar(&f.why, "why", "", "why, for the log")
	return cmd
}

// exampleOf are the arguments of the examples.
var exampleOf = map[string]string{
	"merge": "s-4f1a s-90bc", "split": "s-4f1a r-12 r-13", "move": "s-90bc r-12", "reject": "s-4f1a r-12",
	"pin": "s-4f1a", "unpin": "s-4f1a", "rename": `s-4f1a "The wreck of the Alba"`,
}

// undo makes the command that takes an act back.
func (f *storyFlags) undo() *cobra.Command {
	cmd := f.act("undo", "ACT", "take back an act, by its number in the log", 1, 1, nil)
	cmd.Example = `  wiredesk story undo 3 --why "two ships after all"`
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		n, err := strconv.ParseInt(args[0], 10, 64)
		if err != nil {
			return usageError{fmt.Errorf("story undo takes the number of an act, and %q is none; `wiredesk story log` shows them", args[0])}
		}
		return f.carryOut(cmd, wiredesk.Act{Kind: wiredesk.ActUndo, Undoes: n})
	}
	return cmd
}

// carryOut does an act and says what came of it.
func (f *storyFlags) carryOut(cmd *cobra.Command, a wiredesk.Act) error {
	db, err := f.desk.open(cmd.Context(), false)
	if err != nil {
		return err
	}
	defer db.Close()
	a.Who, a.Why = f.who, wiredesk.Optional(f.why)
	d := desk.New(db, desk.Options{})
	if a, err = d.Act(cmd.Context(), a); err != nil {
		return err
	}
	if err := d.Settle(cmd.Context()); err != nil {
		return err
	}
	fmt.Fprintln(cmd.OutOrStdout(), wiredesk.OneLine(actLine(a)))
	return nil
}

// actLine words an act for people.
func actLine(a wiredesk.Act) string {
	var what string
	switch a.Kind {
	case wiredesk.ActMerge:
		what = fmt.Sprintf("merged %s into %s", a.Other, a.Story)
	case wiredesk.ActSplit, wiredesk.ActReject:
		what = fmt.Sprintf("%s %v from %s into %s", past[a.Kind], a.Reports, a.Story, a.Other)
	case wiredesk.ActMove:
		what = fmt.Sprintf("moved %v from %s to %s", a.Reports, a.Other, a.Story)
	case wiredesk.ActRename:
		what = fmt.Sprintf("renamed %s to “%s”", a.Story, a.Text)
	case wiredesk.ActUndo:
		what = fmt.Sprintf("took back %d", a.Undoes)
	default:
		what = past[a.Kind] + " " + a.Story
	}
	line := fmt.Sprintf("%d %s %s: %s", a.ID, a.When, a.Who, what)
	if a.Why != "" {
		line += " (" + string(a.Why) + ")"
	}
	if a.Undone != 0 {
		line += fmt.Sprintf(" [taken back by %d]", a.Undone)
	}
	return line
}

// past are the acts as told.
var past = map[wiredesk.ActKind]string{
	wiredesk.ActSplit: "split", wiredesk.ActReject: "rejected", wiredesk.ActPin: "pinned", wiredesk.ActUnpin: "unpinned",
}

// userName is the name of who sits at the machine, as far as it is known.
func userName() string {
	if name := os.Getenv("USER"); name != "" {
		return name
	}
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	return "an editor"
}
