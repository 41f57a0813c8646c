package markup

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"wiredesk/internal/intake/pattern"
)

// numericRef finds numeric references to characters.
var numericRef = pattern.Lazy(`&#(x[0-9a-fA-F]{1,6}|\d{1,7});`)

// legal reports whether XML may hold a character.
func legal(c rune) bool {
	return c >= ' ' && c < 0xd800 || c == '\t' || c == '\n' || c == '\r' || c >= 0xe000 && c < 0xfffe || c >= 0x10000 && c <= utf8.MaxRune
}

// Legal returns a document without the characters that XML may not hold,
// written out or by number: a parser would stop at the first of them.
func Legal(doc string) string {
	if strings.ContainsFunc(doc, func(c rune) bool { return !legal(c) }) {
		doc = strings.Map(func(c rune) rune {
			if legal(c) {
				return c
			}
			return -1
		}, doc)
	}
	if !strings.Contains(doc, "&#") {
		return doc
	}
	return numericRef().ReplaceAllStringFunc(doc, func(ref string) string {
		digits, base := ref[2:len(ref)-1], 10
		if digits[0] == 'x' {
			digits, base = digits[1:], 16
		}
		if n, err := strconv.ParseInt(digits, base, 32); err == nil && !legal(rune(n)) {
			return ""
		}
		return ref
	})
}

// maxJunk is how many bytes before a document may be none of its own: a warning
// of the program that wrote it.
const maxJunk = 2048

// isFeed reports whether a root element is that of a feed.
func isFeed(root string) bool { return root == "rss" || root == "feed" || root == "RDF" }

// FromStart returns a feed without what stands before it: a server's warning, a
// byte order mark twice.
func FromStart(doc string) string {
	head := doc[:min(len(doc), maxJunk)]
	for _, start := range []string{"<?xml", "<rss", "<feed", "<rdf:RDF"} {
		i := strings.Index(head, start)
		if i <= 0 {
			continue
		}
		if before := strings.ToLower(head[:i]); !strings.Contains(before, "<!") && !strings.Contains(before, "<html") && !strings.Contains(before, "<body") && !strings.Contains(before, "<head") && isFeed(Root(doc[i:])) {
			return doc[i:]
		}
	}
	return doc
}

// Whole returns a document that breaks off behind the last of its elements of
// one name that is whole, what is open closed again. It is "" where none is.
func Whole(doc, element string) string {
	end := "</" + element + ">"
	i := strings.LastIndex(doc, end)
	if i < 0 {
		return ""
	}
	doc = doc[:i+len(end)]
	return doc + closing(doc)
}

// closing returns the end tags of the elements that are open at the end of a
// document.
func closing(doc string) string {
	var open []string
	for i := strings.IndexByte(doc, '<'); i >= 0 && i < len(doc); {
		switch {
		case strings.HasPrefix(doc[i:], "<!--"):
			i = after(doc, i, "-->")
		case strings.HasPrefix(doc[i:], "<![CDATA["):
			i = after(doc, i, "]]>")
		case strings.HasPrefix(doc[i:], "<?"), strings.HasPrefix(doc[i:], "<!"):
			i = after(doc, i, ">")
		case strings.HasPrefix(doc[i:], "</"):
			end := after(doc, i, ">")
			name := strings.TrimSpace(strings.TrimSuffix(doc[i+2:end], ">"))
			for k := len(open) - 1; k >= 0; k-- {
				if open[k] == name {
					open = open[:k]
					break
				}
			}
			i = end
		default:
			end, _ := tag(doc, i)
			name := doc[i+1:]
			if stop := strings.IndexAny(name, " \t\r\n/>"); stop >= 0 {
				name = name[:stop]
			}
			if end < 2 || doc[end-2] != '/' {
				open = append(open, name)
			}
			i = end
		}
		k := strings.IndexByte(doc[i:], '<')
		if k < 0 {
			break
		}
		i += k
	}
	var b strings.Builder
	for k := len(open) - 1; k >= 0; k-- {
		b.WriteString("</" + open[k] + ">")
	}
	return b.String()
}
