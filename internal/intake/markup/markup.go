// Package markup looks at XML before a parser does: which element is its root,
// and whether it keeps within the limits of a document that is meant to be
// read. Parsers accept a depth of a million.
package markup

import (
	"fmt"
	"strings"

	"wiredesk/internal/intake/pattern"
)

// Limits of an XML document.
const (
	MaxDepth      = 200
	MaxAttributes = 256 // of one element
	MaxTokens     = 2_000_000
)

// declaration finds the encoding in an XML declaration.
var declaration = pattern.Lazy(`^(\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*)(?:"[^"]*"|'[^']*')`)

// UTF8 returns a document that has been decoded with a declaration that says
// so, without characters that XML may not hold, and without its document type: entities that a document declares for
// itself are never read, and nothing is ever fetched for it.
func UTF8(doc string) string {
	doc = Legal(strings.TrimLeft(doc, "\ufeff \t\r\n"))
	if strings.HasPrefix(doc, "<?xml") {
		doc = declaration().ReplaceAllString(doc, `${1}"utf-8"`)
	}
	if open := strings.LastIndex(doc, "</"); open > strings.LastIndexByte(doc, '>') {
		doc += ">" // the last mark breaks off
	}
	i := doctype(doc)
	if i < 0 {
		return doc
	}
	return doc[:i] + doc[doctypeEnd(doc, i):]
}

// doctype returns where the document type begins, -1 if there is none before
// the root element.
func doctype(doc string) int {
	for i := 0; i < len(doc); {
		k := strings.IndexByte(doc[i:], '<')
		if k < 0 || i+k+1 >= len(doc) {
			return -1
		}
		i += k
		switch {
		case strings.HasPrefix(doc[i:], "<!--"):
			i = after(doc, i, "-->")
		case strings.HasPrefix(doc[i:], "<?"):
			i = after(doc, i, "?>")
		case len(doc) >= i+9 && strings.EqualFold(doc[i:i+9], "<!doctype"):
			return i
		default:
			return -1
		}
	}
	return -1
}

// doctypeEnd returns where the document type that begins at i ends: at a ">"
// outside of quotes and of its own declarations.
func doctypeEnd(doc string, i int) int {
	depth := 0
	for ; i < len(doc); i++ {
		switch c := doc[i]; c {
		case '"', '\'':
			k := strings.IndexByte(doc[i+1:], c)
			if k < 0 {
				return len(doc)
			}
			i += k + 1
		case '<', '[':
			if c == '[' {
				depth++
			}
		case ']':
			depth--
		case '>':
			if depth <= 0 {
				return i + 1
			}
		}
	}
	return len(doc)
}

// after returns the position behind the next end mark from i on.
func after(doc string, i int, end string) int {
	k := strings.Index(doc[i:], end)
	if k < 0 {
		return len(doc)
	}
	return i + k + len(end)
}

// Root returns the local name of the root element, "" if there is none.
func Root(doc string) string {
	doc = strings.TrimLeft(doc, "\ufeff \t\r\n")
	if i := doctype(doc); i >= 0 {
		doc = doc[doctypeEnd(doc, i):]
	}
	for i := 0; i < len(doc); {
		k := strings.IndexByte(doc[i:], '<')
		if k < 0 {
			return ""
		}
		i += k
		switch {
		case strings.HasPrefix(doc[i:], "<!--"):
			i = after(doc, i, "-->")
		case strings.HasPrefix(doc[i:], "<?"):
			i = after(doc, i, "?>")
		case strings.HasPrefix(doc[i:], "<!"):
			i = after(doc, i, ">")
		default:
			name := doc[i+1:]
			if end := strings.IndexAny(name, " \t\r\n/>"); end >= 0 {
				name = name[:end]
			}
			if _, local, ok := strings.Cut(name, ":"); ok {
				name = local
			}
			return name
		}
	}
	return ""
}

// Check counts depth, attributes and tokens of a document by its marks alone
// and says what is too much. It returns "" for a document within the limits.
func Check(doc string) string {
	depth, tokens := 0, 0
	for i := strings.IndexByte(doc, '<'); i >= 0 && i < len(doc); {
		if tokens++; tokens > MaxTokens {
			return fmt.Sprintf("it has more than %d elements", MaxTokens)
		}
		switch {
		case strings.HasPrefix(doc[i:], "<!--"):
			i = after(doc, i, "-->")
		case strings.HasPrefix(doc[i:], "<![CDATA["):
			i = after(doc, i, "]]>")
		case strings.HasPrefix(doc[i:], "<?"), strings.HasPrefix(doc[i:], "<!"):
			i = after(doc, i, ">")
		case strings.HasPrefix(doc[i:], "</"):
			depth--
			i = after(doc, i, ">")
		default:
			end, attributes := tag(doc, i)
			if attributes > MaxAttributes {
				return fmt.Sprintf("an element has more than %d attributes", MaxAttributes)
			}
			if end < 2 || doc[end-2] != '/' {
				depth++
			}
			if depth > MaxDepth {
				return fmt.Sprintf("it is nested deeper than %d elements", MaxDepth)
			}
			i = end
		}
		k := strings.IndexByte(doc[i:], '<')
		if k < 0 {
			break
		}
		i += k
	}
	return ""
}

// tag returns where the start tag at i ends and how many attributes it has.
func tag(doc string, i int) (end, attributes int) {
	for i++; i < len(doc); i++ {
		switch c := doc[i]; c {
		case '=':
			attributes++
		case '"', '\'':
			k := strings.IndexByte(doc[i+1:], c)
			if k < 0 {
				return len(doc), attributes
			}
			i += k + 1
		case '>':
			return i + 1, attributes
		}
	}
	return len(doc), attributes
}
