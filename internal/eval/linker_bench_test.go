package eval

import (
	"os"
	"testing"
	"time"

	"wiredesk/internal/story"
)

func TestQuick(t *testing.T) {
	s, err := newStream(os.Getenv("WIREDESK_SHARED"))
	if err != nil {
		t.Skip(err)
	}
	before := resident()
	l := story.NewLinker()
	start := time.Now()
	same, n := 0, 0
	first := map[string]int{}
	for s.n < 100000 {
		p := s.next()
		a := l.Add(p)
		if k, ok := first[a.Story]; ok {
			n++
			if k == s.last {
				same++
			}
		} else {
			first[a.Story] = s.last
		}
		if s.n%20000 == 0 {
			t.Log(s.n, time.Since(start), (resident()-before)>>20, same, n, len(first), s.made)
			start = time.Now()
		}
	}
}
