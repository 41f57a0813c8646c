package attribution

import (
	"sort"
	"strings"

	"wiredesk"
)

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
		if found >= 0 && mentions[found].Type == wiredesk.Person && f.behindPreposition(m) {
			break // "Ana Brandt of the Relief Bureau"
		}
		if end == last || end == last-1 && possessive(f.doc.Lower(end)) {
			found = k
			break
		}
		switch w := f.doc.Lower(end); {
		case found >= 0:
		case m.Type == wiredesk.Person && (preposition.has(w) || w == "of"), w == "on" || w == "in" || w == "at":
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
	noun := f.doc.Tokens[at-2].UPOS == "NOUN"
	if noun && preposition.has(w) && m.Type != wiredesk.Person {
		return true // "newspapers in Peru"
	}
	return (w == "of" || w == "for" || w == "from" || w == "at" || w == "with" || w == "in") && persons()[singular(f.doc.Lower(at-2))]
}

// behindPreposition reports whether a mention stands behind a preposition.
func (f *finder) behindPreposition(m wiredesk.Mention) bool {
	at, _ := f.doc.TokensIn(m.Span)
	for at > 0 && (article.has(f.doc.Lower(at-1)) || f.doc.Tokens[at-1].UPOS == "ADJ") {
		at--
	}
	return at > 0 && f.doc.Tokens[at-1].UPOS == "ADP"
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
