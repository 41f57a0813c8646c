package dossier

import (
	"slices"
	"sort"
	"strings"
	"time"

	"wiredesk"
)

// A statement is one claim of one account, made ready for comparison.
type statement struct {
	account     *account
	claim       *wiredesk.Claim
	voice       *voice // nil where the report itself says it
	hull        wiredesk.Span
	first, last int // sentences that it stands in
	headline    bool
	own         bool   // its account stands, and does not carry it from another one
	words       []word // of its content
	said        []word // of its sentences
	keys        map[string]bool
	names       map[string]bool // those of its keys that name someone or something
	numbers     map[string]bool
	classes     map[string]bool // of victims and actors that share no one with each other
	days        map[string]bool
	acts        []act
	denied      map[string]bool    // what it says is not so, made when first asked for
	deniesNoun  bool               // "no siren"
	weight      map[string]float64 // of all keys of the story, shared by all statements
}

// statements returns the claims of the accounts that stand, in story order.
func statements(all []*account, p *parties) []*statement {
	weight := map[string]float64{}
	var out []*statement
	for _, a := range all {
		if a.withdrawn != "" {
			continue
		}
		for i := range a.reading.Claims {
			if s := newStatement(a, &a.reading.Claims[i], p); s != nil {
				s.weight = weight
				out = append(out, s)
				for k := range s.keys {
					weight[k]++
				}
			}
		}
	}
	for k, n := range weight {
		weight[k] = 1 / (1 + (n-1)/commonest)
		if general()[k] {
			weight[k] *= generalWeight
		}
	}
	return out
}

// commonest is the number of further claims with a key that halve its weight:
// what the whole story is about ties no two claims. generalWeight is what is
// left of the weight of a word that claims of any story share.
const (
	commonest     = 5
	generalWeight = 0.2
)

// newStatement reads one claim; nil where it has no words or stands outside of
// the report itself.
func newStatement(a *account, c *wiredesk.Claim, p *parties) *statement {
	if len(c.Content) == 0 {
		return nil
	}
	s := &statement{account: a, claim: c, keys: map[string]bool{}, names: map[string]bool{}, numbers: map[string]bool{}, classes: map[string]bool{}, days: map[string]bool{}}
	spans := slices.Concat([]wiredesk.Span(c.Source.Spans), c.Cue, c.Content)
	sort.Slice(spans, func(i, j int) bool { return spans[i].Before(spans[j]) })
	parts := slices.Clone([]wiredesk.Span(c.Content))
	sort.Slice(parts, func(i, j int) bool { return parts[i].Before(parts[j]) })
	s.hull = a.sentences(wiredesk.Span{Start: parts[0].Start, End: parts[len(parts)-1].End})
	for _, part := range spans {
		if part.Start <= s.hull.End+mostApart && part.End+mostApart >= s.hull.Start {
			s.hull = a.sentences(wiredesk.Span{Start: min(part.Start, s.hull.Start), End: max(part.End, s.hull.End)})
		}
	}
	s.headline = a.inHeadline(s.hull)
	if !s.headline && !a.inBody(s.hull) {
		return nil
	}
	s.first = a.sentenceAt(s.hull.Start)
	s.last = max(s.first, a.sentenceAt(s.hull.End-1))
	if c.Kind != wiredesk.Narrated && len(c.Chain) > 0 {
		s.voice = p.voice(a, c)
	}
	s.own = a.own(s.hull)
	s.said = wordsOf(a.reading.Text, s.hull)
	for _, part := range parts {
		s.words = append(s.words, wordsOf(a.reading.Text, part)...)
	}
	s.read(parts)
	return s
}

// mostApart is the number of bytes between a claim's content and its speaker up
// to which both are shown together.
const mostApart = 2

// read collects the keys of the content: names by whom they name, dates apart.
func (s *statement) read(parts []wiredesk.Span) {
	r := s.account.reading
	var taken []wiredesk.Span
	for _, part := range parts {
		for _, m := range within(r.Mentions, part, func(m *wiredesk.Mention) wiredesk.Span { return m.Span }) {
			k := s.account.nameKey(m.Entity, m.Span.Words(r.Text))
			s.keys[k], s.names[k] = true, true
			taken = append(taken, m.Span)
		}
		for _, ref := range within(r.References, part, func(m *wiredesk.Reference) wiredesk.Span { return m.Span }) {
			k := s.account.nameKey(ref.Entity, "")
			s.keys[k] = true
		}
		for _, t := range within(r.Times, part, func(t *wiredesk.Time) wiredesk.Span { return t.Span }) {
			taken = append(taken, t.Span)
			if dated(t) {
				for d := range daysOf(t) {
					s.days[d] = true
				}
			}
		}
	}
	for _, w := range s.words {
		for _, g := range exclusive()[stem(w.lower)] {
			s.classes[g] = true
		}
		if slices.ContainsFunc(taken, func(t wiredesk.Span) bool { return t.Overlaps(w.span) }) {
			continue
		}
		for _, part := range strings.Split(w.lower, "-") {
			if k := content(part); k != "" {
				if s.capital(w) {
					k = "@" + stem(part)
					s.names[k] = true
				}
				s.keys[k] = true
				if isDigits(k) {
					s.numbers[k] = true
				}
			}
		}
	}
	s.acts = actsOf(s)
}

// capital reports whether a word bears a capital inside a sentence: a name that
// the reading may have missed.
func (s *statement) capital(w word) bool {
	text := s.account.reading.Text
	return w.span.Start > s.account.sentences(w.span).Start+1 && capital(w.span.Words(text))
}

// nameKey is the key of whom a mention names: the entity's name in stems, so
// that a country and its adjective, a name and its last word, come near.
func (a *account) nameKey(entity, words string) string {
	name := words
	if e := a.entities[entity]; e != nil {
		name = e.Name
	}
	if _, n, ok := strings.Cut(entity, ":"); ok && name == "" {
		name = strings.ReplaceAll(n, "-", " ")
	}
	fields := strings.Fields(strings.ToLower(name))
	if len(fields) == 0 {
		return "@"
	}
	if strings.HasPrefix(entity, "person:") {
		return "@" + fields[len(fields)-1]
	}
	var out []string
	for _, f := range fields {
		if f != "the" {
			out = append(out, stem(f))
		}
	}
	return "@" + strings.Join(out, " ")
}

// dated reports whether a time is a day or a short run of days.
func dated(t *wiredesk.Time) bool {
	if t.Kind != wiredesk.TimeDate && t.Kind != wiredesk.TimeRange {
		return false
	}
	from, to := moment(day(string(t.From))), moment(day(string(t.To)))
	return !from.IsZero() && !to.IsZero() && to.Sub(from) <= longestDay
}

// longestDay is the length of a time that still says on which day something
// was: a night has two.
const longestDay = 24 * time.Hour

// daysOf returns the days of a dated time.
func daysOf(t *wiredesk.Time) map[string]bool {
	return map[string]bool{day(string(t.From)): true, day(string(t.To)): true}
}

// text returns the sentences of a statement on one line.
func (s *statement) text() string { return line(s.account.shown(s.hull)) }

// who names the speaker, or the outlet.
func (s *statement) who() string {
	if s.voice == nil {
		return s.account.label()
	}
	return s.voice.name
}

// shared returns the weight of the keys that two statements share, and how many
// they are.
func (s *statement) shared(o *statement) (weight float64, n int) {
	small, big := s.keys, o.keys
	if len(big) < len(small) {
		small, big = big, small
	}
	for _, k := range sortedKeys(small) {
		if big[k] {
			weight += s.weight[k]
			n++
		}
	}
	return weight, n
}

// cite returns the citations of a statement.
func (s *statement) cite() []wiredesk.Citation { return []wiredesk.Citation{s.account.cite(s.hull)} }

// verb is how a side of a relation says what it says.
func (s *statement) verb() string {
	switch s.claim.Stance {
	case wiredesk.Denial:
		return "denies"
	case wiredesk.Accusation:
		return "accuses"
	case wiredesk.Promise:
		return "promises"
	case wiredesk.Refusal:
		return "refuses"
	case wiredesk.Demand:
		return "demands"
	case wiredesk.Threat:
		return "threatens"
	}
	if s.voice == nil {
		return "reports"
	}
	return "says"
}

// side makes a side of a relation out of a statement.
func (t *table) side(s *statement) wiredesk.Side {
	return wiredesk.Side{Who: s.who(), Verb: s.verb(), Text: s.text(), Origin: t.origin(s), Citations: s.cite()}
}

// origin names where a statement entered print, as far as that is known.
func (t *table) origin(s *statement) wiredesk.Optional {
	if o := t.count([]string{s.claim.ID}); len(o.Known) > 0 {
		return wiredesk.Optional(o.Known[0])
	}
	return ""
}

// before reports whether one statement was printed before another one.
func (s *statement) before(o *statement) bool {
	if s.account != o.account {
		a, b := s.account.published(), o.account.published()
		if !a.IsZero() && !b.IsZero() && !a.Equal(b) {
			return a.Before(b)
		}
		return s.account.number < o.account.number
	}
	return s.hull.Before(o.hull)
}
