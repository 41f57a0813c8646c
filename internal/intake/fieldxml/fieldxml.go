// Package fieldxml reads XML in a vocabulary that nobody has told us of, where
// the names of its elements say what they hold: a headline, a text, a date. News
// agencies and archives send much of it.
package fieldxml

import (
	"encoding/xml"
	"strings"

	"wiredesk/internal/intake/fields"
	"wiredesk/internal/intake/markup"
)

// MaxItems is the number of items beyond which the rest is left out.
const MaxItems = 5000

// An element is an element with its character data and its children.
type element struct {
	name     string
	words    strings.Builder // of itself and of all below
	children []*element
}

// Parse returns the reports of a document, nil where its elements do not say
// what they hold. It must have been checked by markup.Check.
func Parse(doc string) []fields.Record {
	var out []fields.Record
	root := tree(markup.UTF8(doc))
	if root == nil {
		return nil
	}
	root.gather(&out)
	return out
}

// tree reads the elements of a document as far as it can be read.
func tree(doc string) *element {
	d := xml.NewDecoder(strings.NewReader(doc))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	root := &element{}
	open := []*element{root}
	for {
		t, err := d.RawToken()
		if err != nil {
			break
		}
		switch t := t.(type) {
		case xml.StartElement:
			e := &element{name: t.Name.Local}
			top := open[len(open)-1]
			top.children = append(top.children, e)
			open = append(open, e)
		case xml.EndElement:
			if len(open) > 1 {
				done := open[len(open)-1]
				open = open[:len(open)-1]
				above := &open[len(open)-1].words
				if isBlock(done.name) {
					above.WriteString("\n\n")
				}
				above.WriteString(done.words.String())
				if isBlock(done.name) {
					above.WriteString("\n\n")
				}
			}
		case xml.CharData:
			open[len(open)-1].words.Write(t)
		}
	}
	return root
}

// isBlock reports whether an element is a paragraph of its own.
func isBlock(name string) bool {
	switch strings.ToLower(name) {
	case "p", "para", "paragraph", "div", "br", "li", "tr", "h1", "h2", "h3", "h4":
		return true
	}
	return false
}

// gather adds the items at or below an element: the innermost elements that hold
// a text and a headline, or a text and a date, in fields of their own.
func (e *element) gather(out *[]fields.Record) {
	before := len(*out)
	for _, c := range e.children {
		if len(*out) < MaxItems {
			c.gather(out)
		}
	}
	if len(*out) > before || len(*out) >= MaxItems {
		return
	}
	r := fields.Record{}
	e.fill(r)
	if r["text"] != "" && (r["headline"] != "" || r["published"] != "") || r["headline"] != "" && r["summary"] != "" && r["published"] != "" {
		*out = append(*out, r)
	}
}

// fill adds the fields of an element and of the groups in it.
func (e *element) fill(r fields.Record) {
	for _, c := range e.children {
		switch part := fields.Part(c.name); {
		case part != "" && (len(c.children) == 0 || part == "text" || part == "summary" || part == "headline"):
			r.Add(part, c.words.String())
		case part == "" || len(c.children) > 0:
			c.fill(r)
		}
	}
}
