// Package packed makes the files of models small and reads them again: gzip
// at its best, over whatever bytes a model is written in. The same bytes are
// always packed alike.
package packed

import (
	"bytes"
	"compress/gzip"
	"io"
)

// Pack returns the packed form of raw bytes.
func Pack(raw []byte) []byte {
	var b bytes.Buffer
	z, _ := gzip.NewWriterLevel(&b, gzip.BestCompression) // fails for unknown levels alone
	z.Write(raw)                                          // a buffer takes everything
	z.Close()
	return b.Bytes()
}

// Unpack returns the bytes that Pack was given. Of a file that is cut short or
// damaged it returns what could be read, with the error.
func Unpack(file []byte) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(file))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}
