// Package newsml reads wire items in NewsML, generation 2 and version 1, with
// text in XHTML, NITF or plain.
package newsml

import (
	"errors"
	"io"
	"strings"

	"wiredesk"
	"wiredesk/internal/intake/date"
	"wiredesk/internal/intake/html"
	"wiredesk/internal/intake/markup"
	"wiredesk/internal/intake/nitf"
	"wiredesk/internal/intake/pattern"
	"wiredesk/internal/intake/text"
)

// MaxItems is the number of items beyond which the rest of a message is left
// out.
const MaxItems = 5000

// An Item is a news item of either generation.
type Item struct {
	GUID       string
	Language   string
	Provider   string
	Created    []string // dates of creation, the surest first
	Status     string
	Headline   string
	Dateline   string
	Summary    string // what the item says of a text that is elsewhere
	Embargo    string // until when it must not be published; "" if it may be
	Bylines    []string
	Credit     string
	Caption    string // of a picture item
	Keywords   []string
	Paragraphs []string
	Media      []wiredesk.Photo
}

// Parse reads the items of a message, or of a document that is one item.
func Parse(doc string) ([]Item, error) {
	d := nitf.Decoder(doc)
	var out, packages []Item
	for len(out) <= MaxItems {
		t, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			if len(out) > 0 {
				break // what is broken ends here; the items before it are whole
			}
			return nil, err
		}
		start, ok := startOf(t)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "newsItem":
			var it itemG2
			if err := d.DecodeElement(&it, &start); err == nil {
				out = append(out, it.item())
			}
		case "packageItem":
			var it itemG2
			if err := d.DecodeElement(&it, &start); err == nil {
				packages = append(packages, it.item())
			}
		case "NewsItem":
			var it item1
			if err := d.DecodeElement(&it, &start); err == nil {
				out = append(out, it.item())
			}
		}
	}
	if len(out) == 0 { // a package tells of its items; where these are there, it adds nothing
		out = packages
	}
	if len(out) == 0 {
		return nil, errors.New("it holds no news item")
	}
	return out, nil
}

// Report turns an item into a report. cut says that it lost its end.
func (it Item) Report() (r wiredesk.Report, cut bool) {
	a := text.Article{Headline: it.Headline, Photos: it.Media, Dateline: it.Dateline, Authors: it.Bylines}
	elsewhere := len(it.Paragraphs) == 0 && it.Caption == ""
	if elsewhere && it.Summary != "" && (it.Headline == "" || !strings.HasSuffix(it.Summary, it.Headline)) {
		it.Paragraphs = []string{it.Summary}
	}
	for _, p := range it.Paragraphs {
		a.Paragraphs = append(a.Paragraphs, text.Paragraph{Text: p})
	}
	if it.Caption != "" {
		p := text.Caption(it.Caption)
		if p.Credit == "" && it.Credit != "" {
			p = text.ReadCredit(it.Credit)
			p.Caption = wiredesk.Optional(it.Caption)
		}
		a.Photos = append(a.Photos, p)
	}
	r, cut = a.Read(text.Known{Outlet: text.Agency(it.Provider), Published: date.First(it.Created...)})
	r.GUID = wiredesk.Optional(it.GUID)
	r.Language = wiredesk.Optional(twoLetters(it.Language))
	r.Tags = append(r.Tags, it.Keywords...)
	r.Status = text.StatusOf(it.Status, r.Status)
	if elsewhere {
		r.Complete = false // the text is at an address, or comes later
	}
	text.Embargo(&r, it.Embargo)
	return r, cut
}

// content returns the paragraphs and pictures of an item's content: a NITF
// document, or mark-up of any kind.
func content(inner string) ([]string, []wiredesk.Photo) {
	if !strings.Contains(inner, "<nitf") && !strings.Contains(inner, "<body.content") {
		return paragraphs(inner), nil
	}
	d, err := nitf.Parse(inner[max(0, strings.Index(inner, "<nitf")):])
	if err != nil || strings.TrimSpace(d.Content.Inner) == "" {
		return markup.Paragraphs(inner, "head", "body.head", "media"), nil
	}
	var photos []wiredesk.Photo
	for _, m := range d.Content.Media {
		if p := m.Photo(); p.Caption+p.Credit != "" {
			photos = append(photos, p)
		}
	}
	return markup.Paragraphs(d.Content.Inner, "media"), photos
}

// elementForm finds the end of an element.
var elementForm = pattern.Lazy(`</\w|<\w+[^>]*/>`)

// paragraphs returns the paragraphs of mark-up, of mark-up that is written as
// character data, or of plain text.
func paragraphs(inner string) []string {
	bare := markup.Words(inner)
	switch {
	case !strings.Contains(inner, "<![CDATA[") && elementForm().MatchString(inner):
		return markup.Paragraphs(inner, "head", "title")
	case elementForm().MatchString(bare) || strings.Contains(strings.ToLower(bare), "<p"):
		var out []string
		for _, p := range html.Fragment(bare).Paragraphs {
			out = append(out, p.Text)
		}
		return out
	}
	return text.Paragraphs(bare)
}

// twoLetters returns the two letters of a language code such as en-GB.
func twoLetters(code string) string {
	code, _, _ = strings.Cut(strings.ToLower(code), "-")
	if len(code) != 2 {
		return ""
	}
	return code
}

// first returns the first of the values that is not blank, on one line.
func first(values ...string) string {
	for _, v := range values {
		if v = strings.Join(strings.Fields(v), " "); v != "" {
			return v
		}
	}
	return ""
}
