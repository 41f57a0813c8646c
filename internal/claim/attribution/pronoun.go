package attribution

import (
	"strings"

	"wiredesk"
	"wiredesk/internal/claim/role"
)

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

// latePronouns asks again whom the pronouns stand for that were left open
// before the asides were found, whose speakers they often mean: "..., the
// coastguard said. ..., it said."
func (f *finder) latePronouns() {
	for _, d := range f.drafts {
		if d.speaker.name == unknown && len(d.Sources) == 1 {
			d.speaker = f.party(d.Sources[0])
		}
	}
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
