package intake

import (
	"encoding/json"
	"strings"

	"wiredesk"
	"wiredesk/internal/intake/atom"
	"wiredesk/internal/intake/email"
	"wiredesk/internal/intake/feed"
	"wiredesk/internal/intake/frontmatter"
	"wiredesk/internal/intake/html"
	"wiredesk/internal/intake/jsonfeed"
	"wiredesk/internal/intake/jsonl"
	"wiredesk/internal/intake/markup"
	"wiredesk/internal/intake/ninjs"
	"wiredesk/internal/intake/rss"
	"wiredesk/internal/intake/table"
	"wiredesk/internal/intake/teleprinter"
	"wiredesk/internal/intake/text"
)

// A format is a form in which reports come.
type format string

// The formats that intake reads.
const (
	plainText format = "text"
	jsonLines format = "JSON Lines"
	page      format = "HTML"
	rssFeed   format = "RSS"
	atomFeed  format = "Atom"
	jsonFeed  format = "JSON Feed"
	feedList  format = "OPML"
	newsML    format = "NewsML"
	newsNITF  format = "NITF"
	newsJSON  format = "ninjs"
	oldWire   format = "IPTC 7901 or ANPA 1312"
	mail      format = "e-mail"
	rows      format = "table"
	otherRows format = "table of unknown columns"
	markdown  format = "Markdown with a head"
	otherXML  format = "XML"
	otherJSON format = "JSON"
)

// A parser reads one format: the input, and its bytes as UTF-8.
type parser func(in Input, doc string) Result

// parsers read the formats.
var parsers = map[format]parser{
	plainText: parseText,
	jsonLines: parseLines,
	page:      parsePage,
	rssFeed:   parseFeed(rss.Parse),
	atomFeed:  parseFeed(atom.Parse),
	jsonFeed:  parseFeed(jsonfeed.Parse),
	feedList:  parseList,
	newsML:    parseNewsML,
	newsNITF:  parseNITF,
	newsJSON:  parseNinjs,
	oldWire:   parseOldWire,
	mail:      parseMail,
	rows:      parseTable,
	otherRows: refuseTable,
	markdown:  parseMarkdown,
	otherXML:  parseXML,
	otherJSON: parseJSON,
}

// byRoot are the formats of XML by the local name of their root element, in
// lower case.
var byRoot = map[string]format{
	"rss":     rssFeed,
	"rdf":     rssFeed,
	"channel": rssFeed,
	"feed":    atomFeed,
	"opml":    feedList,
	"html":    page,

	"newsmessage": newsML,
	"newsitem":    newsML,
	"packageitem": newsML,
	"newsml":      newsML,
	"nitf":        newsNITF,
}

// formatOf tells the format of a document by how it begins. Names of files do
// not count, and media types decide only where the beginning does not.
func formatOf(in Input, doc string) format {
	mediaType := in.MediaType
	doc = strings.TrimLeft(doc, "\ufeff \t\r\n")
	switch {
	case teleprinter.Is(doc):
		return oldWire
	case email.Is(in.Bytes):
		return mail
	case frontmatter.Is(doc):
		return markdown
	case jsonfeed.Is(doc):
		return jsonFeed
	case ninjs.Is(doc):
		return newsJSON
	case jsonl.Is(doc):
		return jsonLines
	case strings.HasPrefix(doc, "<") && byRoot[strings.ToLower(markup.Root(doc))] != "":
		return byRoot[strings.ToLower(markup.Root(doc))]
	case strings.HasPrefix(doc, "<") && markup.Root(doc) != "" && !html.IsElement(markup.Root(doc)):
		return otherXML
	case html.Is(doc, mediaType):
		return page
	case strings.HasPrefix(doc, "{") && json.Valid([]byte(doc)), strings.HasPrefix(doc, "[{") && json.Valid([]byte(doc)):
		return otherJSON
	}
	columns, _ := table.ParseColumns(in.Columns)
	switch table.Tell(doc, columns) {
	case table.Reports:
		return rows
	case table.Unnamed:
		return otherRows
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

// parseFeed returns the parser of a feed format.
func parseFeed(parse func(string) (feed.Feed, error)) parser {
	return func(in Input, doc string) Result {
		if reason := markup.Check(doc); strings.HasPrefix(doc, "<") && reason != "" {
			return Result{Problems: []*wiredesk.Problem{{Input: in.name(), Reason: reason,
				Advice: "it is no feed that is meant to be read; check its address", Err: wiredesk.ErrRefused}}}
		}
		f, err := parse(doc)
		var broken []*wiredesk.Problem
		if whole := wholeItems(doc); err != nil && whole != "" {
			reason := err.Error()
			if f, err = parse(whole); err == nil {
				broken = []*wiredesk.Problem{{Input: in.name(), Reason: "the feed breaks off (" + reason + "); what follows its last whole item was left out",
					Advice: "fetch it again", Err: wiredesk.ErrInvalid}}
			}
		}
		if err != nil {
			return Result{Problems: []*wiredesk.Problem{{Input: in.name(), Reason: "the feed cannot be read (" + err.Error() + ")",
				Advice: "check its address in a browser", Err: wiredesk.ErrInvalid}}}
		}
		if f.Link == "" {
			f.Link = in.URL
		}
		reports, problems := f.Reports(in.name())
		return Result{reports, append(problems, broken...)}
	}
}

// wholeItems returns a feed that breaks off as far as its items are whole, ""
// where none is.
func wholeItems(doc string) string {
	if whole := markup.Whole(doc, "item"); whole != "" {
		return whole
	}
	return markup.Whole(doc, "entry")
}

// parseList says what to do with a list of feeds, which holds no reports.
func parseList(in Input, _ string) Result {
	return Result{Problems: []*wiredesk.Problem{{Input: in.name(), Reason: "it is a list of feeds and holds no reports",
		Advice: "subscribe to its feeds with `wiredesk add " + in.name() + "`", Err: wiredesk.ErrInvalid}}}
}
