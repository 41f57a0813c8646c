package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"wiredesk/internal/intake/text"
)

// chunked returns the paragraphs of an article that a page has cut into several
// elements of one class, with advertisements between: the extractor takes one of
// them. It returns those found where there are no more.
func chunked(root *html.Node, found []text.Paragraph) []text.Paragraph {
	const more = 5 // quarters of the words found
	first := longest(found)
	if first == "" {
		return found
	}
	source := find(root, func(n *html.Node) bool {
		return n.DataAtom == atom.P && strings.HasPrefix(first, lead(n)) && textOf(n) == first
	})
	if source == nil {
		return found
	}
	class := attribute(source.Parent, "class")
	if class == "" || source.Parent.DataAtom == atom.Body {
		return found
	}
	var all []text.Paragraph
	count := 0
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.DataAtom == source.Parent.DataAtom && attribute(n, "class") == class && !apart(n) {
			count++
			all = append(all, paragraphs(n)...)
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	if count < 2 || 4*words(all) < more*words(found) {
		return found
	}
	return all
}

// longest returns the longest paragraph.
func longest(all []text.Paragraph) string {
	out := ""
	for _, p := range all {
		if len(p.Text) > len(out) {
			out = p.Text
		}
	}
	return out
}

// lead returns the first words of a node's text, which are cheap to compare.
func lead(n *html.Node) string {
	const bytes = 20
	t := find(n, func(c *html.Node) bool { return c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" })
	if t == nil {
		return "\x00"
	}
	words := strings.Join(strings.Fields(t.Data), " ")
	return words[:min(len(words), bytes)]
}

// blob reports whether what was found is one long paragraph without sentences,
// as extractors give where they find nothing and take the whole page.
func blob(found []text.Paragraph) bool {
	const least, perSentence = 200, 60 // words
	p := longest(found)
	n := len(strings.Fields(p))
	return n > least && n > perSentence*strings.Count(p, ". ")
}
