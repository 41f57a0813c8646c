package api_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"wiredesk"
	"wiredesk/internal/api"
)

// A fake is a desk with one story; it keeps what it was asked to do.
type fake struct {
	page wiredesk.Page
	act  wiredesk.Act
	fail error
}

func (f *fake) Stories(_ context.Context, p wiredesk.Page) ([]wiredesk.StoryLine, int, error) {
	f.page = p
	return []wiredesk.StoryLine{{ID: "s-1", Headline: "</script><script>alert(1)"}}, 1, f.fail
}

func (f *fake) Story(_ context.Context, id string) (*wiredesk.StoryView, error) {
	if id != "s-1" {
		return nil, &wiredesk.Problem{Input: "story " + id, Reason: "there is no such story", Err: wiredesk.ErrNotFound}
	}
	return &wiredesk.StoryView{StoryLine: wiredesk.StoryLine{ID: "s-1"}}, f.fail
}

func (f *fake) Report(_ context.Context, id string) (*wiredesk.ReportView, error) {
	return &wiredesk.ReportView{Text: id}, f.fail
}

func (f *fake) Search(_ context.Context, q string, _ wiredesk.Page) ([]wiredesk.Hit, int, error) {
	if q == "" {
		return nil, 0, &wiredesk.Problem{Input: "search", Reason: "it holds no word", Err: wiredesk.ErrInvalid}
	}
	return nil, 0, f.fail
}

func (f *fake) State(context.Context) (*wiredesk.DeskState, error) {
	return &wiredesk.DeskState{}, f.fail
}
func (f *fake) Crises(context.Context) ([]wiredesk.Crisis, error) { return nil, f.fail }
func (f *fake) Feeds(context.Context) ([]wiredesk.Feed, error)    { return nil, f.fail }
func (f *fake) Failures(context.Context, wiredesk.Page) ([]wiredesk.Failure, int, error) {
	return nil, 0, f.fail
}
func (f *fake) Acts(context.Context, string, wiredesk.Page) ([]wiredesk.Act, int, error) {
	return nil, 0, f.fail
}
func (f *fake) Act(_ context.Context, a wiredesk.Act) (wiredesk.Act, error) {
	f.act = a
	a.ID = 7
	return a, f.fail
}

// ask sends one request from an address.
func ask(f *fake, method, path, body, from string, header ...string) (int, string) {
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	r.RemoteAddr = from
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	api.Handler(f, f, f, f).ServeHTTP(w, r)
	b, _ := io.ReadAll(w.Body)
	return w.Code, string(b)
}

const here = "127.0.0.1:50000"

func TestAnswers(t *testing.T) {
	for _, c := range []struct {
		method, path string
		code         int
		words        string
	}{
		{"GET", "/v1/stories", 200, `"total":1,"limit":30,"offset":0`},
		{"GET", "/v1/stories?limit=-1&offset=-5", 200, `"limit":30,"offset":0`},
		{"GET", "/v1/stories?limit=1000000000", 200, `"limit":200`},
		{"GET", "/v1/stories?limit=ten", 400, "it is no number"},
		{"GET", "/v1/stories?limit=99999999999999999999", 400, "it is no number"},
		{"GET", "/v1/stories/s-1", 200, `"id":"s-1"`},
		{"GET", "/v1/stories/s-2", 404, "there is no such story"},
		{"GET", "/v1/stories/..%2f..%2fetc", 404, "there is no such story"},
		{"GET", "/v1/reports/r", 200, `"text":"r"`},
		{"GET", "/v1/search", 400, "it holds no word"},
		{"GET", "/v1/search?q=x", 200, `"items":[]`},
		{"GET", "/v1/crises", 200, `"items":[]`},
		{"GET", "/v1/feeds", 200, `"items":[]`},
		{"GET", "/v1/failures", 200, `"items":[]`},
		{"GET", "/v1/acts", 200, `"items":[]`},
		{"GET", "/v1/status", 200, `"stages":[]`},
		{"GET", "/v1/nothing", 404, "there is no such address"},
		{"DELETE", "/v1/stories/s-1", 404, "there is no such address"},
	} {
		code, body := ask(&fake{}, c.method, c.path, "", here)
		if code != c.code || !strings.Contains(body, c.words) {
			t.Errorf("%s %s: %d %s", c.method, c.path, code, body)
		}
		if !json.Valid([]byte(body)) {
			t.Errorf("%s %s: no JSON: %s", c.method, c.path, body)
		}
	}
}

// What is not meant for people stays out of the answer, and "could not look"
// is never an empty list.
func TestCouldNotLook(t *testing.T) {
	for _, path := range []string{"/v1/stories", "/v1/search?q=x", "/v1/crises", "/v1/feeds", "/v1/failures", "/v1/acts", "/v1/status"} {
		code, body := ask(&fake{fail: errors.New("disk /dev/sda1 is full")}, "GET", path, "", here)
		if code != 500 || strings.Contains(body, "sda1") || strings.Contains(body, "items") {
			t.Errorf("%s: %d %s", path, code, body)
		}
	}
	code, _ := ask(&fake{fail: &wiredesk.Problem{Reason: "too slow", Err: wiredesk.ErrLook}}, "GET", "/v1/search?q=x", "", here)
	if code != http.StatusServiceUnavailable {
		t.Errorf("could not look: %d", code)
	}
}

func TestAct(t *testing.T) {
	const body = `{"kind":"merge","story":"a","other":"b","who":"ada","why":"one wreck","id":99,"after":5,"when":"1999"}`
	f := &fake{}
	code, answer := ask(f, "POST", "/v1/acts", body, here, "Content-Type", "application/json")
	if code != 200 || !strings.Contains(answer, `"id":7`) {
		t.Fatal(code, answer)
	}
	if f.act.Kind != wiredesk.ActMerge || f.act.Other != "b" || f.act.ID != 0 || f.act.After != 0 || f.act.When != "" {
		t.Errorf("the desk was asked for %+v", f.act)
	}
	for _, c := range []struct {
		name, body, from, media string
		code                    int
	}{
		{"from elsewhere", body, "192.0.2.1:50000", "application/json", 403},
		{"as a form", body, here, "application/x-www-form-urlencoded", 403},
		{"as text", body, here, "text/plain", 403},
		{"without a type", body, here, "", 403},
		{"broken", `{"kind":`, here, "application/json", 400},
		{"too large", `{"kind":"` + strings.Repeat("x", 2<<20) + `"}`, here, "application/json", 413},
	} {
		if code, answer := ask(&fake{}, "POST", "/v1/acts", c.body, c.from, "Content-Type", c.media); code != c.code {
			t.Errorf("%s: %d %s", c.name, code, answer)
		}
	}
	if code, _ := ask(&fake{}, "GET", "/v1/acts?kind=merge&story=a&other=b", "", here); code != 200 {
		t.Error(code)
	}
}

// docs/api.md names every route and no other.
func TestRoutesAreDocumented(t *testing.T) {
	doc, err := os.ReadFile("../../docs/api.md")
	if err != nil {
		t.Fatal(err)
	}
	listed := strings.Count(string(doc), "`GET /v1") + strings.Count(string(doc), "`POST /v1")
	if listed != len(api.Routes) {
		t.Errorf("docs/api.md lists %d routes, there are %d", listed, len(api.Routes))
	}
	for _, r := range api.Routes {
		if !strings.Contains(string(doc), "| `"+r.Pattern+"` | "+r.About+" |") {
			t.Errorf("docs/api.md has no line: | `%s` | %s |", r.Pattern, r.About)
		}
	}
}
