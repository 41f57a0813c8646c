// Package fields knows under which names tables, XML of no known vocabulary and
// the heads of Markdown files keep the parts of a report, and makes a report of
// such parts.
package fields

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"wiredesk"
	"wiredesk/internal/intake/date"
	"wiredesk/internal/intake/html"
	"wiredesk/internal/intake/pattern"
	"wiredesk/internal/intake/text"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/names.txt
var namesFile []byte

// parts gives the part of a report by one of its names.
var parts = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, e := range lexicon.Parse(namesFile) {
		for _, name := range strings.Split(e.Field(1), "|") {
			out[name] = e[0]
		}
	}
	return out
})

// Part returns which part of a report a field of some name holds: headline,
// text, summary, outlet, published, author, url, id, language, tags or dateline;
// "" for any other.
func Part(name string) string {
	return parts()[strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return unicode.ToLower(c)
		}
		return -1
	}, name)]
}

// A Record is the parts of one report by their names, as they were given.
type Record map[string]string

// Add notes a part; the first value that is not blank counts.
func (r Record) Add(part, value string) {
	if value = strings.TrimSpace(value); part != "" && value != "" && r[part] == "" {
		r[part] = value
	}
}

// IsReport reports whether there is anything to read.
func (r Record) IsReport() bool { return r["text"]+r["headline"]+r["summary"] != "" }

// elementForm finds mark-up.
var elementForm = pattern.Lazy(`(?i)</?(?:p|div|br|span|h[1-6]|ul|li|a|strong|em|b|i)\b[^>]*>`)

// Report makes the report. One that has a summary and no text is not complete.
// cut says that it lost its end.
func (r Record) Report() (out wiredesk.Report, cut bool) {
	body := r["text"]
	if body == "" {
		body = r["summary"]
	}
	a := article(body)
	a.Headline, a.Dateline = strings.Join(strings.Fields(r["headline"]), " "), r["dateline"]
	if r["author"] != "" {
		a.Authors = []string{r["author"]}
	}
	out, cut = a.Read(text.Known{Outlet: strings.Join(strings.Fields(r["outlet"]), " "), Published: date.Local(r["published"])})
	out.GUID = wiredesk.Optional(r["id"])
	if strings.HasPrefix(r["url"], "http") {
		out.URL = wiredesk.Optional(r["url"])
	}
	if lang, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(r["language"], "_", "-")), "-"); len(lang) == 2 {
		out.Language = wiredesk.Optional(lang)
	}
	for _, t := range strings.FieldsFunc(r["tags"], func(c rune) bool { return strings.ContainsRune(",;|[]\"", c) }) {
		if t = strings.TrimSpace(t); t != "" {
			out.Tags = append(out.Tags, t)
		}
	}
	if r["text"] == "" {
		out.Complete = false
	}
	return out, cut
}

// article reads mark-up or running text.
func article(body string) text.Article {
	if elementForm().MatchString(body) {
		return html.Fragment(body)
	}
	var a text.Article
	for _, p := range text.Paragraphs(body) {
		a.Paragraphs = append(a.Paragraphs, text.Paragraph{Text: p})
	}
	return a
}
