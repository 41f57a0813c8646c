package entity

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"wiredesk/internal/lexicon"
)

//go:embed lexicon/variants.txt
var variantsFile []byte

var variants = sync.OnceValue(func() map[string]string { return lexicon.Map(variantsFile) })

// Fold writes a name in the spelling that ids are made of: small letters
// without accents and apostrophes, words joined by hyphens, known variants of
// a spelling made one ("Sergey" and "Sergei").
func Fold(name string) string { return strings.Join(foldWords(name), "-") }

// foldWords returns the folded words of a name.
func foldWords(name string) []string {
	var out []string
	var word strings.Builder
	flush := func() {
		if w := word.String(); w != "" {
			if v, ok := variants()[w]; ok {
				w = v
			}
			out = append(out, w)
		}
		word.Reset()
	}
	for _, r := range norm.NFD.String(name) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			word.WriteRune(unicode.ToLower(r))
		case unicode.Is(unicode.Mn, r), r == '\'', r == '’', r == '‘', r == '`', r == '.':
		case r == '&':
			flush()
			out = append(out, "and")
		default:
			flush()
		}
	}
	flush()
	return out
}

// particles are the articles and prepositions of surnames, which come and go:
// "al-Assad" is also "Assad".
var particles = map[string]bool{"al": true, "el": true, "ul": true, "as": true, "ad": true, "ar": true, "an": true, "at": true, "az": true, "ash": true}

// suffixes follow a surname and are no part of it.
var suffixes = map[string]bool{"jr": true, "sr": true, "ii": true, "iii": true, "iv": true}

// personWords returns the folded words of a person's name without particles,
// initials and suffixes, as far as others are left.
func personWords(name string) []string {
	all := foldWords(name)
	var out []string
	for i, w := range all {
		switch {
		case particles[w] && i+1 < len(all), suffixes[w] && i > 0:
		case len(w) == 1 && len(all) > 1:
		default:
			out = append(out, w)
		}
	}
	if len(out) == 0 {
		return all
	}
	return out
}

// sound writes a folded word so that spellings of one foreign word meet:
// vowels of a kind are one, doubled letters single, "kh" is h, "q" is k.
func sound(word string) string {
	r := soundalike.Replace(word)
	var out []byte
	for i := 0; i < len(r); i++ {
		c := r[i]
		switch c {
		case 'e':
			c = 'a'
		case 'y', 'j':
			c = 'i'
		case 'o', 'w':
			c = 'u'
		case 'q', 'c':
			c = 'k'
		}
		if n := len(out); n > 0 && out[n-1] == c {
			continue
		}
		out = append(out, c)
	}
	if n := len(out); n > 2 && out[n-1] == 'h' && out[n-2] == 'a' {
		out = out[:n-1]
	}
	return string(out)
}

var soundalike = strings.NewReplacer("kh", "h", "gh", "g", "dh", "d", "ph", "f", "ee", "i", "ou", "u", "oo", "u", "ck", "k", "x", "ks", "tz", "ts", "sch", "sh", "tch", "ch")
