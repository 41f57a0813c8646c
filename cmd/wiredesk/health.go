package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"wiredesk"
)

// readyTime bounds how long the desk may look at itself.
const readyTime = 2 * time.Second

// alive answers that the process does.
func alive(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "ok") }

// A patient says whether it takes in, reads and shows what comes.
type patient interface {
	Ready(ctx context.Context) error
}

// ready answers whether the desk does its work, and else in words why not and
// since when.
func ready(p patient) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), readyTime)
		defer cancel()
		if err := p.Ready(ctx); err != nil {
			http.Error(w, wiredesk.OneLine(err.Error()), http.StatusServiceUnavailable)
			return
		}
		fmt.Fprintln(w, "ok")
	}
}
