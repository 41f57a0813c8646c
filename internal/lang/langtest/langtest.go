// Package langtest is what tests of the language and claim packages share: it
// runs fixtures and measures work without a clock.
package langtest

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// Fixtures runs f as a subtest over each file of testdata, which is named after
// the phenomenon that it shows.
func Fixtures(t *testing.T, f func(t *testing.T, file string)) {
	t.Helper()
	names, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatal("no fixtures", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			b, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			f(t, string(b))
		})
	}
}

// slack is the number of bytes by which work may differ whatever its size.
const slack = 1 << 18

// Linear fails the test unless large, a run over four times the input of small,
// takes about four times the work. Slices that grow by doubling may take up to
// twice that; a square would take sixteen times as much.
func Linear(t *testing.T, what string, small, large func()) {
	t.Helper()
	large() // lists are read once and kept
	if a, b := allocated(small), allocated(large); b > 8*a+slack {
		t.Errorf("%q: 4 times the input took %d bytes instead of %d", what, b, a)
	}
}

// allocated returns how many bytes a run takes from the heap: a measure of the
// work that does not depend on how busy the machine is.
func allocated(run func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	run()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}
