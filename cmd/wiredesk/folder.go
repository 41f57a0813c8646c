package main

import (
	"context"
	"os"
	"path/filepath"
	"runtime"

	"github.com/spf13/cobra"

	"wiredesk"
	"wiredesk/internal/store"
	"wiredesk/internal/store/open"
)

// deskFlag says which desk a command works on.
type deskFlag struct{ dir string }

// add declares the flag on a command.
func (f *deskFlag) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.dir, "desk", "", "the desk's folder (WIREDESK_DESK, or "+shown(dataFolder())+")")
	cmd.MarkFlagDirname("desk")
}

// folder is the desk's folder: the flag, the environment or the default.
func (f *deskFlag) folder() string {
	if f.dir != "" {
		return f.dir
	}
	if dir := os.Getenv("WIREDESK_DESK"); dir != "" {
		return dir
	}
	return dataFolder()
}

// open opens the desk; with create, a folder without one gets one.
func (f *deskFlag) open(ctx context.Context, create bool) (store.Store, error) {
	return open.Open(ctx, f.folder(), create)
}

// on runs a command on the desk that there is.
func (f *deskFlag) on(run func(cmd *cobra.Command, db store.Store) error) func(*cobra.Command, []string) error {
	return f.with(false, run)
}

// onNew runs a command on the desk, which is made where there is none.
func (f *deskFlag) onNew(run func(cmd *cobra.Command, db store.Store) error) func(*cobra.Command, []string) error {
	return f.with(true, run)
}

// with opens the desk, runs a command on it and closes it.
func (f *deskFlag) with(create bool, run func(cmd *cobra.Command, db store.Store) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, _ []string) error {
		db, err := f.open(cmd.Context(), create)
		if err != nil {
			return err
		}
		defer db.Close()
		return run(cmd, db)
	}
}

// alone makes this process the one that runs the stages, until unlock is called.
// Where another one is, that is a conflict, with advice.
func alone(ctx context.Context, db store.Store, advice string) (unlock func() error, err error) {
	unlock, ok, err := db.LockPasses(ctx)
	if err == nil && !ok {
		err = &wiredesk.Problem{Input: db.Folder(), Reason: "another wiredesk is at work on this desk", Advice: advice, Err: wiredesk.ErrConflict}
	}
	return unlock, err
}

// dataFolder is the folder "wiredesk" where programs keep the user's data.
func dataFolder() string {
	if dir := os.Getenv("XDG_DATA_HOME"); dir != "" {
		return filepath.Join(dir, "wiredesk")
	}
	if runtime.GOOS == "darwin" || runtime.GOOS == "windows" {
		if dir, err := os.UserConfigDir(); err == nil {
			return filepath.Join(dir, "wiredesk")
		}
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "wiredesk-desk"
	}
	return filepath.Join(home, ".local", "share", "wiredesk")
}

// shown is a folder as a help text names it, the same for every user.
func shown(dir string) string {
	if home, err := os.UserHomeDir(); err == nil {
		if rest, err := filepath.Rel(home, dir); err == nil && filepath.IsLocal(rest) {
			return filepath.Join("~", rest)
		}
	}
	return dir
}
