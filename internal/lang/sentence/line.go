package sentence

import (
	"strings"

	"wiredesk"
)

// breaks reports whether the white space after token i ends the sentence
// whatever the words: an empty line, a line break before a list item, or one
// that was meant, since the next word would have fitted into the line.
func (s *splitter) breaks(i int) bool {
	gap := s.gap(i)
	n := strings.Count(gap, "\n")
	switch {
	case n == 0 || i+1 >= len(s.tokens):
		return false
	case n > 1 || s.item(i+1):
		return true
	}
	line := s.tokens[i].Span.End - lineStart(s.text, s.tokens[i].Span.Start)
	next := s.tokens[i+1].Span.Len()
	return line+1+next < s.width*2/3 && openerOrUpper(s.word(i+1)) && s.word(i) != ","
}

// item reports whether token i, the first of its line, begins a list item.
func (s *splitter) item(i int) bool {
	switch w := s.word(i); w {
	case "•", "·", "▪", "●", "*", "-", "–", "—", "+":
		return s.gap(i) != ""
	default:
		return len(w) <= 2 && w[0] >= '0' && w[0] <= '9' && strings.HasPrefix(s.word(i+1), ".") && s.gap(i) == ""
	}
}

// longestLine is how far back the start of a line is looked for, which keeps
// the time linear.
const longestLine = 400

// lineStart returns where the line of the offset begins, or an offset
// longestLine before it.
func lineStart(text string, offset int) int {
	from := max(0, offset-longestLine)
	return from + strings.LastIndexByte(text[from:offset], '\n') + 1
}

// lineWidth returns the length of the longest line that the tokens stand in,
// or 0 where they stand in one.
func lineWidth(text string, tokens []wiredesk.Token) int {
	if len(tokens) == 0 {
		return 0
	}
	block := text[tokens[0].Span.Start:tokens[len(tokens)-1].Span.End]
	if strings.IndexByte(block, '\n') < 0 {
		return 0
	}
	width := 0
	for line := range strings.Lines(block) {
		width = max(width, len(line))
	}
	return width
}
