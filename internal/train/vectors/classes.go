package main

import (
	"sync"

	"wiredesk/internal/lang/dense"
	"wiredesk/internal/lang/vector"
)

// classes puts the points into n classes of near ones (Lloyd 1982). The first
// n points, which are those of the most frequent words, are the first centres.
func classes(points [][]float32, n, rounds int) []uint16 {
	d := len(points[0])
	centres := make([]float32, n*d)
	for i := range n {
		copy(centres[i*d:], points[i*len(points)/n/8])
	}
	of := make([]uint16, len(points))
	for range rounds {
		nearest(points, centres, of)
		move(points, centres, of)
	}
	nearest(points, centres, of)
	return of
}

// nearest sets the class of each point to the centre that is nearest.
func nearest(points [][]float32, centres []float32, of []uint16) {
	d := len(points[0])
	n := len(centres) / d
	// |p-c|² = |p|² - 2pc + |c|²: the greatest pc - |c|²/2 is the nearest.
	half := make([]float32, n)
	across := make([]float32, len(centres))
	for c := range n {
		for k, x := range centres[c*d : (c+1)*d] {
			half[c] -= x * x / 2
			across[k*n+c] = x
		}
	}
	const block = 256
	var all sync.WaitGroup
	for worker := range 2 {
		all.Go(func() {
			in, out := make([]float32, block*d), make([]float32, block*n)
			for at := worker * block; at < len(points); at += 2 * block {
				some := points[at:min(at+block, len(points))]
				for i, p := range some {
					copy(in[i*d:], p)
					copy(out[i*n:], half)
				}
				dense.MulAdd(out, in, across, len(some), d, n)
				for i := range some {
					of[at+i] = highest(out[i*n : (i+1)*n])
				}
			}
		})
	}
	all.Wait()
}

func highest(scores []float32) uint16 {
	best := 0
	for i, x := range scores {
		if x > scores[best] {
			best = i
		}
	}
	return uint16(best)
}

// move puts each centre in the middle of its points; one without points stays.
func move(points [][]float32, centres []float32, of []uint16) {
	d := len(points[0])
	sums, counts := make([]float64, len(centres)), make([]int, len(centres)/d)
	for i, p := range points {
		c := int(of[i])
		counts[c]++
		for k, x := range p {
			sums[c*d+k] += float64(x)
		}
	}
	for c, n := range counts {
		for k := range d {
			if n > 0 {
				centres[c*d+k] = float32(sums[c*d+k] / float64(n))
			}
		}
	}
}

// coarser puts the fine classes, by the middle of their points, into the
// coarse ones.
func coarser(points [][]float32, fine []uint16, rounds int) []uint16 {
	d := len(points[0])
	centres := make([]float32, vector.Fine*d)
	move(points, centres, fine)
	middles := make([][]float32, vector.Fine)
	for c := range middles {
		middles[c] = centres[c*d : (c+1)*d]
	}
	of := classes(middles, vector.Coarse, rounds)
	out := make([]uint16, len(points))
	for i, c := range fine {
		out[i] = of[c]
	}
	return out
}
