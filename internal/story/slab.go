package story

// chunkBits sets the number of values in one piece of a slab.
const chunkBits = 14

// A slab holds many short lists without a pointer to any of them, so that
// millions of them cost the garbage collector nothing. It grows by whole
// chunks and never moves what it holds, so no single report waits for a copy.
type slab[T any] struct {
	chunks [][]T
	used   int // in the last chunk
}

// place reserves n values, at most a chunk, and returns where they stand.
func (s *slab[T]) place(n int) uint32 {
	if len(s.chunks) == 0 || s.used+n > 1<<chunkBits {
		s.chunks = append(s.chunks, make([]T, 1<<chunkBits))
		s.used = 0
	}
	at := (len(s.chunks)-1)<<chunkBits + s.used
	s.used += n
	return uint32(at)
}

// at returns the n values that stand at a place; they may be written to.
func (s *slab[T]) at(place uint32, n int) []T {
	if n == 0 {
		return nil
	}
	k := place & (1<<chunkBits - 1)
	return s.chunks[place>>chunkBits][k : k+uint32(n) : k+uint32(n)]
}

// keep copies values into the slab and returns where they stand.
func (s *slab[T]) keep(values []T) uint32 {
	at := s.place(len(values))
	copy(s.at(at, len(values)), values)
	return at
}

// one returns the value at a place, for slabs that hold one after the other.
func (s *slab[T]) one(i uint32) *T { return &s.chunks[i>>chunkBits][i&(1<<chunkBits-1)] }
