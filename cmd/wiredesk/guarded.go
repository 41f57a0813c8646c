package main

import (
	"context"
	"errors"

	"wiredesk/internal/desk"
	"wiredesk/internal/intake/fetch"
)

// A guardedClient is the one client for the network, as the desk asks for it.
type guardedClient struct{ client *fetch.Client }

// newClient returns a client that never fetches from the desk at an address.
func newClient(allowPrivate bool, self string) guardedClient {
	return guardedClient{fetch.New(fetch.Options{AllowPrivate: allowPrivate, Self: self})}
}

// Fetch implements desk.Fetcher.
func (c guardedClient) Fetch(ctx context.Context, url string, known desk.Known) (desk.Fetched, error) {
	r, err := c.client.Fetch(ctx, fetch.Request{URL: url, ETag: known.ETag, LastModified: known.LastModified})
	var failure *fetch.Failure
	if errors.As(err, &failure) {
		return desk.Fetched{RetryAfter: failure.RetryAfter}, err
	}
	if err != nil {
		return desk.Fetched{}, err
	}
	return desk.Fetched{
		URL: r.URL, Moved: r.Moved, MediaType: r.MediaType, Body: r.Body, Unchanged: r.NotModified, RetryAfter: r.RetryAfter,
		Known: desk.Known{ETag: r.ETag, LastModified: r.LastModified},
	}, nil
}
