// Package api answers the desk's questions as JSON under /v1, and takes
// editors' acts.
package api

import (
	"context"
	"net/http"

	"wiredesk"
)

// A Shelf answers what is on the desk.
type Shelf interface {
	Stories(ctx context.Context, page wiredesk.Page) (lines []wiredesk.StoryLine, total int, err error)
	Story(ctx context.Context, id string) (*wiredesk.StoryView, error)
	Report(ctx context.Context, id string) (*wiredesk.ReportView, error)
	Search(ctx context.Context, query string, page wiredesk.Page) (hits []wiredesk.Hit, total int, err error)
}

// A Nurse answers how the desk fares.
type Nurse interface {
	State(ctx context.Context) (*wiredesk.DeskState, error)
	Feeds(ctx context.Context) ([]wiredesk.Feed, error)
	Failures(ctx context.Context, page wiredesk.Page) ([]wiredesk.Failure, int, error)
	Acts(ctx context.Context, story string, page wiredesk.Page) ([]wiredesk.Act, int, error)
}

// An Editor carries out editors' acts.
type Editor interface {
	Act(ctx context.Context, a wiredesk.Act) (wiredesk.Act, error)
}

// A Chronicler links stories over weeks.
type Chronicler interface {
	Crises(ctx context.Context) ([]wiredesk.Crisis, error)
}

// Routes are the addresses of the API with what they answer, for
// docs/api.md; a test holds the two together.
var Routes = []struct{ Pattern, About string }{
	{"GET /v1/stories", "stories, the freshest and best attested first; limit, offset"},
	{"GET /v1/stories/{id}", "one story with brief, reports and acts; an alias gives the story that it leads to"},
	{"GET /v1/crises", "stories linked over weeks by actors, places and kind; a story may be in several"},
	{"GET /v1/reports/{id}", "one report with its text, reading and versions"},
	{"GET /v1/search", "reports that hold the words in q; limit, offset"},
	{"GET /v1/feeds", "feeds with their health"},
	{"GET /v1/failures", "what could not be done, with reasons; limit, offset"},
	{"GET /v1/acts", "editors' acts, newest first; story, limit, offset"},
	{"GET /v1/status", "the desk at one glance: stages, feeds, failures"},
	{"POST /v1/acts", "an editor's act, as JSON; from this machine only"},
}

// Handler serves the API. Cross-origin requests, hosts and sizes are guarded
// before it, in the place where that is done for pages too.
func Handler(shelf Shelf, nurse Nurse, editor Editor, chronicler Chronicler) http.Handler {
	h := handlers{shelf, nurse, editor, chronicler}
	answer := map[string]func(*http.Request) (any, error){
		"GET /v1/stories": h.stories, "GET /v1/stories/{id}": h.story, "GET /v1/crises": h.crises, "GET /v1/reports/{id}": h.report, "GET /v1/search": h.search,
		"GET /v1/feeds": h.feeds, "GET /v1/failures": h.failures, "GET /v1/acts": h.acts, "GET /v1/status": h.status, "POST /v1/acts": h.act,
	}
	mux := http.NewServeMux()
	for _, r := range Routes {
		f := answer[r.Pattern]
		mux.HandleFunc(r.Pattern, func(w http.ResponseWriter, req *http.Request) {
			v, err := f(req)
			if err != nil {
				writeProblem(w, err)
				return
			}
			write(w, http.StatusOK, v)
		})
	}
	mux.HandleFunc("/v1/", func(w http.ResponseWriter, r *http.Request) {
		writeProblem(w, &wiredesk.Problem{Input: r.Method + " " + r.URL.Path, Reason: "there is no such address", Advice: "docs/api.md lists them", Err: wiredesk.ErrNotFound})
	})
	return mux
}
