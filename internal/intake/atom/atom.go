// Package atom reads Atom feeds.
package atom

import (
	"strings"

	"github.com/mmcdole/gofeed/atom"

	"wiredesk/internal/intake/feed"
	"wiredesk/internal/intake/markup"
)

// Parse reads a feed.
func Parse(doc string) (f feed.Feed, err error) {
	parsed, err := (&atom.Parser{}).Parse(strings.NewReader(markup.UTF8(doc)))
	if err != nil {
		return f, err
	}
	f = feed.Feed{Title: parsed.Title, Link: alternate(parsed.Links), Language: parsed.Language}
	for _, e := range parsed.Entries {
		f.Items = append(f.Items, item(e, parsed.Authors))
	}
	return f, nil
}

// item reads one entry. The feed's authors count where the entry has none, as
// the standard says.
func item(e *atom.Entry, ofFeed []*atom.Person) feed.Item {
	out := feed.Item{
		GUID:      strings.TrimSpace(e.ID),
		Link:      alternate(e.Links),
		Title:     e.Title,
		Summary:   e.Summary,
		Published: e.Published,
		Updated:   e.Updated,
	}
	if e.Content != nil && e.Content.Src == "" {
		out.Content = e.Content.Value
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
