package dense

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// numbers returns n numbers that look random.
func numbers(n int, seed uint32) []float32 {
	out := make([]float32, n)
	for i := range out {
		seed = seed*1664525 + 1013904223
		out[i] = float32(seed>>8)/(1<<23) - 1
	}
	return out
}

// MulAdd agrees with the definition of the product, whatever the sizes.
func TestMulAdd(t *testing.T) {
	for _, s := range [][3]int{{1, 1, 1}, {4, 7, 16}, {5, 3, 50}, {1, 96, 100}, {3, 128, 47}, {9, 20, 64}, {2, 300, 8}} {
		m, k, n := s[0], s[1], s[2]
		a, b, c := numbers(m*k, 1), numbers(k*n, 2), numbers(m*n, 3)
		want := make([]float64, m*n)
		for i := range m {
			for j := range n {
				want[i*n+j] = float64(c[i*n+j])
				for x := range k {
					want[i*n+j] += float64(a[i*k+x]) * float64(b[x*n+j])
				}
			}
		}
		MulAdd(c, a, b, m, k, n)
		for i := range want {
			if math.Abs(float64(c[i])-want[i]) > 1e-4 {
				t.Fatalf("%v: element %d is %v, want %v", s, i, c[i], want[i])
			}
		}
	}
}

func TestTerms(t *testing.T) {
	got := Terms([]Term{{7, 1}}, []float32{0, 2, float32(math.Copysign(0, -1)), -3, 0, 1e-45})
	if diff := cmp.Diff([]Term{{7, 1}, {1, 2}, {3, -3}, {5, 1e-45}}, got); diff != "" {
		t.Error(diff)
	}
}

// AddRows gives the bits that its definition gives, with kernels and without,
// for all widths, any number of terms, and a matrix that is part of a wider
// one.
func FuzzAddRows(f *testing.F) {
	for width := range uint8(200) {
		f.Add(width, width%40, uint8(3), uint32(width))
	}
	f.Fuzz(func(t *testing.T, width, height, more uint8, seed uint32) {
		n, k, stride := int(width), int(height), int(width)+int(more)
		row := numbers(k, seed)
		Rectify(row)
		matrix, y := numbers(k*stride, seed+1), numbers(n, seed+2)
		want := slices.Clone(y)
		for i, x := range row {
			for j := range want {
				want[j] += float32(x * matrix[i*stride+j])
			}
		}
		plain := slices.Clone(y)
		AddRows(y, Terms(nil, row), matrix, stride)
		plainAddRows(plain, Terms(nil, row), matrix, stride)
		if !slices.Equal(want, y) || !slices.Equal(want, plain) {
			t.Fatalf("%d x %d, stride %d: got %v and in plain Go %v, want %v", k, n, stride, y, plain, want)
		}
	})
}

func TestAdd(t *testing.T) {
	for n := range 70 {
		x, y := numbers(n, 4), numbers(n, 5)
		want := append([]float32(nil), y...)
		for i := range want {
			want[i] += x[i]
		}
		Add(y, x)
		for i := range want {
			if y[i] != want[i] {
				t.Fatalf("element %d of %d is %v, want %v", i, n, y[i], want[i])
			}
		}
	}
}

func TestRectify(t *testing.T) {
	for n := range 70 {
		x := numbers(n, 6)
		want := append([]float32(nil), x...)
		Rectify(x)
		for i := range want {
			if x[i] != max(want[i], 0) {
				t.Fatalf("element %d of %d is %v, was %v", i, n, x[i], want[i])
			}
		}
	}
}

// BenchmarkAddRows counts the products with terms that are not 0.
func BenchmarkAddRows(b *testing.B) {
	row, matrix, y := numbers(128, 1), numbers(128*128, 2), make([]float32, 128)
	terms := Terms(nil, row)
	for name, f := range map[string]func(){
		"best":  func() { AddRows(y, terms, matrix, 128) },
		"plain": func() { plainAddRows(y, terms, matrix, 128) },
		"terms": func() { terms = Terms(terms[:0], row) },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				f()
			}
			b.ReportMetric(float64(len(terms)*128)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GMAC/s")
		})
	}
}

func BenchmarkMulAdd(b *testing.B) {
	a, w, c := numbers(32*384, 1), numbers(384*128, 2), make([]float32, 32*128)
	for b.Loop() {
		MulAdd(c, a, w, 32, 384, 128)
	}
	b.ReportMetric(float64(32*384*128)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GMAC/s")
}
