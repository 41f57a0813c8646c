package warc

import (
	"bytes"
	"strings"
)

// MaxBody is the number of bytes of a page beyond which it is left out.
const MaxBody = 10 << 20

// pageOf returns the page that a record holds; held is false where it holds
// none: requests, revisits, pictures, answers that say that there is no page.
// undecoded says that it holds one which is packed in a way that is not known.
func pageOf(head map[string]string, block []byte) (p Page, held, undecoded bool) {
	p = Page{URL: strings.Trim(head["warc-target-uri"], "<>"), Captured: captured(head["warc-date"])}
	switch kind := head["warc-type"]; {
	case kind == "response" && bytes.HasPrefix(block, []byte("HTTP/")):
		return p.answer(block)
	case kind == "response", kind == "resource", kind == "conversion":
		p.MediaType, p.Body = head["content-type"], block
		if kind == "response" && strings.HasPrefix(p.MediaType, "application/http") {
			return p, false, true // an answer without a status line
		}
		return p, readable(p.MediaType) && len(block) > 0 && len(block) <= MaxBody, false
	}
	return p, false, false
}

// answer reads the answer of a server as crawlers keep it: in any version of
// HTTP, with headers that break the rules, and with a body that may have been
// unpacked while its headers still say that it is packed. A body that is cut is
// read as far as it goes, as browsers do.
func (p Page) answer(block []byte) (page Page, held, undecoded bool) {
	line, rest, _ := bytes.Cut(block, []byte("\n"))
	status := strings.Fields(string(line[:min(len(line), 200)]))
	head, size, ok := headOf(rest)
	if len(status) < 2 || status[1] != "200" {
		return p, false, false
	}
	if !ok {
		return p, false, true
	}
	p.MediaType = head["content-type"]
	if !readable(p.MediaType) {
		return p, false, false
	}
	body := rest[size:]
	if strings.Contains(strings.ToLower(head["transfer-encoding"]), "chunked") {
		body = unchunked(body)
	}
	if body, ok = unpacked(body, head["content-encoding"]); !ok {
		return p, false, true
	}
	p.Body = body
	return p, len(body) > 0 && len(body) <= MaxBody, false
}

// readable reports whether a media type is one that reports come in.
func readable(mediaType string) bool {
	mediaType, _, _ = strings.Cut(strings.ToLower(mediaType), ";")
	switch mediaType = strings.TrimSpace(mediaType); {
	case mediaType == "", mediaType == "text/html", mediaType == "text/plain", mediaType == "text/xml":
		return true
	case strings.HasSuffix(mediaType, "xml"), mediaType == "application/json", mediaType == "application/feed+json":
		return true
	}
	return false
}
