package standing

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/url"
	"strings"

	"wiredesk"
)

// Chain returns what the versions of a report share: its address, else its
// guid, else its place among the reports of the file or address that it came
// from. Guids that are addresses or URNs are the same everywhere; any other
// one says something only beside where it was given.
func Chain(r *wiredesk.Report, place string, nth int) string {
	guid := string(r.GUID)
	switch {
	case r.URL != "":
		return "url:" + string(r.URL)
	case strings.Contains(guid, "://") || strings.HasPrefix(guid, "urn:") || strings.HasPrefix(guid, "tag:"):
		return "guid:" + guid
	case guid != "":
		return "guid:" + place + "#" + guid
	}
	return fmt.Sprintf("file:%s#%d", place, nth)
}

// Content is the SHA-256 of what a report says and who says it, whatever it is
// called: id, file, address and guid are left out, and the date, which feeds
// change at whim.
func Content(r *wiredesk.Report) (string, error) {
	said := *r
	host := ""
	if u, err := url.Parse(string(r.URL)); err == nil {
		host = u.Hostname()
	}
	said.ID, said.File, said.URL, said.GUID, said.Version, said.Published = "", "", wiredesk.Optional(host), "", 0, wiredesk.Published{}
	b, err := wiredesk.Encode(said)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:]), nil
}
