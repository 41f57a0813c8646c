package dossier

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/offices.txt
var officesFile []byte

//go:embed lexicon/nobody.txt
var nobodyFile []byte

// offices holds the words for people who speak for a body, and what is left of
// them in its name: "minister" is a ministry's, "spokesman" says nothing.
// nobody holds the names that tell no voice from another: "officials", "he".
var (
	offices = sync.OnceValue(func() map[string]string { return lexicon.Map(officesFile) })
	nobody  = sync.OnceValue(func() map[string]bool { return lexicon.Set(nobodyFile) })
)

// A party is one voice of the story: a body with all who speak for it, or a
// person who speaks for none.
type party struct {
	number int // in the order in which they were met
	id     string
	names  []string // as printed, the fullest first
	keys   map[string]bool
	role   string
	body   string // the body's name where persons are among the names
	named  bool   // it can be told from others: not just "officials"
	into   *party // the party that it was found to be
}

// A voice is who says one claim: the party, and which of its people.
type voice struct {
	party  *party
	name   string // as printed
	person string // key of the person, "" where the body itself speaks
	body   string // the body, as printed, "" where none is known
	role   string
}

// parties is the table of all voices of a story.
type parties struct {
	byKey   map[string][]*party // a word of a name -> the parties whose name holds it
	all     []*party
	byBody  map[string]*party   // joined keys of a body -> party
	persons map[string]*voice   // person key -> voice
	byName  map[string][]string // a word of a name -> the names of persons that hold it
}

// newParties reads the voices of all claims.
func newParties(all []*account) *parties {
	p := &parties{byBody: map[string]*party{}, persons: map[string]*voice{}, byName: map[string][]string{}}
	for _, a := range all {
		for _, e := range a.reading.Entities {
			if e.Type == wiredesk.Person {
				p.name(e.Name)
			}
		}
	}
	for _, a := range all {
		for i := range a.reading.Claims {
			if c := &a.reading.Claims[i]; c.Kind != wiredesk.Narrated && len(c.Chain) > 0 {
				p.voice(a, c)
			}
		}
		for i := range a.reading.Figures {
			p.claimant(a, &a.reading.Figures[i])
		}
	}
	p.join()
	return p
}

// name notes a person's name under each of its words.
func (p *parties) name(full string) {
	full = strings.ToLower(line(full))
	for _, w := range strings.Fields(full) {
		if !slices.Contains(p.byName[w], full) {
			p.byName[w] = append(p.byName[w], full)
		}
	}
}

// personKey is what a person is told from others by: the longest name of the
// story that holds all words of the given one, where all such names are of one
// person. Two people of one surname stay two.
func (p *parties) personKey(name string) string {
	name = strings.ToLower(line(name))
	words := strings.Fields(name)
	if len(words) == 0 {
		return ""
	}
	longest := name
	var fuller []string
	for _, n := range p.byName[words[len(words)-1]] {
		if holdsWords(n, name) {
			fuller = append(fuller, n)
			if len(n) > len(longest) {
				longest = n
			}
		}
	}
	for _, n := range fuller {
		if !holdsWords(longest, n) {
			return name
		}
	}
	return longest
}

// holdsWords reports whether all words of a name stand in another one.
func holdsWords(long, short string) bool {
	in := strings.Fields(long)
	for _, w := range strings.Fields(short) {
		if !slices.Contains(in, w) {
			return false
		}
	}
	return true
}

// voice returns who says a claim.
func (p *parties) voice(a *account, c *wiredesk.Claim) *voice {
	v := &voice{name: line(c.Chain[0]), role: string(c.Role), body: string(c.Body)}
	e := a.entities[string(c.Source.Entity)]
	printed := v.name
	for _, s := range c.Source.Spans {
		if w := line(s.Words(a.reading.Text)); len(w) > len(printed) {
			printed = w
		}
	}
	switch {
	case e != nil && e.Type == wiredesk.Person:
		v.person = p.personKey(e.Name)
		if v.role == "" {
			v.role = string(e.Role)
		}
		if v.body == "" {
			v.body = bodyIn(v.role)
		}
		if v.body == "" {
			v.body = a.force(c, v.role)
		}
	case e != nil:
		v.body = e.Name
		if v.role == "" && printed != e.Name {
			v.role = printed
		}
	default:
		if v.body == "" {
			v.body = printed
		}
		if collective()[lastWord(v.name)] {
			v.body = v.name + " " + a.reading.ID
		}
	}
	return p.place(v)
}

// collective holds the names of people who are not the same in two reports:
// "witnesses", "residents".
var collective = wordSet("collective")

// lastWord returns the last word of a name in lower case.
func lastWord(name string) string {
	words := strings.Fields(strings.ToLower(name))
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// claimant returns who gives a figure by the figure's own words, nil where these
// name nobody.
func (p *parties) claimant(a *account, f *wiredesk.Figure) *voice {
	if f.Claimant == nil || len(f.Claimant.Spans) == 0 {
		return nil
	}
	s := f.Claimant.Spans[0]
	if rest := strings.TrimLeft(a.reading.Text[min(s.End, len(a.reading.Text)):], " "); rest != "" && dashes()[string([]rune(rest)[0])] {
		return nil // a dateline
	}
	for _, t := range within(a.reading.Times, s, func(t *wiredesk.Time) wiredesk.Span { return t.Span }) {
		if t.Span.Start > s.Start {
			s.End = min(s.End, t.Span.Start)
		}
	}
	words := strings.Fields(s.Words(a.reading.Text))
	for len(words) > 1 && empty()[strings.ToLower(words[len(words)-1])] {
		words = words[:len(words)-1]
	}
	for len(words) > 1 && articles()[strings.ToLower(words[0])] {
		words = words[1:]
	}
	name := strings.Join(words, " ")
	e := a.entities[string(f.Claimant.Entity)]
	if name == "" || nobody()[strings.ToLower(name)] && e == nil {
		return nil
	}
	if e != nil && e.Type != wiredesk.Person && e.Type != wiredesk.Organization {
		e = nil
	}
	return p.place(p.named(a, name, e))
}

// named returns the voice that words name: a person whom the story knows, behind
// an office, or a body.
func (p *parties) named(a *account, name string, e *wiredesk.Entity) *voice {
	if e != nil {
		return p.of(name, e)
	}
	words := strings.Fields(name)
	for i := range words {
		if rest := strings.Join(words[i:], " "); capital(words[i]) && p.knows(rest) {
			role := strings.Join(words[:i], " ")
			return &voice{name: name, person: p.personKey(rest), role: role, body: bodyIn(role)}
		}
	}
	v := &voice{name: name, body: name}
	if collective()[lastWord(name)] {
		v.body = name + " " + a.reading.ID
	}
	return v
}

// capital reports whether a word begins with a capital.
func capital(w string) bool { return w != "" && unicode.IsUpper([]rune(w)[0]) }

// knows reports whether a name is one of a person of the story, or the last part
// of one.
func (p *parties) knows(name string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc(p.byName[lastWord(name)], func(n string) bool { return strings.HasSuffix(" "+n, " "+name) })
}

var articles = wordSet("articles")

// force returns the body that a person with a rank and no body speaks for: the one
// of the list of forces that the claim's sentences name. "" where there are none
// or several.
func (a *account) force(c *wiredesk.Claim, role string) string {
	if role == "" || len(c.Content) == 0 || !slices.ContainsFunc(strings.Fields(strings.ToLower(role)), func(w string) bool { _, is := offices()[w]; return is }) {
		return ""
	}
	found := ""
	text := folded(a.sentences(c.Content[0]).Words(a.reading.Text))
	for _, f := range forces() {
		if strings.Contains(text, " "+f+" ") {
			if found != "" {
				return ""
			}
			found = f
		}
	}
	return found
}

var forces = sync.OnceValue(func() []string {
	var out []string
	for _, e := range lexicon.Parse(file("forces")) {
		out = append(out, e.Field(0))
	}
	return out
})

// of returns the voice that words name outside of a claim.
func (p *parties) of(name string, e *wiredesk.Entity) *voice {
	v := &voice{name: name, body: name}
	if e != nil && e.Type == wiredesk.Person {
		v.person, v.role, v.body = p.personKey(e.Name), string(e.Role), bodyIn(string(e.Role))
	} else if e != nil {
		v.body = e.Name
	}
	return v
}

// place finds or makes the party of a voice.
func (p *parties) place(v *voice) *voice {
	if v.person != "" {
		if known := p.persons[v.person]; known != nil {
			if known.body == "" && v.body != "" && len(bodyKeys(v.body)) > 0 {
				known.party.into = p.body(v.body)
				known.body, known.role = v.body, v.role
				known.party.into.add(known.name, "")
			}
			known.party.root().add(v.name, v.role)
			v.party = known.party
			if v.body == "" {
				v.body = known.body
			}
			return v
		}
		p.persons[v.person] = v
		if len(bodyKeys(v.body)) > 0 {
			v.party = p.body(v.body)
		} else {
			v.party = p.new(map[string]bool{"@" + v.person: true})
			v.party.named = true
		}
		v.party.add(v.name, v.role)
		return v
	}
	v.party = p.body(v.body)
	v.party.add(v.name, v.role)
	return v
}

func (p *parties) new(keys map[string]bool) *party {
	q := &party{keys: keys}
	p.all = append(p.all, q)
	return q
}

// body returns the party of a body's name.
func (p *parties) body(name string) *party {
	keys := bodyKeys(name)
	id := strings.Join(sortedKeys(keys), " ")
	if q := p.byBody[id]; q != nil {
		return q.root()
	}
	q := p.new(keys)
	q.body, q.named = name, len(keys) > 0
	p.byBody[id] = q
	return q
}

// add notes a name of a party.
func (q *party) add(name, role string) {
	if name != "" && !slices.Contains(q.names, name) {
		q.names = append(q.names, name)
	}
	if q.role == "" {
		q.role = role
	}
}

// root returns the party that this one was found to be.
func (q *party) root() *party {
	for q.into != nil && q.into != q {
		q = q.into
	}
	return q
}

// bodyKeys returns the words that tell a body from others: articles, offices
// and words such as "official" left out.
func bodyKeys(name string) map[string]bool {
	out := map[string]bool{}
	if nobody()[strings.TrimPrefix(strings.ToLower(name), "the ")] {
		return out
	}
	for i, w := range wordsOf(name, wiredesk.Span{End: len(name)}) {
		if i > 0 && bodyEnds()[w.lower] && len(out) > 0 {
			break
		}
		l := strings.TrimSuffix(w.lower, "'s")
		if o, is := offices()[l]; is {
			l = o
		}
		for _, part := range strings.Fields(l) {
			if k := bodyWord(part); k != "" {
				out[k] = true
			}
		}
	}
	return out
}

// bodyEnds stand behind a body's name, before where it is.
var bodyEnds = wordSet("body-ends")

// bodyWord is the key of one word of a body's name.
func bodyWord(l string) string {
	if l == "" || nobody()[l] || empty()[l] || len([]rune(l)) < 2 {
		return ""
	}
	return stem(l)
}

// bodyIn returns the body that a role names: "health ministry spokeswoman" is
// the health ministry's. It is "" where the role names none.
func bodyIn(role string) string {
	if len(bodyKeys(role)) == 0 {
		return ""
	}
	for _, w := range strings.Fields(strings.ToLower(role)) {
		if _, is := offices()[strings.TrimSuffix(w, "'s")]; is {
			return role
		}
	}
	return ""
}

// join puts bodies together that are one under two names: an acronym and what
// it stands for, a shorter name that only one longer name of the story holds.
func (p *parties) join() {
	byWord := map[string][]*party{}
	initials := map[string][]*party{}
	for _, q := range p.all {
		if q.body == "" || len(q.keys) == 0 {
			continue
		}
		for _, k := range sortedKeys(q.keys) {
			byWord[k] = append(byWord[k], q)
		}
		if i := acronym(q.body); len(i) > 1 {
			initials[i] = append(initials[i], q)
		}
	}
	for _, q := range p.all {
		if q.body == "" || len(q.keys) == 0 || q.into != nil {
			continue
		}
		longer := wider(q, byWord)
		if len(longer) == 0 {
			if short := strings.ToLower(strings.Trim(strings.TrimPrefix(q.body, "the "), ".")); !strings.Contains(short, " ") {
				longer = initials[short]
			}
		}
		var roots []*party
		for _, l := range longer {
			if r := l.root(); r != q && !slices.Contains(roots, r) {
				roots = append(roots, r)
			}
		}
		if len(roots) == 1 {
			q.into = roots[0]
			for _, n := range q.names {
				roots[0].add(n, q.role)
			}
		}
	}
	p.byKey = map[string][]*party{}
	for i, q := range p.all {
		q.number = i
		if q.into == nil && q.named && len(q.keys) > 0 && len(q.keys) <= mostKeys {
			for k := range q.keys {
				p.byKey[k] = append(p.byKey[k], q)
			}
		}
	}
}

// mostKeys bounds the words of a name by which a party is found in a text.
const mostKeys = 8

// wider returns the bodies whose names hold all words of another and more.
func wider(q *party, byWord map[string][]*party) []*party {
	first := sortedKeys(q.keys)[0]
	var out []*party
	for _, r := range byWord[first] {
		if r != q && len(r.keys) > len(q.keys) && holds(r.keys, q.keys) {
			out = append(out, r)
		}
	}
	return out
}

// holds reports whether a set holds all of another.
func holds(big, small map[string]bool) bool {
	for k := range small {
		if !big[k] {
			return false
		}
	}
	return true
}

// acronym returns the first letters of the words of a name that have a capital.
func acronym(name string) string {
	var b strings.Builder
	for _, w := range strings.Fields(name) {
		if 'A' <= w[0] && w[0] <= 'Z' {
			b.WriteByte(w[0] + 'a' - 'A')
		}
	}
	return b.String()
}

// same reports whether two voices are of one party.
func (v *voice) same(w *voice) bool {
	return v != nil && w != nil && (v.party.root() == w.party.root() || v.person != "" && v.person == w.person)
}

// named reports whether a voice can be told from others.
func (v *voice) known() bool { return v != nil && (v.person != "" || v.party.root().named) }

// list returns the parties of the story.
func (p *parties) list() []wiredesk.Party {
	var out []wiredesk.Party
	for _, q := range p.all {
		if q.into != nil || !q.named || len(q.names) == 0 {
			continue
		}
		q.id = fmt.Sprintf("p%d", len(out)+1)
		name := slices.MaxFunc(q.names, func(a, b string) int { return len(a) - len(b) })
		if q.body != "" {
			name = q.body
		}
		out = append(out, wiredesk.Party{ID: q.id, Name: name, Names: q.names, Body: wiredesk.Optional(q.body), Role: wiredesk.Optional(q.role)})
	}
	return out
}
