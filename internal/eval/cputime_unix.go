//go:build unix

package eval

import (
	"syscall"
	"time"
)

// cpuTime returns the processor time that the program has used, so that
// figures of speed hold on a machine that does other work as well.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
