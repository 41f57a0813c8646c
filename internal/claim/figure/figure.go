// Package figure finds the casualty figures of a report with bounds, hedge,
// class, place, window and claim.
package figure

import (
	"wiredesk"
	"wiredesk/internal/lang"
)

// Find returns the figures of the report in text order.
func Find(doc *lang.Doc, claims []wiredesk.Claim) []wiredesk.Figure { return nil }
