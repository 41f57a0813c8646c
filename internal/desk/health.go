package desk

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"sync"

	"wiredesk"
)

// health is what went wrong in the last rounds.
type health struct {
	mu     sync.Mutex
	failed map[string]failing
}

// A failing round has failed since a time.
type failing struct{ since, reason string }

// note notes how a round went.
func (h *health) note(what, now string, err error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if err == nil {
		delete(h.failed, what)
		return
	}
	if h.failed == nil {
		h.failed = map[string]failing{}
	}
	f := failing{since: now, reason: err.Error()}
	if old, ok := h.failed[what]; ok {
		f.since = old.since
	}
	h.failed[what] = f
}

// Ready returns nil where the desk takes in, reads and shows what comes, and
// else in words what keeps it from that, and since when.
func (d *Desk) Ready(ctx context.Context) error {
	state, err := d.store.State(ctx)
	if err != nil {
		return fmt.Errorf("the desk cannot be looked at: %w", err)
	}
	for _, w := range state.Stuck(d.now()) {
		return fmt.Errorf("stuck at %s (%s), since %s", wiredesk.OneLine(w.Input), w.Stage, w.Since)
	}
	d.health.mu.Lock()
	defer d.health.mu.Unlock()
	for _, what := range slices.Sorted(maps.Keys(d.health.failed)) {
		f := d.health.failed[what]
		return fmt.Errorf("%s fails since %s: %s", what, f.since, wiredesk.OneLine(f.reason))
	}
	if n := d.watch.left.Load(); n > 0 {
		return fmt.Errorf("%d documents that came to no end still take a core each; start the desk again to be rid of them", n)
	}
	return nil
}
