package decode

import (
	"strings"

	"wiredesk/internal/intake/pattern"
)

// declaredForm finds the character set that a document names for itself, in
// the declaration of XML or a meta element of HTML.
var declaredForm = pattern.Lazy(`(?i)(?:^\s*<\?xml[^>]{0,200}?\bencoding|<meta[^>]{0,300}?\bcharset)\s*=\s*["']?\s*([\w.:-]{2,40})`)

// declaredBytes is how much of a document is searched for that name; HTML asks
// for it within the first 1,024 bytes, and not every page obeys.
const declaredBytes = 4096

// Declared returns the character set that the media type of the transport
// names, else the one that the document names; "" if neither does.
func Declared(mediaType string, raw []byte) string {
	if _, after, ok := strings.Cut(strings.ToLower(mediaType), "charset="); ok {
		name, _, _ := strings.Cut(after, ";")
		return strings.Trim(name, ` "'`)
	}
	if m := declaredForm().FindSubmatch(raw[:min(len(raw), declaredBytes)]); m != nil {
		return string(m[1])
	}
	return ""
}
