package story

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"wiredesk"
)

// A crisis is one that is being put together.
type crisis struct {
	country string
	number  int            // of those opened in the country
	gone    bool           // it is part of an earlier one
	stories []*CrisisStory // in the order of first publication
	days    map[int64]bool // on which its stories have reports
	actors  map[string]*tally
	places  map[string]*tally
	kinds   map[string]int
}

// A tally counts who or what the stories of a crisis name.
type tally struct {
	name    string
	country string
	stories int
	main    int // stories that half of the reports of name it
	reports int
}

func newCrisis(country string, number int) *crisis {
	return &crisis{country: country, number: number, days: map[int64]bool{}, actors: map[string]*tally{}, places: map[string]*tally{}, kinds: map[string]int{}}
}

// add puts a story into a crisis.
func (c *crisis) add(s *CrisisStory) {
	at, _ := slices.BinarySearchFunc(c.stories, s, earlier)
	c.stories = slices.Insert(c.stories, at, s)
	maps.Copy(c.days, s.days)
	count(c.actors, s.Actors, s)
	count(c.places, s.Places, s)
	for kind, n := range s.Kinds {
		c.kinds[kind] += n
	}
}

// earlier orders stories by first publication, then by id.
func earlier(a, b *CrisisStory) int {
	return cmp.Or(a.First.Compare(b.First), strings.Compare(a.ID, b.ID))
}

// count adds what a story names to what a crisis names.
func count(into map[string]*tally, from map[string]*Named, s *CrisisStory) {
	for id, n := range from {
		t := into[id]
		if t == nil {
			t = &tally{name: n.Name, country: n.Country}
			into[id] = t
		}
		t.stories++
		t.reports += n.Reports
		if s.main(n) {
			t.main++
		}
	}
}

// main reports whether half of a story's reports name someone.
func (s *CrisisStory) main(n *Named) bool {
	return float64(n.Reports) >= mainShare*float64(s.Reports)
}

// core reports whether an actor is of a crisis's core: named by a quarter of its
// stories.
func (c *crisis) core(t *tally) bool {
	return t != nil && float64(t.stories) >= coreShare*float64(len(c.stories))
}

// near reports whether a story begins within crisisGap of a report of a crisis.
func (c *crisis) near(s *CrisisStory) bool {
	first := dayOf(s.First)
	for n := int64(0); n <= crisisGap; n++ {
		if c.days[first-n] || c.days[first+n] {
			return true
		}
	}
	return false
}

// fits reports whether a story belongs to a crisis by actors, places and kind.
func (c *crisis) fits(s *CrisisStory, home map[string]map[string]bool) bool {
	shared, main := 0, false
	for id, n := range s.Actors {
		if t := c.actors[id]; c.core(t) && home[id][c.country] {
			shared++
			main = main || s.main(n) && t.main > 0
		}
	}
	if shared == 0 || shared < crisisActors && !main {
		return false
	}
	for id, p := range s.Places {
		if fine(id, p, c.country) && c.places[id] != nil {
			return true
		}
	}
	return shared >= crisisActors && sameKind(c.kinds, s.Kinds)
}

// covers reports whether two crises share most stories of the smaller one.
func (c *crisis) covers(o *crisis) bool {
	both := 0
	for _, s := range o.stories {
		if slices.Contains(c.stories, s) {
			both++
		}
	}
	return float64(both) > mergeShare*float64(min(len(c.stories), len(o.stories)))
}

// public is the crisis as it is shown. A story can open a crisis in each of
// the countries that it plays in, so the country is part of the id.
func (c *crisis) public() wiredesk.Crisis {
	id := "c-" + strings.TrimPrefix(c.stories[0].ID, "s-") + "-" + strings.ToLower(c.country)
	out := wiredesk.Crisis{ID: id, Name: c.name()}
	for _, s := range c.stories {
		out.Stories = append(out.Stories, s.ID)
	}
	return out
}

// name is the place that most of the stories share, the country where they
// share none, and the actor whom most of them name, both as printed first.
func (c *crisis) name() string {
	where := most(c.places, func(id string, t *tally) bool {
		return t.country == c.country && !strings.HasPrefix(id, "country:") && t.stories > 1
	})
	if where == "" {
		where = most(c.places, func(id string, _ *tally) bool { return id == "country:"+c.country })
	}
	if where == "" {
		where = c.country
	}
	if who := most(c.actors, func(_ string, t *tally) bool { return t.stories > 1 }); who != "" {
		where += ": " + who
	}
	return where
}

// most returns the name that most stories have among those that are wanted, of
// equal ones that which most reports have, then the first by id.
func most(of map[string]*tally, want func(string, *tally) bool) string {
	var best *tally
	for _, id := range slices.Sorted(maps.Keys(of)) {
		t := of[id]
		if want(id, t) && (best == nil || cmp.Or(t.stories-best.stories, t.reports-best.reports) > 0) {
			best = t
		}
	}
	if best == nil {
		return ""
	}
	return best.name
}
