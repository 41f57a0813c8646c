package linear

// Rows holds the features of a sequence, one row per position. It is filled
// row by row (Add for each feature, then End) and reused after Reset, so that
// filling it allocates nothing once it has grown.
type Rows struct {
	features []uint64
	ends     []int32
}

// Reset empties the rows and keeps their memory.
func (r *Rows) Reset() { r.features, r.ends = r.features[:0], r.ends[:0] }

// Add adds a feature to the row that is being filled.
func (r *Rows) Add(feature uint64) { r.features = append(r.features, feature) }

// End closes the row that is being filled; the next Add begins another.
func (r *Rows) End() { r.ends = append(r.ends, int32(len(r.features))) }

// Len returns the number of closed rows.
func (r *Rows) Len() int { return len(r.ends) }

// Row returns the features of row i. It shares memory with r.
func (r *Rows) Row(i int) []uint64 {
	start := int32(0)
	if i > 0 {
		start = r.ends[i-1]
	}
	return r.features[start:r.ends[i]]
}
