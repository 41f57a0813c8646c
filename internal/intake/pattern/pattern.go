// Package pattern compiles regular expressions when they are first used, so that
// commands which read nothing start without them.
package pattern

import (
	"regexp"
	"sync"
)

// Lazy returns an expression that is compiled when it is first asked for.
func Lazy(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
