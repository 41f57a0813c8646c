package markup

import (
	"encoding/xml"
	"slices"
	"strings"

	"wiredesk/internal/intake/text"
)

// paragraphElements begin a paragraph of their own in NITF, XHTML and the other
// vocabularies of wire items.
var paragraphElements = []string{"p", "hl1", "hl2", "h1", "h2", "h3", "h4", "h5", "h6", "li", "block", "tr", "div", "section", "table", "bq", "blockquote", "pre", "dt", "dd", "caption", "body", "note", "byttl"}

// Text returns the text of a piece of XML on one line.
func Text(piece string) string { return strings.Join(Paragraphs(piece), " ") }

// Words returns the character data of a piece of XML, its elements and comments
// left out and its CDATA sections read.
func Words(piece string) string {
	d := xml.NewDecoder(strings.NewReader(piece))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	var b strings.Builder
	for {
		t, err := d.RawToken()
		if err != nil {
			return b.String()
		}
		if words, ok := t.(xml.CharData); ok {
			b.Write(words)
		}
	}
}

// Paragraphs returns the paragraphs of a piece of XML. Elements that are named
// in without are left out with everything inside.
func Paragraphs(piece string, without ...string) []string {
	d := xml.NewDecoder(strings.NewReader(piece))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	var out []string
	var b strings.Builder
	pre := 0
	end := func() {
		if pre > 0 {
			out = append(out, text.Paragraphs(b.String())...)
		} else if words := strings.Join(strings.Fields(b.String()), " "); words != "" {
			out = append(out, words)
		}
		b.Reset()
	}
	skip := 0
	for {
		t, err := d.RawToken()
		if err != nil {
			break // what is broken ends here; what came is kept
		}
		switch t := t.(type) {
		case xml.StartElement:
			name := strings.ToLower(t.Name.Local)
			if skip > 0 || slices.Contains(without, name) || name == "script" || name == "style" {
				skip++
			} else if slices.Contains(paragraphElements, name) {
				end()
				if name == "pre" {
					pre++
				}
			} else if name == "br" && pre > 0 {
				b.WriteByte('\n')
			} else if name == "br" || name == "td" {
				b.WriteByte(' ')
			}
		case xml.EndElement:
			if skip > 0 {
				skip--
			} else if name := strings.ToLower(t.Name.Local); slices.Contains(paragraphElements, name) {
				end()
				if name == "pre" {
					pre = max(0, pre-1)
				}
			}
		case xml.CharData:
			if skip == 0 {
				b.Write(t)
			}
		}
	}
	end()
	return out
}
