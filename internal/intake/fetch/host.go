package fetch

import (
	"context"
	"sync"
	"time"
)

// hosts keeps the turns of requests to each host.
type hosts struct {
	mu   sync.Mutex
	host map[string]*queue
}

// A queue is the turns of one host.
type queue struct {
	slots chan struct{} // one for each request that may be under way
	next  time.Time     // when the next may start
	users int           // those who hold or wait for a turn
}

// maxHosts is the number of hosts whose last request is remembered.
const maxHosts = 10_000

// turn waits until a request to the host may start. release ends the request.
// No more than PerHost are under way, and each starts delay after the one
// before it.
func (h *hosts) turn(ctx context.Context, host string, delay time.Duration) (release func(), err error) {
	q := h.enter(host)
	select {
	case q.slots <- struct{}{}:
	case <-ctx.Done():
		h.leave(q)
		return nil, ctx.Err()
	}
	release = func() {
		<-q.slots
		h.leave(q)
	}
	if err := h.wait(ctx, q, delay); err != nil {
		release()
		return nil, err
	}
	return release, nil
}

// wait sleeps until the request may start and books the next start.
func (h *hosts) wait(ctx context.Context, q *queue, delay time.Duration) error {
	h.mu.Lock()
	now := time.Now()
	start := now
	if delay > 0 && q.next.After(now) {
		start = q.next
	}
	q.next = start.Add(max(delay, 0))
	h.mu.Unlock()
	if !start.After(now) {
		return nil
	}
	timer := time.NewTimer(start.Sub(now))
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// enter returns the queue of a host.
func (h *hosts) enter(host string) *queue {
	h.mu.Lock()
	defer h.mu.Unlock()
	if len(h.host) > maxHosts {
		for name, q := range h.host {
			if q.users == 0 {
				delete(h.host, name)
			}
		}
	}
	if h.host == nil {
		h.host = map[string]*queue{}
	}
	q := h.host[host]
	if q == nil {
		q = &queue{slots: make(chan struct{}, PerHost)}
		h.host[host] = q
	}
	q.users++
	return q
}

// leave ends the use of a queue.
func (h *hosts) leave(q *queue) {
	h.mu.Lock()
	defer h.mu.Unlock()
	q.users--
}
