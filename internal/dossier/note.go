package dossier

import (
	"fmt"
	"strings"

	"wiredesk"
)

// excerptMost is the length in characters of an excerpt in a note.
const excerptMost = 120

// excerpt quotes the beginning of the content.
func (s *statement) excerpt() string {
	var parts []string
	for _, c := range s.claim.Content {
		parts = append(parts, s.account.shown(c))
	}
	r := []rune(strings.Trim(line(strings.Join(parts, " ")), "“”\" ,."))
	if len(r) <= excerptMost {
		return "“" + string(r) + "”"
	}
	cut := string(r[:excerptMost])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return "“" + cut + " …”"
}

// and joins names for people.
func and(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// originNote says how many origins a relation has for certain.
func originNote(o wiredesk.Origins) string {
	note := "no origin is known for certain"
	switch {
	case len(o.Known) == 1:
		note = "one origin for certain, " + and(o.Known)
	case len(o.Known) > 1:
		note = fmt.Sprintf("%d origins for certain, %s", len(o.Known), and(o.Known))
	}
	if len(o.Perhaps) > 0 {
		note += ", perhaps " + and(o.Perhaps)
	}
	return note
}
