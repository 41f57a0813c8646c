package linear

// Hash returns the 64-bit hash of a string (FNV-1a with a final mix, so that
// all bits depend on all bytes).
func Hash(s string) uint64 { return hash(s) }

// HashBytes is Hash for bytes.
func HashBytes(b []byte) uint64 { return hash(b) }

func hash[T string | []byte](s T) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return finish(h)
}

// Mix returns the hash of two hashes in this order. A feature is the mix of
// the number of its template with what fills it, such as
// Mix(Mix(7, word), tag).
func Mix(a, b uint64) uint64 {
	return finish(a*0x9e3779b97f4a7c15 + b ^ 0xd6e8feb86659fd93)
}

// finish is the last step of splitmix64.
func finish(h uint64) uint64 {
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}
