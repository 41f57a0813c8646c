// Package token splits text into tokens after Universal Dependencies v2, with
// exact byte spans.
package token

import (
	"unicode"
	"unicode/utf8"

	"wiredesk"
)

// Split returns the tokens of text inside span, in order. Tags are left empty
// and Head is -1.
func Split(text string, span wiredesk.Span) []wiredesk.Token {
	var tokens []wiredesk.Token
	for i := span.Start; i < span.End; {
		r, n := utf8.DecodeRuneInString(text[i:span.End])
		if unicode.IsSpace(r) {
			i += n
			continue
		}
		j := i + n
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			for j < span.End {
				r, n := utf8.DecodeRuneInString(text[j:span.End])
				if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
					break
				}
				j += n
			}
		}
		tokens = append(tokens, wiredesk.Token{Span: wiredesk.Span{Start: i, End: j}, Head: -1})
		i = j
	}
	return tokens
}
