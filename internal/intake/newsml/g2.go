package newsml

import (
	"encoding/xml"
	"strings"

	"wiredesk/internal/intake/markup"
)

// startOf returns a token as the start of an element.
func startOf(t xml.Token) (xml.StartElement, bool) {
	s, ok := t.(xml.StartElement)
	return s, ok
}

// itemG2 is a newsItem of NewsML-G2 as it is on the wire.
type itemG2 struct {
	GUID string `xml:"guid,attr"`
	Lang string `xml:"lang,attr"`
	Meta struct {
		Class    coded  `xml:"itemClass"`
		Provider coded  `xml:"provider"`
		Created  string `xml:"versionCreated"`
		First    string `xml:"firstCreated"`
		Embargo  string `xml:"embargoed"`
		Title    inner  `xml:"title"`
		Status   coded  `xml:"pubStatus"`
	} `xml:"itemMeta"`
	Content struct {
		Created   string  `xml:"contentCreated"`
		Modified  string  `xml:"contentModified"`
		Headlines []inner `xml:"headline"`
		Dateline  inner   `xml:"dateline"`
		Bylines   []inner `xml:"by"`
		Credit    inner   `xml:"creditline"`
		Keywords  []inner `xml:"keyword"`
		Language  struct {
			Tag string `xml:"tag,attr"`
		} `xml:"language"`
		Descriptions []described `xml:"description"`
		Source       coded       `xml:"infoSource"`
	} `xml:"contentMeta"`
	Inline []inner `xml:"contentSet>inlineXML"`
	Data   []inner `xml:"contentSet>inlineData"`
}

// coded is a value that is given by a code, a literal or a name.
type coded struct {
	QCode   string   `xml:"qcode,attr"`
	Literal string   `xml:"literal,attr"`
	Names   []string `xml:"name"`
}

// value returns the name, the literal, or the code without its scheme.
func (c coded) value() string {
	name := ""
	if len(c.Names) > 0 {
		name = c.Names[0]
	}
	_, code, _ := strings.Cut(c.QCode, ":")
	return first(name, c.Literal, code)
}

// inner is text with mark-up inside.
type inner struct {
	Inner string `xml:",innerxml"`
}

// described is a description with its role.
type described struct {
	Role  string `xml:"role,attr"`
	Inner string `xml:",innerxml"`
}

// item returns the item in the form of both generations.
func (it itemG2) item() Item {
	out := Item{
		GUID:     it.GUID,
		Language: first(it.Content.Language.Tag, it.Lang),
		Provider: first(it.Meta.Provider.value(), it.Content.Source.value()),
		Created:  []string{it.Meta.Created, it.Meta.First, it.Content.Created, it.Content.Modified},
		Status:   it.Meta.Status.QCode,
		Credit:   markup.Text(it.Content.Credit.Inner),
		Dateline: markup.Text(it.Content.Dateline.Inner),
		Embargo:  strings.TrimSpace(it.Meta.Embargo),
	}
	for _, h := range it.Content.Headlines {
		out.Headline = first(out.Headline, markup.Text(h.Inner))
	}
	out.Headline = first(out.Headline, markup.Text(it.Meta.Title.Inner))
	for _, b := range it.Content.Bylines {
		out.Bylines = append(out.Bylines, markup.Text(b.Inner))
	}
	for _, k := range it.Content.Keywords {
		if words := markup.Text(k.Inner); words != "" {
			out.Keywords = append(out.Keywords, words)
		}
	}
	for _, in := range append(it.Inline, it.Data...) {
		paragraphs, photos := content(in.Inner)
		out.Paragraphs = append(out.Paragraphs, paragraphs...)
		out.Media = append(out.Media, photos...)
	}
	for _, d := range it.Content.Descriptions {
		out.Summary = first(out.Summary, markup.Text(d.Inner))
	}
	if strings.HasSuffix(it.Meta.Class.QCode, ":picture") {
		for _, d := range it.Content.Descriptions {
			if out.Caption == "" || strings.HasSuffix(d.Role, "caption") {
				out.Caption = markup.Text(d.Inner)
			}
		}
	}
	return out
}
