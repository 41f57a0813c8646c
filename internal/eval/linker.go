package eval

import (
	"encoding/json"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"golang.org/x/sys/unix"

	"wiredesk/internal/story"
)

// The sizes of the linker's measure: reports that are live, and the block over
// which rate and delay are taken.
const (
	liveReports = 350_000
	manyReports = 1_000_000
	block       = 20_000
	floodOf     = 5_000
	commonOf    = 10_000
)

// Linker measures speed and memory of linking with many live reports, on one
// core: reports a second, how long one report takes, what a flood of one event
// or of common words does, and a start from stored fingerprints. Making the
// fingerprints is no part of it.
func Linker(shared string) ([]Line, error) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	s, err := newStream(shared)
	if err != nil {
		return nil, err
	}
	before := resident()
	l := story.NewLinker()
	for s.n < liveReports-block {
		l.Add(s.next())
	}
	out := []Line{}
	rate, p99 := timed(l, block, s.next)
	debug.FreeOSMemory()
	out = append(out,
		Line{"linker, reports a second at 350,000 live", rate, 3000, "one core, processor time"},
		Line{"linker, p99 of one report in ms at 350,000", p99, 20, "below the bar is good"},
		Line{"linker, MB resident for 350,000", float64(resident()-before) / (1 << 20), 300, "below the bar is good"},
	)
	_, p99 = timed(l, floodOf, s.flood())
	out = append(out, Line{"flood of one event, p99 in ms", p99, 50, "5,000 reports, two in five near copies; below the bar is good"})
	_, p99 = timed(l, commonOf, s.common())
	out = append(out, Line{"flood of common words, p99 in ms", p99, 50, "10,000 reports; below the bar is good"})
	for s.n < manyReports-block {
		l.Add(s.next())
	}
	rate, p99 = timed(l, block, s.next)
	out = append(out,
		Line{"linker, reports a second at 1,000,000 live", rate, 0, ""},
		Line{"linker, p99 of one report in ms at 1,000,000", p99, 25, "below the bar is good"},
		Line{"linker, MB resident for 1,000,000", float64(resident()-before) / (1 << 20), 0, ""},
	)
	l = nil
	seconds, err := restored(shared)
	return append(out, Line{"start with 350,000 live reports, seconds", seconds, 10, "from fingerprints as JSON in memory, processor time of one core; a desk reads the next batch on the other cores meanwhile; below the bar is good"}), err
}

// timed links n reports and returns reports a second and the 99th percentile
// of one, in milliseconds of processor time.
func timed(l *story.Linker, n int, next func() story.Print) (rate, p99 float64) {
	prints := make([]story.Print, n)
	for i := range prints {
		prints[i] = next()
	}
	took := make([]time.Duration, n)
	var all time.Duration
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	for i := range prints {
		start := threadTime()
		l.Add(prints[i])
		took[i] = threadTime() - start
		all += took[i]
	}
	slices.Sort(took)
	return float64(n) / all.Seconds(), float64(took[n*99/100].Microseconds()) / 1000
}

// threadTime is the processor time that this thread has used, so that what else
// runs on the machine does not count.
func threadTime() time.Duration {
	var t unix.Timespec
	if unix.ClockGettime(unix.CLOCK_THREAD_CPUTIME_ID, &t) != nil {
		return time.Duration(time.Now().UnixNano())
	}
	return time.Duration(t.Nano())
}

// restored returns how many seconds a start takes: reading the fingerprints
// and putting them into their stories.
func restored(shared string) (float64, error) {
	s, err := newStream(shared)
	if err != nil {
		return 0, err
	}
	l := story.NewLinker()
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	var took time.Duration
	for s.n < liveReports {
		p := s.next()
		raw, err := json.Marshal(p)
		if err != nil {
			return 0, err
		}
		a := s.assignment()
		start := threadTime()
		sketch, err := story.ReadSketch(raw)
		if err != nil {
			return 0, err
		}
		l.RestoreSketch(sketch, a)
		took += threadTime() - start
	}
	return took.Seconds(), nil
}

// resident is the memory that the process holds, in bytes, as Linux tells it;
// elsewhere what the heap holds.
func resident() int64 {
	status, _ := os.ReadFile("/proc/self/status")
	for line := range strings.Lines(string(status)) {
		var kb int64
		if n, _ := fmt.Sscanf(line, "VmRSS: %d kB", &kb); n == 1 {
			return kb << 10
		}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapInuse)
}
