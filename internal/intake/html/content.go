package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"wiredesk/internal/intake/text"
)

// blocks are the elements that begin a paragraph of their own.
var blocks = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Section: true, atom.Article: true, atom.Main: true, atom.Header: true, atom.Footer: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Li: true, atom.Ul: true, atom.Ol: true,
	atom.Blockquote: true, atom.Pre: true, atom.Table: true, atom.Tr: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Hr: true,
	atom.Figure: true, atom.Figcaption: true, atom.Body: true, atom.Aside: true, atom.Nav: true, atom.Form: true, atom.Address: true,
}

// A flow gathers the paragraphs of a tree.
type flow struct {
	out     []text.Paragraph
	b       strings.Builder
	breaks  int
	subhead bool
}

// paragraphs returns the paragraphs below a node, in order.
func paragraphs(n *html.Node) []text.Paragraph {
	var f flow
	f.walk(n)
	f.end()
	return f.out
}

// walk adds what stands below a node. The extractor makes elements of its own
// that have a name and no atom, so names count.
func (f *flow) walk(n *html.Node) {
	tag := atom.Lookup([]byte(n.Data))
	switch {
	case n.Type == html.TextNode:
		if strings.TrimSpace(n.Data) != "" {
			f.breaks = 0
		}
		f.b.WriteString(n.Data)
		return
	case n.Type == html.CommentNode || n.Type == html.ElementNode && unread[tag]:
		return
	case tag == atom.Br:
		// Two breaks in a row part paragraphs; one is white space.
		if f.breaks++; f.breaks == 2 {
			f.end()
		}
		f.b.WriteByte(' ')
		return
	}
	if blocks[tag] {
		f.end()
	}
	if headings[tag] {
		f.subhead = true
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		f.walk(c)
	}
	if tag == atom.Td || tag == atom.Th {
		f.b.WriteByte(' ')
	}
	if blocks[tag] {
		f.end()
	}
	if headings[tag] {
		f.subhead = false
	}
}

// headings are the elements of crossheads.
var headings = map[atom.Atom]bool{atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true}

// end closes the paragraph under way.
func (f *flow) end() {
	words := strings.Join(strings.Fields(f.b.String()), " ")
	f.b.Reset()
	f.breaks = 0
	if words != "" {
		f.out = append(f.out, text.Paragraph{Text: words, Subhead: f.subhead})
	}
}

// plain returns the paragraphs of a page that the extractor found nothing on:
// those of p elements that hold a sentence, outside of navigation and forms.
func plain(root *html.Node) []text.Paragraph {
	var out []text.Paragraph
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		switch n.DataAtom {
		case atom.Nav, atom.Footer, atom.Aside, atom.Form, atom.Button, atom.Figure:
			return
		case atom.P:
			for _, p := range paragraphs(n) {
				if len(strings.Fields(p.Text)) >= 4 {
					out = append(out, p)
				}
			}
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	return out
}

// Fragment returns the paragraphs of a piece of mark-up, as feeds carry it,
// with the captions of its figures. Mark-up that cannot be parsed is read as
// text alone.
func Fragment(markup string) text.Article {
	if !strings.ContainsAny(markup, "<&") {
		return Plain(markup)
	}
	if elements(markup) > MaxElements {
		return textOnly(markup).article
	}
	// XHTML closes in itself what HTML would let run on to the end.
	root, err := html.Parse(strings.NewReader(selfClosed().ReplaceAllString(markup, "<$1$2></$1>")))
	if err != nil {
		return textOnly(markup).article
	}
	prune(root)
	photos := normalize(root)
	more, printed := captions(root)
	return text.Article{Paragraphs: without(paragraphs(root), printed), Photos: append(photos, more...)}
}

var selfClosed = lazy(`(?i)<(iframe|object|script|style|textarea|title|noscript|video|audio|div|span|p|a)\b([^<>]*)/>`)

// Plain returns the paragraphs of plain text, which empty lines part.
func Plain(words string) text.Article {
	var out []text.Paragraph
	for _, l := range strings.Split(words, "\n\n") {
		if l = strings.Join(strings.Fields(l), " "); l != "" {
			out = append(out, text.Paragraph{Text: l})
		}
	}
	return text.Article{Paragraphs: out}
}
