package intake

import (
	"fmt"
	"strings"

	"wiredesk"
	"wiredesk/internal/intake/warc"
)

// parseArchive reads the reports of a web archive: each page by the parser of
// its own format. What could not be read is counted in one problem.
func parseArchive(in Input) (res Result) {
	empty := 0
	skipped := warc.Each(in.Bytes, func(p warc.Page) {
		if warc.Is(p.Body) {
			empty++ // an archive inside an archive is not opened
			return
		}
		page := Parse(Input{File: in.File, URL: p.URL, MediaType: p.MediaType, Bytes: p.Body, Outlet: in.Outlet, Published: in.Published})
		if len(page.Reports) == 0 {
			empty++
		}
		for _, r := range page.Reports {
			if r.Published.Value == "" && p.Captured != "" {
				r.Published = wiredesk.Published{Value: wiredesk.Optional(p.Captured), From: wiredesk.Inferred,
					Evidence: "a web archive holds the page as of then, and it was published no later"}
			}
			res.Reports = append(res.Reports, r)
		}
	})
	if said := unread(skipped, empty); said != "" {
		res.Problems = append(res.Problems, &wiredesk.Problem{Input: in.name(), Reason: "of the web archive " + said,
			Advice: "none is needed: the other pages were read", Err: wiredesk.ErrInvalid})
	}
	if len(res.Reports)+len(res.Problems) == 0 {
		res.Problems = append(res.Problems, &wiredesk.Problem{Input: in.name(), Reason: "the web archive holds no page",
			Advice: "give an archive with answers of servers in it", Err: wiredesk.ErrInvalid})
	}
	return res
}

// unread words what could not be read, "" if all was.
func unread(s warc.Skipped, empty int) string {
	var said []string
	for _, c := range []struct {
		n    int
		what string
	}{{s.Broken, "broken records"}, {s.TooLarge, "parts beyond the limits"}, {s.Address, "pages with an address that is none of the web"}, {s.Packed, "pages packed in a way that is not known"}, {empty, "pages without a report"}} {
		if c.n > 0 {
			said = append(said, fmt.Sprintf("%d %s", c.n, c.what))
		}
	}
	if len(said) == 0 {
		return ""
	}
	return strings.Join(said, ", ") + " were left out"
}
