package vector

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// cosine returns how near two words lie, 1 for the same direction.
func cosine(a, b string) float64 {
	var x, y [Dim]float32
	Point(Of(a), x[:])
	Point(Of(b), y[:])
	var xy, xx, yy float64
	for i := range x {
		xy += float64(x[i]) * float64(y[i])
		xx += float64(x[i]) * float64(x[i])
		yy += float64(y[i]) * float64(y[i])
	}
	return xy / math.Sqrt(xx*yy)
}

// Words of one kind lie nearer to each other than to those of another.
func TestNear(t *testing.T) {
	for _, w := range [][3]string{
		{"Tuesday", "Friday", "banana"},
		{"wounded", "injured", "guitar"},
		{"Lavrov", "Medvedev", "wooden"},
		{"Aleppo", "Damascus", "slowly"},
		{"earthquake", "tsunami", "minister"},
	} {
		if near, far := cosine(w[0], w[1]), cosine(w[0], w[2]); near <= far {
			t.Errorf("%s is %.2f from %s and %.2f from %s", w[0], near, w[1], far, w[2])
		}
	}
}

func TestOf(t *testing.T) {
	if Of("TUESDAY") != Of("tuesday") || Of("tuesday") == 0 {
		t.Error("small and capital letters differ")
	}
	for _, w := range []string{"", "xqzzyk", "a word of more than thirty-two bytes"} {
		row := Of(w)
		var p [Dim]float32
		Point(row, p[:])
		if fine, coarse := Classes(row); row != 0 || fine != 0 || coarse != 0 || p != [Dim]float32{} {
			t.Errorf("%q is known", w)
		}
	}
	fine, coarse := Classes(Of("tuesday"))
	if f, c := Classes(Of("friday")); f != fine || c != coarse || f == 0 {
		t.Error("two days of the week are in two classes")
	}
	if n := testing.AllocsPerRun(10, func() { Of("Tuesday") }); n != 0 {
		t.Errorf("Of allocates %v times", n)
	}
}

func TestRead(t *testing.T) {
	words := []Word{{Form: "one", Fine: 3, Coarse: 1}, {Form: "two", Fine: 4, Coarse: 2}, {Form: "one", Fine: 5}}
	words[0].Point[0], words[1].Point[Dim-1] = -7, 9
	whole := Encode(words, 0.5)
	got, err := read(whole)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range words[:2] {
		row := got.find(w.Form) - 1
		if diff := cmp.Diff(w.Point[:], got.points[row*Dim:(row+1)*Dim]); diff != "" || got.fine[row] != w.Fine || got.coarse[row] != w.Coarse {
			t.Errorf("%s: %s", w.Form, diff)
		}
	}
	for n := range whole {
		if _, err := read(whole[:n]); err == nil {
			t.Errorf("%d of %d bytes read without an error", n, len(whole))
		}
	}
}
