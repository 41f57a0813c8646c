package main

import (
	"context"

	"wiredesk/internal/desk"
	"wiredesk/internal/intake/fetch"
)

// A guardedClient is the one client for the network, as the desk asks for it.
type guardedClient struct{ client *fetch.Client }

// newClient returns a client.
func newClient(allowPrivate bool) guardedClient {
	return guardedClient{fetch.New(fetch.Options{AllowPrivate: allowPrivate})}
}

// Fetch implements desk.Fetcher.
func (c guardedClient) Fetch(ctx context.Context, url string, known desk.Known) (desk.Fetched, error) {
	r, err := c.client.Get(ctx, url)
	if err != nil {
		return desk.Fetched{}, err
	}
	return desk.Fetched{URL: r.URL, MediaType: r.MediaType, Body: r.Body}, nil
}
