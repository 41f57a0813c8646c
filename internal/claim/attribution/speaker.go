package attribution

import (
	_ "embed"
	"sort"
	"strings"
	"sync"

	"wiredesk"
	"wiredesk/internal/claim/role"
	"wiredesk/internal/lexicon"
)

// speaker returns whom the sources of a draft name.
func (f *finder) speaker(d *draft) party {
	if d.Cue.Last-d.Cue.First == 1 && hearsay.has(f.doc.Lower(d.Cue.First)) {
		return party{name: unknown}
	}
	if len(d.Sources) == 0 {
		return f.without(d)
	}
	return f.party(d.Sources[0])
}

// party returns whom a run of tokens names.
func (f *finder) party(r role.Run) party {
	last := f.phraseEnd(r)
	if p, ok := f.carrying(r.First, last); ok {
		return p
	}
	if p, ok := f.givenName(last, r.Last); ok {
		return p
	}
	if p, ok := f.named(r.First, last); ok {
		return f.asPlace(p, r.First, last)
	}
	if e, ok := f.referred(r.First, last); ok {
		return f.described(e, r.First, last)
	}
	if p, ok := f.apposition(last, r.Last); ok {
		return p
	}
	if last-r.First == 1 {
		switch word := f.doc.Lower(r.First); word {
		case "he", "she", "his", "her", "him", "they", "their", "it", "its", "i", "we", "my", "our", "you", "us", "me":
			return f.pronoun(word, r)
		case "who", "which", "that", "whose":
			return f.antecedent(r)
		}
	}
	return party{name: f.printed(r.First, last)}
}

// carrying returns the carrier of a name of its own that the whole phrase
// names: "the Xinhua news agency", "a report by Xinhua".
func (f *finder) carrying(first, last int) (party, bool) {
	i := f.skipArticle(first)
	if f.doc.Tokens[i].UPOS == "ADJ" {
		i++
	}
	if i+1 < last && printedNoun.has(f.doc.Lower(i)) && preposition.has(f.doc.Lower(i+1)) {
		i = f.skipArticle(i + 2) // "a report in the Morning Ledger"
	}
	p, to, ok := f.carrier(i, last)
	return p, ok && to == last && capital(p.name)
}

// givenName returns the name that somebody gives in the relative clause that
// begins at token i: "a woman who gave her name as Umm Salem".
func (f *finder) givenName(i, last int) (party, bool) {
	if i >= last || f.doc.Lower(i) != "who" {
		return party{}, false
	}
	for k := i + 2; k < min(last, i+longestGiven); k++ {
		if f.doc.Lower(k) != "as" || f.doc.Lower(i+1) != "gave" && f.doc.Lower(i+1) != "identified" {
			continue
		}
		for _, m := range f.doc.MentionsIn(f.doc.SpanOf(k+1, last)) {
			if first, _ := f.doc.TokensIn(m.Span); m.Type == wiredesk.Person && first <= k+2 && m.Entity != "" {
				return f.entityParty(m.Entity), true
			}
		}
	}
	return party{}, false
}

// longestGiven is how many words stand at most before the name that somebody
// gives: "who gave only his first name as".
const longestGiven = 9

// apposition returns the person who is named between commas behind a phrase
// that ends at token i: "Parliament's speaker, Nomsa Dube,".
func (f *finder) apposition(i, last int) (party, bool) {
	if i+1 >= last || f.doc.Word(i) != "," {
		return party{}, false
	}
	end := i + 1
	for end < last && f.doc.Word(end) != "," {
		end++
	}
	for _, m := range f.doc.MentionsIn(f.doc.SpanOf(i+1, end)) {
		if first, to := f.doc.TokensIn(m.Span); m.Type == wiredesk.Person && to == end && first-i <= 3 && m.Entity != "" {
			return f.entityParty(m.Entity), true
		}
	}
	return party{}, false
}

// phraseEnd returns where the first noun phrase of a source ends: before its
// apposition or relative clause.
func (f *finder) phraseEnd(r role.Run) int {
	for i := r.First + 1; i < r.Last; i++ {
		switch f.doc.Lower(i) {
		case ",", "who", "which", "(", "–", "—", "--", ";", "whose", "-lrb-":
			return i
		}
	}
	return r.Last
}

// named returns the entity that the phrase names: the mention that ends it or
// that only a preposition follows ("Maria Koch of the Red Cross"). "Assad
// supporters" names nobody.
func (f *finder) named(first, last int) (party, bool) {
	found := -1
	mentions := f.doc.MentionsIn(f.doc.SpanOf(first, last))
	for k, m := range mentions {
		_, end := f.doc.TokensIn(m.Span)
		if m.Type == wiredesk.Nationality || f.belongs(m, first) {
			continue
		}
		if end == last || end == last-1 && possessive(f.doc.Lower(end)) {
			found = k
			break
		}
		switch w := f.doc.Lower(end); {
		case found >= 0:
		case m.Type == wiredesk.Person && preposition.has(w), w == "on" || w == "in" || w == "at":
			found = k
		}
	}
	if found < 0 || mentions[found].Entity == "" {
		return party{}, false
	}
	return f.entityParty(mentions[found].Entity), true
}

// belongs reports whether a mention inside a phrase only says to whom or what
// a person belongs who is named by what he is: "a spokesman for the Red
// Cross", "the mayor of Lasta".
func (f *finder) belongs(m wiredesk.Mention, first int) bool {
	at, _ := f.doc.TokensIn(m.Span)
	for at > first && (article.has(f.doc.Lower(at-1)) || f.doc.Tokens[at-1].UPOS == "ADJ") {
		at--
	}
	if at-2 < first {
		return false
	}
	w := f.doc.Lower(at - 1)
	return (w == "of" || w == "for" || w == "from" || w == "at" || w == "with" || w == "in") && persons()[singular(f.doc.Lower(at-2))]
}

// singular takes the plural's ending from a noun in lower case.
func singular(noun string) string {
	switch {
	case strings.HasSuffix(noun, "men"):
		return strings.TrimSuffix(noun, "men") + "man"
	case strings.HasSuffix(noun, "ies"):
		return strings.TrimSuffix(noun, "ies") + "y"
	case strings.HasSuffix(noun, "s") && !strings.HasSuffix(noun, "ss"):
		return strings.TrimSuffix(noun, "s")
	}
	return noun
}

func possessive(word string) bool {
	return word == "'s" || word == "’s" || word == "'" || word == "’"
}

// referred returns the entity that a pronoun or description in the phrase
// stands for.
func (f *finder) referred(first, last int) (string, bool) {
	span := f.doc.SpanOf(first, last)
	from := sort.Search(len(f.references), func(i int) bool { return f.references[i].Span.Start >= span.Start })
	for _, r := range f.references[from:] {
		if r.Span.Start >= span.End {
			break
		}
		if span.Contains(r.Span) && (r.Span.End == span.End || r.Span.Len()*2 > span.Len()) {
			return r.Entity, true
		}
	}
	return "", false
}

// described returns an entity that a phrase or pronoun stands for.
func (f *finder) described(id string, first, last int) party {
	if last-first == 1 {
		return f.asBefore(f.entityParty(id), first)
	}
	return f.asPlace(f.entityParty(id), first, last)
}

// asBefore gives a party that a pronoun stands for the name under which it
// spoke last.
func (f *finder) asBefore(p party, token int) party {
	n := f.before(token)
	for k := n - 1; k >= 0 && k >= n-recallClaims; k-- {
		if q := f.drafts[k].speaker; q.entity != "" && q.entity == p.entity {
			return q
		}
	}
	return p
}

// asPlace prints a government with the words of the report ("Moscow", "Syria's
// government"), since its entity bears the name of the country.
func (f *finder) asPlace(p party, first, last int) party {
	if e := f.entities[string(p.entity)]; e != nil && e.Type == wiredesk.PlaceName {
		p.name = f.printed(first, last)
	}
	return p
}

// entityParty returns an entity as a link of a chain.
func (f *finder) entityParty(id string) party {
	if e := f.entities[id]; e != nil && !article.has(strings.ToLower(e.Name)) {
		return party{name: e.Name, entity: wiredesk.Optional(id)}
	}
	return party{name: unknown}
}

// printed returns the words of a phrase without its article.
func (f *finder) printed(first, last int) string {
	for first < last-1 && (article.has(f.doc.Lower(first)) || !f.view.IsWord(first)) {
		first++
	}
	for last > first+1 && (possessive(f.doc.Lower(last-1)) || !f.view.IsWord(last-1) || f.doc.Tokens[last-1].UPOS == "ADV") {
		last--
	}
	return strings.Join(strings.Fields(f.doc.Words(first, last)), " ")
}

// recall is how many paragraphs back a pronoun may point.
const recall = 2

// recallClaims is how many claims back a pronoun may point.
const recallClaims = 12

// pronoun returns whom a pronoun stands for that the language stage left open:
// the speaker of the claim before, if that one agrees with it.
func (f *finder) pronoun(word string, r role.Run) party {
	n := f.before(r.First)
	for k := n - 1; k >= 0; k-- {
		d := f.drafts[k]
		if f.view.Paragraph(r.First)-f.view.Paragraph(d.first()) > recall || n-k > recallClaims {
			break
		}
		if d.speaker.name != unknown && f.agrees(word, d) {
			return d.speaker
		}
	}
	return f.subject(word, r)
}

// agrees reports whether a pronoun can stand for the speaker of a draft: "he"
// and "she" for a person, "it" for anything else that is named, "they" for
// what is not a person.
func (f *finder) agrees(word string, d *draft) bool {
	e := f.entities[string(d.speaker.entity)]
	person := e != nil && e.Type == wiredesk.Person
	head := headNoun(d.speaker.name)
	switch word {
	case "he", "she", "his", "her", "him":
		return person || e == nil && (titled(d.speaker.name) || persons()[head])
	case "it", "its":
		return e != nil && !person || e == nil && bodies()[head]
	case "they", "their":
		return !person && strings.HasSuffix(d.speaker.name, "s")
	}
	return false
}

//go:embed lexicon/persons.txt
var personsFile []byte

//go:embed lexicon/bodies.txt
var bodiesFile []byte

var (
	persons = sync.OnceValue(func() map[string]bool { return lexicon.Set(personsFile) })
	bodies  = sync.OnceValue(func() map[string]bool { return lexicon.Set(bodiesFile) })
)

// headNoun returns the noun that a printed phrase is about: the last word
// before "of" and its like.
func headNoun(phrase string) string {
	last := ""
	for _, w := range strings.Fields(strings.ToLower(phrase)) {
		if preposition.has(w) || w == "of" {
			break
		}
		last = w
	}
	return last
}

// subject returns the noun phrase that begins the sentence of a pronoun, or the
// one before it, if the pronoun can stand for it: bodies for "it", persons for
// "he" and "she".
func (f *finder) subject(word string, r role.Run) party {
	k := f.view.Sentence(r.First)
	if k < 0 {
		return party{name: unknown}
	}
	if p := f.opening(word, k, r.First); p.name != unknown {
		return p
	}
	if k == 0 || f.doc.Sentences[k-1].Part != f.doc.Sentences[k].Part {
		return party{name: unknown}
	}
	return f.opening(word, k-1, len(f.doc.Tokens))
}

// opening returns the noun phrase that begins sentence k, before the token
// limit, if the pronoun agrees with it.
func (f *finder) opening(word string, k, limit int) party {
	s := f.doc.Sentences[k]
	first := f.afterDateline(s.First)
	end := first
	for end < min(s.Last, first+longestPhrase, limit) && !f.verb(end) && f.doc.Word(end) != "," {
		end++
	}
	if end == first || end == s.Last || end == limit {
		return party{name: unknown}
	}
	if p, ok := f.named(first, end); ok {
		return f.ifAgrees(word, p)
	}
	return f.ifAgrees(word, party{name: f.printed(first, end)})
}

func (f *finder) ifAgrees(word string, p party) party {
	if f.agrees(word, &draft{speaker: p}) {
		return p
	}
	return party{name: unknown}
}

// titled reports whether words that name no entity look like a person's name:
// two or more words with capitals.
func titled(name string) bool {
	words := strings.Fields(name)
	for _, w := range words {
		if w[0] < 'A' || w[0] > 'Z' {
			return false
		}
	}
	return len(words) > 0
}

// antecedent returns whom a relative pronoun stands for: the name that ends
// right before it.
func (f *finder) antecedent(r role.Run) party {
	last := r.First
	if last > 0 && f.doc.Lower(last-1) == "," {
		last--
	}
	first := max(0, last-8)
	if s := f.view.Sentence(r.First); s >= 0 {
		first = max(first, f.doc.Sentences[s].First)
	}
	if p, ok := f.named(first, last); ok {
		return p
	}
	return party{name: unknown}
}

// without returns the speaker of an attribution that names none: one that
// shares its sentence with another ("Assad said ... but made clear ...") has
// the speaker of that one, and a quotation that goes on from the paragraph
// before has the speaker of its quotation.
func (f *finder) without(d *draft) party {
	if d.Cue.First < d.Cue.Last && d.inside == nil {
		if r, ok := f.shared(d); ok {
			d.Sources = []role.Run{r}
			return f.party(r)
		}
	}
	n := f.before(d.first())
	if q := f.view.Quotation(d.Contents[0].First); q >= 0 && n > 0 {
		before := f.drafts[n-1]
		if f.view.Quotations[q].Continues || f.view.SameParagraph(before.first(), d.first()) && kind(f.view, before.Contents) != wiredesk.Indirect {
			return before.speaker
		}
	}
	return party{name: unknown}
}

// shared returns the source of another attribution in the sentence of a draft
// that has none: the nearest before its cue, or else the first after it if the
// cue is a participle ("After calling for reforms, Lavrov said ...").
func (f *finder) shared(d *draft) (role.Run, bool) {
	k := f.view.Sentence(d.Cue.First)
	if k < 0 {
		return role.Run{}, false
	}
	s := f.doc.Sentences[k]
	at := sort.Search(len(f.runs), func(i int) bool { return f.runs[i].First >= d.Cue.First })
	for i := at - 1; i >= 0 && f.runs[i].First >= s.First; i-- {
		if f.runs[i].Role == role.Source {
			return f.runs[i], true
		}
	}
	if !strings.HasSuffix(f.doc.Lower(d.Cue.First), "ing") {
		return role.Run{}, false
	}
	for i := at; i < len(f.runs) && f.runs[i].First < s.Last; i++ {
		if f.runs[i].Role == role.Source {
			return f.runs[i], true
		}
	}
	return role.Run{}, false
}
