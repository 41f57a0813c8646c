package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

// rootCommand returns the command tree.
func rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "wiredesk",
		Short: "a desk for news of disasters and conflicts",
		Long: `Wiredesk reads what many outlets report, finds the reports that tell of the
same news, keeps apart independent accounts and those that carry one agency's
text, takes out who says what through whom, with every number, date and place,
and compiles one brief per story in which every sentence is cited to the words
it rests on. It works offline.`,
		Example: `  wiredesk brief examples/concordia     one cited brief per story, from a folder
  wiredesk read report.txt              what the desk reads out of one report
  wiredesk add https://example.org/feed put a feed into the desk
  wiredesk serve                        keep the desk up to date and show its pages`,
		SilenceUsage:  true,
		SilenceErrors: true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usageError{fmt.Errorf("there is no command %q", args[0])}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return cmd.Help() },
	}
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usageError{fmt.Errorf("%s: %w", cmd.CommandPath(), err)}
	})
	addBodies(root)
	root.CompletionOptions.HiddenDefaultCmd = false
	root.AddCommand(
		readCommand(), groupCommand(), briefCommand(),
		addCommand(), serveCommand(), statusCommand(), storyCommand(), repairCommand(), exportCommand(),
		evalCommand(), versionCommand(),
	)
	return root
}
