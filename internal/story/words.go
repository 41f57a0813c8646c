package story

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wiredesk"
)

// A word is one word of a report as linking reads it.
type word struct {
	fold    string // lower case, without possessive, plural, -ed and -ing
	plain   string // lower case, without possessive
	span    wiredesk.Span
	capital bool // it begins with a capital letter
	number  bool // it begins with a digit
	opens   bool // it is the first of its sentence, as far as full stops tell
	quoted  bool // it stands inside quotation marks
	head    bool // it stands in the headline
	starts  bool // it is the first of its paragraph
	apart   bool // it stands between two commas
}

// Words returns the folded words of a text in order: what linking counts.
func Words(text string) []string {
	var out []string
	for _, w := range scan(text, wiredesk.Span{End: len(text)}) {
		out = append(out, w.fold)
	}
	return out
}

// scan reads the words of text inside span in one pass. A quotation ends with
// its closing mark or with the span, whichever comes first.
func scan(text string, span wiredesk.Span) []word {
	if span.Start < 0 || span.End > len(text) || span.Start >= span.End {
		return nil
	}
	var out []word
	opens, quoted := true, false
	for i := span.Start; i < span.End; {
		r, n := utf8.DecodeRuneInString(text[i:span.End])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			switch r {
			case '.', '!', '?', '\n', ':':
				opens = true
			case '"':
				quoted = !quoted
			case '“', '«':
				quoted = true
			case '”', '»':
				quoted = false
			}
			i += n
			continue
		}
		j := wordEnd(text, i, span.End)
		plain := strings.ToLower(text[i:j])
		if !unicode.IsDigit(r) {
			plain = strings.ReplaceAll(plain, ".", "")
		}
		plain = strings.ReplaceAll(plain, "’", "'")
		plain = strings.TrimSuffix(plain, "'s")
		out = append(out, word{
			fold: fold(plain), plain: plain, span: wiredesk.Span{Start: i, End: j},
			capital: unicode.IsUpper(r), number: unicode.IsDigit(r), opens: opens, quoted: quoted,
			apart: strings.HasSuffix(text[span.Start:i], ", ") && strings.HasPrefix(text[j:span.End], ","),
		})
		opens = false
		i = j
	}
	return out
}

// wordEnd returns the end of the word that begins at i: letters, marks and
// digits, and an apostrophe, full stop or comma between two of them ("don't",
// "U.N", "1,000"). Hyphens part words, so that "al-Assad" holds "Assad".
func wordEnd(text string, i, end int) int {
	single := 0 // letters since the last full stop, for "U.N." against "end.Next"
	var last rune
	for i < end {
		r, n := utf8.DecodeRuneInString(text[i:end])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			single++
			last = r
			i += n
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[i+n : end])
		inner := (r == '\'' || r == '’') && unicode.IsLetter(next) ||
			r == '.' && single == 1 && unicode.IsUpper(next) ||
			(r == ',' || r == '.') && unicode.IsDigit(last) && unicode.IsDigit(next)
		if !inner {
			return i
		}
		single = 0
		i += n
	}
	return i
}

// fold takes the commonest English endings off a lower-case word, so that
// "killings", "killing" and "killed" count as one. It is no full stemmer: a
// wrong fold costs little, since both reports are folded alike.
func fold(w string) string {
	if w != "" && w[0] >= '0' && w[0] <= '9' {
		return strings.ReplaceAll(w, ",", "")
	}
	n := len(w)
	switch {
	case n > 4 && strings.HasSuffix(w, "ies"):
		w = w[:n-3] + "y"
	case n > 4 && (strings.HasSuffix(w, "sses") || strings.HasSuffix(w, "shes") || strings.HasSuffix(w, "ches") || strings.HasSuffix(w, "xes")):
		w = w[:n-2]
	case n > 3 && strings.HasSuffix(w, "s") && w[n-2] != 's' && w[n-2] != 'u' && w[n-2] != 'i':
		w = w[:n-1]
	}
	for _, end := range [...]string{"ing", "ed"} {
		if stem, ok := strings.CutSuffix(w, end); ok && len(stem) > 3 {
			w = single(stem)
			break
		}
	}
	if stem, ok := strings.CutSuffix(w, "e"); ok && len(stem) > 3 {
		w = stem
	}
	return w
}

// single undoes the doubling of a last consonant: "shipp" is "ship".
func single(stem string) string {
	n := len(stem)
	if n > 3 && stem[n-1] == stem[n-2] && !strings.ContainsRune("aeiouls", rune(stem[n-1])) {
		return stem[:n-1]
	}
	return stem
}

// hash is 32-bit FNV-1a: short, fast and the same on every machine.
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// foldTerm folds the word of a term.
func foldTerm(w string) string { return fold(strings.ToLower(w)) }
