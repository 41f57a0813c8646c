// Package email reads messages of electronic mail, one (.eml) or many in a
// mailbox (mbox): their subject is the headline, their text the report.
package email

import (
	"bytes"
	"strings"

	"wiredesk/internal/intake/pattern"
)

// Limits of a mailbox.
const (
	MaxMessages = 5000
	MaxParts    = 200 // of one message
	maxDepth    = 8   // of parts within parts
)

// A Message is a message as it is on the wire, its head decoded.
type Message struct {
	Subject, From, Date, ID string
	Plain, HTML             string // its text, in either form or both
}

var (
	headForm  = pattern.Lazy(`^([A-Za-z][A-Za-z0-9-]{1,40}):(?:[ \t]|\r?$)`)
	mboxForm  = pattern.Lazy(`^From \S+.*\d{2}:\d{2}`)
	headNames = map[string]bool{"from": true, "to": true, "subject": true, "date": true, "received": true, "message-id": true, "mime-version": true,
		"delivered-to": true, "return-path": true, "reply-to": true, "cc": true, "content-type": true, "sender": true, "x-received": true, "list-id": true}
)

// Is reports whether raw is a message or mailbox: it begins with the lines of a
// head, and of the fields that every message has three are among them, who sent
// it included.
func Is(raw []byte) bool {
	head := raw[:min(len(raw), 16<<10)]
	head = bytes.TrimLeft(head, "\ufeff \r\n")
	if mboxForm().Match(firstLine(head)) {
		_, head, _ = bytes.Cut(head, []byte("\n"))
	}
	seen := map[string]bool{}
	for line := range bytes.Lines(head) {
		m := headForm().FindSubmatch(line)
		switch {
		case m != nil:
			if name := strings.ToLower(string(m[1])); headNames[name] {
				seen[name] = true
			}
		case len(bytes.TrimSpace(line)) == 0, line[0] != ' ' && line[0] != '\t':
			return enough(seen) && len(bytes.TrimSpace(line)) == 0
		case len(seen) == 0:
			return false
		}
	}
	return enough(seen)
}

// enough reports whether the fields of a head are those of a message.
func enough(seen map[string]bool) bool {
	const least = 3
	return seen["from"] && len(seen) >= least && (seen["date"] || seen["received"] || seen["message-id"] || seen["mime-version"])
}

// firstLine returns the first line.
func firstLine(raw []byte) []byte {
	line, _, _ := bytes.Cut(raw, []byte("\n"))
	return line
}
