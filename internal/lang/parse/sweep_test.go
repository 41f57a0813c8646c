package parse

import (
	"encoding/binary"
	"hash/crc32"
	"math"
	"testing"
)

func TestSigmoid(t *testing.T) {
	for x := float32(-20); x < 20; x += 0.01 {
		if want := 1 / (1 + math.Exp(-float64(x))); math.Abs(float64(sigmoid(x))-want) > 4e-6 {
			t.Fatalf("the sigmoid of %v is %v, want %v", x, sigmoid(x), want)
		}
	}
	for x, want := range map[float64]float32{
		math.NaN(): 0, math.Inf(-1): 0, -sigmoidEnd: 0, math.Inf(1): 1, sigmoidEnd: 1,
		float64(math.Nextafter32(sigmoidEnd, 0)): sigmoids[2*sigmoidEnd*sigmoidSteps],
	} {
		if got := sigmoid(float32(x)); got != want {
			t.Errorf("the sigmoid of %v is %v, want %v", x, got, want)
		}
	}
}

// The table has the same bits on every machine, though math.Exp may differ in
// its last.
func TestSigmoids(t *testing.T) {
	sum := crc32.NewIEEE()
	binary.Write(sum, binary.LittleEndian, sigmoids)
	if got := sum.Sum32(); got != 0x2642275c {
		t.Errorf("the checksum of the table is %#x", got)
	}
}
