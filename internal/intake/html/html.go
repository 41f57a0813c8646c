// Package html reads the report out of a page of a news site.
package html

import (
	"net/url"
	"strings"
	"unicode"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"wiredesk"
	"wiredesk/internal/intake/text"
)

// Limits of a page.
const (
	MaxBytes    = 5 << 20 // of a page
	MaxElements = 60_000  // above it only the text is read; the largest of 300 news pages has 14,000
)

// Is reports whether a document is a page: it begins like one, or the transport
// says so and it holds elements.
func Is(doc, mediaType string) bool {
	head := strings.ToLower(doc[:min(len(doc), 2048)])
	head = strings.TrimLeft(head, "\ufeff \t\r\n")
	if !strings.HasPrefix(head, "<") {
		return strings.HasPrefix(mediaType, "text/html") && strings.Contains(head, "<") || strings.Contains(head, "<html")
	}
	for _, start := range []string{"<!doctype html", "<html", "<head", "<body", "<title", "<article", "<main", "<div", "<p>", "<p ", "<h1", "<meta", "<section", "<script", "<header"} {
		if strings.Contains(head, start) {
			return true
		}
	}
	return strings.HasPrefix(mediaType, "text/html") || strings.HasPrefix(mediaType, "application/xhtml")
}

// IsElement reports whether HTML has an element of some name.
func IsElement(name string) bool { return atom.Lookup([]byte(strings.ToLower(name))) != 0 }

// Parse reads the report of a page. address is where it was fetched from, ""
// if that is not known; name is how the page is called in a problem.
func Parse(name, address, doc string) ([]wiredesk.Report, []*wiredesk.Problem) {
	if len(doc) > MaxBytes {
		return nil, refuse(name, "the page is larger than 5 MiB", "save the article alone", wiredesk.ErrRefused)
	}
	p := read(doc, address)
	if !p.hasArticle() && len(p.days) == 0 {
		return nil, refuse(name, "there is no article on the page", "give the address of an article, or of a feed with `wiredesk add`", wiredesk.ErrInvalid)
	}
	r, cut := p.report(p.article, p.meta.published)
	if r.Published.Value == "" {
		r.Published = dateOfAddress(address + " " + p.meta.address)
	}
	if cut {
		return []wiredesk.Report{r}, refuse(name, "the article is longer than 500 KB and was cut", "save the rest as a report of its own", wiredesk.ErrRefused)
	}
	return append([]wiredesk.Report{r}, p.otherDays()...), nil
}

// report turns one article of the page into a report.
func (p page) report(article text.Article, published string) (r wiredesk.Report, cut bool) {
	r, cut = article.Read(text.Known{Outlet: p.meta.site, Published: published})
	r.URL = wiredesk.Optional(p.meta.address)
	r.Language = wiredesk.Optional(p.meta.language)
	r.Tags = append(r.Tags, p.meta.tags...)
	if p.meta.closed {
		r.Complete = false
	}
	return r, cut
}

// refuse returns one problem.
func refuse(name, reason, advice string, meaning error) []*wiredesk.Problem {
	return []*wiredesk.Problem{{Input: name, Reason: reason, Advice: advice, Err: meaning}}
}

// A page is what was found on a page.
type page struct {
	meta    metadata
	article text.Article
	days    []dayOf // the further days of a live blog
}

// read takes a page apart. One that is nested or tangled beyond what pages are
// is read as text alone.
func read(doc, address string) page {
	if elements(doc) > MaxElements {
		return textOnly(doc)
	}
	root, err := html.Parse(strings.NewReader(doc))
	if err != nil { // more than 512 nested elements
		return textOnly(doc)
	}
	p := page{meta: readMetadata(root, address)}
	prune(root)
	p.days = cutDays(root, p.meta.article.live, p.meta.published)
	line := printedLine(root)
	p.article.Headline = p.meta.headline
	p.article.Authors = p.meta.authors
	p.article.Photos, line = normalize(root), strings.TrimSpace(line)
	if content := extract(root, address); content != nil {
		p.article.Paragraphs = chunked(root, paragraphs(content))
	}
	if blob(p.article.Paragraphs) { // its text stands between the blocks
		wrapLines(root)
		p.article.Paragraphs = plain(root)
		if content := extract(root, address); content != nil && !blob(paragraphs(content)) {
			p.article.Paragraphs = paragraphs(content)
		}
	}
	if words(p.article.Paragraphs) < leastWords {
		p.article.Paragraphs = plain(root)
	}
	if said := Plain(p.meta.article.body).Paragraphs; 3*words(p.article.Paragraphs) < words(said) {
		p.article.Paragraphs = said
	}
	photos, printed := captions(root)
	for _, a := range markedAuthors(root) {
		printed[a] = true
	}
	p.article.Photos = append(p.article.Photos, photos...)
	p.article.Paragraphs = without(p.article.Paragraphs, printed)
	if line != "" {
		p.article.Paragraphs = append([]text.Paragraph{{Text: line}}, without(p.article.Paragraphs, map[string]bool{line: true})...)
	}
	return p
}

// extract finds the node that holds the article. It returns nil where there is
// none. The extractor is kept from panicking on a tree that nobody foresaw.
func extract(root *html.Node, address string) (content *html.Node) {
	defer func() {
		if recover() != nil {
			content = nil
		}
	}()
	from, _ := url.Parse(address)
	result, err := trafilatura.ExtractDocument(root, trafilatura.Options{
		OriginalURL:     from,
		ExcludeComments: true,
		HtmlDateMode:    trafilatura.Disabled,
	})
	if err != nil {
		return nil
	}
	return result.ContentNode
}

// leastWords is the number of words in whole sentences that make an article; a
// front page of teasers has hardly any.
const leastWords = 12

// hasArticle reports whether there is anything to read.
func (p page) hasArticle() bool { return words(p.article.Paragraphs) >= leastWords }

// longWord is the number of bytes of a word in scripts with spaces, more than
// which a text has only where it is in another script.
const longWord = 12

// words counts the words of paragraphs that end like sentences, or are long.
func words(paragraphs []text.Paragraph) int {
	n := 0
	for _, p := range paragraphs {
		f := len(strings.Fields(p.Text))
		if len(p.Text) > longWord*f {
			f = max(f, ideographs(p.Text)/2)
		}
		if f >= 30 || f >= 4 && strings.ContainsAny(p.Text[len(p.Text)-1:], ".!?\"')") || strings.HasSuffix(p.Text, "”") || strings.HasSuffix(p.Text, "…") || strings.HasSuffix(p.Text, "。") {
			n += f
		}
	}
	return n
}

// ideographs counts the characters of scripts that write no spaces, two to a
// word.
func ideographs(s string) (n int) {
	for _, c := range s {
		if unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) {
			n++
		}
	}
	return n
}

// without leaves out paragraphs that were printed as something else: a caption,
// a credit, a line of the date.
func without(paragraphs []text.Paragraph, printed map[string]bool) []text.Paragraph {
	var out []text.Paragraph
	for _, p := range paragraphs {
		if !printed[p.Text] {
			out = append(out, p)
		}
	}
	return out
}
