package dense

import (
	"fmt"
	"math"
	"testing"
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
	for _, s := range [][3]int{{1, 1, 1}, {4, 7, 16}, {5, 3, 50}, {1, 96, 100}, {3, 128, 47}, {9, 20, 64}} {
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
		slow := append([]float32(nil), c...)
		MulAdd(c, a, b, m, k, n)
		plain(slow, a, b, m, k, n, 0)
		for i := range want {
			if math.Abs(float64(c[i])-want[i]) > 1e-4 || math.Abs(float64(slow[i])-want[i]) > 1e-4 {
				t.Fatalf("%v: element %d is %v and %v, want %v", s, i, c[i], slow[i], want[i])
			}
		}
	}
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

func BenchmarkMulAdd(b *testing.B) {
	for _, m := range []int{1, 32} {
		a, w, c := numbers(m*384, 1), numbers(384*128, 2), make([]float32, m*128)
		for name, f := range map[string]func(){
			"best":  func() { MulAdd(c, a, w, m, 384, 128) },
			"plain": func() { plain(c, a, w, m, 384, 128, 0) },
		} {
			b.Run(fmt.Sprintf("%s/%d", name, m), func(b *testing.B) {
				for b.Loop() {
					f()
				}
				b.ReportMetric(float64(m*384*128)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GMAC/s")
			})
		}
	}
}
