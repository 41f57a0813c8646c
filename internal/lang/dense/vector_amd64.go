//go:build amd64 && !purego

package dense

import "golang.org/x/sys/cpu"

// vector says whether the processor has what the kernels need.
var vector = cpu.X86.HasAVX2 && cpu.X86.HasFMA

// kernel4x16 adds the product of four rows of a and sixteen columns of b to
// c. Strides are in elements; k is at least 1.
//
//go:noescape
func kernel4x16(k int, a *float32, lda int, b *float32, ldb int, c *float32, ldc int)

// kernelRows64 adds to 64 columns of y the rows of a matrix, each times its
// term. The stride is in elements; n is at least 1.
//
//go:noescape
func kernelRows64(n int, terms *Term, matrix *float32, stride int, y *float32)

// kernelRows16 is kernelRows64 for sixteen columns.
//
//go:noescape
func kernelRows16(n int, terms *Term, matrix *float32, stride int, y *float32)

// vectorAddRows adds to as many columns of y as fill whole kernels, and
// returns how many. The terms must lie in the matrix.
func vectorAddRows(y []float32, terms []Term, matrix []float32, stride int) int {
	last := int(terms[len(terms)-1].At)*stride + len(y)
	matrix = matrix[:last] // the terms ascend: none lies behind the last
	j := 0
	for ; j+64 <= len(y); j += 64 {
		kernelRows64(len(terms), &terms[0], &matrix[j], stride, &y[j])
	}
	for ; j+16 <= len(y); j += 16 {
		kernelRows16(len(terms), &terms[0], &matrix[j], stride, &y[j])
	}
	return j
}

// kernelAdd adds n numbers of x to those of y; n is a multiple of 16, at least
// 16.
//
//go:noescape
func kernelAdd(n int, y, x *float32)

// vectorAdd adds as many numbers of x to those of y as fill whole kernels, and
// returns how many.
func vectorAdd(y, x []float32) int {
	n := len(y) &^ 15
	if n > 0 {
		kernelAdd(n, &y[0], &x[0])
	}
	return n
}

// kernelRectify sets those of n numbers that are negative to 0; n is a multiple
// of 16, at least 16.
//
//go:noescape
func kernelRectify(n int, x *float32)

// vectorRectify rectifies as many numbers as fill whole kernels, and returns
// how many.
func vectorRectify(x []float32) int {
	n := len(x) &^ 15
	if n > 0 {
		kernelRectify(n, &x[0])
	}
	return n
}

// vectorMulAdd multiplies the rows that fill whole kernels and returns their
// number: none where the columns do not.
func vectorMulAdd(c, a, b []float32, m, k, n int) int {
	if n%16 != 0 {
		return 0
	}
	for j := 0; j < n; j += 16 {
		for i := 0; i+4 <= m; i += 4 {
			kernel4x16(k, &a[i*k], k, &b[j], n, &c[i*n+j], n)
		}
	}
	return m &^ 3
}
