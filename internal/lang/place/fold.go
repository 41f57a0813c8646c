package place

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns a name as the gazetteer looks it up: in lower case, without
// accents, stops and apostrophes, hyphens as spaces, and "St.", "Ft." and
// "Mt." written out at the start of a name.
func Fold(name string) string {
	b := make([]byte, 0, len(name))
	for i := 0; i < len(name); i++ {
		c := name[i]
		if c >= utf8.RuneSelf {
			return expand(foldRunes(name))
		}
		b = foldByte(b, c)
	}
	return expand(string(b))
}

// foldByte appends one ASCII character, folded.
func foldByte(b []byte, c byte) []byte {
	switch {
	case 'A' <= c && c <= 'Z':
		return append(b, c|0x20)
	case c == '.' || c == '\'' || c == '`':
		return b
	case c == '-' || c == ' ' || c == '\n' || c == '\t' || c == '/' || c == '\r':
		if len(b) > 0 && b[len(b)-1] != ' ' {
			return append(b, ' ')
		}
		return b
	}
	return append(b, c)
}

// plain maps letters that Unicode does not take apart into a letter and an
// accent.
var plain = strings.NewReplacer("ø", "o", "Ø", "o", "ł", "l", "Ł", "l", "đ", "d", "Đ", "d", "ð", "d", "ı", "i", "ß", "ss",
	"æ", "ae", "Æ", "ae", "œ", "oe", "þ", "th", "ə", "a", "Ə", "a", "ħ", "h", "–", "-", "—", "-")

// foldRunes is Fold for names with characters beyond ASCII.
func foldRunes(name string) string {
	b := make([]byte, 0, len(name))
	for _, r := range norm.NFD.String(plain.Replace(name)) {
		switch {
		case r < utf8.RuneSelf:
			b = foldByte(b, byte(r))
		case unicode.Is(unicode.Mn, r), r == '’', r == '‘', r == 'ʻ', r == 'ʼ', r == 'ʿ', r == 'ʾ', unicode.Is(unicode.Cf, r):
		case unicode.IsSpace(r):
			b = foldByte(b, ' ')
		default:
			b = utf8.AppendRune(b, unicode.ToLower(r))
		}
	}
	return string(b)
}

// expand writes out a leading abbreviation.
func expand(s string) string {
	s = strings.TrimSuffix(s, " ")
	if len(s) > 3 && s[2] == ' ' {
		switch s[:2] {
		case "st":
			return "saint" + s[2:]
		case "ft":
			return "fort" + s[2:]
		case "mt":
			return "mount" + s[2:]
		}
	}
	return s
}

// compareFold compares Fold(name) with key without building it, for names of
// plain letters; they are nearly all of those that a search comes across.
func compareFold(name, key string) int {
	if len(name) > 3 && name[1]|0x20 == 't' && !('a' <= name[2]|0x20 && name[2]|0x20 <= 'z') {
		return strings.Compare(Fold(name), key)
	}
	k, space := 0, false
	for i := 0; i < len(name); i++ {
		c := name[i]
		switch {
		case c >= utf8.RuneSelf:
			return strings.Compare(Fold(name), key)
		case 'A' <= c && c <= 'Z':
			c |= 0x20
		case c == '.' || c == '\'' || c == '`':
			continue
		case c == '-' || c == ' ' || c == '/' || c == '\n' || c == '\t' || c == '\r':
			space = k > 0
			continue
		}
		if space {
			space = false
			if k == len(key) || key[k] != ' ' {
				return order(' ', key, k)
			}
			k++
		}
		if k == len(key) || key[k] != c {
			return order(c, key, k)
		}
		k++
	}
	if k < len(key) {
		return -1
	}
	return 0
}

// order compares a character with the one at k in key, or with its end.
func order(c byte, key string, k int) int {
	if k < len(key) && c < key[k] {
		return -1
	}
	return 1
}
