// Package ninjs reads wire items in ninjs, the IPTC's news in JSON, versions 1
// to 3: one item, a list, one a line, or what the services of AP and the BBC
// answer, which put such items into objects of their own.
package ninjs

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"wiredesk"
	"wiredesk/internal/intake/date"
	"wiredesk/internal/intake/html"
	"wiredesk/internal/intake/jsonl"
	"wiredesk/internal/intake/text"
)

// A Document is an item as it is on the wire. Version 1 gives single values
// where versions 2 and 3 give lists.
type Document struct {
	URI, GUID, Type, Language, Pubstatus, Source, Byline, Headline, Provider string

	Created    string `json:"versioncreated"`
	First      string `json:"firstcreated"`
	HTML       string `json:"body_html"`
	XHTML      string `json:"body_xhtml"`
	Text       string `json:"body_text"`
	Caption    string `json:"description_caption"`
	Summary    string `json:"description_text"`
	Holder     string `json:"copyrightholder"`
	Embargoed  string
	Long       string `json:"headline_extended"`
	Bylines    []struct{ By, Title string }
	Renditions json.RawMessage
	Authors    []named
	Subject    []named
	Headlines  []valued
	Bodies     []valued

	Associations json.RawMessage
}

// named is an entry with a name.
type named struct{ Name string }

// valued is an entry of the lists of versions 2 and 3.
type valued struct {
	Role, Value string
	Contenttype string
}

// isItem reports whether an object is an item, by its keys.
func isItem(keys map[string]json.RawMessage) bool {
	body := keys["body_html"] != nil || keys["body_text"] != nil || keys["body_xhtml"] != nil || keys["bodies"] != nil || keys["associations"] != nil || keys["renditions"] != nil
	return body && (keys["uri"] != nil || keys["guid"] != nil) || keys["uri"] != nil && keys["type"] != nil
}

// wrappers are the keys under which services put items into their answers.
var wrappers = []string{"item", "items", "data", "results", "_items", "hits", "docs"}

// MaxItems is the number of items beyond which the rest is left out.
const MaxItems = 5000

// gather adds the items of a value: itself, those of a list, or those of an
// answer. Nested deeper than answers are, it holds none.
func gather(out *[]json.RawMessage, raw json.RawMessage, depth int) {
	const deepest = 5
	if raw = bytes.TrimSpace(raw); len(raw) == 0 || depth > deepest || len(*out) >= MaxItems {
		return
	}
	var list []json.RawMessage
	var keys map[string]json.RawMessage
	switch {
	case raw[0] == '[' && json.Unmarshal(raw, &list) == nil:
		for _, e := range list {
			gather(out, e, depth+1)
		}
	case raw[0] == '{' && json.Unmarshal(raw, &keys) == nil:
		if isItem(keys) {
			*out = append(*out, raw)
			return
		}
		for _, w := range wrappers {
			if keys[w] != nil {
				gather(out, keys[w], depth+1)
			}
		}
	}
}

// items returns the items of a document: one, a list, one a line, or the answer
// of a service. Behind what cannot be read it holds no more.
func items(doc string, most int) []json.RawMessage {
	var out []json.RawMessage
	for d := json.NewDecoder(strings.NewReader(doc)); len(out) < most; {
		var raw json.RawMessage
		if d.Decode(&raw) != nil {
			break
		}
		gather(&out, raw, 0)
	}
	return out
}

// Is reports whether a JSON document holds ninjs items.
func Is(doc string) bool {
	if !strings.HasPrefix(doc, "{") && !strings.HasPrefix(doc, "[") || jsonl.Deep(doc) {
		return false
	}
	var raw json.RawMessage
	if json.NewDecoder(strings.NewReader(doc)).Decode(&raw) != nil {
		return false
	}
	var out []json.RawMessage
	gather(&out, raw, 0)
	return len(out) > 0
}

// Parse reads the items of a document. A field of another type than the
// standard's is left out, the others are read.
func Parse(doc string) ([]Document, error) {
	if jsonl.Deep(doc) {
		return nil, fmt.Errorf("it is nested deeper than %d", jsonl.MaxDepth)
	}
	var out []Document
	for _, raw := range items(doc, MaxItems) {
		var d Document
		err := json.Unmarshal(raw, &d)
		var wrong *json.UnmarshalTypeError
		if err != nil && !errors.As(err, &wrong) {
			return out, err
		}
		out = append(out, d)
	}
	if len(out) == 0 {
		return nil, errors.New("it holds no item")
	}
	return out, nil
}

// Report turns an item into a report. cut says that it lost its end.
func (d Document) Report() (r wiredesk.Report, cut bool) {
	body := first(d.HTML, d.XHTML)
	for _, b := range d.Bodies {
		if body == "" {
			body = b.Value
		}
	}
	a := html.Fragment(body)
	switch {
	case body == "" && strings.TrimSpace(d.Text) == "" && d.Type != "picture":
		a = html.Plain(d.Summary)
	case body == "":
		a = html.Plain(d.Text)
	}
	a.Headline = d.Headline
	for _, h := range d.Headlines {
		if a.Headline == "" || h.Role == "main" {
			a.Headline = h.Value
		}
	}
	if a.Headline == "" {
		a.Headline = d.Long
	}
	a.Authors = []string{d.Byline}
	for _, b := range d.Bylines {
		a.Authors = append(a.Authors, b.By, b.Title)
	}
	if names, _ := text.Credits("", a.Authors...); len(names) == 0 {
		for _, p := range d.Authors {
			a.Authors = append(a.Authors, p.Name)
		}
	}
	if d.Type == "picture" {
		a.Photos = append(a.Photos, d.photo())
	}
	a.Photos = append(a.Photos, d.pictures()...)
	r, cut = a.Read(text.Known{Outlet: text.Agency(first(d.Source, d.Provider, d.Holder)), Published: date.First(d.Created, d.First)})
	r.GUID = wiredesk.Optional(first(d.GUID, d.URI))
	if len(d.Language) >= 2 {
		r.Language = wiredesk.Optional(strings.ToLower(d.Language[:2]))
	}
	for _, s := range d.Subject {
		if s.Name != "" {
			r.Tags = append(r.Tags, s.Name)
		}
	}
	r.Status = text.StatusOf(d.Pubstatus, r.Status)
	text.Embargo(&r, d.Embargoed)
	if body == "" && strings.TrimSpace(d.Text) == "" && len(a.Photos) == 0 {
		r.Complete = false // its text is at the address of a rendition
	}
	return r, cut
}

// photo returns a picture item as a photo.
func (d Document) photo() wiredesk.Photo {
	p := text.Caption(first(d.Caption, d.Summary))
	if p.Credit == "" {
		if credit := first(d.Byline, d.Source, d.Holder); credit != "" {
			caption := p.Caption
			p = text.ReadCredit(credit)
			p.Caption = caption
		}
	}
	return p
}

// pictures returns the pictures that go with an item: an object by name in
// version 1, a list from version 2 on.
func (d Document) pictures() []wiredesk.Photo {
	var byName map[string]json.RawMessage
	var list []json.RawMessage
	if json.Unmarshal(d.Associations, &byName) == nil {
		for _, name := range slices.Sorted(maps.Keys(byName)) {
			list = append(list, byName[name])
		}
	} else if json.Unmarshal(d.Associations, &list) != nil {
		return nil
	}
	var out []wiredesk.Photo
	for _, raw := range list {
		var with Document
		if json.Unmarshal(raw, &with) == nil && with.Type == "picture" {
			if p := with.photo(); p.Caption != "" {
				out = append(out, p)
			}
		}
	}
	return out
}

// first returns the first of the values that is not blank.
func first(values ...string) string {
	for _, v := range values {
		if strings.TrimSpace(v) != "" {
			return strings.TrimSpace(v)
		}
	}
	return ""
}
