package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"wiredesk"
)

// versionCommand prints the version of the program and of its stages.
func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "print the version of the program and of its stages",
		Example: "  wiredesk version",
		Args:    none,
		RunE: func(cmd *cobra.Command, args []string) error {
			b, err := wiredesk.Encode(header())
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s\n", b)
			return err
		},
	}
}
