package fetch

import (
	"context"
	"net/http"
	"net/url"
	"sync"
	"time"

	"github.com/temoto/robotstxt"
)

// robotsCache keeps the rules of sites.
type robotsCache struct {
	mu    sync.Mutex
	sites map[string]*site
}

// A site is the rules of one site; once makes one request for many who ask.
type site struct {
	once  sync.Once
	at    time.Time
	rules *robotstxt.Group // nil where everything is allowed
}

// allowed reports whether a site's robots.txt lets the desk fetch an address,
// and the pause between requests that it asks for. A site that cannot be
// reached allows it: the request itself will say what is wrong.
func (c *Client) allowed(ctx context.Context, u *url.URL) (bool, time.Duration) {
	if u.Path == "/robots.txt" {
		return true, 0
	}
	name := u.Scheme + "://" + u.Host
	s := c.robots.site(name)
	s.once.Do(func() {
		ctx, cancel := context.WithTimeout(ctx, TotalTime)
		defer cancel()
		var known bool
		if s.rules, known = c.readRobots(ctx, u); !known {
			c.robots.forget(name, s)
		}
	})
	if s.rules == nil {
		return true, 0
	}
	return s.rules.Test(u.RequestURI()), min(s.rules.CrawlDelay, MaxCrawlDelay)
}

// site returns the rules of a site, new ones where they are too old.
func (r *robotsCache) site(name string) *site {
	r.mu.Lock()
	defer r.mu.Unlock()
	if s := r.sites[name]; s != nil && time.Since(s.at) < RobotsTime {
		return s
	}
	if r.sites == nil || len(r.sites) > maxHosts {
		r.sites = map[string]*site{}
	}
	s := &site{at: time.Now()}
	r.sites[name] = s
	return s
}

// forget makes the next request ask for the rules again.
func (r *robotsCache) forget(name string, s *site) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.sites[name] == s {
		delete(r.sites, name)
	}
}

// readRobots fetches a site's robots.txt by the rules of every other document.
// known is false where the site could not be asked; the request for the
// document itself will say what is wrong with it.
func (c *Client) readRobots(ctx context.Context, u *url.URL) (rules *robotstxt.Group, known bool) {
	at := &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	for range MaxRedirects {
		if c.isSelf(at) {
			return nil, true
		}
		a, err := c.request(ctx, at, Request{})
		if err != nil || a.Status >= http.StatusInternalServerError {
			return nil, false
		}
		if a.location != "" {
			next, reason := resolve(at, a.location)
			if reason != "" {
				return nil, true
			}
			at = next
			continue
		}
		data, err := robotstxt.FromStatusAndBytes(a.Status, a.Body[:min(len(a.Body), MaxRobots)])
		if err != nil {
			return nil, true
		}
		return data.FindGroup(Agent), true
	}
	return nil, true
}
