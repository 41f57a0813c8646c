package text

import (
	"strings"

	"wiredesk"
)

// An Article is a report whose parts came apart, as in pages, feeds and wire
// items. Its text is composed of them: headline, byline, paragraphs, captions,
// with an empty line between.
type Article struct {
	Headline   string
	Authors    []string // as metadata or a byline give them; see Credits
	Dateline   string   // where a format gives it by itself; left out where the text begins with one
	Paragraphs []Paragraph
	Photos     []wiredesk.Photo // Caption and Credit as printed; the spans are filled in
}

// A Paragraph is one paragraph of an article.
type Paragraph struct {
	Text    string
	Subhead bool // a crosshead: it stays in the body, and a notice says what it is
}

// MaxArticle is the length in bytes beyond which an article is cut: the longest
// of 40,000 real ones has a third of it.
const MaxArticle = 500_000

// Read composes the article's text and reads it. cut reports whether it was
// longer than MaxArticle and lost its end.
func (a Article) Read(known Known) (r wiredesk.Report, cut bool) {
	var b strings.Builder
	add := func(words string) (span wiredesk.Span) {
		words = oneLine(strings.ToValidUTF8(words, "\ufffd"))
		if words == "" {
			return span
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		span.Start = b.Len()
		b.WriteString(words)
		span.End = b.Len()
		return span
	}
	if oneLine(a.Headline) != "" {
		add(a.Headline)
		known.Headline = oneLine(a.Headline)
	}
	names, agencies := Credits(known.Outlet, a.Authors...)
	known.Agencies = append(known.Agencies, agencies...)
	if len(names) > 0 {
		known.Byline = &wiredesk.Byline{Names: names, Span: add("By " + enumerate(names))}
	}
	if words := oneLine(a.Dateline); words != "" && !a.beginsWithDateline() {
		known.Dateline = add(strings.TrimRight(words, " -–—_"))
	}
	var subheads []wiredesk.Span
	for _, p := range a.Paragraphs {
		if b.Len()+len(p.Text) > MaxArticle {
			cut = true
			break
		}
		if span := add(p.Text); p.Subhead && span.Len() > 0 {
			subheads = append(subheads, span)
		}
	}
	for _, p := range a.Photos {
		if b.Len()+len(p.Caption)+len(p.Credit) > MaxArticle {
			cut = true
			break
		}
		known.Photos = append(known.Photos, printPhoto(p, add))
	}
	r = Read(b.String(), known)
	for _, s := range subheads {
		r.Notices = append(r.Notices, wiredesk.Notice{Kind: wiredesk.NoticeSubhead, Span: s})
	}
	sortNotices(r.Notices)
	if cut {
		r.Complete = false
	}
	return r, cut
}

// beginsWithDateline reports whether the text has a dateline of its own.
func (a Article) beginsWithDateline() bool {
	return len(a.Paragraphs) > 0 && matchDateline(oneLine(a.Paragraphs[0].Text)) != nil
}

// printPhoto adds caption and credit to the text.
func printPhoto(p wiredesk.Photo, add func(string) wiredesk.Span) wiredesk.Photo {
	p.Caption, p.Credit = wiredesk.Optional(oneLine(string(p.Caption))), wiredesk.Optional(oneLine(string(p.Credit)))
	p.Span = add(strings.TrimSpace(string(p.Caption) + " " + string(p.Credit)))
	if p.Credit != "" && p.Agency == "" && p.Photographer == "" {
		read := ReadCredit(string(p.Credit))
		p.Agency, p.Photographer = read.Agency, read.Photographer
	}
	return p
}

// Caption splits a caption as printed into caption and credit.
func Caption(words string) wiredesk.Photo {
	words = oneLine(words)
	start, end, ok := creditAt(words)
	if !ok {
		return wiredesk.Photo{Caption: wiredesk.Optional(words)}
	}
	p := ReadCredit(words[start:end])
	p.Caption = wiredesk.Optional(strings.TrimRight(strings.TrimSpace(words[:start]), "([ —–-|/"))
	return p
}

// enumerate writes names as a byline does.
func enumerate(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}
