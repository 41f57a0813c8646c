package main

import (
	"fmt"
	"io"
	"os"
	"sync"

	"golang.org/x/term"
)

// A progress shows how far a long run is, on a terminal only. Its methods may
// be called from many goroutines.
type progress struct {
	w  io.Writer // nil where nothing is to be shown
	mu sync.Mutex
}

// startProgress shows progress on w if it is a terminal.
func startProgress(w io.Writer) *progress {
	p := &progress{}
	if f, ok := w.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		p.w = w
	}
	return p
}

// at shows a step by its numbers.
func (p *progress) at(what string, done, total int) {
	if p.w == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	fmt.Fprintf(p.w, "\r\x1b[K%s %d of %d", what, done, total)
}

// end clears the line.
func (p *progress) end() {
	if p.w != nil {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
