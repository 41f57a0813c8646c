// Package feed holds what all feed formats share: a feed with its items, the
// limits of both, and how an item becomes a report.
package feed

import (
	_ "embed"
	"fmt"
	stdhtml "html"
	"net/url"
	"strings"
	"sync"
	"unicode/utf8"

	"wiredesk"
	"wiredesk/internal/intake/date"
	"wiredesk/internal/intake/html"
	"wiredesk/internal/intake/pattern"
	"wiredesk/internal/intake/text"
	"wiredesk/internal/lexicon"
)

// Limits of a feed.
const (
	MaxItems = 5000
	MaxItem  = 1 << 20 // bytes of one item
	MaxTitle = 1000    // runes of a title; the rest is cut
)

// A Feed is a feed as it was received, whatever its format.
type Feed struct {
	Title    string
	Link     string // the address of the site
	Language string
	Items    []Item
}

// An Item is one entry of a feed. Title may hold character references, Summary
// and Content mark-up.
type Item struct {
	GUID      string
	Link      string
	Title     string
	Summary   string // what the feed shows of the report
	Content   string // the report itself, "" where the feed has only a summary
	Plain     bool   // Summary and Content are plain text
	Authors   []string
	Published string // as the feed gives it
	Updated   string
	Source    string // the outlet that the feed says the item is from
	Tags      []string
	Language  string
	Photos    []wiredesk.Photo
}

// Reports turns the items of a feed into reports. name is how the feed is
// called in a problem. Items that hold nothing or too much are problems of
// their own, an item that stands twice is read once, and the others are read.
func (f Feed) Reports(name string) ([]wiredesk.Report, []*wiredesk.Problem) {
	if len(f.Items) == 0 {
		return nil, []*wiredesk.Problem{{Input: name, Reason: "the feed has no items", Advice: "check its address in a browser, or wait until it has some", Err: wiredesk.ErrInvalid}}
	}
	var reports []wiredesk.Report
	var problems []*wiredesk.Problem
	refuse := func(i int, reason, advice string, meaning error) {
		problems = append(problems, &wiredesk.Problem{Input: fmt.Sprintf("%s, item %d", name, i+1), Reason: reason, Advice: advice, Err: meaning})
	}
	seen := map[string]bool{}
	for i, item := range f.Items {
		if i == MaxItems {
			refuse(i, fmt.Sprintf("the feed has more than %d items; this one and the rest were left out", MaxItems), "ask the outlet for a shorter feed", wiredesk.ErrRefused)
			break
		}
		if n := len(item.Content) + len(item.Summary) + len(item.Title); n > MaxItem {
			refuse(i, "the item is larger than 1 MiB", "fetch the report from its own address", wiredesk.ErrRefused)
			continue
		}
		r, cut := f.report(item)
		key := string(r.GUID) + "\x00" + string(r.URL) + "\x00" + r.Text
		switch {
		case strings.TrimSpace(r.Text) == "":
			refuse(i, "the item has neither a title nor a text", "none is needed: the other items were read", wiredesk.ErrInvalid)
		case seen[key]:
		default:
			seen[key] = true
			reports = append(reports, r)
			if cut {
				refuse(i, "the article is longer than 500 KB and was cut", "fetch the report from its own address", wiredesk.ErrRefused)
			}
		}
	}
	return reports, problems
}

// report turns one item into a report. cut says that it lost its end.
func (f Feed) report(item Item) (r wiredesk.Report, cut bool) {
	if title, ok := strings.CutSuffix(Title(item.Title), " - "+item.Source); ok && item.Source != "" {
		item.Title = title
	}
	if aggregates(f.Title) {
		item = item.collected()
	}
	article := item.article()
	known := text.Known{Outlet: first(item.Source, Outlet(f.Title)), Published: date.First(item.Published, item.Updated)}
	if own := Outlet(f.Title); own != "" && text.IsAgency(item.Source) && !text.IsAgency(own) && !aggregates(f.Title) {
		// The outlet says whose text it carries. Where a collection of other outlets' reports says so, that is who published it.
		known.Outlet, known.Agencies = own, []string{text.Agency(item.Source)}
	}
	r, cut = article.Read(known)
	if item.Content == "" && (cutForm().MatchString(r.Text) || aggregates(f.Title) && len(r.Body) == 0) {
		r.Complete = false
	}
	r.GUID = wiredesk.Optional(item.GUID)
	r.URL = wiredesk.Optional(absolute(item.Link, f.Link))
	r.Tags = append(r.Tags, item.Tags...)
	r.Language = wiredesk.Optional(twoLetters(first(item.Language, f.Language)))
	return r, cut
}

//go:embed lexicon/aggregators.txt
var aggregatorsFile []byte

// aggregators are sites that only collect what others publish, in lower case.
var aggregators = sync.OnceValue(func() map[string]bool { return lexicon.Set(aggregatorsFile) })

// aggregates reports whether a feed's title names such a site.
func aggregates(title string) bool {
	title = strings.ToLower(title)
	for name := range aggregators() {
		if strings.Contains(title, name) {
			return true
		}
	}
	return false
}

// cutForm matches the end of a summary that was cut.
var cutForm = pattern.Lazy(`(?:…|\.{3}|\[…\]|\[\.{3}\])\s*$`)

// article puts headline, authors, text and photos of an item together.
func (item Item) article() text.Article {
	markup := Decoded(item.Content)
	if markup == "" {
		markup = Decoded(item.Summary)
	}
	if item.Plain && !strings.Contains(markup, "</") {
		markup = stdhtml.EscapeString(markup)
	}
	a := html.Fragment(withParagraphs(markup))
	a.Headline = Title(item.Title)
	a.Authors = item.Authors
	a.Photos = append(a.Photos, item.Photos...)
	return a
}

// Title returns a title as text: mark-up and character references read, on one
// line, cut at MaxTitle.
func Title(words string) string {
	for range 2 { // titles are escaped once, or twice by mistake
		if !strings.ContainsAny(words, "<&") {
			break
		}
		var parts []string
		for _, p := range html.Fragment(words).Paragraphs {
			parts = append(parts, p.Text)
		}
		words = strings.Join(parts, " ")
	}
	words = strings.Join(strings.Fields(words), " ")
	if utf8.RuneCountInString(words) > MaxTitle {
		words = string([]rune(words)[:MaxTitle])
	}
	return words
}

var (
	titleParts  = pattern.Lazy(`\s+[|–—»>:-]+\s+|\s*[|»]\s*|:\s+`)
	sectionForm = pattern.Lazy(`(?i)^(?:rss|feed|rss feed|latest|latest news|news|top stories|top news|headlines|home|home page|world|world news|international|politics|business|uk|us|all|articles|front page|breaking news|[a-z ]+ news)$`)
)

// Outlet returns the outlet that a feed's title names: the title, without the
// name of a section behind it ("Harbour Post - World").
func Outlet(title string) string {
	title = Title(title)
	if m := titleParts().FindStringIndex(title); m != nil && m[0] > 0 && sectionForm().MatchString(title[m[1]:]) {
		return title[:m[0]]
	}
	return title
}

// absolute resolves an item's address against the site's. What is no address
// of a page ("javascript:...") is left out.
func absolute(link, site string) string {
	u, err := url.Parse(strings.TrimSpace(link))
	if err != nil || link == "" {
		return ""
	}
	if base, err := url.Parse(site); err == nil {
		u = base.ResolveReference(u)
	}
	if u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}

// first returns the first of the values that is not blank.
func first(values ...string) string {
	for _, v := range values {
		if v = strings.TrimSpace(v); v != "" {
			return v
		}
	}
	return ""
}

// twoLetters returns the two letters of a language code such as en-GB.
func twoLetters(code string) string {
	code, _, _ = strings.Cut(strings.ToLower(strings.ReplaceAll(code, "_", "-")), "-")
	if len(code) != 2 {
		return ""
	}
	return code
}

var (
	mailFirst = pattern.Lazy(`^\S+@\S+\s*\((.+)\)$`)         // me@post.example (Jane Doe)
	mailLast  = pattern.Lazy(`^(.+?)\s*[<(]\s*\S+@\S+[>)]$`) // Jane Doe <me@post.example>
	mailOnly  = pattern.Lazy(`^\S+@\S+$`)
)

// Authors returns what a feed gives as authors, addresses left out.
func Authors(values ...string) []string {
	var out []string
	for _, v := range values {
		v = Title(strings.TrimSpace(v))
		if m := mailFirst().FindStringSubmatch(v); m != nil {
			v = m[1]
		} else if m := mailLast().FindStringSubmatch(v); m != nil {
			v = m[1]
		}
		if v != "" && !mailOnly().MatchString(v) && len(v) <= 300 {
			out = append(out, v)
		}
	}
	return out
}
