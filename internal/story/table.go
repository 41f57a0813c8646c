package story

// A table finds 32-bit values by 32-bit keys. It is cut into shards by the
// upper bits of the key's hash, each of which grows by itself: doubling one
// takes microseconds, where doubling a whole table of millions would make a
// single report wait for it.
type table struct {
	shards [shards]shard
}

const shards = 1 << 8

// A shard is an open-addressing table with linear probing. A key is stored
// with one added, so that 0 marks a free slot.
type shard struct {
	slots []slot
	used  int
}

type slot struct {
	key   uint32
	value uint32
}

// spread mixes the bits of a key.
func spread(key uint32) uint64 {
	x := uint64(key) * 0x9e3779b97f4a7c15
	return x ^ x>>29
}

// get returns the value under a key.
func (t *table) get(key uint32) (value uint32, ok bool) {
	h := spread(key)
	s := &t.shards[h>>56]
	if len(s.slots) == 0 {
		return 0, false
	}
	mask := uint64(len(s.slots) - 1)
	for i := h & mask; s.slots[i].key != 0; i = (i + 1) & mask {
		if s.slots[i].key == key+1 {
			return s.slots[i].value, true
		}
	}
	return 0, false
}

// set puts a value under a key, in the place of one that stands there.
func (t *table) set(key, value uint32) {
	h := spread(key)
	s := &t.shards[h>>56]
	if 4*(s.used+1) > 3*len(s.slots) {
		s.grow()
	}
	if s.put(h, key, value) {
		s.used++
	}
}

// put writes one slot and reports whether the key is new.
func (s *shard) put(h uint64, key, value uint32) bool {
	mask := uint64(len(s.slots) - 1)
	i := h & mask
	for s.slots[i].key != 0 && s.slots[i].key != key+1 {
		i = (i + 1) & mask
	}
	fresh := s.slots[i].key == 0
	s.slots[i] = slot{key + 1, value}
	return fresh
}

// grow doubles the shard.
func (s *shard) grow() {
	old := s.slots
	s.slots = make([]slot, max(8, 2*len(old)))
	for _, x := range old {
		if x.key != 0 {
			s.put(spread(x.key-1), x.key-1, x.value)
		}
	}
}
