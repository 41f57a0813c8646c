package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wiredesk"
)

// Lines up to maxWrap runes wide may have been broken by a program and are
// joined again; a text whose longest line is shorter than minWrap was not
// broken at a margin. Wire services, mail and newsgroups break at 60 to 80.
const (
	minWrap = 56
	maxWrap = 120
)

// A line is one line of the text, white space around it left out.
type line struct {
	span  wiredesk.Span
	runes int
	gap   bool // an empty line stands before it
}

// paragraphs cuts text into its paragraphs: lines, except that lines which
// were broken at a margin are joined again.
func paragraphs(text string) []unit {
	lines, width := split(text)
	var units []unit
	for i, l := range lines {
		if i > 0 && !l.gap && joined(text, lines, i, width) {
			units[len(units)-1].span.End = l.span.End
			continue
		}
		units = append(units, unit{span: l.span, gap: l.gap || i == 0})
	}
	return units
}

// Paragraphs returns the paragraphs of running text: lines that were broken at
// a margin are joined, those of a table or list stay apart.
func Paragraphs(words string) []string {
	var out []string
	for _, u := range paragraphs(words) {
		if p := oneLine(u.span.Words(words)); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// split returns the lines that are not empty and the width of the widest.
func split(text string) (lines []line, width int) {
	gap := false
	for start := 0; start < len(text); {
		end, next := lineEnd(text, start)
		span := trim(text, wiredesk.Span{Start: start, End: end})
		start = next
		if span.Start >= span.End {
			gap = true
			continue
		}
		n := utf8.RuneCountInString(span.Words(text))
		lines = append(lines, line{span, n, gap})
		width = max(width, n)
		gap = false
	}
	return lines, width
}

// lineEnd returns where the line that begins at start ends and the next one
// begins. Lines end at \n, \r\n, \r, and Unicode's line and paragraph marks.
func lineEnd(text string, start int) (end, next int) {
	i := strings.IndexAny(text[start:], "\n\r\u2028\u2029")
	if i < 0 {
		return len(text), len(text)
	}
	end = start + i
	_, size := utf8.DecodeRuneInString(text[end:])
	next = end + size
	if text[end] == '\r' && next < len(text) && text[next] == '\n' {
		next++
	}
	return end, next
}

// blank reports whether a rune is white space or as good as that; a byte order
// mark may stand at the start of a file.
func blank(c rune) bool {
	return unicode.IsSpace(c) || c == '\ufeff' || c == '\u200b' || c == 0
}

// trim returns the span without white space at its ends.
func trim(text string, s wiredesk.Span) wiredesk.Span {
	words := text[s.Start:s.End]
	left := strings.TrimLeftFunc(words, blank)
	s.Start += len(words) - len(left)
	s.End = s.Start + len(strings.TrimRightFunc(left, blank))
	return s
}

// joined reports whether line i goes on with what the line before it said: the
// first word of it would not have fitted there, or a sentence is under way.
func joined(text string, lines []line, i, width int) bool {
	if width < minWrap || width > maxWrap {
		return false
	}
	before, here := lines[i-1], lines[i]
	words := here.span.Words(text)
	if startsItem(words) {
		return false
	}
	prior := before.span.Words(text)
	ended := strings.ContainsRune(".!?:;\"'”’)…", lastRune(prior))
	first, _ := utf8.DecodeRuneInString(words)
	if !ended && unicode.IsLower(first) {
		return true
	}
	return 10*before.runes >= 6*width && before.runes+1+firstWord(words) > width
}

// startsItem reports whether a line begins like an item of a list.
func startsItem(words string) bool {
	return strings.HasPrefix(words, "- ") || strings.HasPrefix(words, "* ") || strings.HasPrefix(words, "• ")
}

// lastRune returns the last rune of s.
func lastRune(s string) rune {
	c, _ := utf8.DecodeLastRuneInString(s)
	return c
}

// firstWord returns the length of the first word in runes.
func firstWord(words string) int {
	if i := strings.IndexFunc(words, unicode.IsSpace); i >= 0 {
		words = words[:i]
	}
	return utf8.RuneCountInString(words)
}
