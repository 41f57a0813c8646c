package warc_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wiredesk/internal/intake/warc"
)

const crlf = "\r\n"

// record writes a record of any type.
func record(kind, address, mediaType, block string) string {
	return "WARC/1.0" + crlf + "WARC-Type: " + kind + crlf + "WARC-Target-URI: " + address + crlf + "WARC-Date: 2014-03-09T07:10:00Z" + crlf +
		"Content-Type: " + mediaType + crlf + fmt.Sprintf("Content-Length: %d", len(block)) + crlf + crlf + block + crlf + crlf
}

// answer writes the record of a page that a server gave.
func answer(address, body string) string {
	return record("response", address, "application/http; msgtype=response", "HTTP/1.1 200 OK"+crlf+"Content-Type: text/html"+crlf+crlf+body)
}

// packed writes each part as a gzip member of its own.
func packed(parts ...string) string {
	var b bytes.Buffer
	for _, p := range parts {
		z := gzip.NewWriter(&b)
		z.Write([]byte(p))
		z.Close()
	}
	return b.String()
}

// pages returns the addresses of the pages of an archive and what was skipped.
func pages(raw string) (string, warc.Skipped) {
	var out []string
	skipped := warc.Each([]byte(raw), func(p warc.Page) { out = append(out, strings.TrimPrefix(p.URL, "https://c.example/")) })
	return strings.Join(out, " "), skipped
}

// 46: records that lie, break off or lead elsewhere are left out and counted,
// and those after them are read.
func Test46Archives(t *testing.T) {
	one, two := answer("https://c.example/1", "<p>One."), answer("https://c.example/2", "<p>Two.")
	length := func(value string) string {
		return "WARC/1.0" + crlf + "WARC-Type: response" + crlf + "Content-Length: " + value + crlf + crlf + "x" + crlf + crlf
	}
	for name, c := range map[string]struct {
		raw, want string
		skipped   warc.Skipped
	}{
		"plain":                    {one + two, "1 2", warc.Skipped{}},
		"a member a record":        {packed(one, two), "1 2", warc.Skipped{}},
		"one member for all":       {packed(one + two), "1 2", warc.Skipped{}},
		"no break behind a record": {strings.TrimRight(one, crlf) + two, "1 2", warc.Skipped{}},
		"length of 2^63":           {length("9223372036854775808") + two, "2", warc.Skipped{Broken: 1}},
		"negative length":          {length("-1") + two, "2", warc.Skipped{Broken: 1}},
		"no length":                {length("") + two, "2", warc.Skipped{Broken: 1}},
		"length too short":         {length("0") + two, "2", warc.Skipped{Broken: 1}},
		"length over the end":      {length("99999") + two, "2", warc.Skipped{Broken: 1}},
		"broken off at the end":    {one + two[:len(two)-30], "1", warc.Skipped{Broken: 1}},
		"words between":            {one + "lost words\n" + two, "1 2", warc.Skipped{Broken: 1}},
		"broken member":            {packed(one)[:40] + packed(two), "2", warc.Skipped{Broken: 1}},
		"file address":             {answer("file:///etc/passwd", "<p>x") + two, "2", warc.Skipped{Address: 1}},
		"path as address":          {answer("../../x", "<p>x") + two, "2", warc.Skipped{Address: 1}},
		"revisits":                 {strings.Repeat(record("revisit", "https://c.example/1", "application/http", ""), 1000) + two, "2", warc.Skipped{}},
		"not found": {record("response", "https://c.example/1", "application/http", "HTTP/1.1 404 Not Found"+crlf+"Content-Type: text/html"+crlf+crlf+"gone") + two,
			"2", warc.Skipped{}},
		"a picture":      {record("resource", "https://c.example/1.png", "image/png", "x") + record("resource", "https://c.example/2", "text/html", "<p>x"), "2", warc.Skipped{}},
		"endless head":   {"WARC/1.0" + crlf + strings.Repeat("a: b"+crlf, 50_000) + "\n" + two, "2", warc.Skipped{Broken: 1}},
		"one huge bomb":  {packed(strings.Repeat("\x00", warc.MaxRecord+1), two), "2", warc.Skipped{Broken: 1}},
		"nothing inside": {packed(""), "", warc.Skipped{}},
	} {
		t.Run(name, func(t *testing.T) {
			got, skipped := pages(c.raw)
			if got != c.want || skipped != c.skipped {
				t.Errorf("%q %+v, want %q %+v", got, skipped, c.want, c.skipped)
			}
		})
	}
}

// 46: tiny records without end are cut.
func Test46ManyRecords(t *testing.T) {
	tiny := "WARC/1.0\nContent-Length: 0\n\n"
	if _, skipped := pages(strings.Repeat(tiny, warc.MaxRecords+10)); skipped != (warc.Skipped{TooLarge: 1}) {
		t.Errorf("%+v", skipped)
	}
}

// Bodies come packed, in chunks, or both.
func TestBodies(t *testing.T) {
	for name, block := range map[string]string{
		"plain":   "HTTP/1.1 200 OK" + crlf + "Content-Type: text/html; charset=utf-8" + crlf + crlf + "<p>One.",
		"chunked": "HTTP/1.1 200 OK" + crlf + "Content-Type: text/html" + crlf + "Transfer-Encoding: chunked" + crlf + crlf + "7" + crlf + "<p>One." + crlf + "0" + crlf + crlf,
		"packed":  "HTTP/1.1 200 OK" + crlf + "Content-Type: text/html" + crlf + "Content-Encoding: gzip" + crlf + crlf + packed("<p>One."),
	} {
		var got []string
		warc.Each([]byte(record("response", "<https://c.example/1>", "application/http", block)), func(p warc.Page) {
			got = append(got, p.URL, p.Captured, string(p.Body))
		})
		if d := cmp.Diff([]string{"https://c.example/1", "2014-03-09T07:10:00Z", "<p>One."}, got); d != "" {
			t.Error(name, d)
		}
	}
}

// An archive in, pages of the web out, the same each time.
func FuzzEach(f *testing.F) {
	f.Add([]byte(answer("https://c.example/1", "<p>One.")))
	f.Add([]byte(packed(answer("https://c.example/1", "<p>One."))))
	f.Fuzz(func(t *testing.T, raw []byte) {
		warc.Is(raw)
		a, skippedA := pages(string(raw))
		b, skippedB := pages(string(raw))
		if a != b || skippedA != skippedB {
			t.Errorf("%q %+v, %q %+v", a, skippedA, b, skippedB)
		}
		warc.Each(raw, func(p warc.Page) {
			if !strings.HasPrefix(p.URL, "http") && !strings.HasPrefix(strings.ToLower(p.URL), "http") || len(p.Body) == 0 {
				t.Errorf("%+v", p)
			}
		})
	})
}
