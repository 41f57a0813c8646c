// Package nitf reads the News Industry Text Format: a document of its own, or
// the content of a NewsML item.
package nitf

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"wiredesk"
	"wiredesk/internal/intake/date"
	"wiredesk/internal/intake/markup"
	"wiredesk/internal/intake/text"
)

// A Document is a NITF document as it is on the wire, namespaces left out:
// agencies disagree about them.
type Document struct {
	Title      string   `xml:"head>title"`
	DocData    docData  `xml:"head>docdata"`
	PubData    pubData  `xml:"head>pubdata"`
	Headlines  []inline `xml:"body>body.head>hedline>hl1"`
	Bylines    []byline `xml:"body>body.head>byline"`
	Dateline   inline   `xml:"body>body.head>dateline"`
	Distribute inline   `xml:"body>body.head>distributor"`
	Owner      string   `xml:"body>body.head>rights>rights.owner"`
	Content    content  `xml:"body>body.content"`
	Tagline    inline   `xml:"body>body.end>tagline"`
}

// docData is what the agency says of the document.
type docData struct {
	Status string `xml:"management-status,attr"`
	ID     struct {
		Value string `xml:"id-string,attr"`
	} `xml:"doc-id"`
	Issued struct {
		Value string `xml:"norm,attr"`
	} `xml:"date.issue"`
	Release struct {
		Value string `xml:"norm,attr"`
	} `xml:"date.release"`
	Copyright struct {
		Holder string `xml:"holder,attr"`
	} `xml:"doc.copyright"`
	Keywords []struct {
		Key string `xml:"key,attr"`
	} `xml:"key-list>keyword"`
}

// pubData is what the agency says of its publication.
type pubData struct {
	Name string `xml:"name,attr"`
	Date string `xml:"date.publication,attr"`
}

// inline is text with mark-up inside.
type inline struct {
	Inner string `xml:",innerxml"`
}

// byline is a byline; some agencies mark the person in it.
type byline struct {
	inline
	Person []inline `xml:"person"`
}

// content is the text with its pictures, mark-up inside.
type content struct {
	Inner string  `xml:",innerxml"`
	Media []Media `xml:"media"`
}

// A Media is a picture with caption and credit.
type Media struct {
	Type     string   `xml:"media-type,attr"`
	Caption  []inline `xml:"media-caption"`
	Producer inline   `xml:"media-producer"`
	Refs     []struct {
		Source string `xml:"source,attr"`
	} `xml:"media-reference"`
}

// Parse reads a document. It must have been checked by markup.Check.
func Parse(doc string) (Document, error) {
	var d Document
	err := Decoder(doc).Decode(&d)
	if errors.Is(err, io.EOF) {
		err = errors.New("it holds no element")
	}
	return d, err
}

// Decoder returns a decoder of XML as agencies write it: entities of HTML, and
// no fetching of anything.
func Decoder(doc string) *xml.Decoder {
	d := xml.NewDecoder(strings.NewReader(markup.UTF8(doc)))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	return d
}

// Report turns a document into a report. cut says that it was too long and lost
// its end.
func (d Document) Report() (r wiredesk.Report, cut bool) {
	a := text.Article{Headline: d.headline(), Authors: d.authors(), Dateline: datelineOf(d.Dateline.Inner)}
	for _, p := range markup.Paragraphs(d.Content.Inner, "media") {
		a.Paragraphs = append(a.Paragraphs, text.Paragraph{Text: p})
	}
	for _, m := range d.Content.Media {
		if p := m.Photo(); p.Caption+p.Credit != "" {
			a.Photos = append(a.Photos, p)
		}
	}
	if line := markup.Text(d.Tagline.Inner); line != "" {
		a.Paragraphs = append(a.Paragraphs, text.Paragraph{Text: line})
	}
	supplier := markup.Text(d.Distribute.Inner)
	if supplier == "" {
		supplier = strings.TrimSpace(d.Owner)
	}
	if supplier == "" {
		supplier = strings.TrimSpace(d.DocData.Copyright.Holder)
	}
	known := text.Known{Outlet: text.Agency(supplier), Published: date.First(d.DocData.Issued.Value, d.PubData.Date)}
	r, cut = a.Read(known)
	r.GUID = wiredesk.Optional(d.DocData.ID.Value)
	for _, k := range d.DocData.Keywords {
		r.Tags = append(r.Tags, strings.TrimSpace(k.Key))
	}
	// Agencies write "usable", "embargoed", "withheld" and "canceled".
	r.Status = text.StatusOf(d.DocData.Status, r.Status)
	text.Embargo(&r, d.DocData.Release.Value)
	return r, cut
}

// datelineOf returns the words of a dateline; its parts may be elements.
func datelineOf(inner string) string {
	return strings.Trim(strings.Join(strings.Fields(markup.Words(inner)), " "), " -–—_")
}

// headline returns the first headline, or the title.
func (d Document) headline() string {
	for _, h := range d.Headlines {
		if words := markup.Text(h.Inner); words != "" {
			return words
		}
	}
	return strings.TrimSpace(d.Title)
}

// authors returns the names in the bylines. Posts stand beside them.
func (d Document) authors() []string {
	var out []string
	for _, b := range d.Bylines {
		names := b.Person
		if len(names) == 0 {
			names = []inline{b.inline}
		}
		for _, n := range names {
			out = append(out, markup.Paragraphs(n.Inner)...)
		}
	}
	return out
}

// Photo returns a picture with caption and credit.
func (m Media) Photo() wiredesk.Photo {
	var caption []string
	for _, c := range m.Caption {
		caption = append(caption, markup.Text(c.Inner))
	}
	p := text.Caption(strings.Join(caption, " "))
	if credit := markup.Text(m.Producer.Inner); credit != "" && p.Credit == "" {
		caption := p.Caption
		p = text.ReadCredit(credit)
		p.Caption = caption
	}
	for _, ref := range m.Refs {
		if strings.HasPrefix(ref.Source, "http://") || strings.HasPrefix(ref.Source, "https://") {
			p.URL = wiredesk.Optional(ref.Source)
			break
		}
	}
	return p
}
