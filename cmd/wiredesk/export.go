package main

import (
	"github.com/spf13/cobra"

	"wiredesk/internal/desk"
	"wiredesk/internal/store"
)

// exportCommand prints a whole desk.
func exportCommand() *cobra.Command {
	var at deskFlag
	cmd := &cobra.Command{
		Use:   "export [flags]",
		Short: "print everything on a desk as JSON Lines",
		Long: `Export prints the whole desk as JSON Lines: every version of every report as it
was read, in the order of arrival; the stories in the order in which they were
opened, each with its assignments and its brief; and the editors' acts. The same
inputs in the same order give the same bytes.`,
		Example: `  wiredesk export > desk.jsonl
  wiredesk export --desk /srv/desk | sha256sum`,
		Args: none,
		RunE: at.on(func(cmd *cobra.Command, db store.Store) error {
			s, err := newStream(cmd.OutOrStdout())
			if err != nil {
				return err
			}
			if err := desk.New(db, desk.Options{}).Export(cmd.Context(), func(line desk.Exported) error { return s.write(line) }); err != nil {
				return err
			}
			return s.close()
		}),
	}
	at.add(cmd)
	return cmd
}
