package html

import (
	"regexp"
	"sync"
)

// lazy returns an expression that is compiled when it is first used, so that
// commands which read nothing start without it.
func lazy(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}
