package story

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// FuzzReadPrint: what is read the fast way is what json.Unmarshal reads.
func FuzzReadPrint(f *testing.F) {
	full := Print{
		Report: "r-1", Outlet: "The Lantern", Published: "2026-03-01", Words: 312,
		Terms: Terms{{"Ferrol", PlaceTerm, true, 31}, {"ñandú", PlainTerm, false, 4}},
		Runs:  Runs{1, 5, 1<<20 - 1}, Days: []int{20000, -3}, Ages: []int{7},
	}
	for _, p := range []Print{full, {}, {Report: "é", Days: []int{}}} {
		raw, err := json.Marshal(p)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	raw, _ := json.Marshal(full)
	if _, ok := readPrint(raw); !ok {
		f.Errorf("%s is not read the fast way", raw)
	}
	f.Add([]byte(`{"report":"","outlet":null,"published":null,"words":01,"terms":"","runs":"","days":[,1],"ages":null}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		got, ok := readPrint(raw)
		if !ok {
			return
		}
		var want Print
		if err := json.Unmarshal(raw, &want); err != nil {
			t.Fatalf("%s: %v", raw, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", raw, diff)
		}
	})
}
