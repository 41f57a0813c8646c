// Package sentence splits the tokens of a paragraph into sentences.
package sentence

import "wiredesk"

// A Part says where in a report a sentence stands.
type Part string

// The parts of a report that are read for language.
const (
	Headline Part = "headline"
	Body     Part = "body"
	Caption  Part = "caption"
)

// A Sentence is the half-open range [First, Last) of a report's tokens.
type Sentence struct {
	Span        wiredesk.Span
	First, Last int
	Paragraph   int // index into the report's Body; -1 in headline and captions
	Part        Part
}

// Split returns the sentences of one paragraph as ranges of its tokens.
func Split(text string, tokens []wiredesk.Token) []wiredesk.Span {
	var out []wiredesk.Span
	first := 0
	for i, t := range tokens {
		if w := t.Span.Words(text); w == "." || w == "!" || w == "?" || i == len(tokens)-1 {
			out = append(out, wiredesk.Span{Start: first, End: i + 1})
			first = i + 1
		}
	}
	return out
}
