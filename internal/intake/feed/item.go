package feed

import (
	"encoding/base64"
	"strings"
	"unicode/utf8"

	"wiredesk/internal/intake/html"
	"wiredesk/internal/intake/pattern"
)

// Decoded returns what a feed packs: it decodes content that is base64 and nothing else, as some feeds
// send it without the parser having noticed.
func Decoded(words string) string {
	const least = 40
	packed := strings.Join(strings.Fields(words), "")
	if len(packed) < least || len(packed)%4 != 0 || len(strings.Fields(words)) > 1+len(packed)/40 {
		return words
	}
	raw, err := base64.StdEncoding.DecodeString(packed)
	if err != nil || !utf8.Valid(raw) || strings.ContainsFunc(string(raw), func(c rune) bool { return c < ' ' && c != '\n' && c != '\r' && c != '\t' }) {
		return words
	}
	return string(raw)
}

var (
	paragraphForm = pattern.Lazy(`(?i)<(?:p|div|br|li|h[1-6]|blockquote|table)\b`)
	captionForm   = pattern.Lazy(`(?s)\[caption\b[^\]]*\](.*?)\[/caption\]`)
	shortcodeForm = pattern.Lazy(`\[/?(?:caption|gallery|embed|audio|video|playlist|youtube|twitter|tweet|instagram|vc_\w+|et_pb_\w+)\b[^\]]*\]`)
)

// withParagraphs writes content as WordPress keeps it, with empty lines between
// paragraphs and codes for what is put in, as mark-up.
func withParagraphs(markup string) string {
	markup = captionForm().ReplaceAllString(markup, "<figure>$1</figure>\n\n")
	markup = shortcodeForm().ReplaceAllString(markup, "")
	if !paragraphForm().MatchString(markup) {
		markup = strings.ReplaceAll(strings.ReplaceAll(markup, "\r\n", "\n"), "\n\n", "<p>")
	}
	return markup
}

// collected reads an item of a site that collects what others publish. Its title
// names the outlet behind the headline, and its summary is a list of headlines:
// its own once more, and those of other outlets, which are no words of this one.
func (item Item) collected() Item {
	title := Title(item.Title)
	if i := strings.LastIndex(title, " - "); i > 0 && (item.Source == "" || strings.EqualFold(strings.TrimSpace(title[i+3:]), item.Source)) {
		item.Title = title[:i]
		if item.Source == "" {
			item.Source = strings.TrimSpace(title[i+3:])
		}
	}
	if onlyLinks(item.Summary) {
		item.Summary = ""
	}
	if onlyLinks(item.Content) {
		item.Content = ""
	}
	return item
}

var linkForm = pattern.Lazy(`(?is)<a\b.*?</a>(?:(?:\s|&nbsp;|<[^a][^>]*>)*<font\b[^>]*>.*?</font>)?`)

// onlyLinks reports whether mark-up is a list of links and nothing besides.
func onlyLinks(markup string) bool {
	const most = 8 // words between the links
	if !linkForm().MatchString(markup) {
		return false
	}
	left := 0
	for _, p := range html.Fragment(linkForm().ReplaceAllString(markup, " ")).Paragraphs {
		left += len(strings.Fields(p.Text))
	}
	return left <= most
}
