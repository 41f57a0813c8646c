package brief

import (
	"cmp"
	"maps"
	"slices"
)

// sortedKeys returns the keys of a map in order, so that sums and lists come
// out the same each time.
func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K {
	return slices.Sorted(maps.Keys(m))
}
