// Package rss reads RSS feeds, versions 0.9 to 2.0 and RDF.
package rss

import (
	"strings"

	"github.com/mmcdole/gofeed/rss"

	ext "github.com/mmcdole/gofeed/extensions"

	"wiredesk"
	"wiredesk/internal/intake/feed"
	"wiredesk/internal/intake/markup"
)

// Parse reads a feed. gofeed's own parser for RSS is used, since only it keeps
// <source>.
func Parse(doc string) (f feed.Feed, err error) {
	parsed, err := (&rss.Parser{}).Parse(strings.NewReader(markup.UTF8(doc)))
	if err != nil {
		return f, err
	}
	f = feed.Feed{Title: parsed.Title, Link: parsed.Link, Language: parsed.Language}
	if dc := parsed.DublinCoreExt; dc != nil && f.Language == "" {
		f.Language = firstOf(dc.Language)
	}
	for _, it := range parsed.Items {
		f.Items = append(f.Items, item(it))
	}
	return f, nil
}

// item reads one item.
func item(it *rss.Item) feed.Item {
	out := feed.Item{
		Link:      strings.TrimSpace(it.Link),
		Title:     it.Title,
		Summary:   it.Description,
		Content:   it.Content,
		Authors:   feed.Authors(it.Author),
		Published: it.PubDate,
		Photos:    photos(it.Extensions),
	}
	if it.GUID != nil {
		out.GUID = strings.TrimSpace(it.GUID.Value)
		// A permanent link is the address where the item has no link of its own.
		if out.Link == "" && it.GUID.IsPermalink != "false" && strings.HasPrefix(out.GUID, "http") {
			out.Link = out.GUID
		}
	}
	if it.Source != nil {
		out.Source = feed.Title(it.Source.Title)
	}
	for _, c := range it.Categories {
		if t := feed.Title(c.Value); t != "" {
			out.Tags = append(out.Tags, t)
		}
	}
	if dc := it.DublinCoreExt; dc != nil {
		dublinCore(dc, &out)
	}
	if it := it.ITunesExt; it != nil {
		if len(out.Authors) == 0 {
			out.Authors = feed.Authors(it.Author)
		}
		if out.Summary == "" {
			out.Summary = it.Summary
		}
	}
	return out
}

// dublinCore fills what the item's own elements do not say.
func dublinCore(dc *ext.DublinCoreExtension, out *feed.Item) {
	if len(out.Authors) == 0 {
		out.Authors = feed.Authors(dc.Creator...)
	}
	if out.Published == "" {
		out.Published = firstOf(dc.Date)
	}
	if out.Title == "" {
		out.Title = firstOf(dc.Title)
	}
	if out.Summary == "" {
		out.Summary = firstOf(dc.Description)
	}
	if out.GUID == "" {
		out.GUID = firstOf(dc.Identifier)
	}
	if out.Source == "" {
		out.Source = firstOf(dc.Source)
	}
	out.Language = firstOf(dc.Language)
	for _, s := range dc.Subject {
		out.Tags = append(out.Tags, feed.Title(s))
	}
}

// firstOf returns the first value, "" if there is none.
func firstOf(values []string) string {
	if len(values) == 0 {
		return ""
	}
	return strings.TrimSpace(values[0])
}

// photos reads the pictures of Media RSS that have a caption or credit.
func photos(extensions ext.Extensions) []wiredesk.Photo {
	var out []wiredesk.Photo
	media := extensions["media"]
	contents := media["content"]
	for _, g := range media["group"] {
		contents = append(contents, g.Children["content"]...)
	}
	for _, c := range contents {
		if m := c.Attrs["medium"]; m != "" && m != "image" || strings.HasPrefix(c.Attrs["type"], "video") {
			continue
		}
		p := feed.Photo(value(c, "description", media), value(c, "credit", media), c.Attrs["url"])
		if p.Caption+p.Credit != "" {
			out = append(out, p)
		}
	}
	return out
}

// value returns the text of a child of a media element, or else of the item.
func value(c ext.Extension, name string, media map[string][]ext.Extension) string {
	for _, from := range [][]ext.Extension{c.Children[name], media[name]} {
		if len(from) > 0 {
			return from[0].Value
		}
	}
	return ""
}
