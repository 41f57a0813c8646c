package text

import "strings"

// Compose returns the text of a report whose headline and text came apart: the
// headline, an empty line, the text. A text that begins with its headline stays
// as it is, so that its offsets stay what they were.
func Compose(headline, text string) string {
	first := strings.TrimLeftFunc(text, blank)
	if i := strings.IndexAny(first, "\r\n"); i >= 0 {
		first = first[:i]
	}
	if headline == "" || fold(first) == fold(headline) && fold(headline) != "" {
		return text
	}
	return oneLine(headline) + "\n\n" + text
}
