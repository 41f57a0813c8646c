package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"wiredesk"
)

// snippetBytes is how much of a text a snippet shows, about three lines.
const snippetBytes = 240

// leadBytes is how much of it stands before the first word that was found.
const leadBytes = 60

// Snippet cuts the part of a text that shows the most of the query's terms and
// returns it in pieces, marked where they are terms. Nothing in it is markup:
// whoever shows a piece escapes it first. It is linear in the text.
func (q Query) Snippet(text string) []wiredesk.Piece {
	found := q.find(text)
	from := 0
	if len(found) > 0 {
		from = max(0, densest(found)-leadBytes)
	}
	from, to := cut(text, from)
	var out []wiredesk.Piece
	add := func(words string, marked bool) {
		if words != "" {
			out = append(out, wiredesk.Piece{Text: strings.Map(oneLine, words), Marked: marked})
		}
	}
	if from > 0 {
		add("… ", false)
	}
	at := from
	for _, s := range found {
		if s.Start < at || s.End > to {
			continue
		}
		add(text[at:s.Start], false)
		add(text[s.Start:s.End], true)
		at = s.End
	}
	add(text[at:to], false)
	if to < len(text) {
		add(" …", false)
	}
	return out
}

// oneLine turns a character that would break the line of a snippet into a space.
func oneLine(r rune) rune {
	if unicode.IsControl(r) || unicode.Is(unicode.Zl, r) || unicode.Is(unicode.Zp, r) {
		return ' '
	}
	return r
}

// find returns where words of the query stand in the text, in order. Words of
// a phrase are found one by one: it is a help for the eye, not the match.
func (q Query) find(text string) []wiredesk.Span {
	whole, beginnings := map[string]bool{}, []string{}
	for _, t := range q.Terms {
		for i, w := range t.Words {
			if t.Prefix && i == len(t.Words)-1 {
				beginnings = append(beginnings, plain(w))
			} else {
				whole[plain(w)] = true
			}
		}
	}
	var out []wiredesk.Span
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !wordRune(r) {
			i += n
			continue
		}
		j := i
		for j < len(text) {
			r, n := utf8.DecodeRuneInString(text[j:])
			if !wordRune(r) {
				break
			}
			j += n
		}
		if w := plain(strings.ToLower(text[i:j])); whole[w] || begins(w, beginnings) {
			out = append(out, wiredesk.Span{Start: i, End: j})
		}
		i = j
	}
	return out
}

// begins reports whether a word begins with one of the beginnings.
func begins(word string, beginnings []string) bool {
	for _, b := range beginnings {
		if strings.HasPrefix(word, b) {
			return true
		}
	}
	return false
}

// plain takes the accents off, as the engine's tokenizer does.
func plain(word string) string {
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return strings.Map(func(r rune) rune {
				if unicode.Is(unicode.Mn, r) {
					return -1
				}
				return r
			}, norm.NFD.String(word))
		}
	}
	return word
}

// densest returns where the window with the most found words begins.
func densest(found []wiredesk.Span) int {
	best, most, last := found[0].Start, 0, 0
	for i := range found {
		for last < len(found) && found[last].End <= found[i].Start+snippetBytes-leadBytes {
			last++
		}
		if last-i > most {
			best, most = found[i].Start, last-i
		}
	}
	return best
}

// cut returns the bounds of a snippet from about the offset given, moved to
// the edges of words.
func cut(text string, from int) (int, int) {
	for from > 0 && from < len(text) && !unicode.IsSpace(rune(text[from-1])) {
		from--
	}
	to := min(len(text), from+snippetBytes)
	for edge := to; edge < len(text) && edge > from+snippetBytes/2; edge-- {
		if unicode.IsSpace(rune(text[edge])) {
			to = edge
			break
		}
	}
	for to < len(text) && !utf8.RuneStart(text[to]) {
		to++
	}
	for from > 0 && !utf8.RuneStart(text[from]) {
		from--
	}
	return from, to
}
