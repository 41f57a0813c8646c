package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"wiredesk"
	"wiredesk/internal/desk"
	"wiredesk/internal/intake"
	"wiredesk/internal/intake/date"
	"wiredesk/internal/intake/table"
	"wiredesk/internal/store"
)

// inputFlags are the flags that say what is known about the inputs.
type inputFlags struct {
	published    string
	outlet       string
	columns      string
	allowPrivate bool
}

// add declares the flags on a command.
func (f *inputFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.published, "published", "", "when the reports were published (RFC 3339 or a date), where they do not say")
	cmd.Flags().StringVar(&f.outlet, "outlet", "", "which outlet published the reports, where they do not say")
	cmd.Flags().StringVar(&f.columns, "columns", "", "which columns of a table hold what, where their names do not say: text=COLUMN,headline=COLUMN,...")
	cmd.Flags().BoolVar(&f.allowPrivate, "allow-private", false, "let addresses in private networks be fetched")
}

// check refuses values that cannot be meant. A time without a zone, and other
// forms that metadata has, are taken as metadata's are.
func (f *inputFlags) check() error {
	if _, err := table.ParseColumns(f.columns); f.columns != "" && err != nil {
		return usageError{fmt.Errorf("--columns: %w", err)}
	}
	if f.published == "" || intake.ValidTime(f.published) {
		return nil
	}
	given := f.published
	if f.published = date.Parse(f.published); f.published == "" {
		return usageError{fmt.Errorf("--published %q is neither a date (2012-02-07) nor a time in RFC 3339 (2012-02-07T20:27:00Z)", given)}
	}
	return nil
}

// gather reads the bytes of every argument: a file, a folder with everything
// below it, an http address, or "-" for standard input. What cannot be read
// is a problem; the rest is read.
func (f *inputFlags) gather(cmd *cobra.Command, args []string) ([]intake.Input, []*wiredesk.Problem) {
	var inputs []intake.Input
	var problems []*wiredesk.Problem
	keep := func(in intake.Input, err error) {
		if err != nil {
			problems = append(problems, asProblem(in.File+in.URL, err))
			return
		}
		in.Outlet, in.Published, in.Columns = f.outlet, f.published, f.columns
		inputs = append(inputs, in)
	}
	client := newClient(f.allowPrivate, "")
	for _, arg := range args {
		switch {
		case arg == "-":
			keep(readAll("-", cmd.InOrStdin()))
		case isURL(arg):
			keep(fetched(cmd.Context(), client, arg))
		default:
			for _, file := range filesBelow(arg) {
				if cmd.Context().Err() != nil {
					break
				}
				keep(readFile(file))
			}
		}
	}
	return inputs, problems
}

// pile gathers the arguments and lets the desk read them, in memory, as far as
// run says. It returns what could not be read.
func (f *inputFlags) pile(cmd *cobra.Command, args []string, o desk.Options, run func(*desk.Pile, context.Context, desk.Report) error) (*desk.Pile, []*wiredesk.Problem, error) {
	if err := f.check(); err != nil {
		return nil, nil, err
	}
	inputs, problems := f.gather(cmd, args)
	kept := inputs[:0]
	for _, in := range inputs {
		if p := refused(in); p != nil {
			problems = append(problems, p...)
			continue
		}
		kept = append(kept, in)
	}
	p := desk.NewPile(o)
	if err := p.Add(cmd.Context(), kept); err != nil {
		return nil, nil, err
	}
	shown := startProgress(cmd.ErrOrStderr())
	err := run(p, cmd.Context(), func(stage string, done store.Progress) { shown.at(stage, done.Done, done.Done+done.Behind) })
	shown.end()
	if err != nil {
		return nil, nil, err
	}
	more, err := p.Problems(cmd.Context())
	for _, r := range p.Repeats() {
		fmt.Fprintf(cmd.ErrOrStderr(), "wiredesk: %s\n", wiredesk.OneLine(repeat(r)))
	}
	return p, append(problems, more...), err
}

// repeat words that a report was read once although it is there twice.
func repeat(r desk.Repeat) string {
	if r.Report == "" {
		return r.Input + ": it is named twice and was read once"
	}
	return r.Input + ": it says the same as report " + r.Report + ", which was read once"
}

// printProblems writes one line per problem and returns errPart if there is one.
func printProblems(w io.Writer, problems []*wiredesk.Problem) error {
	for _, p := range problems {
		fmt.Fprintf(w, "wiredesk: %s\n", wiredesk.OneLine(p.Error()))
	}
	if len(problems) > 0 {
		return errPart
	}
	return nil
}

// isURL reports whether an argument is an address rather than a file.
func isURL(arg string) bool {
	scheme, _, ok := strings.Cut(arg, "://")
	return ok && scheme != "" && !strings.ContainsAny(scheme, "/.")
}

// fetched gets one address through the guarded client.
func fetched(ctx context.Context, client desk.Fetcher, url string) (intake.Input, error) {
	r, err := client.Fetch(ctx, url, desk.Known{})
	if err != nil {
		return intake.Input{URL: url}, err
	}
	return intake.Input{URL: r.URL, MediaType: r.MediaType, Bytes: r.Body}, nil
}

// filesBelow returns the file itself, or every file below a folder in the
// order of their names, those beginning with a dot left out. A path that does
// not exist is returned as it is, so that reading it says why.
func filesBelow(path string) []string {
	info, err := os.Stat(path)
	if err != nil || !info.IsDir() {
		return []string{path}
	}
	var files []string
	filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
		hidden := p != path && strings.HasPrefix(d.Name(), ".")
		switch {
		case err != nil:
			files = append(files, p)
		case d.IsDir() && hidden:
			return filepath.SkipDir
		case !d.IsDir() && !hidden:
			files = append(files, p)
		}
		return nil
	})
	if len(files) == 0 {
		return []string{path}
	}
	return files
}

// readFile reads one file up to the limit of intake.
func readFile(name string) (intake.Input, error) {
	in := intake.Input{File: name}
	info, err := os.Stat(name)
	if err != nil {
		return in, err
	}
	if info.IsDir() {
		return in, &wiredesk.Problem{Input: name, Reason: "the folder holds no files",
			Advice: "name a folder with reports in it", Err: wiredesk.ErrNotFound}
	}
	if !info.Mode().IsRegular() && info.Mode()&os.ModeNamedPipe == 0 {
		return in, &wiredesk.Problem{Input: name, Reason: "it is not a file",
			Advice: "name a file or a folder", Err: wiredesk.ErrInvalid}
	}
	f, err := os.Open(name)
	if err != nil {
		return in, err
	}
	defer f.Close()
	return readAll(name, f)
}

// readAll reads one input up to the limit of intake; one byte more tells
// intake that it is too large.
func readAll(name string, r io.Reader) (intake.Input, error) {
	b, err := io.ReadAll(io.LimitReader(r, intake.MaxBytes+1))
	return intake.Input{File: name, Bytes: b}, err
}

// asProblem words an error for people.
func asProblem(input string, err error) *wiredesk.Problem {
	var p *wiredesk.Problem
	switch {
	case errors.As(err, &p):
		return p
	case errors.Is(err, fs.ErrNotExist):
		return &wiredesk.Problem{Input: input, Reason: "there is no such file or folder", Advice: "check the name", Err: wiredesk.ErrNotFound}
	case errors.Is(err, fs.ErrPermission):
		return &wiredesk.Problem{Input: input, Reason: "it may not be read", Advice: "check its permissions", Err: wiredesk.ErrRefused}
	}
	return &wiredesk.Problem{Input: input, Reason: err.Error(), Err: err}
}
