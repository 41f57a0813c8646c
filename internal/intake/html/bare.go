package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"wiredesk/internal/intake/text"
)

// elements counts the start tags of a document, up to a little above what is
// read as a page.
func elements(doc string) int {
	n := 0
	for i := strings.IndexByte(doc, '<'); i >= 0 && i+1 < len(doc); {
		c := doc[i+1] | 0x20
		if 'a' <= c && c <= 'z' {
			if n++; n > MaxElements {
				return n
			}
		}
		k := strings.IndexByte(doc[i+1:], '<')
		if k < 0 {
			break
		}
		i += 1 + k
	}
	return n
}

// maxTokens is the number of tokens up to which a tangled document is read.
const maxTokens = 2_000_000

// textOnly reads the text of a document without building its tree: title and
// paragraphs, scripts and styles left out.
func textOnly(doc string) page {
	z := html.NewTokenizer(strings.NewReader(doc))
	var p page
	var b strings.Builder
	skip, title := 0, false
	end := func() {
		if words := strings.Join(strings.Fields(b.String()), " "); words != "" {
			p.article.Paragraphs = append(p.article.Paragraphs, text.Paragraph{Text: words})
		}
		b.Reset()
	}
	for range maxTokens {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		switch kind {
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			tag := atom.Lookup(name)
			switch {
			case tag == atom.Title:
				title = kind == html.StartTagToken
			case dropped[tag] && tag != atom.Embed && kind == html.StartTagToken:
				skip++
			case dropped[tag] && kind == html.EndTagToken && skip > 0:
				skip--
			case blocks[tag]:
				end()
			}
		case html.TextToken:
			words := string(z.Text())
			if title {
				p.meta.headline += words
			} else if skip == 0 {
				b.WriteString(words)
				b.WriteByte(' ')
			}
		}
	}
	end()
	p.meta.headline = strings.Join(strings.Fields(p.meta.headline), " ")
	p.article.Headline = p.meta.headline
	return p
}
