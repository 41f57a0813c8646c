package web

import (
	"net/http"
	"time"

	"wiredesk"
)

// A feedsPage shows how the feeds and stages fare. A feed that is empty and
// one that could not be looked at are different answers.
type feedsPage struct {
	frame
	State *wiredesk.DeskState
	Stuck []wiredesk.Work // what the desk has been at for too long
}

func (s *site) feeds(w http.ResponseWriter, r *http.Request) {
	state, err := s.shelf.State(r.Context())
	if err != nil {
		s.fail(w, r, err)
		return
	}
	if asJSON(r) {
		writeJSON(w, http.StatusOK, state)
		return
	}
	render(w, r, http.StatusOK, "feeds.html", feedsPage{frame{Title: "Feeds and stages", Here: "feeds", Twin: "/feeds.json"}, state, state.Stuck(time.Now())})
}
