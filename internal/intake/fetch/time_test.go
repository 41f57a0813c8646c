package fetch

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"wiredesk"
)

// pipes makes a client whose connections are pipes to a server of the test, so
// that the bubble's clock can run ahead. each answers one connection's requests.
func pipes(c *Client, each func(conn net.Conn, r *http.Request)) *Client {
	c.http.DialContext = func(context.Context, string, string) (net.Conn, error) {
		client, server := net.Pipe()
		go func() {
			defer server.Close()
			b := bufio.NewReader(server)
			for {
				r, err := http.ReadRequest(b)
				if err != nil {
					return
				}
				if r.URL.Path == "/robots.txt" {
					fmt.Fprint(server, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
					continue
				}
				each(server, r)
			}
		}()
		return client, nil
	}
	return c
}

// B17: whoever is too slow is given up, and others do not wait for it.
func TestB17Slow(t *testing.T) {
	slow := map[string]func(net.Conn){
		"one byte a second": func(conn net.Conn) {
			fmt.Fprint(conn, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
			for {
				if _, err := conn.Write([]byte("a")); err != nil {
					return
				}
				time.Sleep(time.Second)
			}
		},
		"never an answer": func(net.Conn) { time.Sleep(time.Hour) },
		"103 for ever": func(conn net.Conn) {
			for {
				if _, err := fmt.Fprint(conn, "HTTP/1.1 103 Early Hints\r\n\r\n"); err != nil {
					return
				}
				time.Sleep(time.Second)
			}
		},
		"half a body, then nothing": func(conn net.Conn) {
			fmt.Fprintf(conn, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n%s", strings.Repeat("a", 50_000))
			time.Sleep(time.Hour)
		},
	}
	for name, answer := range slow {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				c := pipes(New(Options{Delay: -1}), func(conn net.Conn, r *http.Request) {
					if r.Host == "slow.example" {
						answer(conn)
						return
					}
					fmt.Fprint(conn, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nread")
				})
				done := make(chan error)
				start := time.Now()
				go func() {
					_, err := c.Get(context.Background(), "http://slow.example/")
					done <- err
				}()
				if r, err := c.Get(context.Background(), "http://other.example/"); err != nil || string(r.Body) != "read" || time.Since(start) > time.Second {
					t.Errorf("another host waited: %v %v after %v", r, err, time.Since(start))
				}
				err := <-done
				if passed := time.Since(start); err == nil || passed > TotalTime {
					t.Errorf("%v after %v", err, passed)
				}
				if !errors.Is(err, wiredesk.ErrLook) && !errors.Is(err, wiredesk.ErrRefused) {
					t.Errorf("%v has no meaning", err)
				}
				c.http.CloseIdleConnections()
				time.Sleep(2 * time.Hour) // the servers of the test end
			})
		})
	}
}

// No more than two requests to a host are under way, a second apart.
func TestTurnsAtAHost(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var under, most atomic.Int32
		var starts []time.Duration
		begin := time.Now()
		turn := make(chan time.Duration, 10)
		c := pipes(New(Options{}), func(conn net.Conn, r *http.Request) {
			turn <- time.Since(begin)
			if n := under.Add(1); n > most.Load() {
				most.Store(n)
			}
			time.Sleep(5 * time.Second)
			under.Add(-1)
			fmt.Fprint(conn, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nread")
		})
		done := make(chan error)
		for range 6 {
			go func() {
				_, err := c.Get(context.Background(), "http://post.example/")
				done <- err
			}()
		}
		for range 6 {
			starts = append(starts, <-turn)
			if err := <-done; err != nil {
				t.Error(err)
			}
		}
		if most.Load() != PerHost {
			t.Errorf("%d requests were under way at once, want %d", most.Load(), PerHost)
		}
		for i := 1; i < len(starts); i++ {
			if starts[i]-starts[i-1] < DefaultDelay {
				t.Errorf("starts %v are less than %v apart", starts, DefaultDelay)
			}
		}
		c.http.CloseIdleConnections()
	})
}

// DNS that does not answer costs five seconds.
func TestSlowNames(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := New(Options{Delay: -1})
		c.lookup = func(ctx context.Context, _ string) ([]netip.Addr, error) {
			<-ctx.Done()
			return nil, ctx.Err()
		}
		start := time.Now()
		_, err := c.Get(context.Background(), "http://post.example/")
		if err == nil || time.Since(start) != 2*DNSTime { // once for robots.txt, once for the page
			t.Errorf("%v after %v", err, time.Since(start))
		}
	})
}
