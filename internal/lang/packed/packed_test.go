package packed

import (
	"bytes"
	"testing"
)

// FuzzPack holds that unpacking undoes packing and that a file cut short is an
// error.
func FuzzPack(f *testing.F) {
	f.Add([]byte(nil), 3)
	f.Add([]byte("words, words and weights"), 11)
	f.Fuzz(func(t *testing.T, raw []byte, cut int) {
		file := Pack(raw)
		got, err := Unpack(file)
		if err != nil || !bytes.Equal(got, raw) {
			t.Fatalf("%q became %q, %v", raw, got, err)
		}
		if cut < 0 || cut >= len(file) {
			return
		}
		if _, err := Unpack(file[:cut]); err == nil {
			t.Errorf("%d of %d bytes were read without an error", cut, len(file))
		}
	})
}
