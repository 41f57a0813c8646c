package fetch

import (
	"net/netip"
	"net/url"
	"strconv"
	"strings"
)

// canonical reads an address as the user or a document gives it. reason says
// in words why it is refused.
func canonical(address string) (u *url.URL, reason string) {
	address = strings.TrimSpace(address)
	switch {
	case len(address) > MaxAddress:
		return nil, "it is longer than 2,048 bytes"
	case strings.ContainsFunc(address, func(c rune) bool { return c < ' ' || c == 0x7f || c == '\\' }):
		return nil, "it holds characters that no address has"
	}
	u, err := url.Parse(address)
	if err != nil {
		return nil, "it is no address"
	}
	return checked(u)
}

// resolve reads the target of a redirect.
func resolve(from *url.URL, target string) (*url.URL, string) {
	if len(target) > MaxAddress {
		return nil, "it is longer than 2,048 bytes"
	}
	u, err := from.Parse(strings.TrimSpace(target))
	if err != nil {
		return nil, "it is no address"
	}
	return checked(u)
}

// checked allows http and https only, and takes off what is not sent:
// credentials and fragment.
func checked(u *url.URL) (*url.URL, string) {
	c := *u
	c.Scheme = strings.ToLower(c.Scheme)
	c.User, c.Fragment, c.RawFragment = nil, "", ""
	c.Host = strings.ToLower(c.Host)
	switch {
	case c.Scheme != "http" && c.Scheme != "https":
		return nil, "only http and https are fetched"
	case c.Hostname() == "" || c.Opaque != "":
		return nil, "it names no host"
	case !validPort(c.Port()):
		return nil, "its port is none"
	case strings.ContainsAny(c.Hostname(), "%"):
		return nil, "it names a network interface"
	}
	if ip, err := netip.ParseAddr(c.Hostname()); err == nil && ip.Zone() != "" {
		return nil, "it names a network interface"
	}
	if c.Path == "" {
		c.Path = "/"
	}
	return &c, ""
}

// validPort reports whether a port can be dialled; "" is the scheme's own.
func validPort(port string) bool {
	n, err := strconv.ParseUint(port, 10, 16)
	return port == "" || err == nil && n > 0
}
