// Package jsonfeed reads JSON Feed, versions 1 and 1.1.
package jsonfeed

import (
	"encoding/json"
	"fmt"
	"strings"

	"wiredesk/internal/intake/feed"
	"wiredesk/internal/intake/jsonl"
)

// A document is a feed as it is on the wire.
type document struct {
	Version  string
	Title    string
	Home     string `json:"home_page_url"`
	Language string
	Author   person
	Authors  []person
	Items    []json.RawMessage
}

// An entry is one item as it is on the wire.
type entry struct {
	ID        any
	URL       string
	External  string `json:"external_url"`
	Title     string
	HTML      string `json:"content_html"`
	Text      string `json:"content_text"`
	Summary   string
	Published string `json:"date_published"`
	Modified  string `json:"date_modified"`
	Author    person
	Authors   []person
	Tags      []string
	Language  string
}

// A person is an author.
type person struct{ Name string }

// Is reports whether a JSON document is a JSON Feed.
func Is(doc string) bool {
	return strings.HasPrefix(doc, "{") && strings.Contains(doc[:min(len(doc), 4096)], "jsonfeed.org/version/")
}

// Parse reads a feed. An item that cannot be read becomes one without content,
// which is a problem of its own.
func Parse(doc string) (f feed.Feed, err error) {
	if jsonl.Deep(doc) {
		return f, fmt.Errorf("it is nested deeper than %d", jsonl.MaxDepth)
	}
	var d document
	if err := json.Unmarshal([]byte(strings.TrimLeft(doc, "\ufeff")), &d); err != nil {
		return f, err
	}
	f = feed.Feed{Title: d.Title, Link: d.Home, Language: d.Language}
	for i, raw := range d.Items {
		var e entry
		if i > feed.MaxItems {
			break
		}
		if json.Unmarshal(raw, &e) != nil {
			e = entry{}
		}
		f.Items = append(f.Items, e.item(append(d.Authors, d.Author)))
	}
	return f, nil
}

// item turns an entry into an item of any feed. The feed's authors count where
// the item has none.
func (e entry) item(ofFeed []person) feed.Item {
	out := feed.Item{
		GUID: id(e.ID), Link: e.URL, Title: e.Title, Summary: e.Summary, Content: e.HTML,
		Published: e.Published, Updated: e.Modified, Tags: e.Tags, Language: e.Language,
	}
	if out.Link == "" {
		out.Link = e.External
	}
	if out.Content == "" {
		out.Content, out.Plain = e.Text, true
	}
	people := append(e.Authors, e.Author)
	for _, p := range people {
		out.Authors = append(out.Authors, feed.Authors(p.Name)...)
	}
	if len(out.Authors) == 0 {
		for _, p := range ofFeed {
			out.Authors = append(out.Authors, feed.Authors(p.Name)...)
		}
	}
	return out
}

// id returns an item's id, which should be a string and sometimes is a number.
func id(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case float64:
		return fmt.Sprintf("%.0f", v)
	}
	return ""
}
