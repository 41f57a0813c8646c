//go:build !unix

package eval

import "time"

var began = time.Now()

// cpuTime returns the time since the program began, where that of the
// processor is not to be had.
func cpuTime() time.Duration { return time.Since(began) }
