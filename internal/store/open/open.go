// Package open opens a desk by its address, so that nothing else needs to know
// how it is kept.
package open

import (
	"context"

	"wiredesk/internal/store"
	"wiredesk/internal/store/memory"
	"wiredesk/internal/store/sqlite"
)

// Memory is the address of a desk that is gone with the process.
const Memory = "memory:"

// Open opens the desk at an address: a folder, or Memory. With create, a folder
// without a desk gets one; without it that is wiredesk.ErrNotFound.
func Open(ctx context.Context, address string, create bool) (store.Store, error) {
	if address == Memory {
		return memory.New(), nil
	}
	db, err := sqlite.Open(ctx, address, create)
	if err != nil {
		return nil, err
	}
	return db, nil
}
