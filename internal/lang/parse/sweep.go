package parse

import "math"

// Sweep runs a simple recurrent unit (Lei et al. 2018) over the rows of one
// sentence: the first half of each row of memory from left to right, the
// second half from right to left. A row of gates holds, of width d each, how
// much of the memory is kept (before the sigmoid, which replaces it) and what
// comes new. New memory is kept*old + (1-kept)*new, each product rounded.
func Sweep(memory, gates []float32, rows, d int) {
	half := d / 2
	for i := range rows {
		before := -1
		if i > 0 {
			before = i - 1
		}
		remember(memory, gates, i, before, d, 0, half)
	}
	for i := rows - 1; i >= 0; i-- {
		before := -1
		if i+1 < rows {
			before = i + 1
		}
		remember(memory, gates, i, before, d, half, d)
	}
}

// remember computes the columns [from, to) of row i of the memory out of the
// row before it, -1 for none.
func remember(memory, gates []float32, i, before, d, from, to int) {
	kept, news := gates[2*i*d+from:2*i*d+to], gates[(2*i+1)*d+from:(2*i+1)*d+to]
	out := memory[i*d+from : i*d+to]
	for k := range out {
		f := sigmoid(kept[k])
		kept[k] = f
		old := float32(0)
		if before >= 0 {
			old = memory[before*d+from+k]
		}
		out[k] = float32(f*old) + float32((1-f)*news[k])
	}
}

// The sigmoid is read off a table from -sigmoidEnd to sigmoidEnd, with
// straight lines between its points: wrong by at most 4e-6, faster than
// math.Exp, and not different from one kind of processor to the next.
const (
	sigmoidEnd   = 16
	sigmoidSteps = 64 // in 1
)

var sigmoids = func() (table [2*sigmoidEnd*sigmoidSteps + 2]float32) {
	for i := range table {
		table[i] = float32(1 / (1 + math.Exp(sigmoidEnd-float64(i)/sigmoidSteps)))
	}
	return table
}()

// sigmoid returns 1/(1+exp(-x)).
func sigmoid(x float32) float32 {
	switch {
	case x >= sigmoidEnd:
		return 1
	case !(x > -sigmoidEnd):
		return 0
	}
	at := (x + sigmoidEnd) * sigmoidSteps
	i := int(at)
	return sigmoids[i] + float32((at-float32(i))*(sigmoids[i+1]-sigmoids[i]))
}
