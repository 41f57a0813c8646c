package intake

import (
	"wiredesk"
	"wiredesk/internal/intake/html"
	"wiredesk/internal/intake/jsonl"
	"wiredesk/internal/intake/text"
)

// A format is a form in which reports come.
type format string

// The formats that intake reads.
const (
	plainText format = "text"
	jsonLines format = "JSON Lines"
	page      format = "HTML"
)

// A parser reads one format: the input, and its bytes as UTF-8.
type parser func(in Input, doc string) Result

// parsers read the formats.
var parsers = map[format]parser{
	plainText: parseText,
	jsonLines: parseLines,
	page:      parsePage,
}

// formatOf tells the format of a document by how it begins. Names of files do
// not count, and media types decide only where the beginning does not.
func formatOf(doc, mediaType string) format {
	switch {
	case jsonl.Is(doc):
		return jsonLines
	case html.Is(doc, mediaType):
		return page
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

// parsePage reads a page.
func parsePage(in Input, doc string) Result {
	reports, problems := html.Parse(in.name(), in.URL, doc)
	return Result{reports, problems}
}
