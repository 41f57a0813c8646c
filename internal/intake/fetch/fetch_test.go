package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"wiredesk"
)

// local returns a client that may fetch from this machine and does not wait.
func local() *Client { return New(Options{AllowPrivate: true, Delay: -1}) }

// serve starts a server whose robots.txt allows everything.
func serve(t *testing.T, handler http.HandlerFunc) *httptest.Server {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		handler(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

// mustRefuse fails unless the address is refused.
func mustRefuse(t *testing.T, c *Client, address string) *Failure {
	t.Helper()
	r, err := c.Get(context.Background(), address)
	var f *Failure
	if r != nil || !errors.As(err, &f) || !errors.Is(err, wiredesk.ErrRefused) {
		t.Fatalf("%s: got %v, %v; want a refusal", address, r, err)
	}
	if f.Reason == "" || f.Advice == "" {
		t.Errorf("%s: a refusal must say why and what to do: %+v", address, f.Problem)
	}
	return f
}

// A1 to A4: private, local and mapped addresses are refused before anything is
// dialled. The listener on this machine sees no connection.
func TestA1ToA4PrivateAddressesAreNotDialled(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	var connections atomic.Int32
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			connections.Add(1)
			conn.Close()
		}
	}()
	_, port, _ := net.SplitHostPort(listener.Addr().String())
	c := New(Options{Delay: -1})
	for _, host := range []string{
		"127.0.0.1", "localhost", "[::1]", "0.0.0.0", "127.1.2.3",
		"169.254.169.254", "100.100.100.200", "[fd00:ec2::254]",
		"10.0.0.1", "172.16.0.1", "192.168.1.1", "100.64.0.1", "[fc00::1]", "[fe80::1]", "224.0.0.1", "240.0.0.1", "198.18.0.1",
		"[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[::]", "[::ffff:a00:1]",
	} {
		mustRefuse(t, c, "http://"+host+":"+port+"/")
		if f := mustRefuse(t, c, "http://"+host+":8080/latest/meta-data/"); !strings.Contains(f.Reason, "private network") {
			t.Errorf("%s: %s", host, f.Reason)
		}
	}
	if n := connections.Load(); n != 0 {
		t.Errorf("%d connections, want 0", n)
	}
}

// A8, A10 and addresses that are none.
func TestA8A10SchemesAndPorts(t *testing.T) {
	c := New(Options{Delay: -1})
	c.lookup = func(context.Context, string) ([]netip.Addr, error) {
		return []netip.Addr{netip.MustParseAddr("203.0.113.9")}, nil
	}
	for _, address := range []string{
		"file:///etc/passwd", "ftp://post.example/", "gopher://post.example/", "data:text/html,x", "jar:http://post.example!/", `\\host\share`,
		"javascript:alert(1)", "http://", "http:///x", "//post.example", "post.example", "http://[fe80::1%25eth0]/", "http://post.example\n.evil/",
		"http://post.example/" + strings.Repeat("a", 2048), "mailto:x@post.example", "http:post.example", "",
		"http://post.example:22/", "http://post.example:25/", "http://post.example:6379/", "http://post.example:5432/", "http://post.example:8222/", "http://post.example:0/", "http://post.example:99999/",
	} {
		mustRefuse(t, c, address)
	}
	for _, address := range []string{" \tHTTP://Post.Example/a#b\n", "https://user:secret@post.example/a"} {
		u, reason := canonical(address)
		if reason != "" || !strings.HasSuffix(u.String(), "://post.example/a") {
			t.Errorf("%q: %v %s", address, u, reason)
		}
	}
}

// A6: each hop of a chain of redirects passes the guard.
func TestA6Redirects(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/ok":
			fmt.Fprint(w, "read")
		case "/file":
			w.Header().Set("Location", "file:///etc/passwd")
			w.WriteHeader(http.StatusFound)
		case "/gopher":
			w.Header().Set("Location", "gopher://127.0.0.1/x")
			w.WriteHeader(http.StatusFound)
		case "/loop":
			http.Redirect(w, r, "/loop", http.StatusFound)
		case "/moved":
			http.Redirect(w, r, "/ok", http.StatusMovedPermanently)
		default:
			var n int
			fmt.Sscanf(r.URL.Path, "/hop/%d", &n)
			if n == 0 {
				http.Redirect(w, r, "/ok", http.StatusFound)
			} else {
				http.Redirect(w, r, fmt.Sprintf("/hop/%d", n-1), http.StatusFound)
			}
		}
	})
	c := local()
	for _, path := range []string{"/file", "/gopher", "/loop", "/hop/5"} {
		mustRefuse(t, c, s.URL+path)
	}
	r, err := c.Get(t.Context(), s.URL+"/hop/4")
	if err != nil || string(r.Body) != "read" || r.URL != s.URL+"/ok" || r.Moved != "" {
		t.Errorf("five redirects: %+v %v", r, err)
	}
	if r, err := c.Get(t.Context(), s.URL+"/moved"); err != nil || r.Moved != s.URL+"/ok" {
		t.Errorf("moved for good: %+v %v", r, err)
	}
}

// A6: a public address that redirects to a private one. The names stand for
// public hosts; only the first is let through to the test's own server.
func TestA6PublicRedirectsToPrivate(t *testing.T) {
	var inner atomic.Int32
	private := serve(t, func(http.ResponseWriter, *http.Request) { inner.Add(1) })
	public := serve(t, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, private.URL, http.StatusFound) })
	c := New(Options{Delay: -1})
	c.http.DialContext = func(ctx context.Context, network, address string) (net.Conn, error) {
		if strings.HasPrefix(address, "public.example") {
			return (&net.Dialer{}).DialContext(ctx, network, strings.TrimPrefix(public.URL, "http://"))
		}
		return c.dial(ctx, network, address)
	}
	mustRefuse(t, c, "http://public.example/")
	if inner.Load() != 0 {
		t.Errorf("the private server saw %d requests", inner.Load())
	}
}

// A7: a name is judged by the addresses that are dialled.
func TestA7Rebinding(t *testing.T) {
	var asked atomic.Int32
	c := New(Options{Delay: -1})
	c.lookup = func(context.Context, string) ([]netip.Addr, error) {
		asked.Add(1)
		return []netip.Addr{netip.MustParseAddr("127.0.0.1"), netip.MustParseAddr("10.0.0.7")}, nil
	}
	mustRefuse(t, c, "http://rebind.example:8080/")
	if asked.Load() != 2 { // robots.txt and the page: each connection looks up once and dials what it found
		t.Errorf("%d look-ups, want 2", asked.Load())
	}
}

// A11: nothing secret goes out, on the first request or after a redirect.
func TestA11NoCredentials(t *testing.T) {
	var mu sync.Mutex
	var seen []http.Header
	other := serve(t, func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		seen = append(seen, r.Header.Clone())
	})
	first := serve(t, func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		seen = append(seen, r.Header.Clone())
		mu.Unlock()
		http.SetCookie(w, &http.Cookie{Name: "session", Value: "secret"})
		http.Redirect(w, r, other.URL, http.StatusFound)
	})
	if _, err := local().Get(t.Context(), strings.Replace(first.URL, "://", "://user:secret@", 1)+"/a"); err != nil {
		t.Fatal(err)
	}
	for _, h := range seen {
		for _, name := range []string{"Authorization", "Cookie", "Referer"} {
			if h.Get(name) != "" {
				t.Errorf("%s was sent: %q", name, h.Get(name))
			}
		}
		if !strings.HasPrefix(h.Get("User-Agent"), "Wiredesk/") || h.Get(LoopHeader) == "" {
			t.Errorf("header %v", h)
		}
	}
	if len(seen) != 2 {
		t.Errorf("%d requests, want 2", len(seen))
	}
}

// A12: the desk is never fed by itself.
func TestA12Self(t *testing.T) {
	s := serve(t, func(http.ResponseWriter, *http.Request) { t.Error("fetched") })
	c := New(Options{AllowPrivate: true, Delay: -1, Self: strings.TrimPrefix(s.URL, "http://")})
	mustRefuse(t, c, s.URL+"/feed")
}

// A14: proxies of the environment are not used.
func TestA14NoProxy(t *testing.T) {
	t.Setenv("HTTP_PROXY", "http://127.0.0.1:1")
	t.Setenv("http_proxy", "http://127.0.0.1:1")
	if local().http.Proxy != nil {
		t.Error("a proxy would be used")
	}
}

// pack packs bytes with gzip.
func pack(b []byte) []byte {
	var out bytes.Buffer
	z, _ := gzip.NewWriterLevel(&out, gzip.BestCompression)
	z.Write(b)
	z.Close()
	return out.Bytes()
}

// B15: a small body that unpacks to a large one is given up early.
func TestB15Bombs(t *testing.T) {
	bomb := pack(make([]byte, 100<<20))
	bodies := map[string][]byte{
		"/gzip":    bomb,
		"/nested":  pack(bomb),
		"/two":     pack([]byte("x")),
		"/br":      []byte("x"),
		"/zstd":    []byte("x"),
		"/allowed": pack([]byte("a storm is near")),
	}
	encodings := map[string]string{"/gzip": "gzip", "/nested": "gzip, gzip", "/two": "gzip, gzip", "/br": "br", "/zstd": "zstd", "/allowed": "gzip"}
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", encodings[r.URL.Path])
		w.Write(bodies[r.URL.Path])
	})
	c := local()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for _, path := range []string{"/gzip", "/nested", "/two", "/br", "/zstd"} {
		mustRefuse(t, c, s.URL+path)
	}
	runtime.ReadMemStats(&after)
	if grown := int64(after.TotalAlloc-before.TotalAlloc) >> 20; grown > 128 {
		t.Errorf("%d MiB were allocated", grown)
	}
	if r, err := c.Get(t.Context(), s.URL+"/allowed"); err != nil || string(r.Body) != "a storm is near" {
		t.Errorf("%v %v", r, err)
	}
}

// B16: bodies and heads without end.
func TestB16Endless(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/body":
			chunk := bytes.Repeat([]byte("a storm is near "), 4096)
			for range 400 {
				if _, err := w.Write(chunk); err != nil {
					return
				}
			}
		case "/header":
			w.Header().Set("X", strings.Repeat("a", 1<<20))
		case "/headers":
			for i := range 10_000 {
				w.Header().Set(fmt.Sprintf("X-%d", i), "a storm is near, the office says")
			}
		}
	})
	for _, path := range []string{"/body", "/header", "/headers"} {
		mustRefuse(t, local(), s.URL+path)
	}
}

// B18: a body that breaks off is kept, and does not count as the last state.
func TestB18BrokenBodies(t *testing.T) {
	packed := pack(bytes.Repeat([]byte("a storm is near, the office says 0123456789. "), 2000))
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		conn, buffer, _ := http.NewResponseController(w).Hijack()
		defer conn.Close()
		head := "HTTP/1.1 200 OK\r\nETag: \"1\"\r\nLast-Modified: Thu, 14 Mar 2013 06:05:00 GMT\r\n"
		switch r.URL.Path {
		case "/short":
			fmt.Fprintf(buffer, "%sContent-Length: 100\r\n\r\na storm is near", head)
		case "/chunked":
			fmt.Fprintf(buffer, "%sTransfer-Encoding: chunked\r\n\r\nf\r\na storm is near\r\nzz\r\n", head)
		case "/gzip":
			fmt.Fprintf(buffer, "%sContent-Encoding: gzip\r\nConnection: close\r\n\r\n", head)
			buffer.Write(packed[:len(packed)-12])
		}
		buffer.Flush()
	})
	for _, path := range []string{"/short", "/chunked", "/gzip"} {
		r, err := local().Get(t.Context(), s.URL+path)
		if err != nil || !r.Partial || !strings.HasPrefix(string(r.Body), "a storm is near") || r.ETag+r.LastModified != "" {
			t.Errorf("%s: %+v %v", path, r, err)
		}
	}
}

func TestNotModified(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("If-None-Match") == `"1"` || r.Header.Get("If-Modified-Since") == "Thu, 14 Mar 2013 06:05:00 GMT" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Header().Set("ETag", `"1"`)
		w.Header().Set("Last-Modified", "Thu, 14 Mar 2013 06:05:00 GMT")
		w.Header().Set("Content-Type", "application/rss+xml; charset=utf-8")
		fmt.Fprint(w, "<rss/>")
	})
	c := local()
	r, err := c.Get(t.Context(), s.URL+"/feed")
	if err != nil || r.ETag != `"1"` || r.MediaType != "application/rss+xml; charset=utf-8" || r.NotModified {
		t.Fatalf("%+v %v", r, err)
	}
	for _, again := range []Request{{URL: r.URL, ETag: r.ETag}, {URL: r.URL, LastModified: r.LastModified}} {
		if r, err := c.Fetch(t.Context(), again); err != nil || !r.NotModified || r.ETag != again.ETag {
			t.Errorf("%+v %v", r, err)
		}
	}
}

func TestStatusesAndRetryAfter(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		var status int
		fmt.Sscanf(r.URL.Path, "/%d", &status)
		w.Header().Set("Retry-After", "120")
		w.WriteHeader(status)
	})
	for status, meaning := range map[int]error{404: wiredesk.ErrNotFound, 410: wiredesk.ErrNotFound, 403: wiredesk.ErrRefused, 429: wiredesk.ErrLook, 500: wiredesk.ErrLook, 503: wiredesk.ErrLook} {
		_, err := local().Get(t.Context(), fmt.Sprintf("%s/%d", s.URL, status))
		var f *Failure
		if !errors.Is(err, meaning) || !errors.As(err, &f) || f.Status != status || f.RetryAfter != 2*time.Minute {
			t.Errorf("%d: %v", status, err)
		}
		var p *wiredesk.Problem
		if !errors.As(err, &p) || p.Input == "" {
			t.Errorf("%d: %v is no problem", status, err)
		}
	}
}

func TestRobots(t *testing.T) {
	var asked, pages atomic.Int32
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			asked.Add(1)
			fmt.Fprint(w, "User-agent: Wiredesk\nDisallow: /private\n\nUser-agent: *\nDisallow: /\n")
			return
		}
		pages.Add(1)
	}))
	defer s.Close()
	c := local()
	if f := mustRefuse(t, c, s.URL+"/private/a"); !strings.Contains(f.Reason, "robots.txt") {
		t.Error(f.Reason)
	}
	for range 3 {
		if _, err := c.Get(t.Context(), s.URL+"/a"); err != nil {
			t.Error(err)
		}
	}
	if asked.Load() != 1 || pages.Load() != 3 {
		t.Errorf("robots.txt asked for %d times, %d pages", asked.Load(), pages.Load())
	}
}

func TestBackoff(t *testing.T) {
	for _, c := range []struct {
		failures int
		asked    time.Duration
		jitter   float64
		want     time.Duration
	}{
		{0, 0, 0, 0}, {1, 0, 0, time.Minute}, {2, 0, 0, 2 * time.Minute}, {4, 0, 0, 8 * time.Minute}, {1000, 0, 0, 6 * time.Hour},
		{1, time.Hour, 0, time.Hour}, {1, 0, 1, 72 * time.Second},
	} {
		if got := Backoff(c.failures, c.asked, c.jitter); got != c.want {
			t.Errorf("Backoff(%d, %v, %v) = %v, want %v", c.failures, c.asked, c.jitter, got, c.want)
		}
	}
}
