package warc

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"io"
	"net/http/httputil"
	"strings"
	"unicode/utf8"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"

	"wiredesk/internal/intake/pattern"
)

// chunkForm matches the line that begins a chunk.
var chunkForm = pattern.Lazy(`^[0-9a-fA-F]{1,8}[ \t]*(?:;[^\r\n]*)?\r?\n`)

// unchunked joins the chunks of a body. One that holds none was joined before.
func unchunked(body []byte) []byte {
	if !chunkForm().Match(body) {
		return body
	}
	out, _ := io.ReadAll(io.LimitReader(httputil.NewChunkedReader(bytes.NewReader(body)), MaxBody+1))
	if len(out) == 0 {
		return body
	}
	return out
}

// unpackers read the encodings of HTTP by their names.
var unpackers = map[string]func(io.Reader) (io.Reader, error){
	"gzip":    gzipped,
	"x-gzip":  gzipped,
	"deflate": deflated,
	"br":      func(r io.Reader) (io.Reader, error) { return brotli.NewReader(r), nil },
	"zstd": func(r io.Reader) (io.Reader, error) {
		return zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(MaxRecord), zstd.WithDecoderMaxWindow(MaxRecord))
	},
}

// gzipped reads gzip.
func gzipped(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) }

// deflated reads what servers call deflate: zlib, or deflate without its head.
func deflated(r io.Reader) (io.Reader, error) {
	raw, err := io.ReadAll(io.LimitReader(r, MaxBody+1))
	if err != nil {
		return nil, err
	}
	if z, err := zlib.NewReader(bytes.NewReader(raw)); err == nil {
		return z, nil
	}
	return flate.NewReader(bytes.NewReader(raw)), nil
}

// maxLayers is the number of encodings one upon the other that are undone.
const maxLayers = 2

// unpacked undoes the encodings that a header names, the last first. A body that
// does not unpack and is text was unpacked before; any other is not ok.
func unpacked(body []byte, encodings string) ([]byte, bool) {
	var names []string
	for _, n := range strings.Split(strings.ToLower(encodings), ",") {
		if n = strings.TrimSpace(n); n != "" && n != "identity" {
			names = append(names, n)
		}
	}
	for layer := 0; layer < len(names); layer++ {
		out := unpack(body, names[len(names)-1-layer])
		if layer >= maxLayers || out == nil {
			return body, isText(body)
		}
		body = out
	}
	return body, true
}

// unpack undoes one encoding; nil where the body is not packed so.
func unpack(body []byte, name string) []byte {
	open := unpackers[name]
	if open == nil {
		return nil
	}
	r, err := open(bytes.NewReader(body))
	if err != nil {
		return nil
	}
	out, err := io.ReadAll(io.LimitReader(r, MaxBody+1))
	if z, ok := r.(*zstd.Decoder); ok {
		z.Close()
	}
	if len(out) == 0 || err != nil && !isText(out) {
		return nil
	}
	return out
}

// isText reports whether a body is text, by its beginning.
func isText(body []byte) bool {
	head := body[:min(len(body), 1024)]
	for len(head) > 0 && !utf8.FullRune(head[max(0, len(head)-utf8.UTFMax):]) {
		head = head[:len(head)-1]
	}
	controls := bytes.IndexFunc(head, func(c rune) bool { return c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' })
	return len(head) > 0 && controls < 0 && (utf8.Valid(head) || bytes.HasPrefix(bytes.TrimSpace(head), []byte("<")))
}
