// Package attribution finds who says what through whom: source, cue, content,
// and the chain from the speaker to the outlet.
package attribution

import (
	"wiredesk"
	"wiredesk/internal/lang"
)

// Find returns the claims of the report in text order, attributed and narrated,
// with ids.
func Find(doc *lang.Doc) []wiredesk.Claim { return nil }
