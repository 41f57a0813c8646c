// Package fetch is the only package that opens connections to addresses it is
// given. It refuses private networks and keeps to the limits of a polite,
// careful client: every redirect, robots.txt and picture passes the same guard.
// Proxies named in the environment are not used, since the guard could not see
// what they connect to.
package fetch

import (
	"context"
	"net/http"
	"net/url"
	"time"

	"wiredesk"
)

// The limits of a client.
const (
	MaxRedirects  = 5
	MaxWire       = 10 << 20 // bytes of a body as they are sent
	MaxDecoded    = 20 << 20 // bytes of a body after its encoding is taken off
	MaxRatio      = 100      // decoded bytes for one on the wire, above RatioFrom
	RatioFrom     = 1 << 20  // decoded bytes
	MaxHeader     = 256 << 10
	MaxAddress    = 2048 // bytes of an address
	PerHost       = 2    // requests under way to one host
	DNSTime       = 5 * time.Second
	ConnectTime   = 10 * time.Second
	HeaderTime    = 10 * time.Second
	TotalTime     = 30 * time.Second
	MinRate       = 1024             // bytes a second, on average, once MinRateAfter has passed
	MinRateAfter  = 10 * time.Second //
	DefaultDelay  = time.Second      // between the starts of two requests to one host
	RobotsTime    = 24 * time.Hour   // how long a robots.txt is kept
	MaxRobots     = 500 << 10        // bytes of a robots.txt that count
	MaxCrawlDelay = 30 * time.Second
)

// Ports are the ports that may be dialled.
var Ports = []uint16{80, 443, 8080, 8443}

// Agent is the name under which robots.txt knows the desk.
const Agent = "Wiredesk"

// LoopHeader marks the desk's own requests, so that a desk can refuse to be fed
// by itself.
const LoopHeader = "Wiredesk-Fetch"

// Options say how a Client behaves; the zero value is the safe default.
type Options struct {
	AllowPrivate bool          // let addresses in private networks be fetched, on any port
	Contact      string        // an address or mail address for outlets, added to the user agent
	Self         string        // the host of the desk itself, which is never fetched
	Delay        time.Duration // between the starts of two requests to one host; 0 is DefaultDelay, negative is none
}

// A Client fetches documents over HTTP. It is safe for concurrent use.
type Client struct {
	options Options
	http    *http.Transport
	lookup  lookupFunc
	hosts   hosts
	robots  robotsCache
}

// New returns a client.
func New(o Options) *Client {
	if o.Delay == 0 {
		o.Delay = DefaultDelay
	}
	c := &Client{options: o, lookup: lookupSystem}
	c.http = &http.Transport{
		DialContext:            c.dial,
		TLSHandshakeTimeout:    ConnectTime,
		ResponseHeaderTimeout:  HeaderTime,
		MaxResponseHeaderBytes: MaxHeader,
		MaxIdleConnsPerHost:    PerHost,
		MaxIdleConns:           100,
		IdleConnTimeout:        time.Minute,
		DisableCompression:     true, // encodings are taken off here, with limits
		ForceAttemptHTTP2:      true,
	}
	return c
}

// A Request is a document to be fetched. ETag and LastModified are what the
// last response said; they make an answer of NotModified possible.
type Request struct {
	URL          string
	ETag         string
	LastModified string
}

// A Response is a document as it was received.
type Response struct {
	URL          string // after redirects
	Moved        string // where the outlet says that the document is from now on; "" if it has not moved for good
	Status       int
	MediaType    string // of the HTTP header, with its parameters
	Body         []byte
	ETag         string // for the next Request; "" for a partial body, which must not count as the last state
	LastModified string
	NotModified  bool          // the document is as it was; there is no body
	Partial      bool          // the body broke off; what came is kept
	RetryAfter   time.Duration // how long the server asks to be left alone; 0 if it does not
}

// Get fetches one document.
func (c *Client) Get(ctx context.Context, address string) (*Response, error) {
	return c.Fetch(ctx, Request{URL: address})
}

// Fetch fetches one document. It follows redirects, each of which must pass the
// guard anew. The error is a *Failure.
func (c *Client) Fetch(ctx context.Context, r Request) (*Response, error) {
	u, reason := canonical(r.URL)
	if reason != "" {
		return nil, refused(r.URL, reason)
	}
	moved := ""
	permanent := true
	left := TotalTime
	for hop := 0; ; hop++ {
		answer, err := c.hop(ctx, u, r, &left)
		if err != nil {
			return nil, err
		}
		next := answer.location
		if next == "" {
			answer.Moved = moved
			return c.judge(answer)
		}
		if hop == MaxRedirects {
			return nil, refused(r.URL, "it redirects more than 5 times")
		}
		if u, reason = resolve(u, next); reason != "" {
			return nil, refused(r.URL, "it redirects to "+short(next)+": "+reason)
		}
		// Only an unbroken chain of permanent redirects moves a feed.
		permanent = permanent && (answer.Status == http.StatusMovedPermanently || answer.Status == http.StatusPermanentRedirect)
		if permanent {
			moved = u.String()
		}
	}
}

// An answer is what one request gave.
type answer struct {
	Response
	location string // where it redirects to
}

// hop makes one request of a chain: guard, robots.txt, turn, request. It takes
// the time of the request, not of waiting for a turn, from what is left.
func (c *Client) hop(ctx context.Context, u *url.URL, r Request, left *time.Duration) (*answer, error) {
	if c.isSelf(u) {
		return nil, refused(u.String(), "it is the desk itself")
	}
	allowed, delay := c.allowed(ctx, u)
	if !allowed {
		f := refused(u.String(), "its robots.txt asks not to fetch it")
		f.Advice = "ask the outlet, or save the page and add the file"
		return nil, f
	}
	release, err := c.hosts.turn(ctx, u.Host, max(delay, c.options.Delay))
	if err != nil {
		return nil, failed(u.String(), err)
	}
	defer release()
	start := time.Now()
	defer func() { *left -= time.Since(start) }()
	ctx, cancel := context.WithTimeout(ctx, *left)
	defer cancel()
	return c.request(ctx, u, r)
}

// isSelf reports whether an address is the desk's own.
func (c *Client) isSelf(u *url.URL) bool {
	return c.options.Self != "" && (u.Host == c.options.Self || u.Hostname() == c.options.Self)
}

// request sends one request and reads its answer. No credentials are ever sent:
// no cookies, no Authorization, no Referer.
func (c *Client) request(ctx context.Context, u *url.URL, r Request) (*answer, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, refused(u.String(), "it is no address")
	}
	c.setHeader(req.Header, r)
	resp, err := c.http.RoundTrip(req)
	if err != nil {
		return nil, failed(u.String(), err)
	}
	defer resp.Body.Close()
	a := &answer{Response: Response{URL: u.String(), Status: resp.StatusCode, MediaType: resp.Header.Get("Content-Type"), RetryAfter: retryAfter(resp.Header)}}
	switch resp.StatusCode {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		if a.location = resp.Header.Get("Location"); a.location != "" {
			return a, nil
		}
	case http.StatusNotModified:
		a.NotModified = true
		a.ETag, a.LastModified = r.ETag, r.LastModified
		return a, nil
	}
	if resp.StatusCode < 200 || resp.StatusCode > 299 {
		return a, nil
	}
	a.Body, a.Partial, err = readBody(ctx, resp)
	if err != nil {
		return nil, bodyFailure(u.String(), err)
	}
	if a.Partial = a.Partial || resp.StatusCode == http.StatusPartialContent; !a.Partial {
		a.ETag, a.LastModified = resp.Header.Get("ETag"), resp.Header.Get("Last-Modified")
	}
	return a, nil
}

// setHeader sets the header of a request.
func (c *Client) setHeader(h http.Header, r Request) {
	agent := Agent + "/0.1 (self-hosted news desk)"
	if c.options.Contact != "" {
		agent = Agent + "/0.1 (self-hosted news desk; " + c.options.Contact + ")"
	}
	h.Set("User-Agent", agent)
	h.Set("Accept", "application/atom+xml, application/rss+xml, application/feed+json, text/html;q=0.9, application/xml;q=0.9, text/plain;q=0.8, */*;q=0.5")
	h.Set("Accept-Encoding", "gzip")
	h.Set(LoopHeader, "1")
	if r.ETag != "" {
		h.Set("If-None-Match", r.ETag)
	}
	if r.LastModified != "" {
		h.Set("If-Modified-Since", r.LastModified)
	}
}

// judge turns the last answer of a chain into a response or a failure.
func (c *Client) judge(a *answer) (*Response, error) {
	if a.NotModified || a.Status >= 200 && a.Status <= 299 {
		return &a.Response, nil
	}
	f := &Failure{Status: a.Status, RetryAfter: a.RetryAfter}
	f.Problem = wiredesk.Problem{Input: a.URL, Reason: "the server answers " + statusText(a.Status), Advice: "try again later", Err: wiredesk.ErrLook}
	switch a.Status {
	case http.StatusNotFound, http.StatusGone:
		f.Err, f.Advice = wiredesk.ErrNotFound, "check the address"
	case http.StatusUnauthorized, http.StatusForbidden, http.StatusPaymentRequired, http.StatusUnavailableForLegalReasons:
		f.Err, f.Advice = wiredesk.ErrRefused, "the outlet does not let the desk read it"
	case http.StatusTooManyRequests, http.StatusServiceUnavailable:
		f.Advice = "the server wants to be asked less often"
	}
	return nil, f
}
