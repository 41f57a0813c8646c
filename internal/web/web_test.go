package web

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"wiredesk"
)

// A shelfOf is a shelf with one story of two reports and whatever words it is
// told to hold.
type shelfOf struct {
	brief    *wiredesk.Brief
	readings map[string]*wiredesk.Reading
	state    wiredesk.DeskState
	hits     []wiredesk.Hit
	changes  []wiredesk.Change
	err      error
}

func (s *shelfOf) Stories(context.Context, wiredesk.Page) ([]wiredesk.StoryLine, int, error) {
	if s.brief == nil {
		return nil, 0, s.err
	}
	l := wiredesk.StoryLine{ID: "s-1", Headline: s.brief.Headline, Reports: 2, Outlets: s.brief.Outlets, Origins: s.brief.Origins, Latest: "2015-04-25T10:00:00Z"}
	return []wiredesk.StoryLine{l}, 1, s.err
}

func (s *shelfOf) Story(_ context.Context, id string) (*wiredesk.StoryView, error) {
	if id != "s-1" && id != "s-old" {
		return nil, wiredesk.ErrNotFound
	}
	return &wiredesk.StoryView{StoryLine: wiredesk.StoryLine{ID: "s-1", Headline: s.brief.Headline}, Brief: s.brief}, s.err
}

func (s *shelfOf) Report(_ context.Context, id string) (*wiredesk.ReportView, error) {
	r := s.readings[id]
	if r == nil {
		return nil, wiredesk.ErrNotFound
	}
	v := &wiredesk.ReportView{ReportLine: wiredesk.ReportLine{ID: id, Outlet: r.Outlet, URL: r.URL}, Text: r.Text, Reading: r}
	v.Changes = s.changes
	if r.Headline != nil {
		v.Headline = wiredesk.Optional(r.Headline.Text)
	}
	return v, nil
}

func (s *shelfOf) Search(context.Context, string, wiredesk.Page) ([]wiredesk.Hit, int, error) {
	return s.hits, len(s.hits), s.err
}

func (s *shelfOf) State(context.Context) (*wiredesk.DeskState, error) { return &s.state, s.err }

// quake returns a shelf on an earthquake as two invented outlets tell of it.
// mark stands in every field that a publisher can fill.
func quake(mark string) *shelfOf {
	text := "Quake shakes valley" + mark + "\n\nAt least 30 people died in the valley, the mayor said.\n"
	span := wiredesk.Span{Start: strings.Index(text, "At least"), End: strings.Index(text, ", the mayor")}
	body := wiredesk.Span{Start: span.Start, End: len(text) - 1}
	first := &wiredesk.Reading{Report: wiredesk.Report{ID: "r1", Text: text, Outlet: wiredesk.Optional("Valley Post" + mark), URL: wiredesk.Optional("https://valley.example/" + mark),
		Headline: &wiredesk.Headline{Text: "Quake shakes valley" + mark, Span: wiredesk.Span{End: strings.Index(text, "\n")}},
		Body:     []wiredesk.Span{body}, Photos: []wiredesk.Photo{{Caption: wiredesk.Optional("The valley" + mark), Credit: wiredesk.Optional("Post" + mark)}}},
		Entities: []wiredesk.Entity{{ID: "person:mayor", Name: "the mayor" + mark, Type: wiredesk.Person, Role: wiredesk.Optional(mark)}},
		Claims: []wiredesk.Claim{{ID: "r1.c1", Kind: wiredesk.Indirect, Stance: wiredesk.Statement, Content: []wiredesk.Span{span},
			Chain: []string{"the mayor" + mark, "Valley Post" + mark}, Hedges: []string{mark}}},
		Figures: []wiredesk.Figure{{Span: wiredesk.Span{Start: span.Start, End: span.Start + 18}, Words: text[span.Start : span.Start+18], Low: 30, High: wiredesk.Open, Unit: wiredesk.UnitKilled,
			Claim: "r1.c1", PartOf: -1, Place: &wiredesk.Site{Name: "Valley" + mark, Precision: wiredesk.PrecisionProvince}}}}
	second := &wiredesk.Reading{Report: wiredesk.Report{ID: "r2", Text: text, Outlet: "Hill Times", Headline: &wiredesk.Headline{Text: "Valley hit"}},
		Claims: []wiredesk.Claim{{ID: "r2.c1", Kind: wiredesk.Indirect, Stance: wiredesk.Denial, Content: []wiredesk.Span{span}, Chain: []string{"the governor" + mark, "Hill Times"}}}}
	earlier := first.Figures[0]
	earlier.Low, earlier.Words = 12, "At least 12"
	cite := wiredesk.Citation{Report: "r1", Span: body, Quote: body.Words(text)}
	origins := wiredesk.Origins{Known: []string{"Valley Post" + mark}, Evidence: []string{"its own dateline" + mark}}
	b := &wiredesk.Brief{Story: "s-1", Headline: "Quake shakes valley" + mark, Outlets: 2, Origins: origins,
		Reports: []wiredesk.BriefReport{{ID: "r1", Outlet: first.Outlet, Headline: wiredesk.Optional("Quake shakes valley" + mark), Origins: origins},
			{ID: "r2", Outlet: "Hill Times", PickupOf: "r1", Shared: 0.9, Origins: origins}},
		Sections:  []wiredesk.Section{{Title: "Who says what", Sentences: []wiredesk.Sentence{{Text: "At least 30 people died, the mayor said." + mark, Citations: []wiredesk.Citation{cite}, Rules: []string{"name" + mark}}}}},
		Figures:   []wiredesk.BriefFigure{{Figure: first.Figures[0], Report: "r1", Chain: first.Claims[0].Chain}, {Figure: earlier, Report: "r1", Chain: first.Claims[0].Chain}},
		Incidents: []wiredesk.Incident{{ID: "s-1.i1", Own: true}},
		Tolls: []wiredesk.Toll{{Incident: "s-1.i1", Unit: wiredesk.UnitKilled, Rows: []wiredesk.TollRow{
			{Low: 12, High: wiredesk.Open, Words: "At least 12" + mark, Claimant: "the mayor" + mark, Chain: []string{"the mayor" + mark}, Report: "r2", Status: wiredesk.RowEarlier, PartOf: -1, Replaces: -1},
			{Low: 30, High: wiredesk.Open, Words: "At least 30 people" + mark, Claimant: "the mayor" + mark, Chain: []string{"the mayor" + mark, "Valley Post" + mark}, Said: "2015-04-25T10:00:00Z",
				Report: "r1", Span: first.Figures[0].Span, Status: wiredesk.RowCurrent, PartOf: -1, Replaces: 0, Reason: "a later count" + mark}}}},
		Positions: []wiredesk.Position{{Party: "p1", Polarity: wiredesk.Promises, Text: "Tents will come." + mark, Claim: "r1.c1", Citations: []wiredesk.Citation{cite}}},
		Differences: []wiredesk.Relation{{Kind: wiredesk.DeniedBy, Claims: []string{"r1.c1"}, Note: "note" + mark, Particular: "polarity" + mark, Sides: []wiredesk.Side{
			{Who: "the mayor" + mark, Verb: "says", Text: "At least 30 people died." + mark, Origin: wiredesk.Optional("Valley Post" + mark), Citations: []wiredesk.Citation{{Report: "r1", Span: span, Quote: "At least 30"}}},
			{Who: "the governor" + mark, Verb: "denies", Text: "that anyone died" + mark, Citations: []wiredesk.Citation{{Report: "r2", Span: span, Quote: "At least 30"}}}}}, {Kind: wiredesk.OnlyIn, Claims: []string{"r1.c1"}, Note: mark}},
		Agreements: []wiredesk.Relation{{Kind: wiredesk.Same, Claims: []string{"r1.c1"}, Note: mark, Sides: []wiredesk.Side{
			{Who: "the mayor", Verb: "says", Text: "It shook." + mark, Origin: wiredesk.Optional("Valley Post" + mark), Citations: []wiredesk.Citation{cite}}, {Who: "a miner", Verb: "says", Text: "It shook.", Origin: "Hill Times", Citations: []wiredesk.Citation{cite}}}}},
		Timeline:   []wiredesk.TimelineEntry{{From: "2015-04-25", To: "2015-04-25", Text: "It shook." + mark, Citations: []wiredesk.Citation{cite}}},
		Photos:     []wiredesk.BriefPhoto{{Photo: first.Photos[0], Report: "r1"}},
		NotPrinted: []wiredesk.NotPrinted{{Text: "Forty died." + mark, Reason: "the number 40 is not in the cited words" + mark}}}
	return &shelfOf{brief: b, changes: []wiredesk.Change{{Kind: wiredesk.Added, Text: "Thirty died." + mark}}, readings: map[string]*wiredesk.Reading{"r1": first, "r2": second},
		hits: []wiredesk.Hit{{ReportLine: wiredesk.ReportLine{ID: "r1", Headline: wiredesk.Optional(mark)}, Snippet: []wiredesk.Piece{{Text: "At least" + mark}, {Text: "30", Marked: true}}}},
		state: wiredesk.DeskState{Feeds: []wiredesk.Feed{{URL: "https://valley.example/" + mark, Title: wiredesk.Optional(mark), State: wiredesk.FeedFailed, Problem: wiredesk.Optional("refused" + mark)}},
			Failures: []wiredesk.Failure{{Stage: "intake/1", Input: mark, Reason: mark, Advice: wiredesk.Optional(mark)}}}}
}

// get fetches a page and returns its status and document.
func get(t *testing.T, s Shelf, address string) (int, *goquery.Document) {
	t.Helper()
	w := httptest.NewRecorder()
	Handler(s).ServeHTTP(w, httptest.NewRequest("GET", address, nil))
	if got := w.Header().Get("Content-Security-Policy"); got != Policy {
		t.Errorf("%s: policy %q", address, got)
	}
	doc, err := goquery.NewDocumentFromReader(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	return w.Code, doc
}

func TestStoryPage(t *testing.T) {
	code, doc := get(t, quake(""), "/story/s-1")
	if code != http.StatusOK {
		t.Fatalf("status %d", code)
	}
	for selector, want := range map[string]string{
		"h1":                             "Quake shakes valley",
		".line":                          "2 reports · 2 outlets · 1 origin",
		".line .evidence":                "its own dateline",
		".brief .sentence":               "At least 30 people died, the mayor said.",
		".brief .ref a.cite":             "V¶1",
		".brief .ref .words q":           "At least 30 people died in the valley, the mayor said.",
		".brief .ref .words .chain":      "the mayorValley Post",
		".now .v":                        "≥30",
		".now .d":                        "Before: ≥12",
		".ledger tbody tr.current .n":    "≥30",
		".ledger tbody tr.earlier .n":    "≥12",
		".notprinted p":                  "the number 40 is not in the cited words",
		"#odds .against .verb":           "the governor denies",
		"#odds .against blockquote":      "that anyone died",
		"#positions .voice":              "promises",
		"#agree .agreement":              "2 origins",
		".tl li time":                    "25 Apr 2015",
		"#reports .report-line":          "Quake shakes valley",
		"#reports .report-line li .soft": "carries 90 % of its text from Valley Post",
		".photo":                         "The valley",
	} {
		if got := doc.Find(selector).First().Text(); !strings.Contains(got, want) {
			t.Errorf("%s holds %q, want %q", selector, got, want)
		}
	}
	href, _ := doc.Find(".brief a.cite").First().Attr("href")
	code, doc = get(t, quake(""), href)
	if got := doc.Find("mark.target#words").Text(); code != http.StatusOK || !strings.HasPrefix(got, "At least 30") {
		t.Errorf("%s: status %d, marks %q", href, code, got)
	}
}

func TestReportPageShowsWhatChanged(t *testing.T) {
	s := quake("")
	s.changes = []wiredesk.Change{{Kind: wiredesk.Kept, Text: "It shook."}, {Kind: wiredesk.Removed, Text: "Twelve died."}, {Kind: wiredesk.Added, Text: "Thirty died."}}
	_, doc := get(t, s, "/report/r1")
	if ins, del := doc.Find(".changes ins").Text(), doc.Find(".changes del").Text(); ins != "Thirty died." || del != "Twelve died." {
		t.Errorf("added %q, removed %q", ins, del)
	}
}

func TestMergedStoryLeadsOn(t *testing.T) {
	w := httptest.NewRecorder()
	Handler(quake("")).ServeHTTP(w, httptest.NewRequest("GET", "/story/s-old", nil))
	if w.Code != http.StatusMovedPermanently || w.Header().Get("Location") != "/story/s-1" {
		t.Errorf("status %d to %q", w.Code, w.Header().Get("Location"))
	}
}

func TestFrontPage(t *testing.T) {
	code, doc := get(t, quake(""), "/")
	first := doc.Find(".story-card p.first")
	if code != http.StatusOK || !strings.HasPrefix(first.Text(), "At least 30 people died") || first.Find("a.cite").Length() != 1 {
		t.Errorf("status %d, first sentence %q", code, first.Text())
	}
	if got := doc.Find(".story-card .alarm").Text(); got != "1 point at odds" {
		t.Errorf("at odds: %q", got)
	}
}

// An empty desk says how to begin.
func TestFirstRun(t *testing.T) {
	s := quake("")
	s.brief = nil
	s.state = wiredesk.DeskState{Folder: "/srv/desk"}
	code, doc := get(t, s, "/")
	if got := doc.Find("#begin").Text(); code != http.StatusOK || !strings.Contains(got, "This desk is empty") || !strings.Contains(got, "wiredesk add FILE") || !strings.Contains(got, "/srv/desk") {
		t.Errorf("status %d: %q", code, got)
	}
	s.state.Inputs = 2
	if _, doc = get(t, s, "/"); !strings.Contains(doc.Find(".empty").Text(), "2 inputs came in") {
		t.Errorf("with inputs that are still to be read: %q", doc.Find("main").Text())
	}
}

// What is not read is said to be, wherever a list is empty for it.
func TestLanguageThatIsNotRead(t *testing.T) {
	s := quake("")
	s.brief.Tolls, s.brief.Differences, s.brief.Positions, s.brief.Agreements, s.brief.Timeline = nil, nil, nil, nil, nil
	for _, r := range s.readings {
		r.Language, r.Claims, r.Figures = "ar", nil, nil
	}
	_, doc := get(t, s, "/story/s-1")
	if got := doc.Find(".note.unread").Text(); !strings.Contains(got, "All 2 reports are in Arabic") {
		t.Errorf("the story says %q", got)
	}
	if got := doc.Find("#odds .nothing").Text(); !strings.Contains(got, "not read") {
		t.Errorf("no differences, for the reason %q", got)
	}
	_, doc = get(t, s, "/report/r1")
	if got := doc.Find("aside").Text(); !strings.Contains(got, "Arabic is not read") {
		t.Errorf("the report's lists say %q", got)
	}
	_, doc = get(t, quake(""), "/story/s-1")
	if doc.Find(".unread").Length() > 0 {
		t.Error("an English story is said not to be read")
	}
}

// The words that a reader came for have a lasting address, at the outlet too.
func TestPermalink(t *testing.T) {
	s := quake("")
	span := s.readings["r1"].Figures[0].Span
	_, doc := get(t, s, spanHref("r1", span))
	if href, _ := doc.Find(".permalink a[rel]").Attr("href"); href != "https://valley.example/#:~:text=At%20least%2030%20people" {
		t.Errorf("at the outlet: %q", href)
	}
	s.readings["r1"].URL = "javascript:alert(1)"
	if _, doc = get(t, s, spanHref("r1", span)); doc.Find(".permalink a[rel]").Length() > 0 {
		t.Error("an address that is none of the web is linked")
	}
}

// A page that the browser has is not sent again, and static files are kept for good.
func TestCaching(t *testing.T) {
	h := Handler(quake(""))
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
	r := httptest.NewRequest("GET", "/", nil)
	r.Header.Set("If-None-Match", w.Header().Get("ETag"))
	again := httptest.NewRecorder()
	if h.ServeHTTP(again, r); again.Code != http.StatusNotModified || again.Body.Len() > 0 {
		t.Errorf("status %d, %d bytes", again.Code, again.Body.Len())
	}
	for _, name := range []string{"desk.css", "desk.js", "mark.svg"} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest("GET", asset(name), nil))
		if w.Code != http.StatusOK || !strings.Contains(w.Header().Get("Cache-Control"), "immutable") {
			t.Errorf("%s: %d %v", asset(name), w.Code, w.Header())
		}
	}
}

// Nothing found and nothing looked up are different answers.
func TestEmptyAndFailing(t *testing.T) {
	s := quake("")
	s.hits = nil
	code, doc := get(t, s, "/search?q=flood")
	if code != http.StatusOK || !strings.Contains(doc.Text(), "looked and found no report") {
		t.Errorf("empty: %d %s", code, doc.Text())
	}
	s.err = wiredesk.ErrLook
	code, doc = get(t, s, "/search?q=flood")
	if code != http.StatusInternalServerError || !strings.Contains(doc.Text(), "not the same as finding nothing") {
		t.Errorf("failing: %d %s", code, doc.Text())
	}
	if code, _ := get(t, quake(""), "/story/none"); code != http.StatusNotFound {
		t.Errorf("an unknown story: %d", code)
	}
	if code, _ := get(t, quake(""), "/nowhere"); code != http.StatusNotFound {
		t.Errorf("an unknown address: %d", code)
	}
}

func TestJSONTwins(t *testing.T) {
	for _, address := range []string{"/stories.json", "/story/s-1.json", "/report/r1.json", "/search.json?q=x", "/feeds.json"} {
		w := httptest.NewRecorder()
		Handler(quake("")).ServeHTTP(w, httptest.NewRequest("GET", address, nil))
		if w.Code != http.StatusOK || !json.Valid(w.Body.Bytes()) || !strings.HasPrefix(w.Header().Get("Content-Type"), "application/json") {
			t.Errorf("%s: %d %s", address, w.Code, w.Header().Get("Content-Type"))
		}
	}
}

// hostile.md 31 to 37: one set of payloads in every field of every view.
func TestEveryWordIsHostile(t *testing.T) {
	for _, payload := range []string{
		`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `<svg onload=alert(1)>`, `' onmouseover='alert(1)`,
		`</q></a><a href="javascript:alert(1)">`, `<style>@import "//x"</style>`, `<base href=//x>`, `{{.}}`, `<iframe srcdoc=x>`,
	} {
		for _, address := range []string{"/", "/story/s-1", "/report/r1?span=1-9999999", "/search?q=" + "x", "/feeds"} {
			_, doc := get(t, quake(payload), address)
			clean(t, address+" "+payload, doc)
			if !strings.Contains(doc.Text(), payload) && address != "/search?q=x" {
				t.Errorf("%s does not show %q as text", address, payload)
			}
		}
		s := quake(payload)
		var b bytes.Buffer
		if err := WriteBriefs(&b, []wiredesk.Brief{*s.brief}, []wiredesk.Reading{*s.readings["r1"]}); err != nil {
			t.Fatal(err)
		}
		doc, err := goquery.NewDocumentFromReader(&b)
		if err != nil {
			t.Fatal(err)
		}
		clean(t, "stand-alone "+payload, doc)
	}
}

// clean checks that a page holds no element or attribute that a payload made.
func clean(t *testing.T, where string, doc *goquery.Document) {
	t.Helper()
	for _, bad := range []string{"img", "iframe", "base", "script:not([src^='/static/desk.js?v='])", "[onerror]", "[onload]", "[onmouseover]", "[style]", "a[href^='javascript']", "body style"} {
		if n := doc.Find(bad).Length(); n > 0 {
			t.Errorf("%s: the page holds %d of %s", where, n, bad)
		}
	}
}

// Every citation of a stand-alone page leads to words in the same file.
func TestStandAlonePageHoldsWhatItCites(t *testing.T) {
	s := quake("")
	var b bytes.Buffer
	if err := WriteBriefs(&b, []wiredesk.Brief{*s.brief}, []wiredesk.Reading{*s.readings["r1"], *s.readings["r2"]}); err != nil {
		t.Fatal(err)
	}
	doc, err := goquery.NewDocumentFromReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	doc.Find("a.cite, .report-line a[href]").Each(func(_ int, a *goquery.Selection) {
		href, _ := a.Attr("href")
		if !strings.HasPrefix(href, "#") || doc.Find("[id='"+href[1:]+"']").Length() == 0 {
			t.Errorf("the citation %q leads nowhere", href)
		}
	})
	if doc.Find("link[rel=stylesheet], script").Length() > 0 {
		t.Error("the page loads something")
	}
}
