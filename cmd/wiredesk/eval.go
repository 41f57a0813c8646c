package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"wiredesk/internal/eval"
)

// evalCommand measures the stages on public data sets.
func evalCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "eval [MEASURE]...",
		Short: "measure the stages on public data sets",
		Long: `Eval measures the stages on public, annotated data sets and prints the figures
with the bars they are held against. The sets are no part of Wiredesk: eval
looks for them in the folder that WIREDESK_SHARED names.

The measures:
` + aboutMeasures(),
		Example: `  WIREDESK_SHARED=../shared wiredesk eval group
  WIREDESK_SHARED=../shared wiredesk eval > eval/scores.txt`,
		RunE: func(cmd *cobra.Command, args []string) error {
			chosen, err := choose(args)
			if err != nil {
				return err
			}
			shared := os.Getenv("WIREDESK_SHARED")
			if _, err := os.Stat(shared); shared == "" || err != nil {
				return fmt.Errorf("eval needs the public data sets: set WIREDESK_SHARED to the folder that holds data and seeds (it is %q)", shared)
			}
			return measure(cmd, chosen, shared)
		},
	}
	return cmd
}

// aboutMeasures lists the measures for the help text.
func aboutMeasures() string {
	var b strings.Builder
	for _, m := range eval.Measures {
		fmt.Fprintf(&b, "  %-12s %s\n", m.Name, m.About)
	}
	return strings.TrimRight(b.String(), "\n")
}

// choose returns the measures named, or all.
func choose(names []string) ([]eval.Measure, error) {
	if len(names) == 0 {
		return eval.Measures, nil
	}
	var out []eval.Measure
	for _, name := range names {
		i := slices.IndexFunc(eval.Measures, func(m eval.Measure) bool { return m.Name == name })
		if i < 0 {
			return nil, usageError{fmt.Errorf("there is no measure %q; `wiredesk help eval` lists them", name)}
		}
		out = append(out, eval.Measures[i])
	}
	return out, nil
}

// measure runs the measures and prints their figures. One that fails does not
// stop the others.
func measure(cmd *cobra.Command, chosen []eval.Measure, shared string) error {
	failed := false
	for _, m := range chosen {
		lines, err := m.Run(shared)
		if err != nil {
			fmt.Fprintf(cmd.ErrOrStderr(), "wiredesk: eval %s: %v\n", m.Name, err)
			failed = true
			continue
		}
		fmt.Fprintf(cmd.OutOrStdout(), "# %s: %s\n", m.Name, m.About)
		for _, l := range lines {
			fmt.Fprintln(cmd.OutOrStdout(), l)
		}
		fmt.Fprintln(cmd.OutOrStdout())
	}
	if failed {
		return errPart
	}
	return nil
}
