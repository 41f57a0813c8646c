package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"wiredesk"
	"wiredesk/internal/desk"
	"wiredesk/internal/export"
	"wiredesk/internal/web"
)

// briefFlags say in which form briefs are printed.
type briefFlags struct {
	json, html, markdown bool
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
date and quotation of the sentence in those words. What it refused is listed
under "not printed", with the reason.

The inputs are plain text, HTML pages, RSS, Atom and JSON Feed files, JSON Lines,
NewsML, NITF, ninjs and IPTC 7901 items and web archives (WARC); a folder is
read with everything below it; "-" is standard input.`,
		Example: `  wiredesk brief examples/concordia
  wiredesk brief --html examples/homs > homs.html
  wiredesk brief --json report1.txt report2.html https://example.org/feed.xml`,
		Args: atLeastOne("a file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := as.check(); err != nil {
				return err
			}
			pile, problems, err := in.pile(cmd, args, desk.Options{}, (*desk.Pile).Run)
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
	return cmd
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
	case f.markdown:
		return export.Markdown(w, briefs)
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
