//go:build !amd64 || purego

package dense

const vector = false

func vectorAddRows(y []float32, terms []Term, matrix []float32, stride int) int { return 0 }

func vectorMulAdd(c, a, b []float32, m, k, n int) int { return 0 }

func vectorAdd(y, x []float32) int { return 0 }

func vectorRectify(x []float32) int { return 0 }
