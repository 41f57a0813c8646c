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
	for i := r.First; i < last; i++ {
		if w := f.doc.Word(i); len(w) > 2 && w[0] == '@' {
			return party{name: w} // a post is its poster's
		}
	}
	if possessive(f.doc.Lower(last - 1)) {
		if p, ok := f.apposition(last, r.Last); ok {
			return p // "Kenya's, Ann Mboya,"
		}
	}
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
	if relativePronoun.has(f.doc.Lower(r.First)) && last-r.First > 1 {
		return f.antecedent(r) // "Chad, which denies the charge, has said"
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
	if i >= last {
		return party{}, false
	}
	if f.doc.Tokens[i].UPOS == "ADJ" {
		i++
	}
	if i+1 < last && printedNoun.has(f.doc.Lower(i)) && preposition.has(f.doc.Lower(i+1)) {
		i = f.skipArticle(i + 2) // "a report in the Morning Ledger"
	}
	for _, m := range f.doc.MentionsIn(f.doc.SpanOf(i, last)) {
		if m.Type == wiredesk.Person {
			return party{}, false // "Ana Brandt of the Relief Agency"
		}
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

//go:embed lexicon/persons.txt
var personsFile []byte

//go:embed lexicon/bodies.txt
var bodiesFile []byte

var (
	persons = sync.OnceValue(func() map[string]bool { return lexicon.Set(personsFile) })
	bodies  = sync.OnceValue(func() map[string]bool { return lexicon.Set(bodiesFile) })
)

// without returns the speaker of an attribution that names none: one that
// shares its sentence with another ("Assad said ... but made clear ...") has
// the speaker of that one, or else the subject before its cue, and a quotation that goes on from the paragraph
// before has the speaker of its quotation.
func (f *finder) without(d *draft) party {
	if d.Cue.First < d.Cue.Last && d.inside == nil {
		r, ok := f.shared(d)
		if !ok {
			r, ok = f.subjectOf(d.Cue)
		}
		if ok {
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

// subjectOf returns the noun phrase right before a cue that is the subject of
// one of its words.
func (f *finder) subjectOf(cue role.Run) (role.Run, bool) {
	k := f.view.Sentence(cue.First)
	if k < 0 || cue.First == cue.Last {
		return role.Run{}, false
	}
	i := cue.First - 1
	if i < f.doc.Sentences[k].First || f.doc.Tokens[i].Deprel != "nsubj" {
		return role.Run{}, false
	}
	first, head := f.phraseStart(i+1, f.doc.Sentences[k].First), f.view.Up(i)
	return role.Run{Role: role.Source, First: first, Last: i + 1}, first <= i && cue.First <= head && head < cue.Last
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
