package newsml

import (
	"strings"

	"wiredesk/internal/intake/markup"
)

// item1 is a NewsItem of NewsML 1 as it is on the wire.
type item1 struct {
	ID struct {
		Public   string `xml:"PublicIdentifier"`
		Provider string `xml:"ProviderId"`
	} `xml:"Identification>NewsIdentifier"`
	Management struct {
		First   string `xml:"FirstCreated"`
		Created string `xml:"ThisRevisionCreated"`
		Status  formal `xml:"Status"`
	} `xml:"NewsManagement"`
	Component component `xml:"NewsComponent"`
}

// formal is a value that is given by its formal name.
type formal struct {
	Name string `xml:"FormalName,attr"`
}

// A component is a part of an item, which holds content or further parts. The
// depth of documents is limited before they are parsed.
type component struct {
	Role  formal `xml:"Role"`
	Lines struct {
		Headline []inner `xml:"HeadLine"`
		Dateline inner   `xml:"DateLine"`
		Byline   []inner `xml:"ByLine"`
		Credit   inner   `xml:"CreditLine"`
		Keywords []inner `xml:"KeywordLine"`
	} `xml:"NewsLines"`
	Provider struct {
		Party formal `xml:"Party"`
	} `xml:"AdministrativeMetadata>Provider"`
	Language formal `xml:"DescriptiveMetadata>Language"`
	Content  []struct {
		Type formal `xml:"MediaType"`
		Data inner  `xml:"DataContent"`
	} `xml:"ContentItem"`
	Parts []component `xml:"NewsComponent"`
}

// item returns the item in the form of both generations.
func (it item1) item() Item {
	out := Item{
		GUID:    first(it.ID.Public),
		Created: []string{it.Management.Created, it.Management.First},
		Status:  it.Management.Status.Name,
	}
	out.add(it.Component)
	out.Provider = first(out.Provider, strings.TrimPrefix(it.ID.Provider, "www."))
	return out
}

// add takes in one component and its parts.
func (out *Item) add(c component) {
	for _, h := range c.Lines.Headline {
		out.Headline = first(out.Headline, markup.Text(h.Inner))
	}
	if len(out.Bylines) == 0 {
		for _, b := range c.Lines.Byline {
			out.Bylines = append(out.Bylines, markup.Text(b.Inner))
		}
	}
	for _, k := range c.Lines.Keywords {
		if words := markup.Text(k.Inner); words != "" {
			out.Keywords = append(out.Keywords, words)
		}
	}
	out.Dateline = first(out.Dateline, markup.Text(c.Lines.Dateline.Inner))
	out.Credit = first(out.Credit, markup.Text(c.Lines.Credit.Inner))
	out.Provider = first(out.Provider, c.Provider.Party.Name)
	out.Language = first(out.Language, c.Language.Name)
	caption := strings.EqualFold(c.Role.Name, "Caption")
	for _, item := range c.Content {
		paragraphs, photos := content(item.Data.Inner)
		out.Media = append(out.Media, photos...)
		if caption {
			out.Caption = first(out.Caption, strings.Join(paragraphs, " "))
		} else {
			out.Paragraphs = append(out.Paragraphs, paragraphs...)
		}
	}
	for _, p := range c.Parts {
		out.add(p)
	}
}
