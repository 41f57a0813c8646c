// Package distiller stands in for a package that Wiredesk never calls; see
// README.md in the folder above.
package distiller

import (
	"errors"
	"net/url"

	"golang.org/x/net/html"
)

// Options are the options that go-trafilatura sets.
type Options struct {
	OriginalURL    *url.URL
	SkipPagination bool
}

// A Result is an article that was found.
type Result struct{ Node *html.Node }

// Apply finds no article.
func Apply(*html.Node, *Options) (*Result, error) {
	return nil, errors.New("domdistiller is not part of this program")
}
