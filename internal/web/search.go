package web

import (
	"net/http"
	"strings"

	"wiredesk"
)

// A searchPage shows the reports that a search found.
type searchPage struct {
	frame
	pager
	Hits []wiredesk.Hit
}

func (s *site) search(w http.ResponseWriter, r *http.Request) {
	page, query := pageOf(r), strings.TrimSpace(r.FormValue("q"))
	var hits []wiredesk.Hit
	total := 0
	if query != "" {
		var err error
		if hits, total, err = s.shelf.Search(r.Context(), query, page); err != nil {
			s.fail(w, r, err)
			return
		}
	}
	if asJSON(r) {
		writeJSON(w, http.StatusOK, map[string]any{"query": query, "hits": wiredesk.List[wiredesk.Hit](hits), "total": total})
		return
	}
	title := "Search"
	if query != "" {
		title = "Search: " + query
	}
	q := r.URL.Query()
	q.Del("offset")
	render(w, r, http.StatusOK, "search.html", searchPage{
		frame: frame{Title: title, Here: "search", Query: query, Twin: "/search.json?" + q.Encode()},
		pager: newPager(r, page, len(hits), total), Hits: hits,
	})
}
