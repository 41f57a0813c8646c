package warc

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"strings"
)

// MaxBody is the number of bytes of a page beyond which it is left out.
const MaxBody = 10 << 20

// pageOf returns the page that a record holds; held is false where it holds
// none: requests, revisits, pictures, answers that say that there is no page.
func pageOf(head map[string]string, block []byte) (p Page, held bool) {
	p = Page{URL: strings.Trim(head["warc-target-uri"], "<>"), Captured: captured(head["warc-date"])}
	switch head["warc-type"] {
	case "response":
		return p, p.answer(block)
	case "resource", "conversion":
		p.MediaType, p.Body = head["content-type"], block
		return p, readable(p.MediaType) && len(block) > 0 && len(block) <= MaxBody
	}
	return p, false
}

// answer reads the answer of a server. A body that is cut is read as far as it
// goes, as browsers do.
func (p *Page) answer(block []byte) bool {
	r, err := http.ReadResponse(bufio.NewReader(bytes.NewReader(block)), nil)
	if err != nil {
		return false
	}
	defer r.Body.Close()
	p.MediaType = r.Header.Get("Content-Type")
	if r.StatusCode != http.StatusOK || !readable(p.MediaType) {
		return false
	}
	var body io.Reader = r.Body
	if strings.EqualFold(r.Header.Get("Content-Encoding"), "gzip") {
		if body, err = gzip.NewReader(r.Body); err != nil {
			return false
		}
	}
	p.Body, _ = io.ReadAll(io.LimitReader(body, MaxBody+1))
	return len(p.Body) > 0 && len(p.Body) <= MaxBody
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
