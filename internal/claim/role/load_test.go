package role

import "testing"

// BenchmarkLoad measures what the first report pays for the model.
func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		w, err := ReadWeights(modelFile, Passes)
		if err != nil {
			b.Fatal(err)
		}
		merge(w)
	}
}
