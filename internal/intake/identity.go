package intake

import (
	"crypto/sha256"
	"fmt"
	"net/url"
	"strings"

	"wiredesk"
	"wiredesk/internal/intake/date"
	"wiredesk/internal/intake/text"
)

// idBytes is how much of a SHA-256 makes an id: with 48 bits the odds that two
// of a million reports share one are one in five hundred, and Distinct parts
// them then.
const idBytes = 6

// identify fills in what the input knows about a report: id, file, address,
// and outlet and publication time where the report does not say.
func identify(r *wiredesk.Report, in Input) {
	r.File = wiredesk.Optional(in.File)
	if r.URL == "" {
		r.URL = wiredesk.Optional(in.URL)
	}
	if r.Outlet == "" {
		r.Outlet = wiredesk.Optional(in.Outlet)
	}
	if r.Outlet == "" {
		r.Outlet = wiredesk.Optional(host(string(r.URL)))
	}
	if r.Published.Value == "" && in.Published != "" {
		r.Published = date.Published(in.Published, wiredesk.Given)
	}
	text.DateDateline(r)
	if r.ID == "" {
		r.ID = contentID(r)
	}
}

// contentID makes an id out of what the report says and where it is from, so
// that it is the same in every run.
func contentID(r *wiredesk.Report) string {
	h := sha256.New()
	for _, part := range []string{string(r.GUID), string(r.URL), r.Text} {
		fmt.Fprintf(h, "%d:%s", len(part), part)
	}
	return fmt.Sprintf("%x", h.Sum(nil)[:idBytes])
}

// host returns the host of an address without "www.", or "".
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// Distinct makes the ids of the reports distinct, in place: the second report
// with an id gets "-2" behind it, and so on.
func Distinct(reports []wiredesk.Report) {
	seen := make(map[string]int, len(reports))
	for i := range reports {
		id := reports[i].ID
		seen[id]++
		for n := seen[id]; n > 1; n++ {
			reports[i].ID = fmt.Sprintf("%s-%d", id, n)
			if seen[reports[i].ID] == 0 {
				seen[reports[i].ID] = 1
				seen[id] = n
				break
			}
		}
	}
}
