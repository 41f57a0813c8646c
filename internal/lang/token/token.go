// Package token splits text into tokens after Universal Dependencies v2, with
// exact byte spans. Clitics ("n't", "'s"), marks and the parts of hyphenated
// words are tokens of their own; abbreviations keep their full stop.
package token

import (
	"unicode"
	"unicode/utf8"

	"wiredesk"
)

// Split returns the tokens of text inside span, in order. Tags are left empty
// and Head is -1. It takes time in proportion to the span.
func Split(text string, span wiredesk.Span) []wiredesk.Token {
	span = clip(text, span)
	s := splitter{text: text, out: make([]wiredesk.Token, 0, span.Len()/5+1)}
	for i := span.Start; i < span.End; {
		r, n := utf8.DecodeRuneInString(text[i:span.End])
		if blank(r) {
			i += n
			continue
		}
		end := chunkEnd(text, i, span.End)
		s.chunk(i, end)
		i = end
	}
	return s.out
}

// clip keeps a span inside text, and off the middle of a character.
func clip(text string, s wiredesk.Span) wiredesk.Span {
	s.End = min(s.End, len(text))
	s.Start = min(max(s.Start, 0), max(s.End, 0))
	s.End = max(s.End, s.Start)
	for s.Start < s.End && !utf8.RuneStart(text[s.Start]) {
		s.Start++
	}
	for s.End > s.Start && s.End < len(text) && !utf8.RuneStart(text[s.End]) {
		s.End--
	}
	return s
}

// blank reports whether r parts tokens and belongs to none: white space,
// control and invisible formatting characters, and bytes that are not UTF-8.
func blank(r rune) bool {
	return r <= ' ' || r == 0x7f || r == utf8.RuneError || r >= 0x80 && (unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) && r != 0x200d || unicode.Is(unicode.Cc, r))
}

// chunkEnd returns the end of the run without blanks that starts at i.
func chunkEnd(text string, i, end int) int {
	for i < end {
		if c := text[i]; c < utf8.RuneSelf {
			if c <= ' ' || c == 0x7f {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:end])
		if blank(r) {
			return i
		}
		i += n
	}
	return end
}

// A splitter collects the tokens of a text. The current chunk, a run without
// blanks, ends at end.
type splitter struct {
	text  string
	end   int
	out   []wiredesk.Token
	small [longest]byte // of lower
}

func (s *splitter) add(start, end int) {
	if start < end {
		s.out = append(s.out, wiredesk.Token{Span: wiredesk.Span{Start: start, End: end}, Head: -1})
	}
}

// chunk splits the run without blanks [start, end).
func (s *splitter) chunk(start, end int) {
	s.end = end
	for i := start; i < end; {
		i = s.next(i, i == start)
	}
}

// next adds the tokens that begin at i and returns where they end. first says
// that i begins a chunk.
func (s *splitter) next(i int, first bool) int {
	if end := s.address(i); end > i {
		s.add(i, end)
		return end
	}
	r, n := s.rune(i)
	switch {
	case unicode.IsDigit(r), s.signed(i, r, first):
		return s.number(i)
	case wordRune(r):
		return s.word(i)
	case (r == '\'' || r == '’') && i+n < s.end:
		return s.apostrophe(i, n, first)
	default:
		return s.mark(i, first)
	}
}

// signed reports whether r opens a number with a decimal point (".5"); a sign
// is a token of its own.
func (s *splitter) signed(i int, r rune, first bool) bool {
	return first && r == '.' && isDigit(s.byteAt(i+1))
}

// rune returns the character at i and its width, or 0 and 0 at the chunk's end.
func (s *splitter) rune(i int) (rune, int) {
	if i >= s.end {
		return 0, 0
	}
	if c := s.text[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s.text[i:s.end])
}

// byteAt returns the byte at i, or 0 outside the chunk.
func (s *splitter) byteAt(i int) byte {
	if i < 0 || i >= s.end {
		return 0
	}
	return s.text[i]
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

// wordRune reports whether r is part of a word.
func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return isLetter(byte(r)) || isDigit(byte(r)) || r == '_'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == 0x200d
}
