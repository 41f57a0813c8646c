package api

import (
	"net/http"
	"strconv"

	"wiredesk"
)

// handlers answer the routes.
type handlers struct {
	shelf      Shelf
	nurse      Nurse
	editor     Editor
	chronicler Chronicler
}

// A list is one page of something, with how much there is in all.
type list[T any] struct {
	Total  int              `json:"total"`
	Limit  int              `json:"limit"`
	Offset int              `json:"offset"`
	Items  wiredesk.List[T] `json:"items"`
}

// page reads limit and offset. Numbers outside what is answered are capped;
// what is no number is wiredesk.ErrInvalid.
func page(r *http.Request) (wiredesk.Page, error) {
	var p wiredesk.Page
	for name, into := range map[string]*int{"limit": &p.Limit, "offset": &p.Offset} {
		s := r.FormValue(name)
		if s == "" {
			continue
		}
		n, err := strconv.Atoi(s)
		if err != nil {
			return p, &wiredesk.Problem{Input: name, Reason: "it is no number", Advice: "give a number, or leave it out", Err: wiredesk.ErrInvalid}
		}
		*into = n
	}
	return p.Cap(), nil
}

// paged answers one page of a list.
func paged[T any](r *http.Request, look func(wiredesk.Page) ([]T, int, error)) (any, error) {
	p, err := page(r)
	if err != nil {
		return nil, err
	}
	items, total, err := look(p)
	return list[T]{total, p.Limit, p.Offset, items}, err
}

func (h handlers) stories(r *http.Request) (any, error) {
	return paged(r, func(p wiredesk.Page) ([]wiredesk.StoryLine, int, error) { return h.shelf.Stories(r.Context(), p) })
}

func (h handlers) story(r *http.Request) (any, error) {
	return h.shelf.Story(r.Context(), r.PathValue("id"))
}

func (h handlers) report(r *http.Request) (any, error) {
	return h.shelf.Report(r.Context(), r.PathValue("id"))
}

func (h handlers) search(r *http.Request) (any, error) {
	return paged(r, func(p wiredesk.Page) ([]wiredesk.Hit, int, error) {
		return h.shelf.Search(r.Context(), r.FormValue("q"), p)
	})
}

func (h handlers) feeds(r *http.Request) (any, error) {
	feeds, err := h.nurse.Feeds(r.Context())
	return list[wiredesk.Feed]{len(feeds), len(feeds), 0, feeds}, err
}

func (h handlers) crises(r *http.Request) (any, error) {
	crises, err := h.chronicler.Crises(r.Context())
	return list[wiredesk.Crisis]{len(crises), len(crises), 0, crises}, err
}

func (h handlers) failures(r *http.Request) (any, error) {
	return paged(r, func(p wiredesk.Page) ([]wiredesk.Failure, int, error) { return h.nurse.Failures(r.Context(), p) })
}

func (h handlers) acts(r *http.Request) (any, error) {
	return paged(r, func(p wiredesk.Page) ([]wiredesk.Act, int, error) {
		return h.nurse.Acts(r.Context(), r.FormValue("story"), p)
	})
}

func (h handlers) status(r *http.Request) (any, error) { return h.nurse.State(r.Context()) }
