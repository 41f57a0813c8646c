package web

import (
	"errors"
	"log/slog"
	"net/http"
	"strconv"
	"strings"

	"wiredesk"
)

// asJSON reports whether a request asks for the JSON twin of a page.
func asJSON(r *http.Request) bool { return strings.HasSuffix(r.URL.Path, ".json") }

// id returns the id in the address without the ending of the JSON twin.
func id(r *http.Request) string { return strings.TrimSuffix(r.PathValue("id"), ".json") }

// writeJSON answers with a value as JSON.
func writeJSON(w http.ResponseWriter, code int, v any) {
	b, err := wiredesk.Encode(v)
	if err != nil {
		http.Error(w, "the answer could not be written", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(code)
	w.Write(append(b, '\n'))
}

// A failPage says what could not be shown and what to do.
type failPage struct {
	frame
	Code           int
	Reason, Advice string
}

// fail answers with an error: the one place where errors become HTTP statuses
// of pages.
func (s *site) fail(w http.ResponseWriter, r *http.Request, err error) {
	p := failPage{Code: http.StatusInternalServerError, Reason: "The desk could not look this up.",
		Advice: "This is not the same as finding nothing. Try again; `wiredesk status` shows what is wrong."}
	switch {
	case errors.Is(err, wiredesk.ErrNotFound):
		p = failPage{Code: http.StatusNotFound, Reason: "There is nothing at this address.", Advice: "Begin at the front page, or search."}
	case errors.Is(err, wiredesk.ErrInvalid):
		p = failPage{Code: http.StatusBadRequest, Reason: "The desk cannot read this question.", Advice: "Search for words, names or numbers; leave out signs."}
	}
	if p.Code == http.StatusInternalServerError {
		slog.Error("no page", "address", r.URL.Path, "error", err)
	}
	if asJSON(r) {
		writeJSON(w, p.Code, map[string]string{"error": p.Reason, "advice": p.Advice})
		return
	}
	p.frame = frame{Title: p.Reason}
	render(w, r, p.Code, "fail.html", p)
}

// pageOf reads which part of a list is asked for.
func pageOf(r *http.Request) wiredesk.Page {
	limit, _ := strconv.Atoi(r.FormValue("limit"))
	offset, _ := strconv.Atoi(r.FormValue("offset"))
	return wiredesk.Page{Limit: limit, Offset: offset}.Cap()
}

// A pager leads to the parts of a list before and after the one shown.
type pager struct {
	From, To, Total  int
	Earlier, Further string // addresses, "" where there is nothing
}

// newPager makes the pager of a list of which n entries are shown.
func newPager(r *http.Request, page wiredesk.Page, n, total int) pager {
	p := pager{From: page.Offset + 1, To: page.Offset + n, Total: total}
	link := func(offset int) string {
		q := r.URL.Query()
		q.Set("offset", strconv.Itoa(offset))
		q.Set("limit", strconv.Itoa(page.Limit))
		return r.URL.Path + "?" + q.Encode()
	}
	if page.Offset > 0 {
		p.Earlier = link(max(0, page.Offset-page.Limit))
	}
	if page.Offset+n < total {
		p.Further = link(page.Offset + page.Limit)
	}
	return p
}
