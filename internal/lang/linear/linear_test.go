package linear

import (
	"bytes"
	"compress/gzip"
	"io"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func sample() []byte {
	var features []Feature
	for i := range 1000 {
		features = append(features, Feature{Mix(3, uint64(i)), []Weight{{i % 3, int16(i)}, {3, -int16(i)}}})
	}
	return Encode([]string{"a", "b", "c", "d"}, nil, features)
}

func TestEncodeRead(t *testing.T) {
	m, err := Read(sample())
	if err != nil {
		t.Fatal(err)
	}
	if m.Knows() != 1000 {
		t.Errorf("it knows %d features, want 1000", m.Knows())
	}
	scores := make([]int32, 4)
	m.Score([]uint64{Mix(3, 4), Mix(3, 5), Mix(3, 5000), Mix(4, 5)}, scores)
	if diff := cmp.Diff([]int32{0, 4, 5, -9}, scores); diff != "" {
		t.Error(diff)
	}
	if Best(scores) != 2 {
		t.Errorf("Best(%v) = %d", scores, Best(scores))
	}
}

// Features are found however many of them have the same place.
func TestCrowded(t *testing.T) {
	var features []Feature
	for i := range 300 {
		features = append(features, Feature{uint64(i%3)<<62 + uint64(i), []Weight{{0, int16(i + 1)}}})
	}
	m, err := Read(Encode([]string{"a"}, nil, features))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range features {
		scores := make([]int32, 1)
		m.Score([]uint64{f.Hash, f.Hash + 1<<20}, scores)
		if want := int32(f.Weights[0].Value); scores[0] != want {
			t.Errorf("feature %x has %d, want %d", f.Hash, scores[0], want)
		}
	}
}

// A damaged file is an error, wherever it is cut.
func TestReadDamaged(t *testing.T) {
	z, _ := gzip.NewReader(bytes.NewReader(sample()))
	raw, _ := io.ReadAll(z)
	for n := 0; n < len(raw); n += 97 {
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		w.Write(raw[:n])
		w.Close()
		if _, err := Read(b.Bytes()); err == nil {
			t.Errorf("the first %d of %d bytes read without an error", n, len(raw))
		}
	}
	if _, err := Read([]byte("no model")); err == nil {
		t.Error("what is no gzip file reads without an error")
	}
}

func TestChunks(t *testing.T) {
	chunks := []Chunk{{"person", 0, 1}, {"place", 1, 4}, {"person", 5, 7}}
	for _, closed := range []bool{true, false} {
		classes := BIO([]string{"person", "place"})
		if closed {
			classes = BILOU([]string{"person", "place"})
		}
		labels := Write(chunks, 8, closed)
		path := make([]int, len(labels))
		previous := ""
		for i, l := range labels {
			for path[i] = range classes {
				if classes[path[i]] == l {
					break
				}
			}
			if !Follows(previous, l, closed) {
				t.Errorf("%q may not follow %q", l, previous)
			}
			previous = l
		}
		if diff := cmp.Diff(chunks, Chunks(classes, path)); diff != "" {
			t.Error(diff)
		}
	}
	for _, pair := range [][2]string{{"", "I-a"}, {"B-a", "I-b"}, {"B-a", "O"}, {"I-a", ""}, {"L-a", "I-a"}, {"U-a", "L-a"}} {
		if Follows(pair[0], pair[1], true) {
			t.Errorf("%q may follow %q", pair[1], pair[0])
		}
	}
}
