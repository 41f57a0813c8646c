// Package htmldate stands in for a package that Wiredesk never calls; see
// README.md in the folder above.
package htmldate

import (
	"errors"
	"time"

	"golang.org/x/net/html"
)

// Options are the options that go-trafilatura sets.
type Options struct {
	URL                                  string
	UseOriginalDate, SkipExtensiveSearch bool
}

// A Result is a date that was found, which is none.
type Result struct {
	DateTime time.Time
	HasTime  bool
}

// IsZero reports true: there is no date.
func (Result) IsZero() bool { return true }

// FromDocument finds no date.
func FromDocument(*html.Node, Options) (Result, error) {
	return Result{}, errors.New("htmldate is not part of this program")
}
