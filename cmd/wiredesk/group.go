package main

import (
	"github.com/spf13/cobra"

	"wiredesk"
	"wiredesk/internal/desk"
	"wiredesk/internal/export"
)

// groupCommand prints which reports tell of the same news.
func groupCommand() *cobra.Command {
	var in inputFlags
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "group [flags] FILE|FOLDER|URL...",
		Short: "print which reports tell of the same news, and who carries whose text",
		Long: `Group puts each report into a story and says why, whose text it carries
(pickup), and how many independent origins that makes. It reads report files,
or JSON Lines of {"id","outlet","headline","text","published","url"}, and
prints the reports in the order in which they came in.`,
		Example: `  wiredesk group examples/concordia
  wiredesk group --json reports.jsonl > assignments.jsonl`,
		Args: atLeastOne("a file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			pile, problems, err := in.pile(cmd, args, desk.Options{Stages: desk.Stages{Compile: desk.NoBrief}}, (*desk.Pile).Run)
			if err != nil {
				return err
			}
			if err := printGroups(cmd, pile, asJSON); err != nil {
				return err
			}
			return printProblems(cmd.ErrOrStderr(), problems)
		},
	}
	in.add(cmd)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON Lines, one report a line")
	return cmd
}

// printGroups prints where the reports of a pile were put.
func printGroups(cmd *cobra.Command, pile *desk.Pile, asJSON bool) error {
	assignments, err := pile.Assignments(cmd.Context())
	if err != nil {
		return err
	}
	if asJSON {
		return printAssignments(cmd, assignments)
	}
	readings, err := pile.Readings(cmd.Context())
	if err != nil {
		return err
	}
	stories, err := pile.Stories(cmd.Context())
	if err != nil {
		return err
	}
	return export.Groups(cmd.OutOrStdout(), stories, readings, assignments)
}

// printAssignments prints the assignments as JSON Lines.
func printAssignments(cmd *cobra.Command, assignments []wiredesk.Assignment) error {
	s, err := newStream(cmd.OutOrStdout())
	if err != nil {
		return err
	}
	for _, a := range assignments {
		if err := s.write(a); err != nil {
			return err
		}
	}
	return s.close()
}
