package eval

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"wiredesk"
	"wiredesk/internal/eval/corpus"
	"wiredesk/internal/story"
)

// A stream makes fingerprints without end, as many outlets would send them:
// a third of the reports open a story; the others tell of one of the newest two
// thousand, dropping three in ten of its terms for others. Terms and lengths
// are those of real reports. The same seed makes the same stream.
type stream struct {
	r     *rand.Rand
	bases []story.Print
	n     int
	live  []told // a ring
	last  int    // the story of the last report made
	made  int    // stories
}

// told is a story of the stream.
type told struct {
	number int
	base   *story.Print
	own    story.Terms
	runs   story.Runs
}

// liveStories is the number of stories that are still told of.
const liveStories = 2000

func newStream(shared string) (*stream, error) {
	s := &stream{r: rand.New(rand.NewPCG(7, 2012))}
	for _, read := range [...]func(string) ([]corpus.Article, error){corpus.GiveMe5W1H, GunViolenceTrain, corpus.FAKES} {
		articles, err := read(shared)
		if err != nil {
			return nil, err
		}
		readings, err := Readings(articles)
		if err != nil {
			return nil, err
		}
		for i := range readings {
			s.bases = append(s.bases, story.Fingerprint(&readings[i]))
		}
	}
	return s, nil
}

// next makes one report.
func (s *stream) next() story.Print {
	var t told
	if len(s.live) == 0 || s.r.Float64() < 0.35 {
		t = s.open()
		if len(s.live) < liveStories {
			s.live = append(s.live, t)
		} else {
			s.live[t.number%liveStories] = t
		}
	} else {
		t = s.live[s.r.IntN(len(s.live))]
	}
	s.last = t.number
	return s.tell(t)
}

// open makes a story: a real report's terms, half of them replaced by those of
// others, and ten rare names at the head.
func (s *stream) open() told {
	t := told{number: s.made, base: &s.bases[s.r.IntN(len(s.bases))]}
	s.made++
	for range 10 {
		t.own = append(t.own, story.Term{Word: fmt.Sprintf("X%dq", s.r.IntN(1<<30)), Kind: story.NameTerm, Level: 9})
	}
	t.own = append(t.own, s.mixed(s.mixed(t.base.Terms, 0.3), 0.3)...)
	t.runs = s.someRuns(len(t.base.Runs))
	return t
}

// mixed puts terms of another real report in the place of a share of terms.
func (s *stream) mixed(terms story.Terms, share float64) story.Terms {
	out := slices.Clone(terms)
	other := s.bases[s.r.IntN(len(s.bases))].Terms
	for i := range out {
		if s.r.Float64() < share && i < len(other) {
			out[i] = other[i]
		}
	}
	return out
}

// someRuns makes runs that no other report has.
func (s *stream) someRuns(n int) story.Runs {
	out := make(story.Runs, n)
	for i := range out {
		out[i] = uint32(s.r.IntN(1 << 20))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// tell makes one report of a story; three in ten carry its text.
func (s *stream) tell(t told) story.Print {
	p := *t.base
	p.Report = fmt.Sprintf("report-%07d", s.n)
	p.Published = wiredesk.Optional(time.Unix(1_400_000_000+5*int64(s.n), 0).UTC().Format(time.RFC3339))
	p.Terms = s.mixed(t.own, 0.3)[:min(len(t.own), story.MaxTerms)]
	p.Runs = t.runs
	if s.r.Float64() > 0.3 {
		p.Runs = s.someRuns(len(t.runs))
	}
	s.n++
	return p
}

// assignment is the story of the last report as it would be stored.
func (s *stream) assignment() wiredesk.Assignment {
	return wiredesk.Assignment{Story: fmt.Sprintf("s-%d", s.last)}
}

// flood makes reports of one event, two in five of them near copies.
func (s *stream) flood() func() story.Print {
	t := s.open()
	return func() story.Print {
		p := s.tell(t)
		if s.r.Float64() < 0.4 {
			p.Terms, p.Runs = t.own[:min(len(t.own), story.MaxTerms)], t.runs
		}
		return p
	}
}

// common makes reports that all hold the same common words and no other.
func (s *stream) common() func() story.Print {
	terms := slices.Clone(s.bases[0].Terms)
	for i := range terms {
		terms[i] = s.bases[i%len(s.bases)].Terms[min(3, len(s.bases[i%len(s.bases)].Terms)-1)]
	}
	t := told{base: &s.bases[0], own: terms}
	return func() story.Print {
		t.runs = s.someRuns(100)
		p := s.tell(t)
		s.r.Shuffle(len(terms), func(i, j int) { terms[i], terms[j] = terms[j], terms[i] })
		p.Terms = slices.Clone(terms[:min(len(terms), 40)])
		return p
	}
}
