package quote

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/clipped.txt
var clippedFile []byte

var clippedWords = sync.OnceValue(func() map[string]bool { return lexicon.Set(clippedFile) })

// A family is a kind of quotation marks; only marks of one family pair.
type family int

const (
	double family = iota // " “ ” „ '' ``
	single               // ' ‘ ’
	angle                // « »
)

// A mark is one quotation mark and what it can do where it stands.
type mark struct {
	span          wiredesk.Span
	family        family
	opens, closes bool
}

// marks returns the quotation marks of a paragraph. Straight marks open after
// a blank or an opening bracket and close otherwise; apostrophes are no marks.
func marks(text string, p wiredesk.Span) []mark {
	var out []mark
	singleOpen, lastClose := false, lastSingle(text, p)
	for i := p.Start; i < p.End; {
		r, n := utf8.DecodeRuneInString(text[i:p.End])
		m := mark{span: wiredesk.Span{Start: i, End: i + n}}
		before, after := neighbours(text, p, i, i+n)
		switch r {
		case '„', '‟':
			m.opens = true
		case '“':
			m.closes = !opening(before) && !unicode.IsLetter(after) // German, or a slip
			m.opens = !m.closes
		case '”':
			m.closes = true
			if opening(before) && !blankOrEnd(after) {
				m.opens, m.closes = true, false
			}
		case '"', '″':
			m.opens, m.closes = side(before, after)
		case '«':
			m.family, m.opens = angle, true
		case '»':
			m.family, m.closes = angle, true
		case '`':
			if strings.HasPrefix(text[i+n:p.End], "`") {
				n, m.span.End, m.opens = 2, i+2, true
			}
		case '\'', '‘', '’':
			if r == '\'' && strings.HasPrefix(text[i+n:p.End], "'") {
				n, m.span.End = 2, i+2
				_, after = neighbours(text, p, i, i+2)
				m.opens, m.closes = side(before, after)
				break
			}
			m.family = single
			m.opens = !singleOpen && opening(before) && opensSingle(r, after) && i < lastClose && !clipped(text[i+n:p.End])
			m.closes = singleOpen && closesSingle(r, before, after)
			if m.opens {
				singleOpen = true
			} else if m.closes {
				singleOpen = false
			}
		}
		if m.opens || m.closes {
			out = append(out, m)
		}
		i += n
	}
	return out
}

// neighbours returns the characters before and after [start, end) in p, 0 at
// its ends.
func neighbours(text string, p wiredesk.Span, start, end int) (before, after rune) {
	if start > p.Start {
		before, _ = utf8.DecodeLastRuneInString(text[p.Start:start])
	}
	if end < p.End {
		after, _ = utf8.DecodeRuneInString(text[end:p.End])
	}
	return before, after
}

// side tells on which side of the quoted words a straight mark stands.
func side(before, after rune) (opens, closes bool) {
	switch {
	case opening(before) && !blankOrEnd(after):
		return true, false
	case blankOrEnd(after) || !unicode.IsLetter(before) || !unicode.IsLetter(after):
		return false, true
	}
	return false, true
}

// opening reports whether a mark after r can open: at the start, after a
// blank, a bracket, a dash or another opening mark.
func opening(r rune) bool {
	return r == 0 || unicode.IsSpace(r) || strings.ContainsRune("([{—–-―:“‘\"'«/…", r)
}

func blankOrEnd(r rune) bool { return r == 0 || unicode.IsSpace(r) }

// opensSingle reports whether a single mark before r can open a quotation.
func opensSingle(mark, r rune) bool {
	return mark != '’' && (unicode.IsLetter(r) || r == '[' || r == '…' || r == '.' || unicode.IsDigit(r) && mark == '‘')
}

// closesSingle reports whether a single mark can close: an apostrophe stands
// between letters.
func closesSingle(mark, before, after rune) bool {
	return mark != '‘' && !blankOrEnd(before) && !unicode.IsLetter(after) && !unicode.IsDigit(after)
}

// lastSingle returns where the last mark stands that could close a single
// quotation after a stop, comma or word, or -1. Without one, a single mark
// that seems to open is an apostrophe.
func lastSingle(text string, p wiredesk.Span) int {
	for i := p.End; i > p.Start; {
		r, n := utf8.DecodeLastRuneInString(text[p.Start:i])
		i -= n
		if r == '\'' || r == '’' {
			before, after := neighbours(text, p, i, i+n)
			if closesSingle(r, before, after) && before != 's' {
				return i
			}
		}
	}
	return -1
}

// clipped reports whether a word that has lost its beginning follows: 'em,
// 'til, 'twas, 'cause.
func clipped(rest string) bool {
	word := rest
	if i := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		word = rest[:i]
	}
	return clippedWords()[strings.ToLower(word)]
}
