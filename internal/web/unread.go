package web

import (
	"slices"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"wiredesk"
)

// unread names the language of a report where the desk does not read it; ""
// where it does. English alone is read beyond its numbers, and so is what names
// no language; see lang.Doc.English.
func unread(r *wiredesk.Reading) string {
	if r == nil || r.Language == "" || r.Language == "en" {
		return ""
	}
	return languageName(r.Language)
}

// languageName is the English name of a language, or its code where it has none.
func languageName(code wiredesk.Optional) string {
	tag, err := language.Parse(string(code))
	if err != nil {
		return string(code)
	}
	if name := display.English.Languages().Name(tag); name != "" {
		return name
	}
	return string(code)
}

// A gap is how many reports of a story the desk cannot read, and in which
// languages.
type gap struct {
	Reports   int
	Languages []string
	All       bool // none of the reports is read
}

// gapIn says which reports of a brief are not read.
func gapIn(b *wiredesk.Brief, c *citer) gap {
	var g gap
	for _, r := range b.Reports {
		name := unread(c.readings[r.ID])
		if name == "" {
			continue
		}
		g.Reports++
		if !slices.Contains(g.Languages, name) {
			g.Languages = append(g.Languages, name)
		}
	}
	g.All = g.Reports > 0 && g.Reports == len(b.Reports)
	return g
}
