package check

import (
	"bytes"
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

//go:embed lexicon/own.txt
var ownFile []byte

//go:embed lexicon/hedges.txt
var hedgesFile []byte

//go:embed lexicon/numbers.txt
var numbersFile []byte

// own returns the words that the desk may use without citing them.
var own = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, fields := range entries(ownFile) {
		out[fields[0]] = true
	}
	return out
})

// entries returns the lines of a lexicon file as their tab-separated fields.
func entries(file []byte) [][]string {
	var out [][]string
	for line := range bytes.Lines(file) {
		text := strings.TrimSpace(string(line))
		if text != "" && text[0] != '#' {
			out = append(out, strings.Split(text, "\t"))
		}
	}
	return out
}

// A word is a run of letters and digits as the checker sees it.
type word struct {
	text    string // as printed
	fold    string // lower case, no accents, no possessive ending
	capital bool   // it begins with an upper-case letter
	first   bool   // it begins a sentence
}

// scan returns the words of text. Hyphens, apostrophes, points and commas are
// part of a word between letters or digits ("al-Assad", "U.N", "1,640").
func scan(text string) []word {
	var out []word
	first := true
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !letter(r) {
			first = first || strings.ContainsRune(".!?:", r)
			i += n
			continue
		}
		end := wordEnd(text, i)
		out = append(out, word{text[i:end], fold(text[i:end]), unicode.IsUpper(r), first})
		first = false
		i = end
	}
	return out
}

// wordEnd returns the end of the word that begins at i.
func wordEnd(text string, i int) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !letter(r) {
			next, _ := utf8.DecodeRuneInString(text[i+n:])
			if !strings.ContainsRune("-'’.,:", r) || !letter(next) || r == ',' && !unicode.IsDigit(next) || r == ':' && !unicode.IsDigit(next) {
				return i
			}
		}
		i += n
	}
	return i
}

// letter reports whether r is part of a word.
func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// fold writes a word for comparison: lower case, without accents and without
// a possessive ending.
func fold(w string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(w) {
		if r == '’' {
			r = '\''
		}
		if !unicode.IsMark(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	s := strings.TrimSuffix(b.String(), "'s")
	return strings.TrimSuffix(s, "'")
}
