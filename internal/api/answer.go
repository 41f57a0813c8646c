package api

import (
	"errors"
	"log/slog"
	"net/http"

	"wiredesk"
)

// write answers with JSON.
func write(w http.ResponseWriter, status int, v any) {
	b, err := wiredesk.Encode(v)
	if err != nil {
		status, b = http.StatusInternalServerError, []byte(`{"problem":{"input":"","reason":"the answer could not be written","advice":null}}`)
	}
	h := w.Header()
	h.Set("Content-Type", "application/json; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	w.WriteHeader(status)
	w.Write(append(b, '\n'))
}

// A problem is why there is no answer.
type problem struct {
	Input  string            `json:"input"`
	Reason string            `json:"reason"`
	Advice wiredesk.Optional `json:"advice"`
}

// writeProblem answers with an error: the one place where errors become HTTP
// statuses. What is not meant for people stays out of the answer.
func writeProblem(w http.ResponseWriter, err error) {
	out := problem{Reason: "the desk could not look; its log says why"}
	var p *wiredesk.Problem
	if errors.As(err, &p) {
		out = problem{p.Input, p.Reason, wiredesk.Optional(p.Advice)}
	}
	if Status(err) >= http.StatusInternalServerError {
		slog.Error("no answer", "error", err)
	}
	write(w, Status(err), map[string]problem{"problem": out})
}

// Status maps the meanings of errors to HTTP statuses.
func Status(err error) int {
	var large *http.MaxBytesError
	switch {
	case err == nil:
		return http.StatusOK
	case errors.As(err, &large):
		return http.StatusRequestEntityTooLarge
	case errors.Is(err, wiredesk.ErrNotFound):
		return http.StatusNotFound
	case errors.Is(err, wiredesk.ErrInvalid):
		return http.StatusBadRequest
	case errors.Is(err, wiredesk.ErrRefused):
		return http.StatusForbidden
	case errors.Is(err, wiredesk.ErrConflict):
		return http.StatusConflict
	case errors.Is(err, wiredesk.ErrLook):
		return http.StatusServiceUnavailable
	}
	return http.StatusInternalServerError
}
