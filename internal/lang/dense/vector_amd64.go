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

// kernel1x32 adds the product of one row of a and 32 columns of b to c.
//
//go:noescape
func kernel1x32(k int, a *float32, b *float32, ldb int, c *float32)

// kernel1x16 adds the product of one row of a and sixteen columns of b to c.
//
//go:noescape
func kernel1x16(k int, a *float32, b *float32, ldb int, c *float32)

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

// vectorCols multiplies all columns that fill whole kernels and returns their
// number.
func vectorCols(c, a, b []float32, m, k, n int) int {
	cols := n &^ 15
	for j := 0; j < cols; j += 16 {
		for i := 0; i+4 <= m; i += 4 {
			kernel4x16(k, &a[i*k], k, &b[j], n, &c[i*n+j], n)
		}
	}
	for i := m &^ 3; i < m; i++ {
		j := 0
		for ; j+32 <= cols; j += 32 {
			kernel1x32(k, &a[i*k], &b[j], n, &c[i*n+j])
		}
		if j < cols {
			kernel1x16(k, &a[i*k], &b[j], n, &c[i*n+j])
		}
	}
	return cols
}
