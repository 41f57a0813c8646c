package export

import (
	"fmt"
	"io"
	"strings"

	"wiredesk"
)

// Text writes the briefs for people, on a terminal or as plain text. Sentences
// carry numbers in square brackets; the words that each number stands for
// follow the brief.
func Text(w io.Writer, briefs []wiredesk.Brief) error {
	p := newPrinter(w)
	for i := range briefs {
		if i > 0 {
			p.line("")
			p.line("%s", strings.Repeat("=", width))
			p.line("")
		}
		newSheet(p, &briefs[i], plainForm).write()
	}
	return p.close()
}

// Markdown writes the briefs as Markdown, with citations as footnotes.
func Markdown(w io.Writer, briefs []wiredesk.Brief) error {
	p := newPrinter(w)
	for i := range briefs {
		if i > 0 {
			p.line("")
			p.line("---")
			p.line("")
		}
		newSheet(p, &briefs[i], markdownForm).write()
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
}

var plainForm = form{"%s", "%s", "", "[%d]", "[%d] %s, bytes %d to %d: %s", oneLine, true}

var markdownForm = form{"# %s", "## %s", "- ", "[^%d]", "[^%d]: %s, bytes %d to %d: %s", escapeMarkdown, false}

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

// write writes the whole brief.
func (s *sheet) write() {
	s.line(s.title, s.escape(s.brief.Headline))
	s.line("")
	s.paragraph("", s.escape(badge(s.brief)))
	for _, section := range s.brief.Sections {
		s.heading(section.Title)
		for _, sentence := range section.Sentences {
			s.paragraph(s.item, s.escape(sentence.Text)+s.chips(sentence.Citations))
		}
	}
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
