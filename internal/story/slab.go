package story

// chunk is the number of values in one piece of a slab.
const chunk = 1 << 16

// A slab holds many short lists without a pointer to any of them, so that
// millions of them cost the garbage collector nothing. It grows by whole
// chunks and never moves what it holds, so no single report waits for a copy.
type slab[T any] struct {
	chunks [][]T
	used   int // in the last chunk
}

// place reserves n values, at most chunk, and returns where they stand.
func (s *slab[T]) place(n int) uint32 {
	if len(s.chunks) == 0 || s.used+n > chunk {
		s.chunks = append(s.chunks, make([]T, chunk))
		s.used = 0
	}
	at := (len(s.chunks)-1)*chunk + s.used
	s.used += n
	return uint32(at)
}

// at returns the n values that stand at a place; they may be written to.
func (s *slab[T]) at(place uint32, n int) []T {
	k := place % chunk
	return s.chunks[place/chunk][k : k+uint32(n) : k+uint32(n)]
}

// keep copies values into the slab and returns where they stand.
func (s *slab[T]) keep(values []T) uint32 {
	at := s.place(len(values))
	copy(s.at(at, len(values)), values)
	return at
}

// one returns the single value at a place, for slabs that hold one after the
// other.
func (s *slab[T]) one(i uint32) *T { return &s.chunks[i/chunk][i%chunk] }
