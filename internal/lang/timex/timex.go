// Package timex finds time expressions and resolves them against the
// publication date, after TIMEX3. (It is not called time, which would shadow
// the standard library.)
package timex

import (
	"wiredesk"
	"wiredesk/internal/lang/sentence"
)

// Find returns the time expressions of the report, in order. Relative ones are
// resolved against report.Published, or left open where it is unknown.
func Find(report *wiredesk.Report, tokens []wiredesk.Token, sentences []sentence.Sentence) []wiredesk.Time {
	return nil
}
