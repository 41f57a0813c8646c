package story

import (
	"strings"
	"time"

	"wiredesk"
	"wiredesk/internal/lang/entity"
)

// A CrisisStory is what Crises needs to know of a story. Its reports are put
// into it with Add.
type CrisisStory struct {
	ID      string
	First   time.Time         // its earliest publication, zero until a report with a date is added
	Reports int               // reports with a date
	Actors  map[string]*Named // persons and organizations by entity id, agencies and outlets left out
	Places  map[string]*Named // places by gazetteer id, countries among them
	Kinds   map[string]int    // events of each PLOVER type
	days    map[int64]bool    // days of publication, counted from 1970
	scenes  map[string]int    // mentions of places in each country
}

// A Named is someone or something by the name that is printed first, with the
// number of reports of the story that name it.
type Named struct {
	Name    string
	Country string // of a place, ISO 3166-1 alpha-2
	Reports int
}

// Add puts a report into a story. One without a date says nothing: how far it
// is from another story cannot be known. Nor does one that was killed.
func (s *CrisisStory) Add(r *wiredesk.Reading) {
	at, ok := published(r.Published.Value)
	if !ok || r.Status == wiredesk.Killed || r.Status == wiredesk.Withheld {
		return
	}
	if s.Reports == 0 {
		s.First = at
		s.Actors, s.Places = map[string]*Named{}, map[string]*Named{}
		s.Kinds, s.scenes, s.days = map[string]int{}, map[string]int{}, map[int64]bool{}
	}
	s.Reports++
	if at.Before(s.First) {
		s.First = at
	}
	s.days[dayOf(at)] = true
	seen := map[string]bool{}
	for _, e := range r.Entities {
		key := entity.Key(e.Type, e.Name) // one actor, whatever a report calls it
		if (e.Type == wiredesk.Person || e.Type == wiredesk.Organization) && !carries(r, &e) && !seen[key] {
			seen[key] = true
			name(s.Actors, key, e.Name, "")
		}
	}
	for _, p := range r.Places {
		s.scenes[string(p.Country)]++
		if !seen[p.ID] {
			seen[p.ID] = true
			name(s.Places, p.ID, printed(r, &p), string(p.Country))
		}
	}
	for _, e := range r.Events {
		if !e.Background {
			s.Kinds[e.Type]++
		}
	}
}

// printed is the name of a place as a report prints it; the gazetteer's for a
// country, and where the report has capitals only or no words for it.
func printed(r *wiredesk.Reading, p *wiredesk.Place) string {
	if strings.HasPrefix(p.ID, "country:") || p.Span.End <= p.Span.Start || !p.Span.Valid(r.Text) {
		return p.Name
	}
	words := r.Text[p.Span.Start:p.Span.End]
	if words == strings.ToUpper(words) {
		return p.Name
	}
	return words
}

// dayOf is the day of a time, counted from 1970.
func dayOf(t time.Time) int64 { return t.Unix() / 86400 }

// name counts one report that names something.
func name(into map[string]*Named, id, as, country string) {
	if into[id] == nil {
		into[id] = &Named{Name: as, Country: country}
	}
	into[id].Reports++
}

// carries reports whether an entity is an agency, or the outlet or agency that
// a report itself comes from: it is named for carrying the news, not for
// having a part in it.
func carries(r *wiredesk.Reading, e *wiredesk.Entity) bool {
	if e.Agency || strings.EqualFold(e.Name, string(r.Outlet)) {
		return true
	}
	for _, a := range append(r.Agencies[:len(r.Agencies):len(r.Agencies)], r.CompiledFrom...) {
		if strings.EqualFold(e.Name, a) {
			return true
		}
	}
	return r.Dateline != nil && strings.EqualFold(e.Name, string(r.Dateline.Agency))
}

// sceneShare is the share of a story's place names from which a country is a
// scene of it. The capitals that comment on a war are named once or twice in a
// report, and "US-led" in nearly every one; Syria has over half of the names in
// the stories of examples/homs. Two countries that meet have about half each.
const sceneShare = 0.3

// scene reports whether a story plays in a country.
func (s *CrisisStory) scene(country string) bool {
	all := 0
	for _, n := range s.scenes {
		all += n
	}
	return country != "" && float64(s.scenes[country]) >= sceneShare*float64(all) && s.scenes[country] > 0
}

// kindShare is the share of a story's events from which their kind is one of
// the story's: stories of a war have half of them in "assault", and a single
// "reject" or "aid" in nearly every report says nothing.
const kindShare = 0.3

// sameKind reports whether both stories are of one kind.
func sameKind(a, b map[string]int) bool {
	for kind := range a {
		if leads(a, kind) && leads(b, kind) {
			return true
		}
	}
	return false
}

// leads reports whether a kind is one of the main ones among events.
func leads(kinds map[string]int, kind string) bool {
	all := 0
	for _, n := range kinds {
		all += n
	}
	return kinds[kind] > 0 && float64(kinds[kind]) >= kindShare*float64(all)
}

// fine reports whether a place is finer than a country, and lies in one.
func fine(id string, p *Named, country string) bool {
	return p.Country == country && !strings.HasPrefix(id, "country:")
}
