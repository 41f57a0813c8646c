package role

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// sparse returns weights of n features, most of them small, some as large as
// they can be, by keys that crowd in some places and leave wide gaps elsewhere.
func sparse(r *rand.Rand, n int) *Weights {
	rows := map[uint32][Labels]int8{}
	for range n {
		key := r.Uint32()
		switch r.IntN(3) {
		case 0:
			key = key>>28<<28 | key&0x3ff
		case 1:
			key = key >> 12
		}
		var w [Labels]int8
		for l := range w {
			w[l] = int8(r.IntN(256)-128) >> (r.IntN(2) * 4)
		}
		rows[max(key, 1)] = w
	}
	w := &Weights{Scale: 1}
	for k := range rows {
		w.features = append(w.features, k)
	}
	slices.Sort(w.features)
	for _, k := range w.features {
		w.rows = append(w.rows, rows[k])
	}
	return w
}

// A table adds up what the weights of its passes say one by one.
func TestTable(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for _, n := range []int{0, 1, 30, 4000} {
		passes := []*Weights{sparse(r, n), sparse(r, n)}
		var features []uint32
		for _, w := range passes {
			w.Index()
			features = append(features, w.features...)
		}
		for range n + 100 {
			features = append(features, r.Uint32(), r.Uint32()>>12)
		}
		features = append(features, 0, 1, 1<<32-1)
		r.Shuffle(len(features), func(i, k int) { features[i], features[k] = features[k], features[i] })
		var want sums
		for i, w := range passes {
			for l, v := range w.Score(features) {
				want[i*Labels+l] = int32(v)
			}
		}
		var got sums
		merge(passes).add(features, &got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%d features: %s", n, diff)
		}
	}
}
