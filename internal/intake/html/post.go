package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// embedClass matches the names that networks give to a post in a page.
var embedClass = lazy(`(?i)(?:^|\s)(?:twitter-tweet|twitter-video|instagram-media|fb-post|tiktok-embed|bluesky-embed|mastodon-embed|truthsocial-embed)(?:$|\s)`)

// isPost reports whether an element is the post of somebody else, shown whole.
func isPost(n *html.Node) bool {
	return n.DataAtom == atom.Blockquote && embedClass().MatchString(attribute(n, "class"))
}

// signForm matches what stands below a post: "— Lena Kord (@lenak) February 7,
// 2012".
var signForm = lazy(`^\s*[—–-]+\s*(.{1,80}?)\s*\(@?([\w.@-]{1,60})\)\s*(.*)$`)

// quotePost writes a post as a quotation of its author, so that its words are
// nobody else's: “Nine dead” — Lena Kord (@lenak). A post without an author
// keeps its words as they are.
func quotePost(n *html.Node) {
	var said []string
	var by []string
	for _, p := range paragraphs(n) {
		if m := signForm().FindStringSubmatch(p.Text); m != nil && by == nil {
			by = m
			continue
		}
		said = append(said, p.Text)
	}
	if by == nil || len(said) == 0 {
		return
	}
	quote := strings.NewReplacer("“", "‘", "”", "’", `"`, "'").Replace(strings.Join(said, " "))
	line := "“" + quote + "” — " + strings.TrimSpace(by[1]) + " (@" + strings.TrimPrefix(by[2], "@") + ")"
	for c := n.FirstChild; c != nil; c = n.FirstChild {
		n.RemoveChild(c)
	}
	become(n, atom.P)
	n.Attr = nil
	n.AppendChild(&html.Node{Type: html.TextNode, Data: line})
}
