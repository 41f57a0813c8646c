package intake

import (
	"fmt"

	"wiredesk"
	"wiredesk/internal/intake/email"
	"wiredesk/internal/intake/frontmatter"
	"wiredesk/internal/intake/office"
	"wiredesk/internal/intake/table"
)

// parseMail reads a message or a mailbox.
func parseMail(in Input, _ string) (res Result) {
	messages, broken := email.Parse(in.Bytes)
	for i, m := range messages {
		r, cut := m.Report()
		res.item(in.part(i, len(messages), "message"), r, cut)
	}
	if broken > 0 || len(messages) == email.MaxMessages {
		res.Problems = append(res.Problems, &wiredesk.Problem{Input: in.name(), Reason: fmt.Sprintf("%d messages cannot be read; of more than %d the rest was left out", broken, email.MaxMessages),
			Advice: "none is needed: the others were read", Err: wiredesk.ErrInvalid})
	}
	return res
}

// parseOffice reads a text of a word processor.
func parseOffice(in Input) (res Result) {
	d, err := office.Parse(in.Bytes)
	if err != nil {
		return Result{Problems: []*wiredesk.Problem{{Input: in.name(), Reason: "the text of the word processor cannot be read (" + err.Error() + ")",
			Advice: "save it as plain text", Err: wiredesk.ErrInvalid}}}
	}
	r, cut := d.Report()
	res.item(in.name(), r, cut)
	return res
}

// part is how one part of an input is called in a message.
func (in Input) part(i, of int, what string) string {
	if of == 1 {
		return in.name()
	}
	return fmt.Sprintf("%s, %s %d", in.name(), what, i+1)
}

// parseTable reads a table, a report a row.
func parseTable(in Input, doc string) (res Result) {
	columns, _ := table.ParseColumns(in.Columns)
	all, err := table.Parse(doc, columns)
	if err != nil {
		res.Problems = append(res.Problems, &wiredesk.Problem{Input: in.name(), Reason: "the table cannot be read (" + err.Error() + ")",
			Advice: "save it as CSV with the names of the columns in its first row, or say with --columns which hold what", Err: wiredesk.ErrInvalid})
	}
	empty := 0
	for _, row := range all {
		if !row.Record.IsReport() {
			empty++
			continue
		}
		r, cut := row.Record.Report()
		res.item(fmt.Sprintf("%s, row %d", in.name(), row.Number), r, cut)
	}
	if empty > 0 {
		res.Problems = append(res.Problems, &wiredesk.Problem{Input: in.name(), Reason: fmt.Sprintf("%d rows of the table hold neither a text nor a headline", empty),
			Advice: "none is needed: the other rows were read", Err: wiredesk.ErrInvalid})
	}
	return res
}

// refuseTable says what is missing where the columns of a table do not say what
// they hold: their values run together would be no report.
func refuseTable(in Input, _ string) Result {
	return Result{Problems: []*wiredesk.Problem{{Input: in.name(), Reason: "it is a table, and its columns do not say which holds the text",
		Advice: "say it with --columns text=COLUMN,headline=COLUMN (names or numbers)", Err: wiredesk.ErrInvalid}}}
}

// parseMarkdown reads a Markdown file with a head.
func parseMarkdown(in Input, doc string) (res Result) {
	d, _ := frontmatter.Parse(doc)
	r, cut := d.Report()
	res.item(in.name(), r, cut)
	return res
}
