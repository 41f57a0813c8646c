// Package export writes readings, stories and briefs as text for people and as
// Markdown.
package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"wiredesk"
)

// A printer writes lines and keeps the first error.
type printer struct {
	w *bufio.Writer
}

// newPrinter returns a printer on w.
func newPrinter(w io.Writer) *printer { return &printer{bufio.NewWriter(w)} }

// line writes one line.
func (p *printer) line(format string, args ...any) {
	fmt.Fprintf(p.w, format, args...)
	p.w.WriteByte('\n')
}

// field writes "label  value" with the values aligned, or "not known".
func (p *printer) field(label, value string) {
	if value == "" {
		value = "not known"
	}
	p.line("  %-13s %s", label, value)
}

// close writes out what is buffered and returns the first error of all writes.
func (p *printer) close() error { return p.w.Flush() }

// oneLine returns words on a single line.
func oneLine(words string) string { return wiredesk.OneLine(words) }

// chain writes an attribution, speaker first.
func chain(names []string) string {
	clean := make([]string, len(names))
	for i, n := range names {
		clean[i] = oneLine(n)
	}
	return strings.Join(clean, " > ")
}

// window writes the time that something covers.
func window(w *wiredesk.Window) string {
	switch {
	case w == nil || w.From == "" && w.To == "":
		return "not stated"
	case w.From == w.To:
		return string(w.From)
	}
	return orOpen(w.From) + " to " + orOpen(w.To)
}

// orOpen writes an end of a window.
func orOpen(o wiredesk.Optional) string {
	if o == "" {
		return "…"
	}
	return string(o)
}

// site writes the place of a figure with its precision.
func site(s *wiredesk.Site) string {
	if s == nil {
		return "not stated"
	}
	return fmt.Sprintf("%s (%s)", oneLine(s.Name), s.Precision)
}
