// Package fetch is the only package that opens connections to addresses it is
// given. It refuses private networks and keeps to the limits of a polite,
// careful client.
package fetch

import (
	"context"

	"wiredesk"
)

// Options say how a Client behaves; the zero value is the safe default.
type Options struct {
	AllowPrivate bool // let addresses in private networks be fetched
}

// A Client fetches documents over HTTP. It is safe for concurrent use.
type Client struct{ options Options }

// New returns a client.
func New(o Options) *Client { return &Client{options: o} }

// A Response is a document as it was received.
type Response struct {
	URL       string // after redirects
	MediaType string // of the HTTP header
	Body      []byte
}

// Get fetches one document.
func (c *Client) Get(ctx context.Context, url string) (*Response, error) {
	return nil, wiredesk.ErrLook
}
