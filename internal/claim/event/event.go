// Package event finds who did what to whom, where and when, each from one
// clause.
package event

import (
	"wiredesk"
	"wiredesk/internal/lang"
)

// Find returns the events of the report in text order.
func Find(doc *lang.Doc, claims []wiredesk.Claim) []wiredesk.Event { return nil }
