// Package ninjs reads wire items in ninjs, the IPTC's news in JSON, versions 1
// to 3.
package ninjs

import (
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

	Created   string `json:"versioncreated"`
	First     string `json:"firstcreated"`
	HTML      string `json:"body_html"`
	XHTML     string `json:"body_xhtml"`
	Text      string `json:"body_text"`
	Caption   string `json:"description_caption"`
	Summary   string `json:"description_text"`
	Holder    string `json:"copyrightholder"`
	Authors   []named
	Subject   []named
	Headlines []valued
	Bodies    []valued

	Associations json.RawMessage
}

// named is an entry with a name.
type named struct{ Name string }

// valued is an entry of the lists of versions 2 and 3.
type valued struct {
	Role, Value string
	Contenttype string
}

// Is reports whether a JSON document is a ninjs item.
func Is(doc string) bool {
	if !strings.HasPrefix(doc, "{") || jsonl.Deep(doc) {
		return false
	}
	var keys map[string]json.RawMessage
	if json.Unmarshal([]byte(doc), &keys) != nil {
		return false
	}
	body := keys["body_html"] != nil || keys["body_text"] != nil || keys["body_xhtml"] != nil || keys["bodies"] != nil || keys["associations"] != nil
	return body && (keys["uri"] != nil || keys["guid"] != nil) || keys["uri"] != nil && keys["type"] != nil
}

// Parse reads an item.
func Parse(doc string) (Document, error) {
	var d Document
	if jsonl.Deep(doc) {
		return d, fmt.Errorf("it is nested deeper than %d", jsonl.MaxDepth)
	}
	err := json.Unmarshal([]byte(doc), &d)
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		err = nil // a field of another type is left out, the others are read
	}
	return d, err
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
	if body == "" {
		a = html.Plain(d.Text)
	}
	a.Headline = d.Headline
	for _, h := range d.Headlines {
		if a.Headline == "" || h.Role == "main" {
			a.Headline = h.Value
		}
	}
	a.Authors = text.Names(d.Byline)
	for _, p := range d.Authors {
		if len(a.Authors) == 0 || !slices.Contains(a.Authors, p.Name) && d.Byline == "" {
			a.Authors = append(a.Authors, strings.TrimSpace(p.Name))
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
