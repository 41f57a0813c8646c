package attribution

import (
	"wiredesk"
	"wiredesk/internal/claim/role"
)

// kind tells how the contents are reported: direct if they stand wholly in
// quotation marks, mixed if a part of them does.
func kind(v *role.View, contents []role.Run) wiredesk.ClaimKind {
	quoted, words := 0, 0
	for _, r := range contents {
		if len(contents) > 1 && r.Last-r.First == 1 && v.Quotation(r.First) < 0 {
			continue // the "what" of: what he called "gangs"
		}
		for i := r.First; i < r.Last; i++ {
			if !v.IsWord(i) {
				continue
			}
			words++
			if v.Quotation(i) >= 0 {
				quoted++
			}
		}
	}
	switch {
	case quoted == 0:
		return wiredesk.Indirect
	case quoted == words:
		return wiredesk.Direct
	}
	return wiredesk.Mixed
}
