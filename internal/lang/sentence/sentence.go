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
