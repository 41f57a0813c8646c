package intake

import (
	"bytes"
	"fmt"
	"net/http"
	"strings"

	"wiredesk"
)

// refused returns the problem of an input that holds nothing to be read: too
// large, empty, or no text.
func refused(in Input) *wiredesk.Problem {
	switch {
	case len(in.Bytes) > MaxBytes:
		return &wiredesk.Problem{Input: in.name(), Reason: fmt.Sprintf("it is larger than %d MiB", MaxBytes>>20),
			Advice: "split it into smaller files", Err: wiredesk.ErrRefused}
	case len(bytes.TrimSpace(in.Bytes)) == 0:
		return &wiredesk.Problem{Input: in.name(), Reason: "it is empty", Advice: "name a file with a report in it", Err: wiredesk.ErrInvalid}
	}
	if bytes.HasPrefix(in.Bytes, []byte("%PDF-")) {
		return &wiredesk.Problem{Input: in.name(), Reason: "it is a PDF, which says where letters stand and not which words they make",
			Advice: "make a text of it first (pdftotext FILE), and read that", Err: wiredesk.ErrInvalid}
	}
	if kind := binary(in.Bytes); kind != "" {
		return &wiredesk.Problem{Input: in.name(), Reason: "it is no text (" + kind + ")",
			Advice: "give plain text, HTML, a feed, JSON Lines, e-mail, a table or a text of a word processor (DOCX, ODT)", Err: wiredesk.ErrInvalid}
	}
	return nil
}

// binary names what an input is that is no text, or returns "".
func binary(raw []byte) string {
	kind, _, _ := strings.Cut(http.DetectContentType(raw), ";")
	if !strings.HasPrefix(kind, "text/") && kind != "application/octet-stream" && kind != "application/pdf" ||
		bytes.HasPrefix(raw, []byte("%PDF-")) {
		return kind
	}
	if bytes.HasPrefix(raw, []byte("\x7fELF")) || bytes.HasPrefix(raw, []byte("SQLite format 3\x00")) {
		return "a program or database"
	}
	if controls(raw) {
		return "binary data"
	}
	return ""
}

// controls reports whether more than one byte in 25 of the first 64 KiB is a
// control character that no text holds: of random bytes every ninth is one. UTF-16 has a NUL at every second byte
// and is text, so NUL counts only where the bytes between are no letters.
func controls(raw []byte) bool {
	head := raw[:min(len(raw), 64<<10)]
	n, wide := 0, 0
	for i, b := range head {
		switch {
		case b == 0 && (i > 0 && printable(head[i-1]) || i+1 < len(head) && printable(head[i+1])):
			wide++
		case b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != '\v' && b != 0x1b, b == 0x7f:
			n++
		}
	}
	return 25*n > len(head) && !(10*wide > 4*len(head))
}

// printable reports whether a byte is a printable ASCII character or a break.
func printable(b byte) bool { return b >= ' ' && b < 0x7f || b == '\n' || b == '\r' || b == '\t' }
