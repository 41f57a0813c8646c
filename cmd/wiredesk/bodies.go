package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"wiredesk/internal/lang/body"
)

// addBodies gives every command the flag --bodies, which adds the user's own
// standing bodies to the known ones before anything is read.
func addBodies(root *cobra.Command) {
	var file string
	root.PersistentFlags().StringVar(&file, "bodies", "", "a file of standing bodies to know besides the built-in ones: name, kind (agency, organ, aid, ...) and other names parted by semicolons, with tabs between")
	root.PersistentPreRunE = func(*cobra.Command, []string) error {
		if file == "" {
			return nil
		}
		raw, err := os.ReadFile(file)
		if err != nil {
			return fmt.Errorf("--bodies %s: it cannot be read; check the name", file)
		}
		if err := body.Add(raw); err != nil {
			return usageError{fmt.Errorf("--bodies %s: %w", file, err)}
		}
		return nil
	}
}
