package main

import (
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"wiredesk"
	"wiredesk/internal/brief"
	"wiredesk/internal/desk"
	"wiredesk/internal/export"
	"wiredesk/internal/intake"
	"wiredesk/internal/web"
)

// briefFlags say in which form briefs are printed.
type briefFlags struct {
	json, html, markdown, full bool

	words        int
	since, until string
	about        string
}

// briefCommand does the main job: reports in, cited briefs out.
func briefCommand() *cobra.Command {
	var in inputFlags
	var as briefFlags
	cmd := &cobra.Command{
		Use:   "brief [flags] FILE|FOLDER|URL...",
		Short: "print one cited brief per story (the main job)",
		Long: `Brief reads the reports, groups those that tell of the same news and prints
one brief per story. Every sentence of it is cited to the words it rests on,
and a checker that shares no code with the writer has found every name, number,
date, quotation and negation of the sentence in those words. Printed are the
headline, what it rests on, the prose, the tolls, what is at odds and the
sources; --full prints all that was laid beside each other, with the words that
are cited, and what the checker refused, with the reason.

The inputs are plain text, HTML pages, RSS, Atom and JSON Feed files, JSON Lines,
NewsML, NITF, ninjs and IPTC 7901 items and web archives (WARC); a folder is
read with everything below it; "-" is standard input.`,
		Example: `  wiredesk brief examples/concordia
  wiredesk brief --words 150 --since 2012-02-07 examples/homs
  wiredesk brief --html examples/homs > homs.html
  wiredesk brief --json report1.txt report2.html https://example.org/feed.xml`,
		Args: atLeastOne("a file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := as.check(); err != nil {
				return err
			}
			stages, err := as.stages()
			if err != nil {
				return err
			}
			pile, problems, err := in.pile(cmd, args, desk.Options{Stages: stages}, (*desk.Pile).Run)
			if err != nil {
				return err
			}
			readings, err := pile.Readings(cmd.Context())
			if err != nil {
				return err
			}
			briefs, err := pile.Briefs(cmd.Context())
			if err != nil {
				return err
			}
			if err := as.print(cmd.OutOrStdout(), briefs, readings); err != nil {
				return err
			}
			return printProblems(cmd.ErrOrStderr(), problems)
		},
	}
	in.add(cmd)
	cmd.Flags().BoolVar(&as.json, "json", false, "print JSON Lines, one brief a line")
	cmd.Flags().BoolVar(&as.html, "html", false, "print one self-contained HTML page")
	cmd.Flags().BoolVar(&as.markdown, "markdown", false, "print Markdown")
	cmd.Flags().BoolVar(&as.full, "full", false, "print the whole dossier: every toll, position, agreement, difference, cited word")
	cmd.Flags().IntVar(&as.words, "words", brief.DefaultWords, "most words of prose")
	cmd.Flags().StringVar(&as.since, "since", "", "tell only what was published since `TIME` (RFC 3339 or a date)")
	cmd.Flags().StringVar(&as.until, "until", "", "leave out what was published after `TIME`")
	cmd.Flags().StringVar(&as.about, "about", "", "tell only what is about these `WORDS`")
	return cmd
}

// stages are those of the desk as the flags want them: what was published after
// --until is not there, and briefs are written as asked.
func (f briefFlags) stages() (desk.Stages, error) {
	if f.words < 1 {
		return desk.Stages{}, usageError{fmt.Errorf("--words must be 1 or more, not %d", f.words)}
	}
	since, err := moment("--since", f.since)
	if err != nil {
		return desk.Stages{}, err
	}
	until, err := moment("--until", f.until)
	if err != nil {
		return desk.Stages{}, err
	}
	s := desk.Stages{Compile: brief.By(brief.Options{Words: f.words, Since: since, About: f.about})}
	if until.IsZero() {
		return s, nil
	}
	if len(f.until) == len(time.DateOnly) {
		until = until.Add(24*time.Hour - time.Nanosecond)
	}
	s.Parse = func(in intake.Input) intake.Result {
		result := intake.Parse(in)
		result.Reports = slices.DeleteFunc(result.Reports, func(r wiredesk.Report) bool {
			t, err := moment("", string(r.Published.Value))
			return err == nil && t.After(until)
		})
		return result
	}
	return s, nil
}

// moment reads a time or a day of a flag; it is zero where there is none.
func moment(flag, value string) (time.Time, error) {
	if value == "" {
		return time.Time{}, nil
	}
	for _, form := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(form, value); err == nil {
			return t, nil
		}
	}
	return time.Time{}, usageError{fmt.Errorf("%s: %q is no time: write 2026-03-05 or 2026-03-05T14:00:00Z", flag, value)}
}

// check refuses more than one form.
func (f briefFlags) check() error {
	n := 0
	for _, on := range []bool{f.json, f.html, f.markdown} {
		if on {
			n++
		}
	}
	if n > 1 {
		return usageError{fmt.Errorf("brief prints one form at a time: choose one of --json, --html and --markdown")}
	}
	return nil
}

// print writes the briefs in the form asked for.
func (f briefFlags) print(w io.Writer, briefs []wiredesk.Brief, readings []wiredesk.Reading) error {
	switch {
	case f.html:
		return web.WriteBriefs(w, briefs, readings)
	case f.markdown && f.full:
		return export.FullMarkdown(w, briefs)
	case f.markdown:
		return export.Markdown(w, briefs)
	case f.full && !f.json:
		return export.FullText(w, briefs)
	case f.json:
		return printBriefs(w, briefs)
	}
	return export.Text(w, briefs)
}

// printBriefs prints the briefs as JSON Lines.
func printBriefs(w io.Writer, briefs []wiredesk.Brief) error {
	s, err := newStream(w)
	if err != nil {
		return err
	}
	for i := range briefs {
		if err := s.write(map[string]any{"brief": &briefs[i]}); err != nil {
			return err
		}
	}
	return s.close()
}
