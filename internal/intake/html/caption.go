package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"wiredesk"
	"wiredesk/internal/intake/text"
)

// maxPhotos is the number of captions that are read from one page; galleries
// go on for ever.
const maxPhotos = 40

// creditClass matches the names that sites give to the element of a credit.
var creditClass = lazy(`(?i)credit|copyright|photographer|byline|source|attribution|rights`)

// captions returns the photos of a page's figures that have a caption or
// credit, those in teasers of other articles left out, and the words that they
// print.
func captions(root *html.Node) (out []wiredesk.Photo, printed map[string]bool) {
	seen := map[string]bool{}
	printed = map[string]bool{}
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		switch n.DataAtom {
		case atom.Nav, atom.Aside, atom.Footer:
			return
		case atom.Figure:
			whole := textOf(n)
			if p, ok := photo(n); ok && !seen[string(p.Caption+p.Credit)] && len(out) < maxPhotos {
				seen[string(p.Caption+p.Credit)] = true
				out = append(out, p)
				for _, words := range []string{whole, string(p.Caption), string(p.Credit), strings.TrimSpace(string(p.Caption + " " + p.Credit))} {
					printed[words] = true
				}
			}
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	return out, printed
}

// photo reads one figure.
func photo(figure *html.Node) (wiredesk.Photo, bool) {
	caption := find(figure, func(n *html.Node) bool { return n.DataAtom == atom.Figcaption })
	if caption == nil && briefly(figure, 400) {
		caption = figure // its words stand in another element, or in none
	}
	if caption == nil || find(figure, func(n *html.Node) bool { return n.DataAtom == atom.Table || n.DataAtom == atom.Blockquote }) != nil {
		return wiredesk.Photo{}, false
	}
	credit := find(caption, func(n *html.Node) bool {
		return n.Type == html.ElementNode && n.DataAtom != atom.Figcaption && creditClass().MatchString(attribute(n, "class")+" "+attribute(n, "itemprop"))
	})
	var p wiredesk.Photo
	if credit != nil {
		words := textOf(credit)
		p = text.ReadCredit(strings.Trim(words, "()[]| "))
		credit.Parent.RemoveChild(credit)
		p.Caption = wiredesk.Optional(textOf(caption))
	} else {
		p = text.Caption(textOf(caption))
	}
	if img := find(figure, func(n *html.Node) bool { return n.DataAtom == atom.Img }); img != nil {
		if src := attribute(img, "src"); strings.HasPrefix(src, "https://") || strings.HasPrefix(src, "http://") {
			p.URL = wiredesk.Optional(src)
		}
	}
	return p, p.Caption+p.Credit != "" && len(p.Caption)+len(p.Credit) < 4000
}

// find returns the first node below n, n included, that fits; nil if none does.
func find(n *html.Node, fits func(*html.Node) bool) *html.Node {
	if fits(n) {
		return n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if f := find(c, fits); f != nil {
			return f
		}
	}
	return nil
}

// textOf returns the text below a node in one line.
func textOf(n *html.Node) string {
	var out []string
	for _, p := range paragraphs(n) {
		out = append(out, p.Text)
	}
	return strings.Join(out, " ")
}
