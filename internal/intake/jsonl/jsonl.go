// Package jsonl reads JSON Lines of reports:
// {"id","outlet","headline","text","published","url"}, one a line.
package jsonl

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"wiredesk"
	"wiredesk/internal/intake/date"
	"wiredesk/internal/intake/text"
)

// A record is one line as it is on the wire. Any field may be missing or null,
// and a number may stand where words are expected.
type record struct {
	ID        loose `json:"id"`
	Outlet    loose `json:"outlet"`
	Headline  loose `json:"headline"`
	Text      loose `json:"text"`
	Published loose `json:"published"`
	URL       loose `json:"url"`
}

// loose is a string that may be written as a number.
type loose string

// UnmarshalJSON reads a string or a number; null is "".
func (l *loose) UnmarshalJSON(b []byte) error {
	switch {
	case b[0] == '"':
		return json.Unmarshal(b, (*string)(l))
	case string(b) == "null":
		return nil
	case b[0] == '-' || '0' <= b[0] && b[0] <= '9':
		*l = loose(b)
		return nil
	}
	return fmt.Errorf("%.20q is neither words nor a number", b)
}

// Limits of a JSON Lines file.
const (
	MaxLine  = 4 << 20 // bytes of one line
	MaxDepth = 100     // nested objects and lists
)

// Is reports whether a text is JSON Lines of reports: its first line is an
// object that holds "text" or "headline", or the header of our own streams.
func Is(doc string) bool {
	line, _, _ := strings.Cut(strings.TrimLeft(doc, "\ufeff \t\r\n"), "\n")
	if !strings.HasPrefix(line, "{") {
		return false
	}
	var keys map[string]json.RawMessage
	if json.Unmarshal([]byte(line), &keys) != nil {
		// A broken first line must not hide that the rest is read.
		return strings.Contains(line, `"text"`) && strings.Contains(line, `"headline"`)
	}
	if keys["version"] != nil && keys["items"] != nil || keys["uri"] != nil {
		return false
	}
	return keys["text"] != nil || keys["headline"] != nil || keys["wiredesk"] != nil
}

// Parse reads every line of doc. A line that cannot be read is a problem of its
// own, named by its number; the others are read. The ids are the records' own.
func Parse(name, doc string) ([]wiredesk.Report, []*wiredesk.Problem) {
	var reports []wiredesk.Report
	var problems []*wiredesk.Problem
	number := 0
	for line := range strings.Lines(doc) {
		number++
		line = strings.Trim(line, "\ufeff \t\r\n")
		if line == "" || strings.HasPrefix(line, `{"wiredesk":`) {
			continue
		}
		r, reason := parseLine(line)
		if reason != "" {
			problems = append(problems, &wiredesk.Problem{
				Input: fmt.Sprintf("%s, line %d", name, number), Reason: reason,
				Advice: `write one object {"id","outlet","headline","text","published","url"} on it`, Err: wiredesk.ErrInvalid})
			continue
		}
		reports = append(reports, r)
	}
	return reports, problems
}

// parseLine reads one record. reason says in words why it cannot be read.
func parseLine(line string) (r wiredesk.Report, reason string) {
	if len(line) > MaxLine {
		return r, fmt.Sprintf("the line is longer than %d MiB", MaxLine>>20)
	}
	if Deep(line) {
		return r, fmt.Sprintf("it is nested deeper than %d", MaxDepth)
	}
	var rec record
	d := json.NewDecoder(bytes.NewReader([]byte(line)))
	if err := d.Decode(&rec); err != nil {
		return r, "it is not a JSON object of a report (" + err.Error() + ")"
	}
	if strings.TrimSpace(string(rec.Text+rec.Headline)) == "" {
		return r, `it has neither "text" nor "headline"`
	}
	return rec.report(), ""
}

// report turns a record into a report. Its text is the headline, an empty line
// and the record's text; a text that begins with its headline stays as it is.
func (rec record) report() wiredesk.Report {
	headline := strings.ToValidUTF8(strings.TrimSpace(string(rec.Headline)), "\ufffd")
	doc := text.Compose(headline, strings.ToValidUTF8(string(rec.Text), "\ufffd"))
	r := text.Read(doc, text.Known{
		Headline:  headline,
		Outlet:    strings.TrimSpace(string(rec.Outlet)),
		Published: date.Local(string(rec.Published)),
	})
	r.ID = strings.TrimSpace(string(rec.ID))
	r.URL = wiredesk.Optional(rec.URL)
	return r
}

// Deep reports whether a JSON text is nested deeper than MaxDepth.
func Deep(doc string) bool {
	depth, quoted := 0, false
	for i := 0; i < len(doc); i++ {
		switch c := doc[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			if depth++; depth > MaxDepth {
				return true
			}
		case c == '}' || c == ']':
			depth--
		}
	}
	return false
}
