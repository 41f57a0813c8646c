package web

import (
	"context"
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
	First *sheetSentence // the first sentence of its brief; nil where there is none
	Odds  int            // accounts at odds
}

// card makes the card of a story. A brief that cannot be had costs the card
// its first sentence, never the page.
func (s *site) card(ctx context.Context, l wiredesk.StoryLine) storyCard {
	c := storyCard{StoryLine: l, Badge: badge(l.Outlets, l.Origins)}
	view, err := s.shelf.Story(ctx, l.ID)
	if err != nil || view.Brief == nil {
		return c
	}
	for _, d := range view.Brief.Differences {
		if d.Kind == wiredesk.Tension || d.Kind == wiredesk.Contradicts {
			c.Odds++
		}
	}
	for _, section := range view.Brief.Sections {
		for _, first := range section.Sentences {
			c.First = &sheetSentence{Text: first.Text, Chips: newCiter(view.Brief, nil, false).chips(first.Citations)}
			return c
		}
	}
	return c
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
		p.Rows = append(p.Rows, s.card(r.Context(), l))
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
