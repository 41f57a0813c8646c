package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"wiredesk/internal/desk"
	"wiredesk/internal/store"
)

// repairCommand looks again at how reports were put into stories.
func repairCommand() *cobra.Command {
	var at deskFlag
	var since time.Duration
	var all bool
	cmd := &cobra.Command{
		Use:   "repair [flags]",
		Short: "look again at which reports belong together",
		Long: `Repair looks again at the reports of the last days with what is known by now,
merges stories and moves or splits off reports. "wiredesk serve" does so every
ten minutes. Each change is in the log with its reason and can be undone; what
an editor decided stays as it is.`,
		Example: `  wiredesk repair
  wiredesk repair --all --desk /srv/desk`,
		Args: none,
		RunE: at.on(func(cmd *cobra.Command, db store.Store) error {
			unlock, err := alone(cmd.Context(), db, "it repairs by itself every ten minutes")
			if err != nil {
				return err
			}
			defer unlock()
			from := time.Now().Add(-since)
			if all {
				from = time.Time{}
			}
			acts, err := desk.New(db, desk.Options{}).Repair(cmd.Context(), from)
			if err != nil {
				return err
			}
			if len(acts) == 0 {
				fmt.Fprintln(cmd.OutOrStdout(), "nothing to repair")
			}
			return writeActs(cmd.OutOrStdout(), acts)
		}),
	}
	at.add(cmd)
	cmd.Flags().DurationVar(&since, "since", 72*time.Hour, "how far back to look, by publication")
	cmd.Flags().BoolVar(&all, "all", false, "look at every report")
	return cmd
}
