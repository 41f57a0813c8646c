package main

import (
	"bufio"
	"io"

	"wiredesk"
	"wiredesk/internal/desk"
)

// version is the version of the program.
const version = "0.1.0"

// schema is the version of what the commands print.
const schema = 1

// A streamHeader is the first line of every JSON Lines stream.
type streamHeader struct {
	Wiredesk string            `json:"wiredesk"`
	Schema   int               `json:"schema"`
	Stages   map[string]string `json:"stages"`
}

// header returns the first line of a stream for this program.
func header() streamHeader {
	return streamHeader{version, schema, desk.StageVersions()}
}

// A stream writes JSON Lines, the header first.
type stream struct {
	w *bufio.Writer
}

// newStream starts a stream on w.
func newStream(w io.Writer) (*stream, error) {
	s := &stream{bufio.NewWriter(w)}
	return s, s.write(header())
}

// write adds one line.
func (s *stream) write(v any) error {
	b, err := wiredesk.Encode(v)
	if err != nil {
		return err
	}
	s.w.Write(b)
	return s.w.WriteByte('\n')
}

// close writes out what is still buffered.
func (s *stream) close() error { return s.w.Flush() }
