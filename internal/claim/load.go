package claim

import (
	"wiredesk/internal/claim/link"
	"wiredesk/internal/claim/role"
)

// Load begins to read the models of this stage, as lang.Load does.
func Load() {
	for _, load := range [...]func(){role.Load, link.Load} {
		go load()
	}
}
