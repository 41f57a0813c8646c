package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"wiredesk/internal/intake/text"
)

// What a page marks as its own by element, attribute or class: who wrote it,
// and when. Teasers of other articles mark the same; what stands in the page's
// furniture is left out.

var (
	bylineClass = lazy(`(?i)(?:^|[\s_-])(?:byline|author(?:-name|__name|-link|s)?|article-author|post-author)(?:$|\s)`)
	teaserClass = lazy(`(?i)(?:^|[\s_-])(?:related|teasers?|sidebar|latest|popular|most-?read|trending|recommend(?:ed|ations)?|comments?|promo|newsletter|breadcrumbs?|more-(?:news|stories|from)|read-?next|read-?more|card|widget)(?:$|[\s_-])`)
)

// apart reports whether a node stands in a page's furniture.
func apart(n *html.Node) bool {
	return above(n, func(a *html.Node) bool {
		switch a.DataAtom {
		case atom.Nav, atom.Aside, atom.Footer:
			return true
		case atom.Article, atom.Main, atom.Body, atom.Html:
			return false
		}
		return teaserClass().MatchString(attribute(a, "class")+" "+attribute(a, "id")) && find(a, isHeading) == nil
	}) != nil
}

// isHeading reports whether a node is a heading of the first order.
func isHeading(n *html.Node) bool { return n.DataAtom == atom.H1 && !hidden(n) }

// home returns the element that holds the page's heading and its text: the
// article or main part around the first h1, else the first of these.
func home(root *html.Node) *html.Node {
	whole := func(n *html.Node) bool { return n.DataAtom == atom.Article || n.DataAtom == atom.Main }
	if h := find(root, isHeading); h != nil {
		if a := above(h, whole); a != nil {
			return a
		}
	}
	return nil
}

// markedAuthors returns the texts of the elements that the page marks as its
// author: by itemprop, by rel, or by class.
func markedAuthors(root *html.Node) []string {
	inside := home(root)
	if inside == nil {
		inside = root
	}
	by := func(fits func(*html.Node) bool) []string {
		var out []string
		var walk func(n *html.Node)
		walk = func(n *html.Node) {
			if n.Type == html.ElementNode && n.DataAtom != atom.Meta && n.DataAtom != atom.Link && fits(n) && !apart(n) {
				if briefly(n, 200) && len(out) < 12 {
					out = append(out, linesOf(n))
				}
				return
			}
			for c := n.FirstChild; c != nil; c = c.NextSibling {
				walk(c)
			}
		}
		walk(inside)
		return out
	}
	if out := by(func(n *html.Node) bool {
		return attribute(n, "itemprop") == "author" || attribute(n, "itemprop") == "creator"
	}); len(out) > 0 {
		return out
	}
	if out := by(func(n *html.Node) bool { return strings.Contains(attribute(n, "rel"), "author") }); len(out) > 0 {
		return out
	}
	out := by(func(n *html.Node) bool { return bylineClass().MatchString(attribute(n, "class")) })
	return out[:min(len(out), 1)]
}

// linesOf returns the text below a node, its blocks parted by bars.
func linesOf(n *html.Node) string {
	var out []string
	for _, p := range paragraphs(n) {
		out = append(out, p.Text)
	}
	return strings.Join(out, " | ")
}

// markedTimes returns the times that the page marks as its publication, the
// surest first: by itemprop, then the time elements of the article, then those
// that stand in no furniture.
func markedTimes(root *html.Node) []string {
	var published, own, other []string
	inside := home(root)
	seen := inside != nil || find(root, isHeading) == nil // of two headings, what stands above the first is not the article's
	each(root, func(n *html.Node) {
		if n.Type != html.ElementNode {
			return
		}
		seen = seen || isHeading(n)
		value := first(attribute(n, "datetime"), attribute(n, "content"), attribute(n, "title"))
		switch {
		case strings.EqualFold(attribute(n, "itemprop"), "datePublished") && !apart(n):
			published = append(published, first(value, textOf(n)))
		case n.DataAtom != atom.Time && !strings.Contains(attribute(n, "class"), "published") || n.DataAtom != atom.Time && value == "" || apart(n):
		case strings.Contains(attribute(n, "itemprop"), "odified") || strings.Contains(attribute(n, "class"), "updated") && !strings.Contains(attribute(n, "class"), "published"):
		case inside != nil && within(n, inside):
			own = append(own, first(value, textOf(n)))
		case seen && inside == nil:
			other = append(other, first(value, textOf(n)))
		}
	})
	return append(append(published, own...), other...)
}

// within reports whether a node stands below another.
func within(n, root *html.Node) bool {
	return above(n, func(a *html.Node) bool { return a == root }) != nil
}

// shortLine is the number of bytes beyond which an element is no line of a date.
const shortLine = 110

// printedLine returns the line of the page that prints when it was published,
// "" if there is none: the first below the heading and above the text.
func printedLine(root *html.Node) string {
	started, done, line := find(root, isHeading) == nil, false, ""
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if done {
			return
		}
		switch {
		case n.DataAtom == atom.Nav, n.DataAtom == atom.Aside, n.DataAtom == atom.Footer, n.DataAtom == atom.Head:
			return
		case isHeading(n):
			started = true
			return
		case started && n.Type == html.ElementNode && !teaserClass().MatchString(attribute(n, "class")):
			short := briefly(n, shortLine)
			switch {
			case !short && n.DataAtom == atom.P:
				done = true // the text begins
				return
			case short && text.IsDateLine(textOf(n)):
				line, done = textOf(n), true
				return
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	return line
}

// briefly reports whether there are words below a node, and no more than some
// bytes of them.
func briefly(n *html.Node, most int) bool {
	left := most
	var walk func(n *html.Node) bool
	walk = func(n *html.Node) bool {
		if n.Type == html.TextNode {
			left -= len(strings.TrimSpace(n.Data))
		}
		for c := n.FirstChild; c != nil && left >= 0; c = c.NextSibling {
			if !unread[c.DataAtom] && !walk(c) {
				return false
			}
		}
		return left >= 0
	}
	return walk(n) && left < most
}

// shows reports whether the elements that a page marks as closed to most hold a
// text all the same, as pages with a meter do.
func shows(root *html.Node) bool {
	const enough = 60
	n := find(root, func(n *html.Node) bool {
		return n.Type == html.ElementNode && strings.Contains(strings.ToLower(attribute(n, "class")), "paywall") && len(strings.Fields(textOf(n))) >= enough
	})
	return n != nil
}
