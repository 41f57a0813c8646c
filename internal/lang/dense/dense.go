// Package dense multiplies small matrices of float32 for the network of the
// parser: with AVX2 where the processor has it, in plain Go elsewhere.
//
// AddRows, Add and Rectify, which reading a sentence needs, give the same
// numbers to the last bit either way, so that a text has one tree on all
// machines. MulAdd, which is there to train, rounds differently.
package dense

import (
	"math"
	"slices"
)

// A Term is an element of a row: its column and its value.
type Term struct {
	At int32
	X  float32
}

// Terms appends the elements of x that are not 0 to list. After Rectify these
// are about one in three.
func Terms(list []Term, x []float32) []Term {
	start := len(list)
	list = slices.Grow(list, len(x))[:start+len(x)]
	n := start
	for i, v := range x {
		list[n] = Term{int32(i), v}
		bits := math.Float32bits(v) << 1 // without the sign; no branch, as none could be foreseen
		n += int((bits | -bits) >> 31)
	}
	return list[:n]
}

// AddRows adds to y the product of a row, given by its terms in ascending
// order, and a matrix, whose rows begin every stride elements and are as long
// as y: term by term, each product and each sum rounded.
func AddRows(y []float32, terms []Term, matrix []float32, stride int) {
	if len(terms) == 0 {
		return
	}
	cols := 0
	if vector {
		cols = vectorAddRows(y, terms, matrix, stride)
	}
	if cols < len(y) {
		plainAddRows(y[cols:], terms, matrix[cols:], stride)
	}
}

// plainAddRows takes four terms at a time, so that the sums stay in registers.
// The conversions keep compilers from fusing product and sum, which would
// round once only.
func plainAddRows(y []float32, terms []Term, matrix []float32, stride int) {
	for ; len(terms) >= 4; terms = terms[4:] {
		a, b, c, d := terms[0], terms[1], terms[2], terms[3]
		p, q := matrix[int(a.At)*stride:][:len(y)], matrix[int(b.At)*stride:][:len(y)]
		r, s := matrix[int(c.At)*stride:][:len(y)], matrix[int(d.At)*stride:][:len(y)]
		for j, sum := range y {
			sum += float32(a.X * p[j])
			sum += float32(b.X * q[j])
			sum += float32(c.X * r[j])
			y[j] = sum + float32(d.X*s[j])
		}
	}
	for _, t := range terms {
		p := matrix[int(t.At)*stride:][:len(y)]
		for j := range y {
			y[j] += float32(t.X * p[j])
		}
	}
}

// MulAdd adds the product of a (m rows, k columns) and b (k rows, n columns)
// to c (m rows, n columns). All are stored row by row.
func MulAdd(c, a, b []float32, m, k, n int) {
	if m == 0 || k == 0 || n == 0 {
		return
	}
	c, a, b = c[:m*n], a[:m*k], b[:k*n]
	rows := 0
	if vector {
		rows = vectorMulAdd(c, a, b, m, k, n)
	}
	var memory [256]Term
	list := memory[:0]
	for i := rows; i < m; i++ {
		list = Terms(list[:0], a[i*k:(i+1)*k])
		AddRows(c[i*n:(i+1)*n], list, b, n)
	}
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
