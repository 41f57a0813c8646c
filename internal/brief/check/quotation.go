package check

import (
	"fmt"
	"strings"
)

// quotations checks that each quotation in text stands word for word inside
// one cited span, and returns text without them.
func quotations(text string, e *evidence) (rest, reason string) {
	var b strings.Builder
	for text != "" {
		open := strings.IndexAny(text, "“\"")
		if open < 0 {
			break
		}
		mark := "\""
		if strings.HasPrefix(text[open:], "“") {
			mark = "“"
		}
		inside := text[open+len(mark):]
		end := strings.Index(inside, closing(mark))
		if end < 0 {
			return "", "a quotation in it is not closed"
		}
		if quote := inside[:end]; !e.quoted(quote) {
			return "", fmt.Sprintf("the quotation “%s” is not in the cited words", quote)
		}
		b.WriteString(text[:open] + " ")
		text = inside[end+len(closing(mark)):]
	}
	return b.String() + text, ""
}

// closing returns the mark that closes a quotation.
func closing(mark string) string {
	if mark == "“" {
		return "”"
	}
	return mark
}

// quoted reports whether a quotation stands in one of the quotes. White space
// and the shape of inner marks may differ, and so may a last comma or stop,
// which belongs to the sentence around it.
func (e *evidence) quoted(quote string) bool {
	q := strings.TrimRight(plain(quote), ".,")
	for _, words := range e.quotes {
		if strings.Contains(plain(words), q) {
			return true
		}
	}
	return false
}

// marks makes all quotation marks and dashes alike.
var marks = strings.NewReplacer("“", "\"", "”", "\"", "‘", "'", "’", "'", "–", "-", "—", "-")

// plain writes words with single spaces and plain marks.
func plain(words string) string {
	return strings.Join(strings.Fields(marks.Replace(words)), " ")
}
