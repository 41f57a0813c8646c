package intake_test

import (
	"fmt"
	"strings"
	"testing"

	"wiredesk"
	"wiredesk/internal/intake"
)

// A page of a web archive keeps its address; when it was captured is the
// latest that it can have been published, and says so.
func TestArchive(t *testing.T) {
	page := func(address, body string) string {
		block := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
		return fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nWARC-Date: 2014-03-09T07:10:00Z\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", address, len(block), block)
	}
	article := "<html><head><title>River rises</title></head><body><article><h1>River rises</h1><p>The river Ost rose above its banks on Sunday, the mayor of Osthaven said, and two thousand people left their homes.</p><p>No one was hurt, she said.</p></article></body></html>"
	res := parse(t, intake.Input{File: "a.warc", Bytes: []byte(page("https://c.example/river", article) + page("https://c.example/nothing", "<html></html>"))}, 1)
	r := res.Reports[0]
	if r.URL != "https://c.example/river" || r.Outlet != "c.example" || r.File != "a.warc" || r.Headline.Text != "River rises" {
		t.Errorf("%q %q %q %+v", r.URL, r.Outlet, r.File, r.Headline)
	}
	if r.Published.Value != "2014-03-09T07:10:00Z" || r.Published.From != wiredesk.Inferred || r.Published.Evidence == "" {
		t.Errorf("%+v", r.Published)
	}
	if len(res.Problems) != 1 || !strings.Contains(res.Problems[0].Reason, "1 pages without a report") {
		t.Errorf("%v", res.Problems)
	}
}
