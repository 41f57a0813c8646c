package fetch

import (
	"context"
	"errors"
	"net"
	"net/netip"

	"code.dny.dev/ssrf"
)

// A lookupFunc finds the addresses of a host.
type lookupFunc func(ctx context.Context, host string) ([]netip.Addr, error)

// lookupSystem asks the system's resolver.
func lookupSystem(ctx context.Context, host string) ([]netip.Addr, error) {
	return net.DefaultResolver.LookupNetIP(ctx, "ip", host)
}

// guard refuses addresses and ports that are not public. It looks at the
// address that is about to be dialled, after every name was resolved, so a name
// that answers differently the second time gains nothing.
var guard = ssrf.New(ssrf.WithPorts(Ports...))

// dial connects to a host. Its name is resolved once; each address is checked
// when it is dialled, and only an address that was checked is dialled.
func (c *Client) dial(ctx context.Context, network, address string) (net.Conn, error) {
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		return nil, err
	}
	addresses, err := c.addresses(ctx, host)
	if err != nil {
		return nil, err
	}
	d := net.Dialer{Timeout: ConnectTime}
	if !c.options.AllowPrivate {
		d.Control = guard.Safe
	}
	var failures []error
	for _, a := range addresses {
		conn, err := d.DialContext(ctx, network, net.JoinHostPort(a.String(), port))
		if err == nil {
			return conn, nil
		}
		failures = append(failures, err)
	}
	return nil, errors.Join(failures...)
}

// addresses returns the addresses of a host; one that is written as a number
// needs no resolver.
func (c *Client) addresses(ctx context.Context, host string) ([]netip.Addr, error) {
	if ip, err := netip.ParseAddr(host); err == nil {
		return []netip.Addr{ip}, nil
	}
	ctx, cancel := context.WithTimeout(ctx, DNSTime)
	defer cancel()
	found, err := c.lookup(ctx, host)
	if err == nil && len(found) == 0 {
		err = &net.DNSError{Err: "no addresses", Name: host, IsNotFound: true}
	}
	return found, err
}
