// Command wiredesk is the desk: it reads reports, groups what tells of the
// same news and compiles one cited brief per story, for one run or for good.
//
// Rules of wording for everything that it prints to people: say what happened,
// to which input, and what to do; one line per failure on standard error; no
// "error:" prefixes, no stack traces, no exclamation marks. Exit codes: 0 done;
// 1 something could not be read or did not hold, the rest was done; 2 wrong
// usage.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
)

// The exit codes of the contract.
const (
	exitDone  = 0
	exitPart  = 1
	exitUsage = 2
)

// errPart is returned by a command that has done what it could and has
// reported each failure in a line of its own.
var errPart = errors.New("not all of it could be done")

// A usageError is a command line that cannot be understood.
type usageError struct{ error }

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run carries out one command line and returns the exit code.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	root := rootCommand()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	return exitCode(root.ExecuteContext(ctx), stderr)
}

// exitCode maps what a command returned to its exit code: the one place where
// errors become exit codes.
func exitCode(err error, stderr io.Writer) int {
	var usage usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errPart):
		return exitPart
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "wiredesk: %v; `wiredesk help` shows the commands\n", err)
		return exitUsage
	default:
		fmt.Fprintf(stderr, "wiredesk: %v\n", err)
		return exitPart
	}
}

// atLeastOne refuses a command line without arguments.
func atLeastOne(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return usageError{fmt.Errorf("%s needs %s; try `wiredesk help %s`", cmd.Name(), what, cmd.Name())}
		}
		return nil
	}
}

// none refuses arguments.
func none(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usageError{fmt.Errorf("%s takes no arguments, but was given %q", cmd.Name(), args[0])}
	}
	return nil
}
