// Package frontmatter reads Markdown files with a head between two lines of
// "---" (or "+++"), as the makers of static sites keep reports.
package frontmatter

import (
	"strings"

	"wiredesk"
	"wiredesk/internal/intake/fields"
	"wiredesk/internal/intake/pattern"
)

// A Document is a file as it is on the wire: the fields of its head, and its
// text.
type Document struct {
	Fields [][2]string // name and value, in order
	Text   string
}

var (
	fieldForm = pattern.Lazy(`^([A-Za-z][\w -]{0,40}?)\s*[:=]\s*(.*)$`)
	itemForm  = pattern.Lazy(`^\s*-\s+(.*)$`)
)

// cut returns the head and the text of a document; ok is false where it has no
// head.
func cut(doc string) (head, rest string, ok bool) {
	doc = strings.TrimLeft(strings.ReplaceAll(doc, "\r\n", "\n"), "\ufeff \n")
	for _, mark := range []string{"---", "+++"} {
		if after, found := strings.CutPrefix(doc, mark+"\n"); found {
			if end := strings.Index("\n"+after, "\n"+mark+"\n"); end >= 0 {
				return after[:end], after[min(len(after), end+len(mark)+1):], true
			}
		}
	}
	return "", "", false
}

// Is reports whether a document has such a head and a field in it that says
// what the report is called or when it was published.
func Is(doc string) bool {
	d, ok := Parse(doc)
	if !ok {
		return false
	}
	for _, f := range d.Fields {
		if part := fields.Part(f[0]); part == "headline" || part == "published" {
			return true
		}
	}
	return false
}

// Parse reads a document; ok is false where it has no head.
func Parse(doc string) (d Document, ok bool) {
	const longest = 64 << 10 // bytes of a head
	head, rest, ok := cut(doc)
	if !ok || len(head) > longest {
		return d, false
	}
	for _, line := range strings.Split(head, "\n") {
		if m := itemForm().FindStringSubmatch(line); m != nil && len(d.Fields) > 0 {
			last := &d.Fields[len(d.Fields)-1]
			last[1] = strings.Trim(last[1]+"; "+value(m[1]), "; ")
			continue
		}
		if m := fieldForm().FindStringSubmatch(line); m != nil {
			d.Fields = append(d.Fields, [2]string{m[1], value(m[2])})
		}
	}
	d.Text = rest
	return d, true
}

// value takes quotation marks and the brackets of a list off.
func value(s string) string {
	s = strings.TrimSpace(s)
	if strings.HasPrefix(s, "[") && strings.HasSuffix(s, "]") {
		return strings.ReplaceAll(strings.NewReplacer(`"`, "", "'", "").Replace(s[1:len(s)-1]), ",", ";")
	}
	for _, q := range []string{`"`, "'"} {
		if len(s) >= 2 && strings.HasPrefix(s, q) && strings.HasSuffix(s, q) {
			return s[1 : len(s)-1]
		}
	}
	return s
}

var (
	imageForm   = pattern.Lazy(`!\[[^\]]*\]\([^)]*\)`)
	linkForm    = pattern.Lazy(`\[([^\]]*)\]\([^)]*\)`)
	strongForm  = pattern.Lazy(`(\*\*|__)(\S(?:.*?\S)?)(\*\*|__)`)
	italicForm  = pattern.Lazy(`(^|[\s("“])[*_](\S(?:[^*_]*?\S)?)[*_]($|[\s.,;:!?)"”])`)
	headingForm = pattern.Lazy(`(?m)^#{1,6}\s+(.*?)\s*#*$`)
	quoteForm   = pattern.Lazy(`(?m)^>\s?`)
)

// Report turns a document into a report. cut says that it lost its end.
func (d Document) Report() (r wiredesk.Report, cut bool) {
	record := fields.Record{}
	for _, f := range d.Fields {
		record.Add(fields.Part(f[0]), f[1])
	}
	words := imageForm().ReplaceAllString(d.Text, "")
	words = linkForm().ReplaceAllString(words, "$1")
	words = strongForm().ReplaceAllString(words, "$2")
	words = italicForm().ReplaceAllString(words, "$1$2$3")
	words = quoteForm().ReplaceAllString(headingForm().ReplaceAllString(words, "\n$1\n"), "")
	delete(record, "text")
	record.Add("text", words)
	return record.Report()
}
