package web

import (
	"net/http"

	"wiredesk"
)

// A frontPage lists the stories, the freshest with the most origins first.
type frontPage struct {
	frame
	pager
	Lead   *storyCard
	Rows   []storyCard
	Failed int // feeds that could not be looked at
}

// A storyCard is a story in the list.
type storyCard struct {
	wiredesk.StoryLine
	Badge countBadge
}

func (s *site) front(w http.ResponseWriter, r *http.Request) {
	page := pageOf(r)
	lines, total, err := s.shelf.Stories(r.Context(), page)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	if asJSON(r) {
		writeJSON(w, http.StatusOK, map[string]any{"stories": wiredesk.List[wiredesk.StoryLine](lines), "total": total})
		return
	}
	p := frontPage{frame: frame{Title: "Stories", Here: "stories", Twin: "/stories.json"}, pager: newPager(r, page, len(lines), total)}
	for _, l := range lines {
		p.Rows = append(p.Rows, storyCard{l, badge(l.Outlets, l.Origins)})
	}
	if len(p.Rows) > 0 && page.Offset == 0 {
		p.Lead, p.Rows = &p.Rows[0], p.Rows[1:]
	}
	if state, err := s.shelf.State(r.Context()); err == nil {
		for _, f := range state.Feeds {
			if f.State == wiredesk.FeedFailed {
				p.Failed++
			}
		}
	}
	render(w, http.StatusOK, "front.html", p)
}
