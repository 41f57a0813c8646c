package place

import (
	"strings"
	"testing"
)

// Comparing without folding gives the same order as folding, and the names of
// the gazetteer stand in that order.
func TestCompareFold(t *testing.T) {
	g := load()
	last := ""
	for i := range len(g.start) - 1 {
		name := g.spelling(i)
		folded := Fold(name)
		if folded < last {
			t.Fatalf("%q stands behind %q", name, last)
		}
		last = folded
		for _, key := range []string{folded, folded + "a", folded[:len(folded)/2], "saint louis", "m", ""} {
			if got, want := compareFold(name, key), strings.Compare(folded, key); got != want {
				t.Fatalf("compareFold(%q, %q) = %d, want %d", name, key, got, want)
			}
		}
	}
}
