// Package photo reads captions and credits: people, place, date, photographer
// and agency.
package photo

import (
	"strings"

	"wiredesk"
	"wiredesk/internal/lang"
)

// Read returns the report's photos with people, place, date, photographer and
// agency filled in where the caption or credit says so. What intake has read
// stays.
func Read(doc *lang.Doc) []wiredesk.Photo {
	var out []wiredesk.Photo
	for _, p := range doc.Report.Photos {
		photographer, agency := splitCredit(string(p.Credit))
		if p.Photographer == "" {
			p.Photographer = wiredesk.Optional(photographer)
		}
		if p.Agency == "" {
			p.Agency = wiredesk.Optional(agency)
		}
		if span := caption(doc.Report.Text, p); span.Len() > 0 {
			if len(p.People) == 0 {
				p.People = people(doc, span)
			}
			if p.Place == "" {
				p.Place = wiredesk.Optional(site(doc, span))
			}
			if p.Date == "" {
				p.Date = wiredesk.Optional(date(doc, span))
			}
		}
		out = append(out, p)
	}
	return out
}

// caption returns the photo's span without its credit.
func caption(text string, p wiredesk.Photo) wiredesk.Span {
	span := p.Span
	if p.Caption == "" || span.Len() == 0 {
		return wiredesk.Span{}
	}
	if i := strings.LastIndex(span.Words(text), string(p.Credit)); p.Credit != "" && i > 0 {
		span.End = span.Start + i
	}
	return span
}

// people returns the persons that a caption names, each once, as printed. A
// name with a possessive is somebody's whose thing is to be seen.
func people(doc *lang.Doc, span wiredesk.Span) []string {
	var out []string
	seen := map[string]bool{}
	for _, m := range doc.MentionsIn(span) {
		_, next := doc.TokensIn(m.Span)
		if m.Type != wiredesk.Person || seen[m.Entity] || doc.Word(next) == "'s" || doc.Word(next) == "’s" {
			continue
		}
		seen[m.Entity] = m.Entity != ""
		out = append(out, strings.Join(strings.Fields(m.Span.Words(doc.Report.Text)), " "))
	}
	return out
}

// fineness orders the precisions, finest first.
var fineness = map[wiredesk.Precision]int{
	wiredesk.PrecisionPoint: 5, wiredesk.PrecisionCity: 4, wiredesk.PrecisionProvince: 3, wiredesk.PrecisionCountry: 2, wiredesk.PrecisionRegion: 1,
}

// site returns the finest place of a caption that stands behind a preposition
// of place, as printed; "" if there is none.
func site(doc *lang.Doc, span wiredesk.Span) string {
	best, words := 0, ""
	for _, p := range doc.Places {
		if !span.Contains(p.Span) || fineness[p.Precision] <= best {
			continue
		}
		first, _ := doc.TokensIn(p.Span)
		switch doc.Lower(first - 1) {
		case "in", "at", "near", "outside", "off", "from", "of", ",", "central", "northern", "southern", "eastern", "western", "downtown":
			best, words = fineness[p.Precision], strings.Join(strings.Fields(p.Span.Words(doc.Report.Text)), " ")
		}
	}
	return words
}

// date returns the day that a caption gives, "" if it gives none or no single
// one.
func date(doc *lang.Doc, span wiredesk.Span) string {
	const day = len("2012-02-07")
	for _, t := range doc.Times {
		if span.Contains(t.Span) && len(t.From) >= day && t.From[:day] == t.To[:day] {
			return string(t.From[:day])
		}
	}
	return ""
}
