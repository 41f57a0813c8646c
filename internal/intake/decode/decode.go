// Package decode turns the bytes of a document into UTF-8. It never fails: what
// cannot be read becomes U+FFFD, so that every offset into the result is an
// offset into valid text.
package decode

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
)

// Text returns raw as UTF-8. declared is the character set that the transport
// or the document names, "" if none does. The order: a byte order mark, UTF-8
// if the bytes are valid as such, a few apart (what is declared is wrong more
// often than that), what is declared, UTF-8 with a few broken bytes, UTF-16 without a
// mark, and last what the bytes look like. A byte order mark of UTF-8 stays,
// so that offsets index the file; NUL becomes U+FFFD.
func Text(raw []byte, declared string) string {
	switch {
	case bytes.HasPrefix(raw, []byte{0xff, 0xfe}):
		return from(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), raw)
	case bytes.HasPrefix(raw, []byte{0xfe, 0xff}):
		return from(unicode.UTF16(unicode.BigEndian, unicode.UseBOM), raw)
	}
	if e := wide(raw); e != nil {
		return from(e, raw)
	}
	if utf8.Valid(raw) || surelyUTF8(raw) {
		return clean(string(raw))
	}
	if e := named(declared); e != nil {
		return from(e, raw)
	}
	if mostlyUTF8(raw) {
		return clean(string(raw))
	}
	return from(looksLike(raw), raw)
}

// clean replaces NUL and broken bytes, each by one U+FFFD.
func clean(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\ufffd"), "\x00", "\ufffd")
}

// from decodes raw by an encoding.
func from(e encoding.Encoding, raw []byte) string {
	out, err := e.NewDecoder().Bytes(raw)
	if err != nil {
		return clean(string(raw))
	}
	return clean(string(out))
}

// named returns the encoding of a declared name; nil for UTF-8, which the bytes
// are not, UTF-16, which they do not look like, and names that nobody knows.
func named(declared string) encoding.Encoding {
	e, name := charset.Lookup(declared)
	if strings.HasPrefix(name, "utf-") || name == "replacement" || name == "" {
		return nil
	}
	return e
}

// wide recognises UTF-16 without a byte order mark: in text of the West nearly
// every second byte is NUL.
func wide(raw []byte) encoding.Encoding {
	head := raw[:min(len(raw), 4096)]
	if len(head) < 8 {
		return nil
	}
	var zeros [2]int
	for i, b := range head {
		if b == 0 {
			zeros[i%2]++
		}
	}
	half := len(head) / 2
	switch {
	case 10*zeros[1] >= 8*half && 10*zeros[0] < half:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case 10*zeros[0] >= 8*half && 10*zeros[1] < half:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// surelyUTF8 reports whether raw holds so many whole characters of two bytes or
// more, and so few broken bytes, that it is UTF-8 whatever is declared: one byte
// went wrong in a page that says Latin-1 and means UTF-8.
func surelyUTF8(raw []byte) bool {
	whole, broken := wholeAndBroken(raw)
	return whole >= 4 && whole >= 4*broken
}

// mostlyUTF8 reports whether raw holds a whole character of two bytes or more
// for every four broken bytes. Text in another encoding has such characters by
// chance: one for about twenty-five broken bytes in GBK, hardly any in Latin.
func mostlyUTF8(raw []byte) bool {
	whole, broken := wholeAndBroken(raw)
	return 4*whole >= broken
}

// wholeAndBroken counts the characters of two bytes and more, and the bytes
// that are part of none.
func wholeAndBroken(raw []byte) (whole, broken int) {
	for len(raw) > 0 {
		c, size := utf8.DecodeRune(raw)
		switch {
		case c == utf8.RuneError && size == 1:
			broken++
		case size > 1:
			whole++
		}
		raw = raw[size:]
	}
	return whole, broken
}

// sure is the confidence in per cent from which the detector is believed; below
// it a text is taken as windows-1252, the web's default. Short texts of a few
// accents reach 30 to 60 for any Latin alphabet.
const sure = 70

// looksLike guesses the encoding from the bytes.
func looksLike(raw []byte) encoding.Encoding {
	latin, _ := charset.Lookup("windows-1252")
	best, err := chardet.NewTextDetector().DetectBest(raw[:min(len(raw), 64<<10)])
	if err != nil || best.Confidence < sure {
		return latin
	}
	if e := named(best.Charset); e != nil {
		return e
	}
	return latin
}
