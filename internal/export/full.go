package export

import (
	"fmt"
	"io"
	"strings"

	"wiredesk"
)

// FullText writes all that the briefs hold, for people, on a terminal or as
// plain text. Sentences carry numbers in square brackets; the words that each
// number stands for follow the brief.
func FullText(w io.Writer, briefs []wiredesk.Brief) error {
	return write(w, briefs, plainForm, (*sheet).full)
}

// FullMarkdown writes all that the briefs hold as Markdown, with citations as
// footnotes.
func FullMarkdown(w io.Writer, briefs []wiredesk.Brief) error {
	return write(w, briefs, markdownForm, (*sheet).full)
}

// write writes the briefs one below the other.
func write(w io.Writer, briefs []wiredesk.Brief, f form, one func(*sheet)) error {
	p := newPrinter(w)
	for i := range briefs {
		if i > 0 {
			p.line("")
			p.line("%s", f.rule)
			p.line("")
		}
		one(newSheet(p, &briefs[i], f))
	}
	return p.close()
}

// width is the length of a line of plain text in characters.
const width = 78

// A form says how the parts of a brief are written.
type form struct {
	title, section string // formats of headings
	item           string // before each sentence
	chip           string // format of a citation's number
	note           string // format of a citation: number, outlet, span, quote
	escape         func(string) string
	wrap           bool
	rule           string // between two briefs
	label          string // format of a run of text with a label before it
}

var plainForm = form{"%s", "%s", "", "[%d]", "[%d] %s, bytes %d to %d: %s", oneLine, true, strings.Repeat("=", width), "%s: "}

var markdownForm = form{"# %s", "## %s", "- ", "[^%d]", "[^%d]: %s, bytes %d to %d: %s", escapeMarkdown, false, "---", "**%s:** "}

// A sheet is one brief on its way to paper, with its citations numbered in the
// order in which they are used.
type sheet struct {
	*printer
	form
	brief   *wiredesk.Brief
	outlets map[string]string
	numbers map[wiredesk.Citation]int
	notes   []wiredesk.Citation
}

func newSheet(p *printer, b *wiredesk.Brief, f form) *sheet {
	s := &sheet{printer: p, form: f, brief: b, outlets: map[string]string{}, numbers: map[wiredesk.Citation]int{}}
	for _, r := range b.Reports {
		s.outlets[r.ID] = r.ID
		if r.Outlet != "" {
			s.outlets[r.ID] = string(r.Outlet) + ", " + r.ID
		}
	}
	return s
}

// full writes the whole brief.
func (s *sheet) full() {
	s.line(s.title, s.escape(s.brief.Headline))
	s.line("")
	s.paragraph("", s.escape(badge(s.brief)))
	for _, section := range s.brief.Sections {
		s.heading(section.Title)
		for _, sentence := range section.Sentences {
			s.paragraph(s.item, s.escape(sentence.Text)+s.chips(sentence.Citations))
		}
	}
	s.tolls()
	s.positions()
	s.timeline()
	s.relations("Agreements", s.brief.Agreements)
	s.relations("Differences", s.brief.Differences)
	s.photos()
	s.reports()
	s.notPrinted()
	s.footnotes()
}

// badge says how many outlets report, and how many origins that makes.
func badge(b *wiredesk.Brief) string {
	text := fmt.Sprintf("%s, %s", count(len(b.Reports), "report"), count(b.Outlets, "outlet"))
	if o := origins(b.Origins); o != "" {
		return text + "; origins: " + o
	}
	return text + "; origins: unknown"
}

// count writes a number with its noun.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func (s *sheet) heading(title string) {
	s.line("")
	s.line(s.section, title)
	if !s.wrap {
		s.line("")
	}
}

// chips numbers the citations of a sentence.
func (s *sheet) chips(cs []wiredesk.Citation) string {
	var b strings.Builder
	for _, c := range cs {
		n := s.numbers[c]
		if n == 0 {
			s.notes = append(s.notes, c)
			n = len(s.notes)
			s.numbers[c] = n
		}
		fmt.Fprintf(&b, " "+s.chip, n)
	}
	return b.String()
}

func (s *sheet) timeline() {
	if len(s.brief.Timeline) == 0 {
		return
	}
	s.heading("Timeline")
	for _, e := range s.brief.Timeline {
		s.paragraph(s.item, window(&wiredesk.Window{From: wiredesk.Optional(e.From), To: wiredesk.Optional(e.To)})+"  "+s.escape(e.Text)+s.chips(e.Citations))
	}
}

func (s *sheet) relations(title string, rs []wiredesk.Relation) {
	if len(rs) == 0 {
		return
	}
	s.heading(title)
	for _, r := range rs {
		s.paragraph(s.item, s.escape(string(r.Kind)+": "+r.Note))
	}
}

// tolls writes the counts of each incident, by claimant, with what became of
// them.
func (s *sheet) tolls() {
	if len(s.brief.Tolls) == 0 {
		return
	}
	s.heading("Tolls")
	for _, t := range s.brief.Tolls {
		for _, r := range t.Rows {
			text := fmt.Sprintf("%s %s: %s, %s (%s, %s)", t.Incident, t.Unit, r.Words, chain(r.Chain), r.Status, s.outlets[r.Report])
			if r.Reason != "" {
				text += "; " + r.Reason
			}
			s.paragraph(s.item, s.escape(text))
		}
	}
}

// positions writes what the parties say on the matters.
func (s *sheet) positions() {
	if len(s.brief.Positions) == 0 {
		return
	}
	s.heading("Positions")
	for _, p := range s.brief.Positions {
		s.paragraph(s.item, s.escape(fmt.Sprintf("%s %s: %s", p.Party, p.Polarity, p.Text))+s.chips(p.Citations))
	}
}

func (s *sheet) photos() {
	if len(s.brief.Photos) == 0 {
		return
	}
	s.heading("Photos")
	for _, ph := range s.brief.Photos {
		s.paragraph(s.item, s.escape(strings.Join(fields(ph.Caption, ph.Credit, ph.Place, ph.Date), " / "))+" ("+s.escape(s.outlets[ph.Report])+")")
	}
}

func (s *sheet) reports() {
	s.heading("Reports")
	for _, r := range s.brief.Reports {
		text := s.outlets[r.ID] + ": " + string(r.Headline) + ". Published " + published(r.Published)
		if r.PickupOf != "" {
			text += fmt.Sprintf(". Carries %.0f %% of its text from %s", 100*r.Shared, r.PickupOf)
		}
		if o := origins(r.Origins); o != "" {
			text += ". Origin: " + o
		}
		if r.Status != wiredesk.Usable && r.Status != "" {
			text += ". Status: " + string(r.Status)
		}
		s.paragraph(s.item, s.escape(text))
	}
}

func (s *sheet) notPrinted() {
	if len(s.brief.NotPrinted) == 0 {
		return
	}
	s.heading("Not printed")
	for _, n := range s.brief.NotPrinted {
		s.paragraph(s.item, s.escape("“"+n.Text+"”: "+n.Reason))
	}
}

// footnotes writes the words that the numbers stand for.
func (s *sheet) footnotes() {
	if len(s.notes) == 0 {
		return
	}
	s.heading("Citations")
	for i, c := range s.notes {
		s.paragraph("", fmt.Sprintf(s.note, i+1, s.escape(s.outlets[c.Report]), c.Span.Start, c.Span.End, s.escape("“"+c.Quote+"”")))
	}
}

// paragraph writes a line, or in plain text several of at most width
// characters.
func (s *sheet) paragraph(item, text string) {
	if !s.wrap {
		s.line("%s%s", item, text)
		return
	}
	line, n := "", 0
	for _, w := range strings.Fields(text) {
		k := len([]rune(w))
		if n > 0 && n+1+k > width-2 {
			s.line("  %s", line)
			line, n = "  ", 2
		} else if n > 0 {
			line, n = line+" ", n+1
		}
		line, n = line+w, n+k
	}
	s.line("  %s", line)
}

// escapeMarkdown writes words so that none of their marks is read as markup.
func escapeMarkdown(words string) string {
	var b strings.Builder
	for _, r := range oneLine(words) {
		if strings.ContainsRune("\\`*_{}[]<>#|~!$&", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
