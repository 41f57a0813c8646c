package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"wiredesk"
	"wiredesk/internal/intake/date"
	"wiredesk/internal/intake/text"
)

// A live blog is many short reports on one page, each with a time of its own:
// "today" in one is not "today" in the next.

// A block is one post of a live blog as it stands on the page.
type block struct {
	id, published string
	article       text.Article
}

// postClass matches the names that sites give to the posts of a live blog.
var postClass = lazy(`(?i)(?:^|[\s_-])(?:block|post|entry|update|live-?(?:blog-?)?(?:post|entry|update|item))(?:$|\s)`)

// blocksOf returns the posts of a live blog: elements beside each other with a
// time of their own above words. There are none on a page that is no live blog.
func blocksOf(root *html.Node, live bool) []block {
	if !live {
		return nil
	}
	var out []block
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode && (n.DataAtom == atom.Article || postClass().MatchString(attribute(n, "class")) || strings.Contains(attribute(n, "itemtype"), "BlogPosting")) {
			if times := timesIn(n); len(times) == 1 {
				b := block{id: attribute(n, "id"), published: times[0], article: postOf(n)}
				if words(b.article.Paragraphs) > 0 {
					out = append(out, b)
				}
				return
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	return out
}

// timesIn returns the different times that time elements below a node give.
func timesIn(n *html.Node) []string {
	var out []string
	each(n, func(c *html.Node) {
		if c.DataAtom != atom.Time {
			return
		}
		if d := date.Local(first(attribute(c, "datetime"), textOf(c))); d != "" && (len(out) == 0 || out[len(out)-1] != d) {
			out = append(out, d)
		}
	})
	return out
}

// postOf reads one post: its heading, and its words without its time.
func postOf(n *html.Node) text.Article {
	var a text.Article
	times := map[string]bool{}
	each(n, func(c *html.Node) {
		if c.DataAtom == atom.Time {
			times[textOf(c)] = true
		}
	})
	for _, p := range without(paragraphs(n), times) {
		if p.Subhead && a.Headline == "" && len(a.Paragraphs) == 0 {
			a.Headline = p.Text
			continue
		}
		a.Paragraphs = append(a.Paragraphs, p)
	}
	return a
}

// posts returns the reports of a live blog, those of the page's linked data
// where the page has none to be told apart. It is nil for any other page.
func (p page) posts() []wiredesk.Report {
	blocks := p.blocks
	if said := p.meta.article; len(blocks) < 2 && said.live {
		blocks = nil
		for _, post := range said.posts {
			a := Plain(post.body)
			a.Headline = post.headline
			blocks = append(blocks, block{published: date.Local(post.date), article: a})
		}
	}
	if len(blocks) < 2 {
		return nil
	}
	var out []wiredesk.Report
	for _, b := range blocks {
		b.article.Headline = first(b.article.Headline, p.article.Headline)
		b.article.Authors = p.article.Authors
		r, _ := p.report(b.article, first(b.published, p.meta.published))
		if b.id != "" && r.URL != "" {
			r.URL += wiredesk.Optional("#" + b.id)
		}
		if strings.TrimSpace(r.Text) != "" {
			out = append(out, r)
		}
	}
	return out
}
