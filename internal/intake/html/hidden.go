package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// unread are elements whose content no reader sees as text.
var unread = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Template: true, atom.Noscript: true, atom.Iframe: true, atom.Svg: true, atom.Math: true,
	atom.Object: true, atom.Embed: true, atom.Canvas: true, atom.Audio: true, atom.Video: true, atom.Select: true, atom.Textarea: true,
	atom.Button: true, atom.Input: true, atom.Dialog: true, atom.Datalist: true, atom.Noframes: true, atom.Frameset: true,
}

// hiddenStyle matches inline styles that hide an element from readers.
var hiddenStyle = lazy(`(?i)(?:^|;|\s)(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$|!)|font-size\s*:\s*0(?:px|em|rem|pt|%)?\s*(?:;|$|!)|(?:text-indent|left|top)\s*:\s*-\d{4,}px|clip\s*:\s*rect\(\s*0)`)

// whiteStyle matches inline styles that write white or nothing on a page that
// is white unless said otherwise.
var whiteStyle = lazy(`(?i)(?:^|;|\s)color\s*:\s*(?:#fff(?:fff)?\b|white\b|transparent\b|rgba?\(\s*255\s*,\s*255\s*,\s*255)`)

// hiddenClass matches the names under which style sheets hide text.
var hiddenClass = lazy(`(?i)^(?:hidden|hide|d-none|visually-?hidden|sr-only|screen-reader-text|screenreader-only|is-hidden|u-hidden|offscreen|tooltip-?_*(?:text|content|body)|popover(?:-?_*(?:text|content|body))?|hovercard|rollover-(?:\w+-)?block)$`)

// prune takes out of a tree what no reader sees: comments, scripts, and what
// is hidden by attribute, class or inline style. Such words never become body.
func prune(n *html.Node) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if c.Type == html.CommentNode || c.Type == html.ElementNode && (dropped[c.DataAtom] || hidden(c) && !fadedIn(c)) {
			n.RemoveChild(c)
		} else {
			prune(c)
		}
		c = next
	}
}

// dropped are the elements of unread that are taken out before the article is
// looked for; the extractor knows best what to do with the others.
var dropped = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Template: true, atom.Noscript: true, atom.Iframe: true, atom.Svg: true, atom.Math: true,
	atom.Object: true, atom.Embed: true, atom.Noframes: true, atom.Frameset: true, atom.Textarea: true, atom.Select: true,
}

// hidden reports whether an element is hidden from readers.
func hidden(n *html.Node) bool {
	if n.DataAtom == atom.Html || n.DataAtom == atom.Body || n.DataAtom == atom.Head {
		return false // pages that show themselves by script
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			if a.Val != "until-found" {
				return true
			}
		case "aria-hidden":
			// Icons and doubles for the eye; a headline is never among them.
			if a.Val == "true" {
				return true
			}
		case "style":
			style := a.Val
			if hiddenStyle().MatchString(style) || whiteStyle().MatchString(style) && !strings.Contains(strings.ToLower(style), "background") {
				return true
			}
		case "class":
			for _, class := range strings.Fields(a.Val) {
				if hiddenClass().MatchString(class) {
					return true
				}
			}
		}
	}
	return false
}

// fadeStyle matches the styles with which scripts let a whole article appear.
var fadeStyle = lazy(`(?i)(?:^|;|\s)(?:opacity|visibility)\s*:`)

// fadedIn reports whether an element that is hidden holds the article, which a
// script shows when the page is loaded: a heading of the first order or an
// article, with paragraphs.
func fadedIn(n *html.Node) bool {
	if !fadeStyle().MatchString(attribute(n, "style")) {
		return false
	}
	holds := n.DataAtom == atom.Article || n.DataAtom == atom.Main || find(n, func(c *html.Node) bool {
		return c.DataAtom == atom.Article || c.DataAtom == atom.Main || c.DataAtom == atom.H1
	}) != nil
	const least = 3
	count := 0
	each(n, func(c *html.Node) {
		if c.DataAtom == atom.P {
			count++
		}
	})
	return holds && count >= least
}

// attribute returns the value of an attribute, "" if there is none.
func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
