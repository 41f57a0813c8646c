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
		f := float32(1 / (1 + math.Exp(-float64(kept[k]))))
		kept[k] = f
		old := float32(0)
		if before >= 0 {
			old = memory[before*d+from+k]
		}
		out[k] = float32(f*old) + float32((1-f)*news[k])
	}
}
