package wiredesk

import "strings"

// OneLine returns words on a single line for a terminal or a log, control
// characters and marks that turn the direction of writing taken out, so that a
// hostile text can neither move a cursor nor forge a line.
func OneLine(words string) string {
	words = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || 0x80 <= r && r < 0xa0 || 0x2028 <= r && r <= 0x202e || 0x2066 <= r && r <= 0x2069 {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(words, "\ufffd"))
	return strings.Join(strings.Fields(words), " ")
}
