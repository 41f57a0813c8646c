package web

import (
	"context"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"wiredesk"
	"wiredesk/internal/desk"
	"wiredesk/internal/intake"
)

// browser starts Chromium and returns a context for it. Without Chromium the
// test is skipped, except where CI says that it must be there.
func browser(t *testing.T) context.Context {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("Chromium is not installed; `make tools` installs it")
		}
		t.Skip("Chromium is not installed; `make tools` installs it")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.Flag("no-sandbox", true),
		chromedp.Flag("disable-gpu", true), chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true))
	ctx, stop := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		t.Fatal(err)
	}
	return ctx
}

// run carries out steps in the browser, a minute at the most.
func run(t *testing.T, ctx context.Context, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

// value evaluates an expression in the page.
func value[T any](t *testing.T, ctx context.Context, expression string) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		t.Fatalf("%s: %v", expression, err)
	}
	return v
}

// await waits until an expression is true in the page.
func await(t *testing.T, ctx context.Context, expression string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	if _, err := chromedp.Run(ctx, chromedp.Poll[bool](expression)); err != nil {
		t.Fatalf("%s: %v", expression, err)
	}
}

// media sets whether the reader prefers light or dark pages.
func media(scheme string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
		return err
	})
}

// examples returns a shelf with the brief of the largest story of an example
// folder, read by the desk's own stages.
func examples(t *testing.T, folder string) *shelfOf {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", "examples", folder, "*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no examples in %s: %v", folder, err)
	}
	var inputs []intake.Input
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		inputs = append(inputs, intake.Input{File: f, Bytes: b})
	}
	pile := desk.NewPile(desk.Options{})
	if err := pile.Add(t.Context(), inputs); err != nil {
		t.Fatal(err)
	}
	if err := pile.Run(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	readings, err := pile.Readings(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	briefs, err := pile.Briefs(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	s := &shelfOf{readings: map[string]*wiredesk.Reading{}}
	for i := range readings {
		s.readings[readings[i].ID] = &readings[i]
	}
	for _, b := range briefs {
		if s.brief == nil || len(b.Reports) > len(s.brief.Reports) {
			s.brief = &b
		}
	}
	return s
}

// A reader goes from the front page to a story, from a sentence to its words,
// and steps through citations by keyboard, on a wide screen and on a phone.
func TestReadingInABrowser(t *testing.T) {
	ctx := browser(t)
	server := httptest.NewServer(Handler(examples(t, "concordia")))
	defer server.Close()

	run(t, ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(server.URL+"/"), chromedp.WaitVisible(".story-card h2 a"),
		chromedp.Click(".story-card h2 a"), chromedp.WaitVisible("article.brief a.cite"))
	if n := value[int](t, ctx, `document.querySelectorAll("article.brief .sentence").length`); n < 3 {
		t.Errorf("the brief shows %d sentences", n)
	}

	// Stepping with n opens the words of a citation.
	run(t, ctx, chromedp.KeyEvent("n"))
	if !value[bool](t, ctx, `getComputedStyle(document.activeElement.parentNode.querySelector(".words")).display === "block"`) {
		t.Error("the key n does not open the words of the first citation")
	}
	if !value[bool](t, ctx, `(r => r.left >= 0 && r.right <= innerWidth && r.top >= 0 && r.bottom <= innerHeight)(document.activeElement.parentNode.querySelector(".words").getBoundingClientRect())`) {
		t.Error("the popover leaves the screen")
	}

	if got := value[string](t, ctx, `document.querySelector(".step").textContent`); !strings.HasPrefix(got, "1 of ") {
		t.Errorf("the first citation is said to be %q", got)
	}
	// The key goes on from the citation that the reader is at.
	run(t, ctx, chromedp.Focus("#odds a.cite"), chromedp.KeyEvent("n"))
	if !value[bool](t, ctx, `(all => all.indexOf(document.activeElement) === 1 + all.indexOf(document.querySelector("#odds a.cite")))([...document.querySelectorAll("a.cite")].filter(a => !a.closest("details:not([open])")))`) {
		t.Error("the key n does not go on from the citation in focus")
	}

	// A click leads to the words in the report, on the screen and marked.
	run(t, ctx, chromedp.Click("article.brief a.cite"), chromedp.WaitVisible("mark.target"))
	if !value[bool](t, ctx, `(r => r.top >= 0 && r.top < innerHeight)(document.querySelector("mark.target").getBoundingClientRect())`) {
		t.Error("the cited words are not on the screen")
	}

	// A phone: nothing is wider than the screen, popovers stay on it.
	for _, path := range []string{"/", "/story/s-1", "/feeds", "/search?q=ship"} {
		run(t, ctx, chromedp.EmulateViewport(390, 844), chromedp.Navigate(server.URL+path))
		if w := value[int](t, ctx, `document.documentElement.scrollWidth`); w > 390 {
			t.Errorf("%s is %d pixels wide on a screen of 390", path, w)
		}
	}
}

// A story is no taller than it may be and, from ten reports on, holds no more
// words than its reports;
// the words of each citation open inside the screen, by key and by tap.
func TestStoryInItsBounds(t *testing.T) {
	ctx := browser(t)
	for _, folder := range []string{"concordia", "homs"} {
		shelf := examples(t, folder)
		words := 0
		for _, r := range shelf.brief.Reports {
			words += len(strings.Fields(shelf.readings[r.ID].Text))
		}
		server := httptest.NewServer(Handler(shelf))
		run(t, ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(server.URL+"/story/s-1"), chromedp.WaitVisible("article.brief a.cite"))
		if h := value[int](t, ctx, `document.documentElement.scrollHeight`); h > 3100 {
			t.Errorf("%s: the story is %d pixels tall", folder, h)
		}
		if n := value[int](t, ctx, `document.querySelector("main").innerText.split(/\s+/).length`); n > words && len(shelf.brief.Reports) >= 10 {
			t.Errorf("%s: the story holds %d words over %d of its reports", folder, n, words)
		}
		for _, width := range []int64{1280, 390} {
			run(t, ctx, chromedp.EmulateViewport(width, 800))
			outside := value[string](t, ctx, `[...document.querySelectorAll("a.cite")].filter(a => !a.closest("details:not([open])")).filter(a => {
				a.focus({preventScroll: true}); a.scrollIntoView({block: "center"});
				const r = a.parentNode.querySelector(".words").getBoundingClientRect();
				return r.width === 0 || r.left < 0 || r.right > innerWidth || r.top < 0 || r.bottom > innerHeight;
			}).map(a => a.textContent).join(" ")`)
			if outside != "" {
				t.Errorf("%s, %d pixels: the words of %s do not open on the screen", folder, width, outside)
			}
		}
		tap := `(a => { document.activeElement.blur(); return a.dispatchEvent(new PointerEvent("click", {bubbles: true, cancelable: true, pointerType: "touch"})) })(document.querySelector("article.brief a.cite"))`
		if value[bool](t, ctx, tap) || !value[bool](t, ctx, `document.activeElement.matches("a.cite")`) {
			t.Errorf("%s: the first tap does not show the words", folder)
		}
		server.Close()
	}
}

// axe-core finds nothing on any page, light and dark, wide and narrow.
func TestAccessibility(t *testing.T) {
	source, err := os.ReadFile(filepath.Join("testdata", "axe", "node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("axe-core is not installed; `make tools` installs it")
		}
		t.Skip("axe-core is not installed; `make tools` installs it")
	}
	ctx := browser(t)
	shelf := examples(t, "concordia")
	shelf.state.Feeds = []wiredesk.Feed{{URL: "https://valley.example/feed", State: wiredesk.FeedFailed, Problem: "refused"}}
	server := httptest.NewServer(Handler(shelf))
	defer server.Close()
	report := "/report/" + shelf.brief.Reports[0].ID
	for _, width := range []int64{1280, 390} {
		for _, scheme := range []string{"light", "dark"} {
			for _, path := range []string{"/", "/story/s-1", report, "/feeds", "/search?q=ship"} {
				run(t, ctx, media(scheme), chromedp.EmulateViewport(width, 900), chromedp.Navigate(server.URL+path), chromedp.WaitReady("main"))
				value[bool](t, ctx, string(source)+`; axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}).then(r => {
					window.found = r.violations.map(v => v.id + " at " + v.nodes.map(n => n.target.join(" ")).join(", ")).join("\n") }); true`)
				await(t, ctx, "window.found !== undefined")
				if found := value[string](t, ctx, "window.found"); found != "" {
					t.Errorf("%s, %d pixels, %s: %s", path, width, scheme, found)
				}
			}
		}
	}
}

// hostile.md 31: payloads in every field run nothing in a real browser.
func TestPayloadsRunNothing(t *testing.T) {
	ctx := browser(t)
	for _, payload := range []string{
		`<script>document.title="run"</script>`, `"><img src=x onerror='document.title="run"'>`, `<svg onload='document.title="run"'>`,
		`<math><mtext><table><mglyph><style><img src=x onerror='document.title="run"'>`, `</title><script>document.title="run"</script>`,
	} {
		server := httptest.NewServer(Handler(quake(payload)))
		for _, path := range []string{"/", "/story/s-1", "/report/r1", "/search?q=x", "/feeds"} {
			run(t, ctx, chromedp.Navigate(server.URL+path), chromedp.WaitReady("main"))
			if title := value[string](t, ctx, `document.title`); title == "run" {
				t.Errorf("%s runs %s", path, payload)
			}
		}
		server.Close()
	}
}

// Pages can be read with scripts turned off: the words of a citation open on
// focus by style alone.
func TestStandAlonePageInABrowser(t *testing.T) {
	ctx := browser(t)
	s := examples(t, "homs")
	var readings []wiredesk.Reading
	for _, r := range s.brief.Reports {
		readings = append(readings, *s.readings[r.ID])
	}
	file := filepath.Join(t.TempDir(), "brief.html")
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := WriteBriefs(f, []wiredesk.Brief{*s.brief}, readings); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	run(t, ctx, chromedp.EmulateViewport(1000, 800), chromedp.Navigate("file://"+file), chromedp.WaitVisible("article.brief a.cite"))
	// Before the click: afterwards the pointer may lie on a citation, which shows its words.
	if value[string](t, ctx, `getComputedStyle(document.querySelector(".ref .words")).display`) != "none" {
		t.Error("the style of the page is not applied")
	}
	run(t, ctx, chromedp.Click("article.brief a.cite"))
	if !value[bool](t, ctx, `location.hash !== "" && document.querySelector(":target") !== null`) {
		t.Error("a citation does not lead to its words in the same file")
	}
}
