package intake

import (
	"strings"

	"wiredesk"
	"wiredesk/internal/intake/jsonl"
	"wiredesk/internal/intake/text"
)

// A format is a form in which reports come.
type format string

// The formats that intake reads.
const (
	plainText format = "text"
	jsonLines format = "JSON Lines"
)

// A parser reads one format: the input, and its bytes as UTF-8.
type parser func(in Input, doc string) Result

// parsers read the formats.
var parsers = map[format]parser{
	plainText: parseText,
	jsonLines: parseLines,
}

// formatOf tells the format of a document by its first bytes; names of files
// and media types are wrong too often to count.
func formatOf(doc string) format {
	doc = strings.TrimLeft(doc, "\ufeff \t\r\n")
	if jsonl.Is(doc) {
		return jsonLines
	}
	return plainText
}

// parseText reads a plain text as one report.
func parseText(_ Input, doc string) Result {
	return Result{Reports: []wiredesk.Report{text.Read(doc, text.Known{})}}
}

// parseLines reads JSON Lines.
func parseLines(in Input, doc string) Result {
	reports, problems := jsonl.Parse(in.name(), doc)
	return Result{reports, problems}
}
