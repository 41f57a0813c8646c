package html

import (
	"net/url"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"wiredesk"
	"wiredesk/internal/intake/date"
	"wiredesk/internal/intake/text"
)

// metadata is what a page says about itself.
type metadata struct {
	headline, site, published, address, language string
	closed                                       bool // the page says that it shows a part only
	authors, tags                                []string
	article                                      linked // of its linked data
}

// Names of meta elements, the surest first.
var (
	publishedNames = []string{"article:published_time", "og:article:published_time", "datepublished", "og:published_time", "article:published", "rnews:datepublished", "parsely-pub-date", "sailthru.date", "bt:pubdate", "cxenseparse:recs:publishtime", "originalpublicationdate", "article_date_original", "citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dcterms.date", "dc.date", "pubdate", "pub_date", "publish-date", "publish_date", "publishdate", "publication_date", "publication-date", "published-date", "date_published", "published_at", "displaydate", "timestamp", "date", "created", "article.created", "date.created"}
	modifiedNames  = []string{"article:modified_time", "datemodified", "og:updated_time", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "revised", "utime"}
	authorNames    = []string{"author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "article:author", "article:author_name", "citation_author", "twitter:creator:name"}
)

// readMetadata reads a page's metadata: linked data first, since sites make it
// for search engines with care, then Open Graph and meta elements, then what
// is marked in the page itself.
func readMetadata(root *html.Node, fetched string) metadata {
	tags := metaElements(root)
	m := metadata{address: ownAddress(canonical(root), tags["og:url"], fetched)}
	printed, shared, title := heading(root), first(tags["og:title"], tags["dc.title"], tags["twitter:title"]), titleOf(root)
	m.article = articleOf(linkedData(root), []string{m.address, fetched}, []string{printed, shared, title})
	ld := m.article
	m.site = first(tags["og:site_name"], ld.publisher, tags["application-name"], tags["dc.publisher"])
	m.headline = m.chooseHeadline(root, printed, ld.headline, shared, title)
	locked := strings.EqualFold(tags["isaccessibleforfree"], "false") || strings.EqualFold(tags["article:content_tier"], "locked")
	m.closed = (ld.closed || locked) && !shows(root)
	m.published = date.First(slices.Concat(ld.dates[:min(len(ld.dates), 3)], values(tags, publishedNames), markedTimes(root))...)
	if m.published == "" {
		m.published = date.First(slices.Concat(ld.dates, values(tags, modifiedNames))...)
	}
	m.readAuthors(root, ld.authors, tags, first(m.address, fetched))
	m.language = language(root, tags)
	m.tags = splitTags(first(strings.Join(ld.keywords, ","), tags["article:tag"], tags["news_keywords"], tags["keywords"]))
	return m
}

// values returns the meta elements of some names that are there.
func values(tags map[string]string, names []string) []string {
	var out []string
	for _, n := range names {
		if tags[n] != "" {
			out = append(out, tags[n])
		}
	}
	return out
}

// articleOf chooses among the articles of linked data the one that the page is:
// by its address, then by its headline, then the first. One that names another
// address and another headline is a teaser's.
func articleOf(articles []linked, addresses, headlines []string) linked {
	best, most := linked{}, -1
	for _, a := range articles {
		points := 0
		here := slices.ContainsFunc(a.addresses, func(x string) bool {
			return slices.ContainsFunc(addresses, func(y string) bool { return samePage(x, y) })
		})
		says := slices.ContainsFunc(headlines, func(h string) bool { return same(a.headline, h) || a.headline != "" && strings.Contains(h, a.headline) })
		if here {
			points += 2
		}
		if says {
			points++
		}
		elsewhere := slices.ContainsFunc(a.addresses, func(x string) bool { return pathOf(x) != "" })
		if points == 0 && a.headline != "" && elsewhere && first(headlines...) != "" && first(addresses...) != "" {
			continue
		}
		if points > most {
			best, most = a, points
		}
	}
	return best
}

// samePage reports whether two addresses are of one page.
func samePage(a, b string) bool {
	ua, errA := url.Parse(a)
	ub, errB := url.Parse(b)
	if errA != nil || errB != nil || pathOf(a) == "" {
		return false
	}
	return strings.TrimPrefix(ua.Hostname(), "www.") == strings.TrimPrefix(ub.Hostname(), "www.") && pathOf(a) == pathOf(b)
}

// pathOf returns what tells a page's address from the site's, "" for the site.
func pathOf(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return ""
	}
	path := strings.Trim(strings.TrimSuffix(u.Path, "index.html"), "/")
	if path == "" && u.RawQuery == "" {
		return ""
	}
	return path + "?" + u.RawQuery
}

// ownAddress returns the first address that is a page's own and not the site's.
func ownAddress(canonical, shared, fetched string) string {
	for _, a := range []string{canonical, shared} {
		if pathOf(a) != "" {
			return a
		}
	}
	if pathOf(fetched) != "" {
		return ""
	}
	return first(canonical, shared)
}

// readAuthors asks each source in turn for persons; the agencies that it names
// on the way are kept.
func (m *metadata) readAuthors(root *html.Node, said []author, tags map[string]string, address string) {
	site := hostName(address)
	var fromLinked []string
	for _, a := range said {
		if !a.house || len(text.TextAgencies(a.name)) > 0 {
			fromLinked = append(fromLinked, a.name)
		}
	}
	sources := [][]string{fromLinked}
	for _, n := range authorNames {
		if !strings.HasPrefix(tags[n], "http") {
			sources = append(sources, []string{tags[n]})
		}
	}
	sources = append(sources, markedAuthors(root))
	for _, source := range sources {
		names, agencies := text.Credits(m.site, source...)
		for _, a := range agencies {
			if !slices.Contains(m.authors, a) {
				m.authors = append(m.authors, a)
			}
		}
		names = slices.DeleteFunc(names, func(n string) bool { return site != "" && strings.ToLower(strings.ReplaceAll(n, " ", "")) == site })
		if len(names) > 0 {
			m.authors = append(names, m.authors...)
			return
		}
	}
}

// hostName returns the name that a site's host is registered under, without
// hyphens: "harbourledger" of "www.harbour-ledger.example".
func hostName(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	labels := strings.Split(strings.TrimPrefix(u.Hostname(), "www."), ".")
	if len(labels) < 2 {
		return ""
	}
	return strings.ReplaceAll(strings.ToLower(labels[0]), "-", "")
}

// chooseHeadline decides between what the page prints as its heading, what it
// says for search engines and what it says for sharing. The linked data count
// first: on 45 pages of the fundus set they are what its makers took in 40. A
// live blog's name the news of the moment for sharing. Without linked data the
// heading counts where it is the only one in an article, in the form for sharing
// where that only shortens it. The first heading of a page may be the site's
// name or a form's.
func (m *metadata) chooseHeadline(root *html.Node, printed, linked, shared, title string) string {
	linked, shared = m.cleanTitle(linked), m.cleanTitle(shared)
	for _, words := range []*string{&printed, &linked, &shared} {
		if m.isSite(*words) {
			*words = ""
		}
	}
	switch {
	case printed == "":
		return first(linked, shared, withoutHouse(m.cleanTitle(title)))
	case m.article.live && shared != "", linked == "" && shortens(shared, printed):
		return shared
	case linked != "" && !same(printed, linked):
		return linked
	case same(printed, linked), same(printed, shared), shared == "", onlyHeading(root):
		return printed
	}
	return shared
}

// shortens reports whether one title says in other words, most of them the
// same, what another says.
func shortens(short, title string) bool {
	const of, all = 7, 10
	fold := func(s string) []string {
		return strings.FieldsFunc(strings.ToLower(s), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
	}
	a, b := fold(short), fold(title)
	shared := 0
	for _, w := range a {
		if slices.Contains(b, w) {
			shared++
		}
	}
	return len(a) > 4 && len(a) <= len(b) && all*shared >= of*len(a)
}

// isSite reports whether words are the site's name.
func (m *metadata) isSite(words string) bool {
	return words != "" && (same(words, m.site) || text.IsOutlet(words) && len(strings.Fields(words)) <= 4)
}

// onlyHeading reports whether the page has one h1 and that stands in its
// article.
func onlyHeading(root *html.Node) bool {
	count := 0
	var h *html.Node
	each(root, func(n *html.Node) {
		if n.DataAtom == atom.H1 && !hidden(n) && len(strings.Fields(textOf(n))) > 2 {
			h = n
			count++
		}
	})
	return count == 1 && above(h, func(n *html.Node) bool { return n.DataAtom == atom.Article || n.DataAtom == atom.Main }) != nil
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
// one name the first counts, tags and authors apart, which are listed.
func metaElements(root *html.Node) map[string]string {
	out := map[string]string{}
	each(root, func(n *html.Node) {
		if n.DataAtom != atom.Meta {
			return
		}
		key := strings.ToLower(first(attribute(n, "property"), attribute(n, "name"), attribute(n, "itemprop"), attribute(n, "http-equiv")))
		value := attribute(n, "content")
		switch {
		case key == "" || value == "":
		case key == "article:tag" && out[key] != "":
			out[key] += "," + value
		case (key == "author" || key == "citation_author") && out[key] != "" && out[key] != value:
			out[key] += ";" + value
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

// above returns the nearest node above n that fits, nil if none does.
func above(n *html.Node, fits func(*html.Node) bool) *html.Node {
	for n = n.Parent; n != nil; n = n.Parent {
		if fits(n) {
			return n
		}
	}
	return nil
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

// heading returns the text of the page's first h1 of more than two words, or
// of the first.
func heading(root *html.Node) string {
	var all []string
	each(root, func(n *html.Node) {
		if n.DataAtom == atom.H1 && !hidden(n) {
			if words := textOf(n); words != "" {
				all = append(all, words)
			}
		}
	})
	if i := slices.IndexFunc(all, func(h string) bool { return len(strings.Fields(h)) > 2 }); i >= 0 {
		return all[i]
	}
	return first(all...)
}

// titleOf returns the text of the title element.
func titleOf(root *html.Node) string {
	n := find(root, func(n *html.Node) bool { return n.DataAtom == atom.Title && n.Namespace == "" })
	if n == nil || n.FirstChild == nil {
		return ""
	}
	return strings.Join(strings.Fields(n.FirstChild.Data), " ")
}

var titleParts = lazy(`\s+[|–—•·:»«-]+\s+|\s*[|»]\s*|:\s+`)

// cleanTitle takes the site's name off either end of a title.
func (m *metadata) cleanTitle(title string) string {
	parts := titleParts().FindAllStringIndex(title, -1)
	if len(parts) == 0 {
		return title
	}
	const least = 4 // words of a headline
	last := parts[len(parts)-1]
	if m.isHouse(title[last[1]:]) || text.IsSection(title[last[1]:]) && len(strings.Fields(title[:last[0]])) >= least {
		return m.cleanTitle(strings.TrimSpace(title[:last[0]]))
	}
	if front := parts[0]; m.isHouse(title[:front[0]]) {
		return m.cleanTitle(strings.TrimSpace(title[front[1]:]))
	}
	return title
}

// withoutHouse takes a name off the end of a page's title, where pages have
// the site's: "Seven rescued as river floods valley - The Ledger".
func withoutHouse(title string) string {
	const least = 4 // words of a headline
	parts := titleParts().FindAllStringIndex(title, -1)
	if len(parts) == 0 {
		return title
	}
	last := parts[len(parts)-1]
	if head := title[:last[0]]; len(strings.Fields(head)) >= least && !strings.HasPrefix(title[last[0]:], ":") && text.IsName(title[last[1]:]) {
		return strings.TrimSpace(head)
	}
	return title
}

// isHouse reports whether one end of a title is the site's name.
func (m *metadata) isHouse(part string) bool {
	part = strings.TrimSpace(part)
	if m.site == "" {
		return text.IsOutlet(part)
	}
	return same(part, m.site) || same(part, strings.TrimPrefix(m.site, "The ")) || text.IsOutlet(part) && same(strings.TrimPrefix(part, "The "), m.site)
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
