package lang

import (
	"wiredesk/internal/lang/name"
	"wiredesk/internal/lang/parse"
	"wiredesk/internal/lang/place"
	"wiredesk/internal/lang/tag"
	"wiredesk/internal/lang/vector"
)

// Load begins to read the models of this stage, side by side, and returns at
// once. What needs one before it is read waits for it.
func Load() {
	for _, load := range [...]func(){vector.Load, tag.Load, parse.Load, name.Load, place.Load} {
		go load()
	}
}
