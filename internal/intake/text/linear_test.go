package text_test

import (
	"runtime"
	"strings"
	"testing"

	"wiredesk/internal/intake/text"
)

// hostile are texts of one unit over and over.
var hostile = map[string]string{
	"digits":          "1234567890",
	"dates":           "Feb. 4 ",
	"date lines":      "Feb. 4, 2012 10:15\n",
	"quotes":          "“he said ",
	"one word":        "storm",
	"sentences":       "The storm reached the coast. ",
	"lines":           "The storm reached the coast\n",
	"paragraphs":      "The storm reached the coast.\n\n",
	"bylines":         "By Jane Doe and John Roe\n",
	"credits":         "A boat. REUTERS/Jane Doe\n",
	"agencies":        "AP AFP Reuters dpa ",
	"read more":       "Read more: the storm\n",
	"dateline colons": "OSTHAVEN: The storm.\n",
	"corrections":     "Correction: the storm was near\n\n",
	"empty lines":     "\n",
	"tags":            "storm, coast, boats,\n",
	"kill":            "KILL KILL KILL\n",
	"brackets":        "(((",
}

// repeated returns a report of about so many bytes of one unit.
func repeated(unit string, bytes int) string {
	return "Storm reaches the coast\n\n" + strings.Repeat(unit, bytes/len(unit))
}

// allocated returns how many bytes reading a text takes from the heap: a
// measure of the work that does not depend on how busy the machine is.
func allocated(doc string) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	text.Read(doc, text.Known{})
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// 22: four times the input takes about four times the work, whatever it is made
// of. Slices that grow by doubling may take up to twice that; a square would
// take sixteen times as much.
func Test22LinearWork(t *testing.T) {
	for name, unit := range hostile {
		t.Run(name, func(t *testing.T) {
			small, large := repeated(unit, 1<<14), repeated(unit, 1<<16)
			allocated(large) // expressions are compiled and their memory is kept
			a, b := allocated(small), allocated(large)
			if b > 8*a+1<<20 {
				t.Errorf("4 times the input took %d bytes instead of %d", b, a)
			}
		})
	}
}

// The time for each kind, to be looked at; nothing is asserted of it.
func BenchmarkHostile(b *testing.B) {
	for name, unit := range hostile {
		b.Run(name, func(b *testing.B) {
			doc := repeated(unit, 1<<16)
			b.SetBytes(int64(len(doc)))
			for b.Loop() {
				text.Read(doc, text.Known{})
			}
		})
	}
}
