package role

// A table holds the weights of both passes side by side, so that a feature is
// looked up once for both.
type table struct {
	first, second       *Transitions
	firstExp, secondExp *Transitions
	scales              [2]float32
	keys                []uint32 // open addressing; 0 is empty
	rows                [][2 * Labels]int8
	mask                uint32
}

// merge builds the table of two passes.
func merge(a, b *Weights) *table {
	t := &table{
		first: &a.Transitions, second: &b.Transitions,
		firstExp: a.Transitions.Exp(), secondExp: b.Transitions.Exp(),
		scales: [2]float32{a.Scale, b.Scale},
	}
	size := uint32(1)
	for size < uint32(len(a.rows)+len(b.rows))*2+1 {
		size *= 2
	}
	t.keys, t.rows, t.mask = make([]uint32, size), make([][2 * Labels]int8, size), size-1
	for pass, w := range []*Weights{a, b} {
		for k, key := range w.keys {
			if key != 0 {
				copy(t.rows[t.slot(key)][pass*Labels:], w.rows[w.slots[k]][:])
			}
		}
	}
	return t
}

// slot returns the place of a key, which is put there if it is new.
func (t *table) slot(key uint32) uint32 {
	k := key & t.mask
	for t.keys[k] != 0 && t.keys[k] != key {
		k = (k + 1) & t.mask
	}
	t.keys[k] = key
	return k
}

// score adds the weights of the features to the scores of both passes.
func (t *table) score(features []uint32, first, second *[Labels]float32) {
	var sum [2 * Labels]int32
	for _, f := range features {
		if f == 0 {
			continue
		}
		for k := f & t.mask; t.keys[k] != 0; k = (k + 1) & t.mask {
			if t.keys[k] == f {
				for l, v := range &t.rows[k] {
					sum[l] += int32(v)
				}
				break
			}
		}
	}
	for l := range Labels {
		first[l] += float32(sum[l]) * t.scales[0]
		second[l] += float32(sum[Labels+l]) * t.scales[1]
	}
}
