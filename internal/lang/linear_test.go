package lang

import (
	"runtime"
	"runtime/debug"
	"strings"
	"testing"

	"wiredesk"
)

// hostile are texts of one unit over and over.
var hostile = map[string]string{
	"letters":   "a",
	"digits":    "1",
	"words":     "word ",
	"names":     "Osei Luna ",
	"stops":     ". ",
	"quotes":    "\" ' “ ",
	"dates":     "Feb. 4, ",
	"sentences": "The ferry left Port Luna on Friday. ",
	"capitals":  "THE FERRY LEFT ",
	"brackets":  "(((",
	"commas":    "one, two, ",
	"marks":     "🙂 é \x00",
	"lines":     "a\n",
}

// repeated returns a report of about so many bytes of one unit.
func repeated(unit string, bytes int) *wiredesk.Report {
	text := strings.Repeat(unit, bytes/len(unit))
	return &wiredesk.Report{Text: text, Body: []wiredesk.Span{{Start: 0, End: len(text)}}}
}

// Bad input takes work in proportion to its length: four times the text takes
// about four times the work. Slices that grow by doubling may take up to twice
// that; a square would take sixteen times as much.
func TestLinearWork(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))  // each processor keeps buffers of its own,
	defer debug.SetGCPercent(debug.SetGCPercent(-1)) // and a collection drops them
	for name, unit := range hostile {
		t.Run(name, func(t *testing.T) {
			short, long := repeated(unit, 2_500), repeated(unit, 10_000)
			Analyze(long) // models are loaded once, and buffers kept
			a, b := allocated(short), allocated(long)
			if b > 8*a+1<<18 {
				t.Errorf("2,500 bytes of text take %d bytes, 10,000 take %d", a, b)
			}
		})
	}
}

// allocated returns how many bytes the analysis of a report takes from the
// heap: a measure of the work that does not depend on how busy the machine is.
func allocated(r *wiredesk.Report) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	Analyze(r)
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// The time for each kind, to be looked at; nothing is asserted of it.
func BenchmarkHostile(b *testing.B) {
	for name, unit := range hostile {
		b.Run(name, func(b *testing.B) {
			r := repeated(unit, 20_000)
			b.SetBytes(int64(len(r.Text)))
			for b.Loop() {
				Analyze(r)
			}
		})
	}
}
