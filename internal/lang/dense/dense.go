// Package dense multiplies small matrices of float32 for the network of the
// parser: with AVX2 where the processor has it, in plain Go elsewhere. The two
// ways round differently in the last bit.
package dense

// MulAdd adds the product of a (m rows, k columns) and b (k rows, n columns)
// to c (m rows, n columns). All are stored row by row.
func MulAdd(c, a, b []float32, m, k, n int) {
	if m == 0 || k == 0 || n == 0 {
		return
	}
	c, a, b = c[:m*n], a[:m*k], b[:k*n]
	cols := 0
	if vector {
		cols = vectorCols(c, a, b, m, k, n)
	}
	if cols < n {
		plain(c, a, b, m, k, n, cols)
	}
}

// plain multiplies the columns from first on. It goes by blocks of two rows
// and four columns, whose sums stay in registers.
func plain(c, a, b []float32, m, k, n, first int) {
	i := 0
	for ; i+2 <= m; i += 2 {
		a0, a1 := a[i*k:(i+1)*k], a[(i+1)*k:(i+2)*k]
		c0, c1 := c[i*n:(i+1)*n], c[(i+1)*n:(i+2)*n]
		j := first
		for ; j+4 <= n; j += 4 {
			block2x4(c0[j:j+4], c1[j:j+4], a0, a1, b[j:], n)
		}
		for ; j < n; j++ {
			c0[j] += column(a0, b[j:], n)
			c1[j] += column(a1, b[j:], n)
		}
	}
	if i < m {
		a0, c0 := a[i*k:(i+1)*k], c[i*n:(i+1)*n]
		j := first
		for ; j+4 <= n; j += 4 {
			block1x4(c0[j:j+4], a0, b[j:], n)
		}
		for ; j < n; j++ {
			c0[j] += column(a0, b[j:], n)
		}
	}
}

// block2x4 adds the products of two rows of a with four columns of b.
func block2x4(c0, c1, a0, a1, b []float32, n int) {
	a1 = a1[:len(a0)]
	var s00, s01, s02, s03, s10, s11, s12, s13 float32
	at := 0
	for i, x := range a0 {
		y, row := a1[i], b[at:at+4:at+4]
		p, q, r, s := row[0], row[1], row[2], row[3]
		s00 += x * p
		s01 += x * q
		s02 += x * r
		s03 += x * s
		s10 += y * p
		s11 += y * q
		s12 += y * r
		s13 += y * s
		at += n
	}
	c0[0] += s00
	c0[1] += s01
	c0[2] += s02
	c0[3] += s03
	c1[0] += s10
	c1[1] += s11
	c1[2] += s12
	c1[3] += s13
}

// block1x4 adds the products of one row of a with four columns of b.
func block1x4(c, a, b []float32, n int) {
	var s0, s1, s2, s3 float32
	at := 0
	for _, x := range a {
		row := b[at : at+4 : at+4]
		s0 += x * row[0]
		s1 += x * row[1]
		s2 += x * row[2]
		s3 += x * row[3]
		at += n
	}
	c[0] += s0
	c[1] += s1
	c[2] += s2
	c[3] += s3
}

// column returns the product of a row with one column of b.
func column(a, b []float32, n int) float32 {
	var s float32
	for i, x := range a {
		s += x * b[i*n]
	}
	return s
}

// Add adds x to y, element by element.
func Add(y, x []float32) {
	x = x[:len(y)]
	first := 0
	if vector {
		first = vectorAdd(y, x)
	}
	for i := first; i < len(y); i++ {
		y[i] += x[i]
	}
}

// Rectify sets the numbers that are negative to 0.
func Rectify(x []float32) {
	first := 0
	if vector {
		first = vectorRectify(x)
	}
	for i := first; i < len(x); i++ {
		if x[i] < 0 {
			x[i] = 0
		}
	}
}
