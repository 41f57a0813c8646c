package memory_test

import (
	"testing"

	"wiredesk/internal/store"
	"wiredesk/internal/store/memory"
	"wiredesk/internal/store/storetest"
)

func TestStore(t *testing.T) {
	storetest.Run(t, func(*testing.T) store.Store { return memory.New() })
}
