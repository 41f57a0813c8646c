package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"wiredesk"
	"wiredesk/internal/intake/text"
)

// normalize writes what pages do in odd ways as pages mostly do it, so that the
// extractor loses no words: rare elements become span or div, tables that lay
// out a page become div, an aside that holds the article too. It takes captions
// that stand outside of figures out of the tree and returns them.
func normalize(root *html.Node) []wiredesk.Photo {
	var photos []wiredesk.Photo
	named := names{}
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil; {
			next := c.NextSibling
			if c.Type == html.ElementNode {
				switch kind := named.of(c); {
				case kind.furniture && isFurniture(c):
					n.RemoveChild(c)
					c = next
					continue
				case kind.caption && isCaption(c) && len(photos) < maxPhotos:
					photos = append(photos, captionOutside(c))
					n.RemoveChild(c)
					c = next
					continue
				case isPost(c):
					quotePost(c)
				default:
					rename(c)
				}
			}
			walk(c)
			c = next
		}
	}
	walk(root)
	return photos
}

// furnitureClass matches the names that sites give to what stands between and
// below the paragraphs of an article and is none: lists of other reports, forms
// to subscribe, buttons to share.
var furnitureClass = lazy(`(?i)(?:^|[\s_-])(?:newsletters?|recirc\w*|most-?(?:read|popular|viewed)|related(?:-?(?:articles?|stories|posts|content|links|news|topics|box))?|latest-(?:news|stories|posts)\S*|more-(?:stories|news|from|on)|recommend(?:ed|ations)?|trending|outbrain|taboola\S*|read-?(?:next|more|also)|also-?read|up-next|sign-?up|promo(?:box|tion)?|social-?(?:share|media|buttons|links)?|share-?(?:bar|buttons?|tools|links)?|sharing|addthis\S*|author-?(?:bio|box|info)|cookie-?(?:banner|notice|consent))(?:$|[\s_-])`)

// names remembers what the names of elements say of them: a page has few, each
// many times.
type names map[string]nameKind

// A nameKind is what an element may be by its names.
type nameKind struct{ furniture, caption bool }

// of returns what an element may be by its class and id.
func (m names) of(n *html.Node) nameKind {
	key := attribute(n, "class") + " " + attribute(n, "id")
	if key == " " {
		return nameKind{}
	}
	kind, known := m[key]
	if !known {
		kind = nameKind{furnitureClass().MatchString(key), captionClass().MatchString(attribute(n, "class"))}
		m[key] = kind
	}
	return kind
}

// isFurniture reports whether an element that is such by its names holds no
// paragraph that is long enough to be the article's.
func isFurniture(n *html.Node) bool {
	const longest = 250 // bytes of a paragraph
	switch n.DataAtom {
	case atom.Html, atom.Body, atom.Main, atom.Article, atom.P, atom.H1, atom.Span, atom.A:
		return false
	}
	return find(n, func(c *html.Node) bool {
		return isHeading(c) || (c.DataAtom == atom.P || c.DataAtom == atom.Blockquote) && !briefly(c, longest) && strings.TrimSpace(textOf(c)) != ""
	}) == nil
}

// inline are the elements that stand within a line, besides those that are no
// elements of HTML.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Br: true, atom.Cite: true, atom.Code: true,
	atom.Data: true, atom.Del: true, atom.Dfn: true, atom.Em: true, atom.I: true, atom.Img: true, atom.Ins: true, atom.Kbd: true,
	atom.Mark: true, atom.Q: true, atom.S: true, atom.Samp: true, atom.Small: true, atom.Span: true, atom.Strong: true, atom.Sub: true,
	atom.Sup: true, atom.Time: true, atom.U: true, atom.Var: true, atom.Wbr: true, atom.Font: true, atom.Nobr: true, atom.Big: true, atom.Tt: true,
}

// odd are elements that extractors do not know or mistake, besides those that
// are no elements of HTML.
var odd = map[atom.Atom]bool{atom.Font: true, atom.Nobr: true, atom.Center: true, atom.Big: true, atom.Tt: true, atom.Data: true, atom.Bdi: true, atom.Bdo: true, atom.Wbr: true}

// inLine are elements that extractors leave out with their words, also where
// they stand within a line.
var inLine = map[atom.Atom]bool{atom.Blink: true, atom.Label: true, atom.Output: true, atom.Meter: true, atom.Slot: true, atom.Time: true, atom.Legend: true, atom.Summary: true, atom.Progress: true, atom.Picture: true}

// besides reports whether words stand beside a node in its line.
func besides(n *html.Node) bool {
	const least = 20 // bytes
	return n.Parent != nil && len(textOf(n.Parent)) >= len(textOf(n))+least
}

// rename makes an odd element one that the extractor knows.
func rename(n *html.Node) {
	switch {
	case inLine[n.DataAtom] && n.Parent != nil && (n.Parent.DataAtom == atom.P || inline[n.Parent.DataAtom]) && onlyInline(n) && besides(n):
		become(n, atom.Span)
	case odd[n.DataAtom], n.DataAtom == 0 && n.Namespace == "":
		if onlyInline(n) {
			become(n, atom.Span)
		} else {
			become(n, atom.Div)
		}
	case n.DataAtom == atom.Table && isLayout(n):
		flatten(n)
	case n.DataAtom == atom.Aside && holdsArticle(n):
		become(n, atom.Div)
	case n.DataAtom == atom.P && isLinkSentence(n):
		unlink(n)
	}
}

// become gives a node another element.
func become(n *html.Node, a atom.Atom) { n.DataAtom, n.Data = a, a.String() }

// onlyInline reports whether nothing but elements within a line stands below n.
func onlyInline(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && (c.DataAtom != 0 && !inline[c.DataAtom] || !onlyInline(c)) {
			return false
		}
	}
	return true
}

// isLayout reports whether a table lays out a page: it has no heads of columns,
// and a cell of it holds a heading, paragraphs, or a text.
func isLayout(table *html.Node) bool {
	const longCell = 400
	if find(table, func(n *html.Node) bool { return n.DataAtom == atom.Th || n.DataAtom == atom.Caption }) != nil {
		return false
	}
	return find(table, func(n *html.Node) bool {
		return n.DataAtom == atom.H1 || n.DataAtom == atom.Article || n.DataAtom == atom.Td && paragraphsIn(n) > 0 && !briefly(n, longCell)
	}) != nil
}

// paragraphsIn counts the paragraphs and breaks below a node.
func paragraphsIn(n *html.Node) (count int) {
	each(n, func(c *html.Node) {
		if c.DataAtom == atom.P || c.DataAtom == atom.Br {
			count++
		}
	})
	return count
}

// flatten makes a table's rows and cells div. Tables inside are looked at by
// themselves.
func flatten(table *html.Node) {
	become(table, atom.Div)
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch c.DataAtom {
			case atom.Table:
			case atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr, atom.Td:
				become(c, atom.Div)
				walk(c)
			}
		}
	}
	walk(table)
	wrapLines(table)
}

// wrapLines puts what stands between the blocks of a former cell into
// paragraphs of their own.
func wrapLines(n *html.Node) {
	var run []*html.Node
	end := func(before *html.Node) {
		const least = 40 // bytes of a line that may be part of the text
		size := 0
		for _, r := range run {
			size += len(strings.TrimSpace(textOf(r)))
		}
		if size >= least && n.DataAtom != atom.P {
			p := &html.Node{Type: html.ElementNode, DataAtom: atom.P, Data: "p"}
			n.InsertBefore(p, before)
			for _, r := range run {
				n.RemoveChild(r)
				p.AppendChild(r)
			}
		}
		run = nil
	}
	mixed := false
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		mixed = mixed || c.Type == html.ElementNode && blocks[c.DataAtom]
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode, c.Type == html.ElementNode && inline[c.DataAtom] && c.DataAtom != atom.Br && onlyInline(c):
			if mixed {
				run = append(run, c)
			}
		default:
			end(c)
			if c.Type == html.ElementNode && c.DataAtom != atom.P {
				wrapLines(c)
			}
		}
	}
	end(nil)
}

// holdsArticle reports whether a node holds the page's heading with a text
// below it.
func holdsArticle(n *html.Node) bool {
	const least = 3
	return find(n, isHeading) != nil && paragraphsIn(n) >= least
}

// leastLink is the number of words from which a paragraph that is all one link
// is a sentence of the report.
const leastLink = 16

// isLinkSentence reports whether a paragraph is all one link and a whole
// sentence, long enough to be no headline of another report.
func isLinkSentence(p *html.Node) bool {
	a := find(p, func(n *html.Node) bool { return n.DataAtom == atom.A })
	if a == nil {
		return false
	}
	words := textOf(p)
	return len(strings.Fields(words)) >= leastLink && words == textOf(a) && strings.ContainsAny(words[len(words)-1:], ".!?")
}

// unlink makes the links below a node plain words.
func unlink(n *html.Node) {
	each(n, func(c *html.Node) {
		if c.DataAtom == atom.A {
			become(c, atom.Span)
			c.Attr = nil
		}
	})
}

// captionClass matches the names that sites give to the element of a caption.
var captionClass = lazy(`(?i)(?:^|[\s_-])(?:(?:img|image|photo|thumb|media|pic)?(?:caption|cutline)|(?:photo|image|img|picture)-?_?desc(?:ription)?)(?:-?text|__text|-full|-wrap|-dd)?(?:$|\s)`)

// isCaption reports whether an element outside of any figure is the caption of
// a picture: by its class, with a picture beside it or around it.
func isCaption(n *html.Node) bool {
	if n.DataAtom == atom.Figcaption || !captionClass().MatchString(attribute(n, "class")) || !briefly(n, 700) ||
		find(n, func(c *html.Node) bool {
			return c != n && captionClass().MatchString(attribute(c, "class"))
		}) != nil {
		return false
	}
	if above(n, func(a *html.Node) bool {
		return a.DataAtom == atom.Figure || a.DataAtom == atom.Nav || a.DataAtom == atom.Aside || a.DataAtom == atom.Footer
	}) != nil {
		return false
	}
	const around = 3 // elements up to the one that holds the picture too
	for p, i := n.Parent, 0; p != nil && i < around; p, i = p.Parent, i+1 {
		if find(p, func(c *html.Node) bool {
			return c.DataAtom == atom.Img || c.DataAtom == atom.Video || c.DataAtom == atom.Picture
		}) != nil {
			return true
		}
	}
	return false
}

// captionOutside reads such a caption.
func captionOutside(n *html.Node) wiredesk.Photo {
	credit := find(n, func(c *html.Node) bool {
		return c != n && c.Type == html.ElementNode && creditClass().MatchString(attribute(c, "class")+" "+attribute(c, "itemprop"))
	})
	if credit == nil {
		return text.Caption(textOf(n))
	}
	p := text.ReadCredit(strings.Trim(textOf(credit), "()[]| "))
	credit.Parent.RemoveChild(credit)
	p.Caption = wiredesk.Optional(textOf(n))
	return p
}
