package web

import (
	"context"
	"net/http"
	"slices"

	"wiredesk"
)

// A frontPage lists the stories, the freshest with the most origins first.
type frontPage struct {
	frame
	pager
	Lead   *storyCard
	Rows   []storyCard // of two reports or more
	Single []storyCard
	Health health
	Empty  bool // nothing was ever put in
	Inputs int  // what was put in and has not become a story yet
	Folder string
}

// A health is how the feeds fare.
type health struct {
	Feeds  int
	Well   int
	Failed []wiredesk.Feed
	Hollow []wiredesk.Feed // they answered, and hold nothing
	Broken int             // inputs that could not be read
	Known  bool
}

// A storyCard is a story in the list.
type storyCard struct {
	wiredesk.StoryLine
	When      string
	First     *sheetSentence // the first sentence of its brief; nil where there is none
	Heads     []tally
	Odds      int // accounts at odds
	Withdrawn int // reports that were withdrawn; their notices are not
	Unread    []string
	Problem   string
	Pending   bool // no brief is compiled yet
	NoOrigins bool
}

// card makes the card of a story. A brief that cannot be had costs the card
// its first sentence, never the page.
func (s *site) card(ctx context.Context, l wiredesk.StoryLine) storyCard {
	c := storyCard{StoryLine: l, When: when(l.Latest), NoOrigins: len(l.Origins.Known)+len(l.Origins.Perhaps) == 0}
	view, err := s.shelf.Story(ctx, l.ID)
	if err != nil {
		return c
	}
	if view.Brief == nil {
		c.Pending, c.Problem = true, string(view.Problem)
		return c
	}
	b := view.Brief
	c.Headline = headlineOf(view)
	by := newCiter(b, nil, false)
	if len(b.Reports) == 1 { // what nobody reads has nothing to show but that
		by.readings = s.readings(ctx, b)
	}
	c.Unread = gapIn(b, by).Languages
	c.Heads = heads(tallies(b, by))
	c.Odds = len(clashes(b.Differences, by))
	for _, f := range fates(b, view.Members, by) {
		if f.Withdrawn {
			c.Withdrawn++
		}
	}
	for _, section := range b.Sections {
		for _, first := range section.Sentences {
			c.First = &sheetSentence{Text: first.Text, Chips: by.chips(first.Citations)}
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
	for i, l := range lines {
		c := s.card(r.Context(), l)
		switch {
		case i == 0 && page.Offset == 0:
			p.Lead = &c
		case l.Reports > 1:
			p.Rows = append(p.Rows, c)
		default:
			p.Single = append(p.Single, c)
		}
	}
	if state, err := s.shelf.State(r.Context()); err == nil {
		p.Health, p.Inputs, p.Folder = newHealth(state), state.Inputs, state.Folder
		p.Empty = total == 0 && state.Inputs == 0 && state.Reports == 0 && len(state.Feeds) == 0
	}
	render(w, r, http.StatusOK, "front.html", p)
}

// headlineOf is a story's headline: as an editor named it, or else as its brief
// has it.
func headlineOf(view *wiredesk.StoryView) string {
	renamed := slices.ContainsFunc(view.Acts, func(a wiredesk.Act) bool { return a.Kind == wiredesk.ActRename && a.Undone == 0 })
	if renamed || view.Brief == nil || view.Brief.Headline == "" {
		return view.Headline
	}
	return view.Brief.Headline
}

// newHealth sums up how the feeds fare.
func newHealth(state *wiredesk.DeskState) health {
	h := health{Feeds: len(state.Feeds), Broken: len(state.Failures), Known: true}
	for _, f := range state.Feeds {
		switch f.State {
		case wiredesk.FeedFailed:
			h.Failed = append(h.Failed, f)
		case wiredesk.FeedEmpty:
			h.Hollow = append(h.Hollow, f)
		default:
			h.Well++
		}
	}
	return h
}
