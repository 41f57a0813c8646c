// Package teleprinter reads the two old wire formats that agencies still send:
// IPTC 7901 and ANPA 1312. Both frame a text in control characters: a head,
// STX, the text with its slug lines, ETX.
package teleprinter

import (
	"slices"
	"strings"

	"wiredesk"
	"wiredesk/internal/intake/date"
	"wiredesk/internal/intake/pattern"
	"wiredesk/internal/intake/text"
)

// The control characters that frame a message.
const (
	startOfHead = "\x01"
	synchronous = "\x16"
	startOfText = "\x02"
	endOfText   = "\x03"
)

// Is reports whether a document is a message of a teleprinter: it begins with a
// control character of the frame and holds the start of a text.
func Is(doc string) bool {
	return (strings.HasPrefix(doc, startOfHead) || strings.HasPrefix(doc, synchronous)) && strings.Contains(doc[:min(len(doc), 1024)], startOfText)
}

// A Message is a message as it is on the wire: the lines of its head and slug,
// and its text.
type Message struct {
	Head  string   // before the text: service, number, priority, agency
	Slug  []string // between the start of the text and its first paragraph
	Lines []string // the text
	Foot  string   // behind the text: when it was sent
}

// Parse cuts a message into its parts.
func Parse(doc string) Message {
	head, rest, _ := strings.Cut(doc, startOfText)
	rest, foot, _ := strings.Cut(rest, endOfText)
	m := Message{Head: clean(head), Foot: clean(foot)}
	lines := strings.Split(strings.ReplaceAll(rest, "\r", ""), "\n")
	slugged := slugOf(lines)
	for i, l := range lines {
		switch {
		case i < slugged:
			if l = clean(l); l != "" {
				m.Slug = append(m.Slug, l)
			}
		case strings.HasPrefix(l, "\t"): // ANPA begins a paragraph with it
			m.Lines = append(m.Lines, "", clean(l))
		default:
			m.Lines = append(m.Lines, clean(l))
		}
	}
	return m
}

// slugOf returns how many lines stand before the text: those marked "^" in ANPA
// 1312, those before the first empty line in IPTC 7901.
func slugOf(lines []string) int {
	if len(lines) > 0 && strings.HasPrefix(lines[0], "^") {
		if i := slices.IndexFunc(lines, func(l string) bool { return !strings.HasPrefix(l, "^") }); i >= 0 {
			return i
		}
		return len(lines)
	}
	return max(0, slices.IndexFunc(lines, func(l string) bool { return clean(l) == "" }))
}

// clean takes control characters, and the marks of ANPA's slug lines, off.
func clean(line string) string {
	line = strings.Map(func(c rune) rune {
		if c < ' ' && c != '\t' || c == 0x7f || c == '\ufffd' {
			return -1
		}
		return c
	}, line)
	// ANPA writes quotation marks as doubled accents and a dash as "_".
	line = strings.NewReplacer("``", "“", "''", "”", " _ ", " — ").Replace(line)
	return strings.Trim(line, " \t^<=")
}

var (
	leadForm  = pattern.Lazy(`(?i)^(?:re-?file|repeat(?:ing)?|urgent|flash|bulletin|advisory.*|\(?(?:\d+(?:st|nd|rd|th)\s+)?(?:ld|lead|update|take|add)\b.*|\(?eds:.*|editors:.*|eds:.*|.*\bAP (?:photo|video|graphic).*)$`)
	slugForm  = pattern.Lazy(`^[A-Z]{1,3}-[A-Z0-9.]{1,5}--.*$|^[\pL .-]+(?:/[\pL .-]*)+$`)
	agencyEnd = pattern.Lazy(`\b(dpa|afp|ap|apa|reuters|aap|ansa|efe|tt|ntb|upi|pa)\b`)
)

// Report turns a message into a report. cut says that it lost its end.
func (m Message) Report() (r wiredesk.Report, cut bool) {
	var a text.Article
	var headline []string
	for _, l := range m.Slug {
		names := text.Names(l)
		switch {
		case leadForm().MatchString(l), slugForm().MatchString(l):
		case strings.HasPrefix(l, "By ") || len(a.Authors) > 0:
			// What follows a byline is the writer's post or agency.
			a.Authors = append(a.Authors, names...)
		case len(strings.Fields(l)) > 2:
			headline = append(headline, l)
		}
	}
	if len(headline) > 0 {
		a.Headline = headline[0]
	}
	for _, p := range paragraphs(m.Lines) {
		a.Paragraphs = append(a.Paragraphs, text.Paragraph{Text: p})
	}
	code := agencyEnd().FindString(strings.ToLower(m.Head))
	agency := text.KnownAgency(code)
	if agency == "" {
		agency = text.KnownAgency(strings.ToUpper(code))
	}
	return a.Read(text.Known{Outlet: agency, Published: m.sent()})
}

// How the two formats write when a message was sent: "AP-WF-02-07-12 2027GMT",
// "071137 GMT Feb 12".
var (
	anpaSent = pattern.Lazy(`\b(\d{2})-(\d{2})-(\d{2})\s+(\d{2})(\d{2})\s*([A-Z]{2,4})\b`)
	iptcSent = pattern.Lazy(`\b(\d{2})(\d{2})(\d{2})\s*([A-Z]{1,4})?\s+([A-Z][a-z]{2,8})\s+(\d{2}|\d{4})\b`)
)

// sent returns when the message was sent, "" if it does not say.
func (m Message) sent() string {
	if f := anpaSent().FindStringSubmatch(m.Foot); f != nil {
		return date.Local("20" + f[3] + "-" + f[1] + "-" + f[2] + " " + f[4] + ":" + f[5] + ":00 " + f[6])
	}
	if f := iptcSent().FindStringSubmatch(m.Foot); f != nil {
		year := f[6]
		if len(year) == 2 {
			year = "20" + year
		}
		return date.Local(f[1] + " " + f[5] + " " + year + " " + f[2] + ":" + f[3] + ":00 GMT")
	}
	return ""
}

// paragraphs joins lines that an empty line does not part.
func paragraphs(lines []string) []string {
	var out []string
	open := false
	for _, l := range lines {
		switch {
		case l == "":
			open = false
		case open:
			out[len(out)-1] += " " + l
		default:
			out = append(out, l)
			open = true
		}
	}
	return out
}
