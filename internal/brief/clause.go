package brief

import (
	_ "embed"
	"strings"
	"sync"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/joins.txt
var joinsFile []byte

// joins holds the words that open a clause.
var joins = sync.OnceValue(func() map[string]bool { return lexicon.Set(joinsFile) })

// clauseLeast is the number of content words that a clause has at least to be
// compared by itself.
const clauseLeast = 4

// clauses returns what the clauses of the spans are about, where there are
// several: the runs between commas and the words that open clauses.
func (a *account) clauses(spans []wiredesk.Span) []bag {
	var out []bag
	for _, s := range spans {
		parts := split(a.reading.Text, s)
		if len(parts) < 2 {
			continue
		}
		for _, p := range parts {
			if b := a.bagOf([]wiredesk.Span{p}); len(b) >= clauseLeast {
				out = append(out, b)
			}
		}
	}
	return out
}

// split cuts a span at commas, semicolons, dashes and before the words that
// open a clause.
func split(text string, s wiredesk.Span) []wiredesk.Span {
	var out []wiredesk.Span
	from := s.Start
	cut := func(at, next int) {
		if strings.TrimSpace(text[from:at]) != "" {
			out = append(out, wiredesk.Span{Start: from, End: at})
		}
		from = next
	}
	for i := s.Start; i < s.End; {
		end := i + 1
		for end < s.End && text[end] != ' ' {
			end++
		}
		word := strings.Trim(text[i:end], " ")
		switch {
		case word == "-" || word == "–" || word == "—":
			cut(i, end)
		case joins()[strings.ToLower(word)]:
			cut(i, i)
		case strings.HasSuffix(word, ",") || strings.HasSuffix(word, ";"):
			cut(end, end)
		}
		i = end
	}
	cut(s.End, s.End)
	return out
}
