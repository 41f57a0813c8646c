package perceptron

// An index numbers features in the order in which they are first seen.
type index struct {
	hashes []uint64
	table  []int32 // number + 1, 0 for an empty slot
	shift  uint
}

func newIndex() index { return index{table: make([]int32, 1<<16), shift: 64 - 16} }

// find returns the number of a feature, or -1.
func (x *index) find(feature uint64) int32 {
	mask := uint64(len(x.table) - 1)
	for i := feature >> x.shift; ; i = (i + 1) & mask {
		id := x.table[i] - 1
		if id < 0 || x.hashes[id] == feature {
			return id
		}
	}
}

// intern returns the number of a feature, a new one if need be.
func (x *index) intern(feature uint64) int32 {
	if id := x.find(feature); id >= 0 {
		return id
	}
	if 2*len(x.hashes) >= len(x.table) {
		x.grow()
	}
	x.hashes = append(x.hashes, feature)
	x.place(feature, int32(len(x.hashes)))
	return int32(len(x.hashes) - 1)
}

func (x *index) place(feature uint64, number int32) {
	mask := uint64(len(x.table) - 1)
	i := feature >> x.shift
	for x.table[i] != 0 {
		i = (i + 1) & mask
	}
	x.table[i] = number
}

func (x *index) grow() {
	x.table = make([]int32, 2*len(x.table))
	x.shift--
	for id, f := range x.hashes {
		x.place(f, int32(id+1))
	}
}
