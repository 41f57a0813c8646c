//go:build !amd64 || purego

package dense

const vector = false

func vectorCols(c, a, b []float32, m, k, n int) int { return 0 }
