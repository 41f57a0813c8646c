package main

import (
	"math"
	"slices"
)

// centre takes the mean of all points from each, and gives each the length 1.
func centre(points [][]float32) {
	mean := make([]float64, width)
	for _, p := range points {
		for k, x := range p {
			mean[k] += float64(x) / float64(len(points))
		}
	}
	for _, p := range points {
		sum := 0.0
		for k := range p {
			p[k] -= float32(mean[k])
			sum += float64(p[k]) * float64(p[k])
		}
		for k := range p {
			p[k] /= float32(math.Sqrt(sum) + 1e-9)
		}
	}
}

// turn returns the coordinates of the points along the n axes on which they
// differ most (principal components).
func turn(points [][]float32, n int) [][]float32 {
	cov := make([][]float64, width)
	for i := range cov {
		cov[i] = make([]float64, width)
	}
	for _, p := range points {
		for i, x := range p {
			for j, y := range p[:i+1] {
				cov[i][j] += float64(x) * float64(y)
			}
		}
	}
	for i := range cov {
		for j := range i {
			cov[j][i] = cov[i][j]
		}
	}
	axes := eigenvectors(cov)
	out := make([][]float32, len(points))
	for i, p := range points {
		out[i] = make([]float32, n)
		for k := range out[i] {
			sum := 0.0
			for j, x := range p {
				sum += float64(x) * axes[k][j]
			}
			out[i][k] = float32(sum)
		}
	}
	return out
}

// eigenvectors returns those of a symmetric matrix, which it destroys, the
// greatest eigenvalue first, by Jacobi's rotations (Golub and Van Loan 2013,
// algorithm 8.5.2).
func eigenvectors(a [][]float64) [][]float64 {
	n := len(a)
	v := make([][]float64, n) // rows become the eigenvectors
	for i := range v {
		v[i] = make([]float64, n)
		v[i][i] = 1
	}
	for range 12 { // sweeps; the rest is below what rounding leaves
		for p := range n {
			for q := p + 1; q < n; q++ {
				rotate(a, v, p, q)
			}
		}
	}
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		if a[i][i] > a[j][j] {
			return -1
		}
		return 1
	})
	out := make([][]float64, n)
	for i, k := range order {
		out[i] = v[k]
	}
	return out
}

// rotate turns the axes p and q so that a[p][q] becomes 0.
func rotate(a, v [][]float64, p, q int) {
	if a[p][q] == 0 {
		return
	}
	tau := (a[q][q] - a[p][p]) / (2 * a[p][q])
	t := 1 / (math.Abs(tau) + math.Sqrt(1+tau*tau))
	if tau < 0 {
		t = -t
	}
	c := 1 / math.Sqrt(1+t*t)
	s := t * c
	for k := range a {
		a[k][p], a[k][q] = c*a[k][p]-s*a[k][q], s*a[k][p]+c*a[k][q]
	}
	for k := range a {
		a[p][k], a[q][k] = c*a[p][k]-s*a[q][k], s*a[p][k]+c*a[q][k]
		v[p][k], v[q][k] = c*v[p][k]-s*v[q][k], s*v[p][k]+c*v[q][k]
	}
}
