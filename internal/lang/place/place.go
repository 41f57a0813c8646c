// Package place resolves the place names of a report against a gazetteer that
// is derived from GeoNames and embedded.
package place

import (
	"wiredesk"
	"wiredesk/internal/lang/sentence"
)

// Resolve returns the places that the report's mentions name, in order.
// Datelines are not among them.
func Resolve(report *wiredesk.Report, tokens []wiredesk.Token, sentences []sentence.Sentence, mentions []wiredesk.Mention) []wiredesk.Place {
	return nil
}
