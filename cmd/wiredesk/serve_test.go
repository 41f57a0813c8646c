package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// patience is how long a test waits for what must come sooner or later.
const patience = 2 * time.Minute

// served starts "wiredesk serve" on a desk and returns its address.
func served(t *testing.T, desk string, more ...string) (*exec.Cmd, string) {
	t.Helper()
	cmd := wiredeskProcess(t, append([]string{"serve", "--desk", desk, "--listen", "127.0.0.1:0"}, more...)...)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill() })
	lines := bufio.NewScanner(out)
	if !lines.Scan() {
		t.Fatal("serve said nothing")
	}
	_, address, ok := strings.Cut(lines.Text(), " is at ")
	if !ok {
		t.Fatalf("serve said %q", lines.Text())
	}
	return cmd, strings.TrimSuffix(address, "/")
}

// get asks for a page and returns status and body.
func get(t *testing.T, address string) (int, string) {
	t.Helper()
	r, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return r.StatusCode, string(b)
}

// comes waits until a page holds some words.
func comes(t *testing.T, address, words string) {
	t.Helper()
	last := ""
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if _, last = get(t, address); strings.Contains(last, words) {
			return
		}
	}
	t.Fatalf("%s never held %q:\n%.2000s", address, words, last)
}

// ran runs the program to its end.
func ran(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, failure bytes.Buffer
	cmd := wiredeskProcess(t, args...)
	cmd.Stdout, cmd.Stderr = &out, &failure
	if err := cmd.Run(); err != nil && cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), out.String(), failure.String()
}

// A desk that serves shows what others add to it, refuses a second one, and
// ends in time when it is told to.
func TestServe(t *testing.T) {
	dir := t.TempDir()
	files := newsFiles(t, dir, 3)
	desk := filepath.Join(dir, "desk")
	if code, _, stderr := ran(t, "add", "--desk", desk, files[0]); code != 0 {
		t.Fatal(code, stderr)
	}
	cmd, address := served(t, desk)
	comes(t, address+"/v1/stories", "Ferry Alba aground off Stroma")
	comes(t, address+"/", "Ferry Alba aground off Stroma")

	if code, body := get(t, address+"/healthz"); code != http.StatusOK {
		t.Error("healthz:", code, body)
	}
	if code, body := get(t, address+"/readyz"); code != http.StatusOK {
		t.Error("readyz:", code, body)
	}

	if code, stdout, stderr := ran(t, "add", "--desk", desk, files[2]); code != 0 || !strings.Contains(stdout, "Another wiredesk is at work") {
		t.Error(code, stdout, stderr)
	}
	comes(t, address+"/v1/search?q=corrie", "Ferry Corrie aground off Wick")
	if code, _, stderr := ran(t, "serve", "--desk", desk, "--listen", "127.0.0.1:0"); code != 1 || !strings.Contains(stderr, "another wiredesk is at work") {
		t.Error("a second serve:", code, stderr)
	}

	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Error("SIGTERM:", err)
	}
}

// A desk that does not do its work says so, in words.
func TestReady(t *testing.T) {
	for _, c := range []struct {
		err  error
		code int
		body string
	}{{nil, http.StatusOK, "ok"}, {errors.New("stuck at one.txt (claim/en/1), since 2026-03-01T12:00:00Z"), http.StatusServiceUnavailable, "stuck at one.txt"}} {
		w := httptest.NewRecorder()
		ready(sick{c.err})(w, httptest.NewRequest(http.MethodGet, "/readyz", nil))
		if w.Code != c.code || !strings.Contains(w.Body.String(), c.body) {
			t.Errorf("%v: %d %s", c.err, w.Code, w.Body)
		}
	}
}

// sick is a patient with a state of health.
type sick struct{ err error }

func (s sick) Ready(context.Context) error { return s.err }

// SIGTERM ends adding, whatever it is at; what was acknowledged is there the next
// time, once.
func TestAddEnds(t *testing.T) {
	dir := t.TempDir()
	files := newsFiles(t, dir, 60)
	desk := filepath.Join(dir, "desk")
	cmd := wiredeskProcess(t, append([]string{"add", "-v", "--desk", desk}, files...)...)
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines, acknowledged := bufio.NewScanner(out), 0
	for lines.Scan() {
		if acknowledged++; acknowledged == 32 {
			cmd.Process.Signal(syscall.SIGTERM)
		}
	}
	if err := cmd.Wait(); err == nil || !strings.Contains(said.String(), "it was ended before all was read") {
		t.Errorf("%v, and it said %q", err, said.String())
	}
	if n := len(held(t, desk)); n < 32 {
		t.Errorf("%d of 32 inputs that were acknowledged are there", n)
	}
	if code, _, stderr := ran(t, append([]string{"add", "--desk", desk}, files...)...); code != 0 {
		t.Error(code, stderr)
	}
}

// The guard stands before pages and API alike.
func TestGuard(t *testing.T) {
	dir := t.TempDir()
	desk := filepath.Join(dir, "desk")
	if code, _, stderr := ran(t, "add", "--desk", desk, newsFiles(t, dir, 1)[0]); code != 0 {
		t.Fatal(code, stderr)
	}
	_, address := served(t, desk, "--host", "desk.example")
	for _, c := range []struct {
		name, method, path, host string
		header                   http.Header
		code                     int
	}{
		{"a rebound name", "GET", "/", "evil.example", nil, 421},
		{"a rebound name with a port", "GET", "/v1/stories", "evil.example:8080", nil, 421},
		{"a name that was allowed", "GET", "/", "desk.example", nil, 200},
		{"localhost", "GET", "/", "localhost:8080", nil, 200},
		{"a post from another site", "POST", "/v1/acts", "", http.Header{"Origin": {"https://evil.example"}, "Content-Type": {"application/json"}}, 403},
		{"a post that the browser calls cross-site", "POST", "/v1/acts", "", http.Header{"Sec-Fetch-Site": {"cross-site"}, "Content-Type": {"application/json"}}, 403},
		{"a forwarded address", "POST", "/v1/acts", "", http.Header{"X-Forwarded-For": {"127.0.0.1"}, "Content-Type": {"text/plain"}}, 403},
		{"a search that is syntax", "GET", "/v1/search?q=NEAR(%22", "", nil, 200},
		{"a search without words", "GET", "/search?q=%22", "", nil, 400},
	} {
		r, err := http.NewRequest(c.method, address+c.path, strings.NewReader("{}"))
		if err != nil {
			t.Fatal(err)
		}
		if c.host != "" {
			r.Host = c.host
		}
		for k, v := range c.header {
			r.Header[k] = v
		}
		answer, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if answer.StatusCode != c.code {
			t.Errorf("%s: %d, want %d", c.name, answer.StatusCode, c.code)
		}
		if answer.StatusCode == 200 && answer.Header.Get("Content-Security-Policy") == "" {
			t.Errorf("%s: no policy", c.name)
		}
	}
	answer, err := http.Post(address+"/v1/acts", "application/json", strings.NewReader(`{"why": "`+strings.Repeat("x", 2<<20)+`"}`))
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	if answer.StatusCode != http.StatusRequestEntityTooLarge {
		t.Errorf("a body of 2 MiB: %d", answer.StatusCode)
	}
}

// An address is fetched through the guarded client: a page gives its report, a
// feed all its items, and a feed that was added is fetched again by serve.
func TestAddresses(t *testing.T) {
	items := 1
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/feed":
			fmt.Fprint(w, `<?xml version="1.0"?><rss version="2.0"><channel><title>Kestrel Post</title><link>https://kestrel.example/</link>`)
			for i := range items {
				fmt.Fprintf(w, `<item><title>Ferry %d aground</title><link>https://kestrel.example/%d</link><pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate>
					<description>The ferry number %d ran aground off Stroma on Sunday, harbour master Ewan Gunn said.</description></item>`, i, i, i)
			}
			fmt.Fprint(w, `</channel></rss>`)
		case "/page":
			fmt.Fprint(w, `<!doctype html><html><head><title>Ferry aground</title></head><body><article><h1>Ferry aground off Wick</h1>
				<p>The ferry Corrie ran aground off Wick on Sunday and four people were injured, harbour master Ewan Gunn said.</p>
				<p>He said that the ferry would be towed to Scrabster on Monday if the wind allowed it.</p></article></body></html>`)
		default:
			http.NotFound(w, r)
		}
	}))
	defer site.Close()
	if code, _, stderr := ran(t, "read", "http://127.0.0.1:8443/page"); code != 1 || !strings.Contains(stderr, "private network") {
		t.Errorf("a private address: %d %s", code, stderr)
	}
	items = 2
	if code, stdout, stderr := ran(t, "read", "--json", "--allow-private", site.URL+"/feed", site.URL+"/page"); code != 0 || strings.Count(stdout, `{"report":`) != 3 {
		t.Errorf("feed and page: %d %s%.1000s", code, stderr, stdout)
	}
	desk := filepath.Join(t.TempDir(), "desk")
	code, stdout, stderr := ran(t, "add", "--desk", desk, "--allow-private", site.URL+"/feed", site.URL+"/page", site.URL+"/missing")
	if code != 1 || !strings.Contains(stdout, "1 input added, 1 feed added") || strings.Count(stderr, "\n") != 1 || !strings.Contains(stderr, "404") {
		t.Errorf("add: %d %s%s", code, stdout, stderr)
	}
	if _, stdout, _ := ran(t, "status", "--desk", desk); !strings.Contains(stdout, "ok, 2 items") || !strings.Contains(stdout, "3 reports in") {
		t.Errorf("status: %s", stdout)
	}
}
