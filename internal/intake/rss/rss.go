// Package rss reads RSS feeds, versions 0.9 to 2.0 and RDF.
package rss

import (
	"strings"

	"github.com/mmcdole/gofeed/rss"

	ext "github.com/mmcdole/gofeed/extensions"

	"wiredesk"
	"wiredesk/internal/intake/feed"
	"wiredesk/internal/intake/markup"
	"wiredesk/internal/intake/pattern"
)

// Parse reads a feed. gofeed's own parser for RSS is used, since only it keeps
// <source>.
func Parse(doc string) (f feed.Feed, err error) {
	if strings.EqualFold(markup.Root(doc), "channel") {
		return parseCDF(markup.UTF8(doc))
	}
	parsed, err := (&rss.Parser{}).Parse(strings.NewReader(withBodies(markup.UTF8(doc))))
	if err != nil {
		return f, err
	}
	f = feed.Feed{Title: parsed.Title, Link: parsed.Link, Language: parsed.Language}
	if dc := parsed.DublinCoreExt; dc != nil && f.Language == "" {
		f.Language = firstOf(dc.Language)
	}
	for _, it := range parsed.Items {
		if published(it.Extensions) {
			f.Items = append(f.Items, item(it))
		}
	}
	return f, nil
}

// bodyForm finds the start of a text as an element of its own: XHTML, or the
// elements in which old feeds keep it.
var bodyForm = pattern.Lazy(`<((?:\w+:)?(?:body|div)|fullitem)(\s[^>]*\bxmlns(?::\w+)?\s*=\s*["']http://www\.w3\.org/1999/xhtml["'][^>]*)?>`)

// withBodies writes the bodies of items as encoded content, which the
// parser keeps with its mark-up.
func withBodies(doc string) string {
	var b strings.Builder
	for {
		m := bodyForm().FindStringSubmatchIndex(doc)
		if m == nil {
			break
		}
		name := doc[m[2]:m[3]]
		end := strings.Index(doc[m[1]:], "</"+name+">")
		if m[4] < 0 && strings.HasSuffix(name, "div") && name != "xhtml:div" || end < 0 || insideCDATA(doc[:m[0]]) {
			b.WriteString(doc[:m[1]])
			doc = doc[m[1]:]
			continue
		}
		if inner := doc[m[1] : m[1]+end]; !strings.Contains(inner, "<") { // it is escaped
			b.WriteString(doc[:m[0]] + encodedStart + inner + encodedEnd)
			doc = doc[m[1]+end+len("</"+name+">"):]
			continue
		}
		inner := strings.NewReplacer("]]>", "", "<![CDATA[", "", "<xhtml:", "<", "</xhtml:", "</").Replace(doc[m[1] : m[1]+end])
		b.WriteString(doc[:m[0]] + encodedStart + "<![CDATA[" + inner + "]]>" + encodedEnd)
		doc = doc[m[1]+end+len("</"+name+">"):]
	}
	b.WriteString(doc)
	return b.String()
}

// The marks of encoded content.
const (
	encodedStart = `<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">`
	encodedEnd   = `</content:encoded>`
)

// insideCDATA reports whether a document breaks off inside of a CDATA section.
func insideCDATA(doc string) bool {
	return strings.LastIndex(doc, "<![CDATA[") > strings.LastIndex(doc, "]]>")
}

// published reports whether an item of an export of WordPress is a report that
// was published, and no draft, page or attachment. Any other item is.
func published(extensions ext.Extensions) bool {
	wp := extensions["wp"]
	return (valueOf(wp, "status") == "" || valueOf(wp, "status") == "publish") && (valueOf(wp, "post_type") == "" || valueOf(wp, "post_type") == "post")
}

// valueOf returns the value of the first extension of a name.
func valueOf(extensions map[string][]ext.Extension, name string) string {
	if all := extensions[name]; len(all) > 0 {
		return strings.TrimSpace(all[0].Value)
	}
	return ""
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
	atomFields(it.Extensions["atom"], &out)
	if names := valueOf(it.Extensions["dc"], "author"); len(out.Authors) == 0 {
		out.Authors = feed.Authors(names)
	}
	if out.Published == "" {
		out.Published = valueOf(it.Extensions["dcterms"], "issued")
	}
	if out.Published == "" {
		out.Published = valueOf(it.Extensions["dcterms"], "created")
	}
	mediaFields(it.Extensions["media"], &out)
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

// atomFields fills what the item says in elements of Atom.
func atomFields(atom map[string][]ext.Extension, out *feed.Item) {
	fill := func(field *string, names ...string) {
		for _, n := range names {
			if *field == "" {
				*field = valueOf(atom, n)
			}
		}
	}
	fill(&out.Published, "published", "issued", "created")
	fill(&out.Updated, "updated", "modified")
	fill(&out.Title, "title")
	fill(&out.Summary, "summary")
	fill(&out.Content, "content")
	fill(&out.GUID, "id")
	for _, l := range atom["link"] {
		if rel := l.Attrs["rel"]; out.Link == "" && (rel == "" || rel == "alternate") {
			out.Link = l.Attrs["href"]
		}
	}
	for _, a := range atom["author"] {
		if name := valueOf(a.Children, "name"); len(out.Authors) == 0 {
			out.Authors = feed.Authors(name)
		}
	}
}

// mediaFields fills what only the picture of an item says of it.
func mediaFields(media map[string][]ext.Extension, out *feed.Item) {
	groups := []map[string][]ext.Extension{media}
	for _, within := range [][]ext.Extension{media["group"], media["content"]} {
		for _, e := range within {
			groups = append(groups, e.Children)
		}
	}
	for _, g := range groups {
		if out.Title == "" {
			out.Title = valueOf(g, "title")
		}
		if out.Summary == "" && out.Content == "" {
			out.Summary = valueOf(g, "description")
		}
	}
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
