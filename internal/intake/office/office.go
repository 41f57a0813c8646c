// Package office reads the texts of word processors: DOCX (Office Open XML) and
// ODT (OpenDocument). Both are a ZIP archive with the text as XML in it; pictures,
// notes and what was deleted are left out.
package office

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"

	"wiredesk"
	"wiredesk/internal/intake/markup"
	"wiredesk/internal/intake/text"
)

// MaxText is the number of bytes of a text's XML beyond which it is refused: a
// small archive may hold much.
const MaxText = 50 << 20

// parts are the files that hold the text.
var parts = []string{"word/document.xml", "content.xml"}

// Is reports whether raw is such a file.
func Is(raw []byte) bool { return textFile(raw) != nil }

// textFile returns the file of the text in the archive, nil if there is none.
func textFile(raw []byte) *zip.File {
	if !bytes.HasPrefix(raw, []byte("PK\x03\x04")) {
		return nil
	}
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil
	}
	for _, f := range z.File {
		if slices.Contains(parts, f.Name) {
			return f
		}
	}
	return nil
}

// A Document is the paragraphs of a text; Title is the one in the style of a
// title, "" if there is none.
type Document struct {
	Title      string
	Paragraphs []text.Paragraph
}

// Parse reads a text.
func Parse(raw []byte) (Document, error) {
	f := textFile(raw)
	if f == nil {
		return Document{}, errors.New("it holds no text")
	}
	r, err := f.Open()
	if err != nil {
		return Document{}, err
	}
	defer r.Close()
	doc, err := io.ReadAll(io.LimitReader(r, MaxText+1))
	switch {
	case err != nil:
		return Document{}, err
	case len(doc) > MaxText:
		return Document{}, errors.New("its text is larger than 50 MiB")
	}
	words := strings.ToValidUTF8(string(doc), "\ufffd")
	if reason := markup.Check(words); reason != "" {
		return Document{}, errors.New(reason)
	}
	return paragraphs(words), nil
}

// left are the elements that are no part of what a reader sees: what was
// deleted, notes, comments, codes of fields.
var left = []string{"del", "delText", "instrText", "annotation", "note", "tracked-changes", "moveFrom", "txbxContent", "Fallback"}

// paragraphs reads the paragraphs of a text. Both formats call a paragraph p;
// OpenDocument calls a heading h.
func paragraphs(doc string) Document {
	d := xml.NewDecoder(strings.NewReader(markup.UTF8(doc)))
	d.Strict = false
	var out Document
	var b strings.Builder
	style, skip := "", 0
	for {
		t, err := d.RawToken()
		if err != nil {
			break // what is broken ends here; what came is kept
		}
		switch t := t.(type) {
		case xml.StartElement:
			switch name := t.Name.Local; {
			case skip > 0 || slices.Contains(left, name):
				skip++
			case name == "p", name == "h":
				b.Reset()
				style = value(t, "style-name")
			case name == "pStyle":
				style = value(t, "val")
			case name == "tab", name == "br", name == "s", name == "line-break", name == "noBreakHyphen":
				b.WriteByte(' ')
			}
		case xml.EndElement:
			switch name := t.Name.Local; {
			case skip > 0:
				skip--
			case name == "p", name == "h":
				out.add(style, strings.Join(strings.Fields(b.String()), " "), name == "h")
				b.Reset()
			}
		case xml.CharData:
			if skip == 0 {
				b.Write(t)
			}
		}
	}
	return out
}

// value returns the value of an attribute by its local name.
func value(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// add takes in a paragraph.
func (d *Document) add(style, words string, heading bool) {
	low := strings.ToLower(style)
	switch {
	case words == "":
	case d.Title == "" && len(d.Paragraphs) == 0 && (low == "title" || strings.HasPrefix(low, "heading") || heading):
		d.Title = words
	default:
		d.Paragraphs = append(d.Paragraphs, text.Paragraph{Text: words, Subhead: heading || strings.HasPrefix(low, "heading")})
	}
}

// Report turns a text into a report. cut says that it lost its end.
func (d Document) Report() (r wiredesk.Report, cut bool) {
	return text.Article{Headline: d.Title, Paragraphs: d.Paragraphs}.Read(text.Known{})
}
