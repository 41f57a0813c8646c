package decode_test

import (
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"wiredesk/internal/intake/decode"
)

// wide writes s in UTF-16, the low byte first if little is set.
func wide(s string, little, mark bool) string {
	units := utf16.Encode([]rune(s))
	if mark {
		units = append([]uint16{0xfeff}, units...)
	}
	var b strings.Builder
	for _, u := range units {
		if little {
			b.WriteByte(byte(u))
			b.WriteByte(byte(u >> 8))
		} else {
			b.WriteByte(byte(u >> 8))
			b.WriteByte(byte(u))
		}
	}
	return b.String()
}

// 26: whatever the bytes and whatever is declared, text comes out.
func Test26Encodings(t *testing.T) {
	const words = "The café at Osthaven is open"
	for name, c := range map[string]struct{ raw, declared, want string }{
		"UTF-8":                           {words, "", words},
		"UTF-8 declared as Latin":         {words, "iso-8859-1", words},
		"a mark stays":                    {"\ufeff" + words, "", "\ufeff" + words},
		"Latin, declared":                 {"The caf\xe9 at Osthaven is open", "iso-8859-1", words},
		"Latin, not declared":             {"The caf\xe9 at Osthaven is open", "", words},
		"Latin, declared as UTF-8":        {"The caf\xe9 at Osthaven is open", "utf-8", words},
		"quotes of windows-1252":          {"The \x93caf\xe9\x94", "iso-8859-1", "The “café”"},
		"Cyrillic":                        {"\xcf\xf0\xe8\xe2\xe5\xf2", "windows-1251", "Привет"},
		"UTF-16, little end first":        {wide(words, true, true), "", words},
		"UTF-16, big end first":           {wide(words, false, true), "", words},
		"UTF-16, little, without a mark":  {wide(words, true, false), "", words},
		"UTF-16, big, without a mark":     {wide(words, false, false), "", words},
		"UTF-16 declared, is not":         {words, "utf-16", words},
		"a name that nobody knows":        {words, "x-none", words},
		"one broken byte in UTF-8":        {"café café café \xff", "", "café café café \ufffd"},
		"NUL":                             {"a\x00b", "", "a\ufffdb"},
		"surrogates and overlong letters": {"café café café \xed\xa0\x80 \xc0\xaf", "", "café café café \ufffd \ufffd"},
		"UTF-7 is not read":               {"+ADw-script+AD4-", "utf-7", "+ADw-script+AD4-"},
		"empty":                           {"", "", ""},
	} {
		if got := decode.Text([]byte(c.raw), c.declared); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestDeclared(t *testing.T) {
	for _, c := range []struct{ mediaType, raw, want string }{
		{`text/html; charset="ISO-8859-15"; x=y`, "", "iso-8859-15"},
		{"text/html", `<!DOCTYPE html><meta charset=windows-1250>`, "windows-1250"},
		{"", `<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">`, "koi8-r"},
		{"", `<?xml version="1.0" encoding='Shift_JIS'?><rss/>`, "Shift_JIS"},
		{"text/plain", "charset=utf-8 is what the text speaks of", ""},
	} {
		if got := decode.Declared(c.mediaType, []byte(c.raw)); got != c.want {
			t.Errorf("%q, %q: %q, want %q", c.mediaType, c.raw, got, c.want)
		}
	}
}

// Valid text without NUL comes out; what is valid already stays as it is.
func FuzzText(f *testing.F) {
	f.Add([]byte("caf\xe9"), "latin1")
	f.Add([]byte("\xff\xfea\x00"), "")
	f.Fuzz(func(t *testing.T, raw []byte, declared string) {
		out := decode.Text(raw, declared)
		if !utf8.ValidString(out) || strings.ContainsRune(out, 0) {
			t.Errorf("%q", out)
		}
		if again := decode.Text([]byte(out), declared); again != out {
			t.Errorf("%q reads as %q", out, again)
		}
		decode.Declared(declared, raw)
	})
}
