// Package atom reads Atom feeds.
package atom

import (
	"strings"

	"github.com/mmcdole/gofeed/atom"

	"wiredesk/internal/intake/feed"
	"wiredesk/internal/intake/markup"
	"wiredesk/internal/intake/pattern"
)

// Parse reads a feed.
func Parse(doc string) (f feed.Feed, err error) {
	parsed, err := (&atom.Parser{}).Parse(strings.NewReader(ownNamespace(markup.UTF8(doc))))
	if err != nil {
		return f, err
	}
	f = feed.Feed{Title: feed.Decoded(parsed.Title), Link: alternate(parsed.Links), Language: parsed.Language}
	for _, e := range parsed.Entries {
		f.Items = append(f.Items, item(e, parsed.Authors))
	}
	return f, nil
}

// namespaceForm finds the default namespace of the root element.
var namespaceForm = pattern.Lazy(`(<feed\b[^>]*?\sxmlns\s*=\s*)(?:"[^"]*"|'[^']*')`)

// ownNamespace gives a feed the namespace of Atom: the drafts had others, and
// some writers make one up.
func ownNamespace(doc string) string {
	m := namespaceForm().FindStringSubmatchIndex(doc)
	if m == nil || strings.Contains(doc[m[0]:m[1]], "purl.org/atom/ns#") {
		return doc
	}
	return doc[:m[3]] + `"http://www.w3.org/2005/Atom"` + doc[m[1]:]
}

// item reads one entry. The feed's authors count where the entry has none, as
// the standard says.
func item(e *atom.Entry, ofFeed []*atom.Person) feed.Item {
	out := feed.Item{
		GUID:      strings.TrimSpace(e.ID),
		Link:      alternate(e.Links),
		Title:     feed.Decoded(e.Title),
		Summary:   feed.Decoded(e.Summary),
		Published: e.Published,
		Updated:   e.Updated,
	}
	if e.Content != nil && e.Content.Src == "" {
		out.Content = feed.Decoded(e.Content.Value)
		out.Plain = e.Content.Type == "text" || e.Content.Type == "text/plain" || e.Content.Type == ""
	}
	people := e.Authors
	if e.Source != nil {
		out.Source = feed.Title(e.Source.Title)
		if len(people) == 0 {
			people = e.Source.Authors
		}
	}
	if len(people) == 0 {
		people = ofFeed
	}
	for _, p := range people {
		out.Authors = append(out.Authors, feed.Authors(p.Name)...)
	}
	for _, c := range e.Categories {
		if c.Label != "" {
			out.Tags = append(out.Tags, feed.Title(c.Label))
		} else if c.Term != "" {
			out.Tags = append(out.Tags, c.Term)
		}
	}
	return out
}

// alternate returns the address of the page itself among links.
func alternate(links []*atom.Link) string {
	for _, l := range links {
		if l.Rel == "" || l.Rel == "alternate" {
			return l.Href
		}
	}
	return ""
}
