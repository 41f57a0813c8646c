package timex

import (
	"strings"

	"wiredesk"
	"wiredesk/internal/lang/sentence"
)

// quoted says for each token whether it stands between quotation marks. A
// quotation ends with its paragraph: one that goes on opens again.
func quoted(text string, tokens []wiredesk.Token, sentences []sentence.Sentence) []bool {
	out := make([]bool, len(tokens))
	open, paragraph := false, -2
	for _, s := range sentences {
		if s.Paragraph != paragraph || s.Paragraph < 0 {
			open, paragraph = false, s.Paragraph
		}
		for i := s.First; i < s.Last; i++ {
			switch w := tokens[i].Span.Words(text); {
			case strings.HasPrefix(w, "“"), w == "``":
				open = true
			case strings.HasPrefix(w, "”"), w == "''":
				open = false
			case w == `"`:
				open = !open
			}
			out[i] = open
		}
	}
	return out
}
