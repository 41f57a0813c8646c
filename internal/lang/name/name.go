// Package name finds the names in a report: persons, organizations, places,
// nationalities, events and others.
package name

import (
	"wiredesk"
	"wiredesk/internal/lang/sentence"
)

// Find returns the names in the sentences, in order and without overlaps. The
// Entity of each is left empty.
func Find(text string, tokens []wiredesk.Token, sentences []sentence.Sentence) []wiredesk.Mention {
	return nil
}
