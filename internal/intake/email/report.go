package email

import (
	"net/mail"
	"strings"

	"wiredesk"
	"wiredesk/internal/intake/date"
	"wiredesk/internal/intake/html"
	"wiredesk/internal/intake/pattern"
	"wiredesk/internal/intake/text"
)

var (
	replyForm     = pattern.Lazy(`(?i)^(?:(?:re|fw|fwd|aw|wg|tr|rv)\s*(?:\[\d+\])?:\s*)+`)
	forwardForm   = pattern.Lazy(`(?m)^(?:-{5,} ?(?:Forwarded message|Original Message|Weitergeleitete Nachricht) ?-{5,}|Begin forwarded message:)\s*$`)
	forwardedHead = pattern.Lazy(`^[>*\s]*\*?(From|Date|Sent|Subject|To|Cc|Reply-To)\*?:\*?\s*(.*)$`)
	signature     = pattern.Lazy(`(?m)^-- ?\r?$`)
	quotedForm    = pattern.Lazy(`(?m)^(?:On .{5,120} wrote:|Am .{5,120} schrieb.{0,80}:|Le .{5,120} a écrit ?:)\s*$`)
)

// Report turns a message into a report. A message that only passes another one
// on is that one. cut says that it lost its end.
func (m Message) Report() (r wiredesk.Report, cut bool) {
	m = m.forwarded()
	a := m.article()
	a.Headline = replyForm().ReplaceAllString(m.Subject, "")
	known := text.Known{Published: date.First(m.Date, sent(m.Date))}
	switch name := m.sender(); {
	case text.IsAgency(name), text.IsOutlet(name):
		known.Outlet = text.Agency(name)
	case name != "":
		a.Authors = []string{name}
	}
	r, cut = a.Read(known)
	r.GUID = wiredesk.Optional(m.ID)
	return r, cut
}

// sent reads a date as heads give it, with a comment behind it or without.
func sent(field string) string {
	t, err := mail.ParseDate(field)
	if err != nil {
		return ""
	}
	return t.Format("2006-01-02T15:04:05Z07:00")
}

// sender returns the name of who sent it, "" where there is only an address.
func (m Message) sender() string {
	if a, err := mail.ParseAddress(m.From); err == nil {
		return a.Name
	}
	name, _, _ := strings.Cut(m.From, "<")
	if strings.Contains(name, "@") {
		return ""
	}
	return strings.Trim(name, ` "'`)
}

// article reads the text: the plain one, unless it says much less than the
// other.
func (m Message) article() text.Article {
	const much = 3
	plain := text.Article{}
	for _, p := range text.Paragraphs(withoutTail(m.Plain)) {
		plain.Paragraphs = append(plain.Paragraphs, text.Paragraph{Text: p})
	}
	if m.HTML == "" {
		return plain
	}
	rich := html.Fragment(m.HTML)
	if size(plain) > 0 && much*size(plain) >= size(rich) {
		return plain
	}
	return rich
}

// size returns how many bytes the paragraphs of an article hold.
func size(a text.Article) (n int) {
	for _, p := range a.Paragraphs {
		n += len(p.Text)
	}
	return n
}

// withoutTail takes off the signature, and what a reply quotes below its own
// words.
func withoutTail(plain string) string {
	if i := signature().FindStringIndex(plain); i != nil && i[0] > 0 {
		plain = plain[:i[0]]
	}
	if i := quotedForm().FindStringIndex(plain); i != nil && strings.TrimSpace(plain[:i[0]]) != "" {
		plain = plain[:i[0]]
	}
	var b strings.Builder
	for line := range strings.Lines(plain) {
		b.WriteString(strings.TrimPrefix(strings.TrimPrefix(line, "> "), ">"))
	}
	return b.String()
}

// forwarded returns the message that m passes on, m itself where it passes on
// none: its head stands in the text.
func (m Message) forwarded() Message {
	const most = 600 // bytes of words of one's own above it
	at := forwardForm().FindStringIndex(m.Plain)
	if at == nil || at[0] > most {
		return m
	}
	inner := Message{ID: m.ID, Subject: m.Subject}
	rest := strings.TrimLeft(m.Plain[at[1]:], "\r\n ")
	for rest != "" {
		line, after, _ := strings.Cut(rest, "\n")
		f := forwardedHead().FindStringSubmatch(strings.TrimRight(line, "\r"))
		if f == nil {
			break
		}
		switch f[1] {
		case "From":
			inner.From = f[2]
		case "Date", "Sent":
			inner.Date = f[2]
		case "Subject":
			inner.Subject = f[2]
		}
		rest = after
	}
	if inner.From == "" {
		return m
	}
	inner.Plain = rest
	return inner
}
