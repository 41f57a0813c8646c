// Package search turns what a person types into a full-text query that cannot
// go wrong, and cuts snippets out of what was found.
package search

import (
	"fmt"
	"strings"
	"unicode"

	"wiredesk"
)

// The limits of a query.
const (
	MaxQuery = 512 // characters
	MaxTerms = 16
)

// A Query is what a person looks for. Every term must be there and none of the
// excluded ones.
type Query struct {
	Terms    []Term
	Excluded []Term
}

// A Term is one word, or several that stand together.
type Term struct {
	Words  []string // lower case, letters and digits only
	Prefix bool     // the last word may go on: "shell*"
}

// Parse reads a query: words, "words in quotation marks" that stand together,
// word* for a beginning, -word for what must not be there. Everything else is
// taken as a space, so no syntax of any engine gets through. A query that is
// too long or holds nothing to look for is wiredesk.ErrInvalid.
func Parse(text string) (Query, error) {
	var q Query
	if n := len([]rune(text)); n > MaxQuery {
		return q, invalid("the search is %d characters long; at most %d are looked for", n, MaxQuery)
	}
	for _, f := range fields(text) {
		t := term(f.text, f.quoted)
		switch {
		case len(t.Words) == 0:
		case f.excluded:
			q.Excluded = append(q.Excluded, t)
		default:
			q.Terms = append(q.Terms, t)
		}
	}
	switch {
	case len(q.Terms) == 0:
		return q, invalid("the search holds no word to look for")
	case len(q.Terms)+len(q.Excluded) > MaxTerms:
		return q, invalid("the search holds %d words; at most %d are looked for", len(q.Terms)+len(q.Excluded), MaxTerms)
	}
	return q, nil
}

// invalid words what is wrong with a query.
func invalid(format string, args ...any) error {
	return &wiredesk.Problem{Input: "search", Reason: fmt.Sprintf(format, args...),
		Advice: "give some words, or a few in quotation marks", Err: wiredesk.ErrInvalid}
}

// A field is a run of a query between spaces or quotation marks.
type field struct {
	text             string
	quoted, excluded bool
}

// fields splits a query. A quotation mark that is never closed counts as a space.
func fields(text string) []field {
	text = strings.NewReplacer("“", `"`, "”", `"`).Replace(text)
	var out []field
	for text != "" {
		text = strings.TrimLeftFunc(text, unicode.IsSpace)
		excluded := strings.HasPrefix(text, "-")
		text = strings.TrimPrefix(text, "-")
		if rest, ok := strings.CutPrefix(text, `"`); ok {
			if inside, after, ok := strings.Cut(rest, `"`); ok {
				out = append(out, field{inside, true, excluded})
				text = after
				continue
			}
			text = rest
		}
		end := strings.IndexFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == '"' })
		if end < 0 {
			end = len(text)
		}
		out = append(out, field{text[:end], false, excluded})
		text = text[end:]
	}
	return out
}

// term takes the words out of a field.
func term(text string, quoted bool) Term {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !wordRune(r) })
	return Term{Words: words, Prefix: !quoted && len(words) > 0 && strings.HasSuffix(text, "*")}
}

// wordRune reports whether a character is part of a word, as the engine's
// tokenizer sees it.
func wordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || unicode.Is(unicode.Co, r) || unicode.Is(unicode.N, r)
}

// Match writes the query in the syntax of SQLite's FTS5. Every word is a
// quoted string, so none of them is read as an operator or a column.
func (q Query) Match() string {
	var b strings.Builder
	for i, t := range q.Terms {
		if i > 0 {
			b.WriteString(" AND ")
		}
		b.WriteString(t.match())
	}
	if len(q.Excluded) == 0 {
		return b.String()
	}
	out := "(" + b.String() + ")"
	for _, t := range q.Excluded {
		out += " NOT " + t.match()
	}
	return out
}

// match writes one term as a phrase.
func (t Term) match() string {
	s := `"` + strings.Join(t.Words, " ") + `"`
	if t.Prefix {
		s += "*"
	}
	return s
}
