package main

import (
	"net"
	"net/http"
	"slices"
	"strings"
)

// maxBody bounds the body of any request in bytes.
const maxBody = 1 << 20

// guard stands before every page and answer. It refuses requests that another
// site makes a browser send, hosts that the desk does not go by (a name that
// was rebound to this machine), and large bodies.
func guard(next http.Handler, hosts []string) http.Handler {
	cross := http.NewCrossOriginProtection()
	return cross.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !goesBy(r.Host, hosts) {
			http.Error(w, "the desk does not go by this name; `wiredesk serve --host NAME` allows it", http.StatusMisdirectedRequest)
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, maxBody)
		next.ServeHTTP(w, r)
	}))
}

// goesBy reports whether a Host header names the desk: by an address, as
// localhost, or by a name that the user allowed.
func goesBy(host string, allowed []string) bool {
	if h, _, err := net.SplitHostPort(host); err == nil {
		host = h
	}
	host = strings.ToLower(strings.Trim(host, "[]"))
	return net.ParseIP(host) != nil || host == "localhost" || slices.Contains(allowed, host)
}
