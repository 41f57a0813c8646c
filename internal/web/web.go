// Package web serves the pages of the desk. They are rendered on the server
// and can be read without scripts; every word of a report is treated as
// hostile. Each page has a twin under the same address with ".json" behind it.
package web

import (
	"context"
	"embed"
	"io/fs"
	"net/http"

	"wiredesk"
)

//go:embed static
var static embed.FS

// A Shelf answers what the pages show. Errors carry wiredesk.ErrNotFound for
// what does not exist and wiredesk.ErrInvalid for what cannot be asked.
type Shelf interface {
	Stories(ctx context.Context, page wiredesk.Page) (lines []wiredesk.StoryLine, total int, err error)
	Story(ctx context.Context, id string) (*wiredesk.StoryView, error)
	Report(ctx context.Context, id string) (*wiredesk.ReportView, error)
	Search(ctx context.Context, query string, page wiredesk.Page) (hits []wiredesk.Hit, total int, err error)
	State(ctx context.Context) (*wiredesk.DeskState, error)
}

// Policy is the Content-Security-Policy of every page: nothing is loaded from
// elsewhere, no script or style stands in a page itself.
const Policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// Handler serves the pages of a desk.
func Handler(shelf Shelf) http.Handler {
	s := &site{shelf}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.front)
	mux.HandleFunc("GET /stories.json", s.front)
	mux.HandleFunc("GET /story/{id}", s.story)
	mux.HandleFunc("GET /report/{id}", s.report)
	mux.HandleFunc("GET /search", s.search)
	mux.HandleFunc("GET /search.json", s.search)
	mux.HandleFunc("GET /feeds", s.feeds)
	mux.HandleFunc("GET /feeds.json", s.feeds)
	files, err := fs.Sub(static, "static")
	if err != nil {
		panic(err) // the folder is embedded
	}
	mux.Handle("GET /static/", lasting(http.StripPrefix("/static/", http.FileServerFS(files))))
	mux.HandleFunc("GET /", func(w http.ResponseWriter, r *http.Request) { s.fail(w, r, wiredesk.ErrNotFound) })
	return secure(mux)
}

// secure sets the headers that every answer carries.
func secure(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", Policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		next.ServeHTTP(w, r)
	})
}

// A site answers requests from its shelf.
type site struct{ shelf Shelf }
