package story

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"wiredesk"
)

// crisisGap is within how many days of a report of a crisis a story must begin
// to belong to it: six weeks. With it the stories of FA-KES on the war in Syria
// make nine crises from 2012 to 2017, and one in the United States.
const crisisGap = 6 * 7

// crisisActors is how many actors a story must share with the core of a crisis
// where no one of them is a main actor of both.
const crisisActors = 2

// homeShare is the share of an actor's stories that must play in a country, and
// in no other country more of them, for the actor to say something about crises
// there: presidents, the United Nations and great powers speak on everything
// and link nothing.
const homeShare = 0.5

// mainShare is the share of a story's reports from which an actor is a main
// one of it.
const mainShare = 0.5

// coreShare is the share of a crisis's stories that must name an actor of its
// core. A crisis of up to four stories is still open to all whom they name: in
// examples/homs the appeal of the third story shares no one with the second,
// only with the first. From the fifth on, a chain of stories with ever other
// actors ends.
const coreShare = 0.25

// mergeShare is the share of the smaller crisis's stories above which it and
// another one in the same country are one.
const mergeShare = 0.5

// Crises links stories over weeks. A crisis plays in one country. A story that
// plays there belongs to it if it follows another story of it within
// crisisGap, names actors of its core who are at home in the country, and
// shares a place finer than the country, or the kind of event where it shares
// two actors. A story may belong to several crises. Those of a single story
// are none.
//
// Stories are taken in the order of first publication, each against the crises
// as they stand by then. The id of a crisis is made of that of its earliest
// story and of the country: it is the same whatever is added later, as long as
// that story opens it. The same stories give the same crises in any order.
func Crises(folders []CrisisStory) []wiredesk.Crisis {
	stories := make([]*CrisisStory, 0, len(folders))
	for i := range folders {
		if folders[i].Reports > 0 {
			stories = append(stories, &folders[i])
		}
	}
	slices.SortFunc(stories, earlier)
	home := homes(stories)
	stages := map[string]*stage{}
	for _, s := range stories {
		for _, country := range slices.Sorted(maps.Keys(s.scenes)) {
			if !s.scene(country) {
				continue
			}
			if stages[country] == nil {
				stages[country] = &stage{country: country, naming: map[string][]*crisis{}}
			}
			stages[country].place(s, home)
		}
	}
	var out []wiredesk.Crisis
	for _, country := range slices.Sorted(maps.Keys(stages)) {
		for _, c := range stages[country].crises {
			if len(c.stories) > 1 && !c.gone {
				out = append(out, c.public())
			}
		}
	}
	slices.SortFunc(out, func(a, b wiredesk.Crisis) int { return strings.Compare(a.ID, b.ID) })
	return out
}

// homes gives the countries in which actors are at home.
func homes(stories []*CrisisStory) map[string]map[string]bool {
	all, in := map[string]int{}, map[string]map[string]int{}
	for _, s := range stories {
		for country := range s.scenes {
			if !s.scene(country) {
				continue
			}
			for actor := range s.Actors {
				if in[actor] == nil {
					in[actor] = map[string]int{}
				}
				in[actor][country]++
			}
		}
		for actor := range s.Actors {
			all[actor]++
		}
	}
	out := map[string]map[string]bool{}
	for actor, countries := range in {
		out[actor] = map[string]bool{}
		top := slices.Max(slices.Collect(maps.Values(countries)))
		for country, n := range countries {
			out[actor][country] = n == top && float64(n) >= homeShare*float64(all[actor])
		}
	}
	return out
}

// A stage is a country with the crises that play in it, in the order in which
// they were opened, and those that name an actor.
type stage struct {
	country string
	crises  []*crisis
	naming  map[string][]*crisis
}

// place puts a story into each crisis of a country that it fits, or opens one.
// Only those that name an actor of it are looked at. Crises that share most of
// their stories by then become one, under the id of the earlier.
func (st *stage) place(s *CrisisStory, home map[string]map[string]bool) {
	var near, joined []*crisis
	looked := map[*crisis]bool{}
	for actor := range s.Actors {
		if !home[actor][st.country] {
			continue
		}
		for _, c := range st.naming[actor] {
			if !looked[c] && !c.gone && c.near(s) {
				near = append(near, c)
			}
			looked[c] = true
		}
	}
	slices.SortFunc(near, func(a, b *crisis) int { return cmp.Compare(a.number, b.number) })
	for _, c := range near {
		if c.fits(s, home) {
			st.add(c, s)
			joined = append(joined, c)
		}
	}
	if len(joined) == 0 {
		c := newCrisis(st.country, len(st.crises))
		st.crises = append(st.crises, c)
		st.add(c, s)
		return
	}
	for _, c := range joined[1:] {
		if joined[0].covers(c) {
			for _, x := range c.stories {
				if !slices.Contains(joined[0].stories, x) {
					st.add(joined[0], x)
				}
			}
			c.gone = true
		}
	}
}

// add puts a story into a crisis, which can be found by its actors from then on.
func (st *stage) add(c *crisis, s *CrisisStory) {
	for actor := range s.Actors {
		if c.actors[actor] == nil {
			st.naming[actor] = append(st.naming[actor], c)
		}
	}
	c.add(s)
}
