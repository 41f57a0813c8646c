package main

import (
	"slices"
	"sort"

	"github.com/spf13/cobra"

	"wiredesk"
	"wiredesk/internal/desk"
	"wiredesk/internal/export"
)

// readCommand prints what the desk reads out of each report.
func readCommand() *cobra.Command {
	var in inputFlags
	var asJSON, tokens bool
	cmd := &cobra.Command{
		Use:   "read [flags] FILE|FOLDER|URL...",
		Short: "print what the desk reads out of each report",
		Long: `Read prints what the desk finds in each report by itself: headline, byline,
dateline, outlet and agencies, when it was published and how that is known,
names, dates, places, who says what through whom, figures with their bounds,
events and photos. Every span is a range of UTF-8 bytes of the text.

The inputs are told by what they hold, not by their names:
  plain text, and Markdown with a head ("---")
  HTML pages, live blogs day by day; web archives (WARC, plain, gzip or zstd)
  RSS, Atom and JSON Feed files, exports of WordPress
  JSON Lines of {"id","outlet","headline","text","published","url"}
  tables (CSV, TSV), a report a row; --columns says which column holds what
  texts of word processors (DOCX, ODT)
  e-mail: messages (.eml) and mailboxes (mbox)
  NewsML 1 and G2, NITF, ninjs and the answers of AP and the BBC, IPTC 7901,
  ANPA 1312, and other XML whose elements have names such as headline and body
"-" is standard input. What cannot be read is named on standard error, the rest
is read, and the exit code is 1.`,
		Example: `  wiredesk read report.txt
  wiredesk read --json examples/concordia | head -2
  wiredesk read --published 2012-02-08 --outlet "Daily News" report.txt
  wiredesk read --columns text=4,headline=2 archive.csv`,
		Args: atLeastOne("a file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			var o desk.Options
			if tokens {
				o.Stages.Read = desk.ReadTokens
			}
			pile, problems, err := in.pile(cmd, args, o, (*desk.Pile).Read)
			if err != nil {
				return err
			}
			readings, err := pile.Readings(cmd.Context())
			if err != nil {
				return err
			}
			if err := printReadings(cmd, readings, asJSON); err != nil {
				return err
			}
			return printProblems(cmd.ErrOrStderr(), problems)
		},
	}
	in.add(cmd)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON Lines, one report a line")
	cmd.Flags().BoolVar(&tokens, "tokens", false, "with --json: also print the tokens with tags, lemmas and heads")
	return cmd
}

// printReadings prints the readings for people or as JSON Lines.
func printReadings(cmd *cobra.Command, readings []wiredesk.Reading, asJSON bool) error {
	if !asJSON {
		return export.Readings(cmd.OutOrStdout(), readings)
	}
	s, err := newStream(cmd.OutOrStdout())
	if err != nil {
		return err
	}
	for i := range readings {
		if err := s.write(map[string]any{"report": withDateline(readings[i])}); err != nil {
			return err
		}
	}
	return s.close()
}

// withDateline returns the reading with the place of its dateline, marked as
// such, among its places.
func withDateline(r wiredesk.Reading) *wiredesk.Reading {
	if r.Filed == nil {
		return &r
	}
	i := sort.Search(len(r.Places), func(i int) bool { return r.Places[i].Span.Start > r.Filed.Span.Start })
	r.Places = slices.Insert(slices.Clone(r.Places), i, *r.Filed)
	return &r
}
