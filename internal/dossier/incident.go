package dossier

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"wiredesk"
)

// An incident is one thing that happened, on its way into the dossier.
type incident struct {
	kinds    map[string]int
	who      map[string]int
	whom     map[string]int
	sites    map[string]*wiredesk.Site
	places   map[string]int
	days     map[string]int
	events   []string
	relation wiredesk.IncidentRelation
}

// incidents tells the story's own incident from the others that its reports
// tell of.
type incidents struct {
	own    *incident
	others []*incident
	day    time.Time // of the own incident, zero where it is not known
	start  time.Time // what ends before is another incident's
	ofLine map[place]*incident
	ids    map[*incident]string
}

// leadSentences is the number of sentences of a body in which a report tells
// what its news is; backgroundGap is the time before the own incident from which
// on what is told is another one's.
const (
	leadSentences = 4
	backgroundGap = 6 * 24 * time.Hour
)

// newIncidents reads the incidents of a story.
func newIncidents(all []*account) *incidents {
	x := &incidents{own: newIncident(wiredesk.IncidentOwn), ofLine: map[place]*incident{}, ids: map[*incident]string{}}
	x.day = ownDay(all)
	x.start = x.day
	if x.start.IsZero() {
		for _, a := range all {
			if p := a.published(); x.start.IsZero() || !p.IsZero() && p.Before(x.start) {
				x.start = p
			}
		}
	}
	if !x.start.IsZero() {
		x.start = x.start.Add(-backgroundGap)
	}
	countries := ownCountries(all)
	for _, a := range all {
		if a.withdrawn == "" {
			x.read(a, countries)
		}
	}
	return x
}

func newIncident(r wiredesk.IncidentRelation) *incident {
	return &incident{kinds: map[string]int{}, who: map[string]int{}, whom: map[string]int{}, sites: map[string]*wiredesk.Site{}, places: map[string]int{}, days: map[string]int{}, relation: r}
}

// ownDay returns the day that most reports' leads give to what happened.
func ownDay(all []*account) time.Time {
	votes := map[string]int{}
	for _, a := range all {
		if a.withdrawn != "" {
			continue
		}
		latest := a.published()
		seen := map[string]bool{}
		for _, e := range a.reading.Events {
			if e.Background || e.Modality != wiredesk.Happened || e.Time == nil || e.Type == "consult" || a.leadNumber(e.Trigger) >= leadSentences {
				continue
			}
			d := day(string(e.Time.From))
			m := moment(d)
			if m.IsZero() || day(string(e.Time.To)) != d && moment(day(string(e.Time.To))).Sub(m) > longestDay || !latest.IsZero() && m.After(latest.Add(longestDay)) || seen[d] {
				continue
			}
			seen[d] = true
			votes[d] += leadSentences - a.leadNumber(e.Trigger)
		}
	}
	for _, a := range all {
		if a.withdrawn == "" {
			a.voteByTimes(votes)
		}
	}
	first := ""
	for _, a := range all {
		if p := a.published(); !p.IsZero() && a.withdrawn == "" && (first == "" || p.Format(time.DateOnly) < first) {
			first = p.Format(time.DateOnly)
		}
	}
	best := ""
	for _, d := range sortedKeys(votes) {
		if first != "" && d > first { // what happened was reported then
			continue
		}
		if best == "" || votes[d] > votes[best] {
			best = d
		}
	}
	return moment(best)
}

// voteByTimes counts the days that the first sentences give, those of what was
// said left out.
func (a *account) voteByTimes(votes map[string]int) {
	for i := range a.reading.Times {
		t := &a.reading.Times[i]
		n := a.leadNumber(t.Span)
		if n >= timeSentences || !dated(t) || !a.inBody(t.Span) || a.inDateline(t.Span) || a.saidTime(t.Span) {
			continue
		}
		if p := a.published(); !p.IsZero() && moment(day(string(t.From))).After(p) {
			continue
		}
		votes[day(string(t.From))] += leadSentences - n
	}
}

// timeSentences is the number of sentences in which a day by itself says when
// the news was.
const timeSentences = 2

// inDateline reports whether a span stands in the dateline.
func (a *account) inDateline(s wiredesk.Span) bool {
	d := a.reading.Dateline
	return d != nil && d.Span.Overlaps(s)
}

// saidGap is the number of bytes between words that attribute and the time at
// which it was said.
const saidGap = 6

// saidTime reports whether a time says when something was said: it stands right
// behind words that attribute, or right behind their speaker.
func (a *account) saidTime(s wiredesk.Span) bool {
	for i := range a.reading.Claims {
		c := &a.reading.Claims[i]
		for _, cue := range slices.Concat([]wiredesk.Span(c.Cue), c.Source.Spans) {
			if cue.Overlaps(s) || cue.End <= s.Start && s.Start-cue.End <= saidGap {
				return true
			}
		}
	}
	return false
}

// leadNumber returns how many sentences of the body stand before a span.
func (a *account) leadNumber(s wiredesk.Span) int {
	n := 0
	for i := a.sentenceAt(s.Start) - 1; i >= 0; i-- {
		if a.paragraphs[i] > 0 && !a.inHeadline(a.reading.Sentences[i]) {
			n++
		}
	}
	return n
}

// ownCountries returns the countries that the leads name.
func ownCountries(all []*account) map[string]int {
	out := map[string]int{}
	for _, a := range all {
		for _, p := range a.reading.Places {
			if p.Country != "" && (a.inHeadline(p.Span) || a.leadNumber(p.Span) < leadSentences || a.reading.Dateline != nil && a.reading.Dateline.Span.Overlaps(p.Span)) {
				out[string(p.Country)]++
			}
		}
	}
	return out
}

// read puts the sentences and events of an account to incidents.
func (x *incidents) read(a *account, countries map[string]int) {
	var carried *incident
	paragraph := -1
	for i, s := range a.reading.Sentences {
		if a.paragraphs[i] != paragraph {
			carried, paragraph = nil, a.paragraphs[i]
		}
		switch relation, turns := x.turn(a, s, countries); {
		case a.paragraphs[i] == 0 && !a.inHeadline(s):
		case turns && relation == wiredesk.IncidentOwn:
			carried = nil
		case turns:
			if carried == nil || carried.relation != relation {
				carried = newIncident(relation)
				x.others = append(x.others, carried)
			}
		}
		if carried != nil {
			x.ofLine[place{a, i}] = carried
		}
	}
	for k := range a.reading.Events {
		e := &a.reading.Events[k]
		in := x.of(a, e.Trigger)
		if in == x.own && (e.Background || x.past(e.Time)) {
			in = x.line(a, e.Trigger, wiredesk.IncidentEarlier)
		}
		in.add(e, a.leadNumber(e.Trigger) < leadSentences)
	}
}

// turn reports to which incident a sentence turns: by a time that lies before
// the own one or in its days, or by words that say so.
func (x *incidents) turn(a *account, s wiredesk.Span, countries map[string]int) (wiredesk.IncidentRelation, bool) {
	ws := wordsOf(a.reading.Text, s)
	if a.leadNumber(s) > 0 && a.opensAbroad(ws, countries) {
		return wiredesk.IncidentElsewhere, true
	}
	if asides().in(ws) {
		return wiredesk.IncidentOther, true
	}
	earlier := false
	for _, t := range within(a.reading.Times, s, func(t *wiredesk.Time) wiredesk.Span { return t.Span }) {
		to := moment(day(string(t.To)))
		if to.IsZero() || t.Kind == wiredesk.TimeDuration || t.Kind == wiredesk.TimeSet {
			continue
		}
		switch {
		case to.Before(x.start) || !dated(t) && !x.day.IsZero() && to.Before(x.day):
			earlier = true
		case dated(t) || to.After(x.day):
			return wiredesk.IncidentOwn, true
		}
	}
	if (earlier || pastWords().in(ws)) && a.leadNumber(s) > 0 {
		return wiredesk.IncidentEarlier, true
	}
	return wiredesk.IncidentOwn, false
}

// openingWords is the number of words in which a sentence says where it plays.
const openingWords = 4

// opensAbroad reports whether a sentence begins with a place of another country
// than the one that most leads name.
func (a *account) opensAbroad(ws []word, countries map[string]int) bool {
	if len(ws) == 0 || !placing()[ws[0].lower] {
		return false
	}
	home := most(countries)
	for _, p := range a.reading.Places {
		if p.Span.Start >= ws[0].span.Start && p.Span.Start < ws[min(len(ws), openingWords)-1].span.End {
			return p.Country != "" && home != "" && string(p.Country) != home && 2*countries[string(p.Country)] < countries[home]
		}
	}
	return false
}

var placing = wordSet("placing")

// past reports whether a window ends before the own incident's time.
func (x *incidents) past(w *wiredesk.Window) bool {
	if w == nil || w.To == "" || x.start.IsZero() {
		return false
	}
	to := moment(day(string(w.To)))
	return !to.IsZero() && to.Before(x.start)
}

// of returns the incident of the sentence that a span stands in.
func (x *incidents) of(a *account, s wiredesk.Span) *incident {
	if in := x.ofLine[place{a, a.sentenceAt(s.Start)}]; in != nil {
		return in
	}
	return x.own
}

// line gives the sentence of a span an incident of its own.
func (x *incidents) line(a *account, s wiredesk.Span, r wiredesk.IncidentRelation) *incident {
	at := place{a, -1 - a.sentenceAt(s.Start)} // beside the sentence's own
	if x.ofLine[at] == nil {
		x.ofLine[at] = newIncident(r)
		x.others = append(x.others, x.ofLine[at])
	}
	return x.ofLine[at]
}

// add counts an event to an incident; the lead's weigh more.
func (in *incident) add(e *wiredesk.Event, lead bool) {
	n := 1
	if lead {
		n = leadSentences
	}
	in.events = append(in.events, e.ID)
	in.kinds[e.Type] += n
	for _, w := range e.Who {
		in.who[w] += n
	}
	for _, w := range e.Whom {
		in.whom[w] += n
	}
	if e.Place != nil {
		in.sites[e.Place.ID] = e.Place
		in.places[e.Place.ID] += n * fineness(e.Place)
	}
	if e.Time != nil && e.Time.From != "" {
		if from, to := moment(day(string(e.Time.From))), moment(day(string(e.Time.To))); !from.IsZero() && !to.IsZero() && to.Sub(from) <= longestDay {
			in.days[day(string(e.Time.From))] += n
		}
	}
}

// fineness weighs a finer place higher.
func fineness(s *wiredesk.Site) int {
	switch s.Precision {
	case wiredesk.PrecisionPoint, wiredesk.PrecisionCity:
		return 3
	case wiredesk.PrecisionProvince:
		return 2
	}
	return 1
}

// The names that an incident lists at most of those who act and are acted on.
const mostActors = 5

// list returns the incidents for the dossier, the own one first.
func (x *incidents) list(story string) []wiredesk.Incident {
	var out []wiredesk.Incident
	for _, in := range append([]*incident{x.own}, x.others...) {
		if in != x.own && len(in.events) == 0 {
			continue
		}
		i := wiredesk.Incident{ID: x.id(story, in), Type: most(in.kinds), Own: in == x.own, Relation: in.relation,
			Who: top(in.who, mostActors), Whom: top(in.whom, mostActors), Place: in.sites[most(in.places)], Events: in.events}
		if d := most(in.days); d != "" {
			i.From, i.To = wiredesk.Optional(d), wiredesk.Optional(d)
		}
		if in == x.own && !x.day.IsZero() {
			d := wiredesk.Optional(x.day.Format(time.DateOnly))
			i.From, i.To = d, d
		}
		out = append(out, i)
	}
	return out
}

// id names an incident.
func (x *incidents) id(story string, in *incident) string {
	if len(x.ids) == 0 {
		for i, o := range append([]*incident{x.own}, x.others...) {
			x.ids[o] = fmt.Sprintf("%s.i%d", story, i+1)
		}
	}
	return x.ids[in]
}

// most returns the key with the highest count, the first of several.
func most(counts map[string]int) string {
	if t := top(counts, 1); len(t) > 0 {
		return t[0]
	}
	return ""
}

// top returns the n keys with the highest counts.
func top(counts map[string]int, n int) []string {
	keys := sortedKeys(counts)
	slices.SortStableFunc(keys, func(a, b string) int { return cmp.Compare(counts[b], counts[a]) })
	return keys[:min(n, len(keys))]
}

// elsewhere reports whether a site lies in a country that the leads do not
// name, while they name others.
func elsewhere(s *wiredesk.Site, countries map[string]int) bool {
	return s != nil && s.Country != "" && len(countries) > 0 && countries[string(s.Country)] == 0
}
