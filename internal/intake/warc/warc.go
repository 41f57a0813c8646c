// Package warc reads web archives: files of what a crawler fetched, each page
// a record with its address and time, plain, one gzip member a record, or in
// frames of zstd.
// Broken records are left out and counted; the rest is read.
package warc

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/klauspost/compress/zstd"
)

// Limits of an archive.
const (
	MaxRecord  = 50 << 20  // bytes of one record
	MaxDecoded = 256 << 20 // bytes of all gzip members together
	MaxRecords = 100_000
	maxHead    = 64 << 10 // bytes of a record's head
)

// A Page is a page that an archive holds.
type Page struct {
	URL       string
	Captured  string // when, RFC 3339 in UTC; "" if not said
	MediaType string // of the HTTP header
	Body      []byte
}

// Skipped counts what an archive holds that could not be read. Requests,
// revisits, pictures and answers other than 200 are no pages and not counted.
type Skipped struct {
	Broken   int // no head, no true length, not whole
	TooLarge int
	Address  int // pages whose address is none of the web
	Packed   int // pages packed in a way that is not known, or with no head
}

// magic begins every gzip member.
var magic = []byte{0x1f, 0x8b, 0x08}

// Is reports whether raw is a web archive.
func Is(raw []byte) bool {
	if bytes.HasPrefix(raw, magic) {
		z, err := gzip.NewReader(bytes.NewReader(raw))
		if err != nil {
			return false
		}
		head := make([]byte, 5)
		_, err = io.ReadFull(z, head)
		return err == nil && string(head) == "WARC/"
	}
	return bytes.HasPrefix(raw, start) || isZstd(raw)
}

// frame begins every frame of zstd.
var frame = []byte{0x28, 0xb5, 0x2f, 0xfd}

// isZstd reports whether raw is a web archive packed by zstd.
func isZstd(raw []byte) bool {
	if !bytes.HasPrefix(raw, frame) {
		return false
	}
	z, err := zstd.NewReader(bytes.NewReader(raw), zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(MaxRecord), zstd.WithDecoderMaxWindow(MaxRecord))
	if err != nil {
		return false
	}
	defer z.Close()
	head := make([]byte, len(start))
	_, err = io.ReadFull(z, head)
	return err == nil && bytes.Equal(head, start)
}

// frames decodes the frames of zstd one after the other.
func (w *walk) frames(raw []byte) {
	z, err := zstd.NewReader(bytes.NewReader(raw), zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(MaxDecoded), zstd.WithDecoderMaxWindow(MaxRecord))
	if err != nil {
		w.skipped.Broken++
		return
	}
	defer z.Close()
	data, err := io.ReadAll(io.LimitReader(z, MaxDecoded+1))
	if err != nil {
		w.skipped.Broken++
	}
	if len(data) > MaxDecoded {
		w.skipped.TooLarge++
		data = data[:MaxDecoded]
	}
	w.records(data)
}

// Each calls each with every page of an archive, in order. Pages are not kept:
// memory holds one gzip member at a time.
func Each(raw []byte, each func(Page)) Skipped {
	w := walk{each: each}
	if bytes.HasPrefix(raw, magic) {
		w.members(raw)
	} else if bytes.HasPrefix(raw, frame) {
		w.frames(raw)
	} else {
		w.records(raw)
	}
	return w.skipped
}

// A walk is one way through an archive.
type walk struct {
	each    func(Page)
	skipped Skipped
	seen    int // records
	decoded int // bytes
}

// members reads the gzip members. Behind a broken one it goes on at the next
// place that looks like the start of a member.
func (w *walk) members(raw []byte) {
	for len(raw) > 0 && w.seen < MaxRecords && w.decoded < MaxDecoded {
		at := bytes.Index(raw, magic)
		if at < 0 {
			return
		}
		source := bytes.NewReader(raw[at:])
		member, whole := w.member(source)
		if !whole {
			w.skipped.Broken++
			raw = raw[at+len(magic):]
			continue
		}
		w.records(member)
		raw = raw[len(raw)-source.Len():]
	}
	if len(raw) > 0 {
		w.skipped.TooLarge++
	}
}

// member decodes the member at the start of source.
func (w *walk) member(source *bytes.Reader) ([]byte, bool) {
	z, err := gzip.NewReader(source)
	if err != nil {
		return nil, false
	}
	z.Multistream(false)
	var b bytes.Buffer
	n, err := io.Copy(&b, io.LimitReader(z, MaxRecord+1))
	w.decoded += int(n)
	return b.Bytes(), err == nil && n <= MaxRecord
}

// start is how a record begins, at the start of a line.
var start = []byte("WARC/")

// records reads records that are not packed.
func (w *walk) records(data []byte) {
	for w.seen < MaxRecords {
		data = bytes.TrimLeft(data, "\r\n")
		if len(data) == 0 {
			return
		}
		w.seen++
		rest, ok := w.record(data)
		if !ok {
			w.skipped.Broken++
			next := bytes.Index(data[1:], append([]byte("\n"), start...))
			if next < 0 {
				return
			}
			rest = data[next+2:]
		}
		data = rest
	}
	w.skipped.TooLarge++
}

// record reads the record at the start of data and returns what follows it; ok
// is false where no record stands there or its length is not true.
func (w *walk) record(data []byte) (rest []byte, ok bool) {
	if !bytes.HasPrefix(data, start) {
		return nil, false
	}
	head, size, ok := headOf(data)
	if !ok {
		return nil, false
	}
	length, err := strconv.ParseUint(head["content-length"], 10, 63)
	if err != nil || length > uint64(len(data)-size) {
		return nil, false
	}
	block, rest := data[size:size+int(length)], data[size+int(length):]
	// Two breaks end a record; some writers leave them out before the next one.
	if after := bytes.TrimLeft(rest, "\r\n"); len(after) > 0 && !bytes.HasPrefix(after, start) && !bytes.HasPrefix(rest, []byte("\r\n\r\n")) {
		return nil, false
	}
	if length > MaxRecord {
		w.skipped.TooLarge++
		return rest, true
	}
	p, held, undecoded := pageOf(head, block)
	if undecoded {
		w.skipped.Packed++
	}
	if held {
		if address(p.URL) {
			w.each(p)
		} else if head["warc-type"] == "response" {
			w.skipped.Address++ // crawlers note their own doings under addresses of their own
		}
	}
	return rest, true
}

// headOf reads the fields of a record's head, names in lower case, and returns
// how many bytes it takes. The first of two fields of one name counts.
func headOf(data []byte) (map[string]string, int, bool) {
	head := map[string]string{}
	for at := 0; at < len(data) && at < maxHead; {
		end := bytes.IndexByte(data[at:], '\n')
		if end < 0 {
			return nil, 0, false
		}
		line := strings.TrimRight(string(data[at:at+end]), "\r")
		at += end + 1
		if line == "" {
			return head, at, true
		}
		name, value, found := strings.Cut(line, ":")
		name = strings.ToLower(strings.TrimSpace(name))
		if _, taken := head[name]; found && !taken {
			head[name] = strings.TrimSpace(value)
		}
	}
	return nil, 0, false
}

// address reports whether an address is one of the web.
func address(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && len(s) <= 2048
}

// captured returns the time of a head in UTC, "" if it is none.
func captured(s string) string {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil || t.Year() < 1990 || t.Year() > 2199 {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}
