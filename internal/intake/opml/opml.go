// Package opml reads lists of feeds.
package opml

import (
	"encoding/xml"
	"io"
	"strings"

	"wiredesk"
	"wiredesk/internal/intake/markup"
)

// MaxOutlines is the number of outlines beyond which a list is refused.
const MaxOutlines = 10_000

// A Subscription is a feed that a list names.
type Subscription struct {
	Title string
	URL   string // of the feed
	Site  string
}

// Is reports whether a document is an OPML list.
func Is(doc string) bool {
	return strings.HasPrefix(strings.TrimLeft(doc, "\ufeff \t\r\n"), "<") && strings.EqualFold(markup.Root(doc), "opml")
}

// Parse returns the feeds of a list, each address once, in the order of the
// list; outlines without a feed's address are headings. The error is a
// *wiredesk.Problem.
func Parse(name, doc string) ([]Subscription, error) {
	problem := func(reason string, meaning error) error {
		return &wiredesk.Problem{Input: name, Reason: reason, Advice: "export the list again, or add the feeds one by one", Err: meaning}
	}
	doc = markup.UTF8(doc)
	if reason := markup.Check(doc); reason != "" {
		return nil, problem(reason, wiredesk.ErrRefused)
	}
	d := xml.NewDecoder(strings.NewReader(doc))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	var out []Subscription
	seen := map[string]bool{}
	for outlines := 0; ; {
		t, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, problem("it is no well-formed list of feeds ("+err.Error()+")", wiredesk.ErrInvalid)
		}
		start, ok := t.(xml.StartElement)
		if !ok || !strings.EqualFold(start.Name.Local, "outline") {
			continue
		}
		if outlines++; outlines > MaxOutlines {
			return nil, problem("it lists more than 10,000 outlines", wiredesk.ErrRefused)
		}
		if s := subscription(start); s.URL != "" && !seen[s.URL] {
			seen[s.URL] = true
			out = append(out, s)
		}
	}
	if len(out) == 0 {
		return nil, problem("it lists no feeds", wiredesk.ErrInvalid)
	}
	return out, nil
}

// subscription reads one outline.
func subscription(start xml.StartElement) Subscription {
	var s Subscription
	var plain string
	for _, a := range start.Attr {
		value := strings.TrimSpace(a.Value)
		switch strings.ToLower(a.Name.Local) {
		case "xmlurl":
			s.URL = value
		case "htmlurl":
			s.Site = value
		case "title":
			s.Title = value
		case "text":
			plain = value
		}
	}
	if s.Title == "" {
		s.Title = plain
	}
	return s
}
