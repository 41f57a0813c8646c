package entity

import (
	"strings"

	"wiredesk"
	"wiredesk/internal/lang/people"
	"wiredesk/internal/lang/sentence"
)

// pronounGender holds the pronouns that are resolved.
var pronounGender = map[string]people.Gender{
	"he": people.Man, "him": people.Man, "his": people.Man, "himself": people.Man,
	"she": people.Woman, "her": people.Woman, "hers": people.Woman, "herself": people.Woman,
}

// lookBack is how many sentences back an antecedent may stand: the subject of
// the sentence before the last is still who "he" is, one further back seldom.
const lookBack = 2

// mostAntecedents bounds how many antecedents a sentence begins with, and
// mostInSentence how many it may add, so that a text of names alone costs no
// more than its length.
const (
	mostAntecedents = 64
	mostInSentence  = 192
)

// An antecedent is a person at the place where it was last referred to.
type antecedent struct {
	who     *record
	at      int  // token
	subject bool // it is the subject of its sentence, as far as can be seen
	speaker bool // it stands beside a verb of saying
	quoted  bool
	clause  int // sentence
}

// pronouns resolves "he", "she" and their forms where one person of the last
// sentences fits, or where one of several is the subject. Inside a quotation
// it stays in the quotation. "it" is the body or country that is the subject
// of its own sentence.
func (r *resolver) pronouns(descriptions []wiredesk.Reference) []wiredesk.Reference {
	p := &pronounReader{resolver: r, described: map[int]wiredesk.Reference{}}
	for _, d := range descriptions {
		p.described[d.Span.Start] = d
	}
	for k := range r.sentences {
		p.sentence(k)
	}
	return p.out
}

type pronounReader struct {
	*resolver
	described map[int]wiredesk.Reference // by the byte where it starts
	recent    []antecedent
	out       []wiredesk.Reference
}

func (p *pronounReader) sentence(k int) {
	s := p.sentences[k]
	if k > 0 && s.Part != p.sentences[k-1].Part && s.Part != sentence.Body {
		p.recent = p.recent[:0]
	}
	p.forget(k)
	verb := p.mainVerb(s)
	subject := p.subject(s, verb)
	for i := s.First; i < s.Last; i++ {
		if d, ok := p.described[p.tokens[i].Span.Start]; ok && p.byID[d.Entity] != nil {
			last := i + p.tokensIn(d.Span, i)
			p.recent = append(p.recent, antecedent{p.byID[d.Entity], i, i == subject, p.speaks(i, last), p.quoted[i], k})
			continue
		}
		if p.somebody(i) {
			p.recent = append(p.recent, antecedent{who: nobody, at: i, subject: i < subject, quoted: p.quoted[i], clause: k})
			continue
		}
		if m := p.at[i]; m >= 0 {
			if i == p.first[m] && p.refers(m) {
				p.recent = append(p.recent, antecedent{p.of[m], i, i == subject, p.speaks(i, p.last[m]), p.quoted[i], k})
			}
			continue
		}
		p.pronoun(i, k, subject)
	}
}

// nobody stands for people who are not named: "the driver", "my father".
var nobody = &record{kind: wiredesk.Person}

// somebody reports whether token i is a noun for one person that belongs to
// no name.
func (p *pronounReader) somebody(i int) bool {
	if p.at[i] >= 0 || p.inRole[i] || p.xpos(i) != "NN" {
		return false
	}
	tag := p.xpos(i + 1)
	return (listed("person")[p.lower(i)] || p.isRole(i)) && tag != "NN" && tag != "NNS" && tag != "HYPH"
}

// forget drops antecedents that stand too far back.
func (p *pronounReader) forget(k int) {
	keep := 0
	for keep < len(p.recent) && (p.recent[keep].clause < k-lookBack || len(p.recent)-keep > mostAntecedents) {
		keep++
	}
	p.recent = p.recent[keep:]
}

// refers reports whether a mention may be what a later pronoun stands for.
func (p *pronounReader) refers(m int) bool {
	switch p.mentions[m].Type {
	case wiredesk.Person:
		return true
	case wiredesk.Organization, wiredesk.PlaceName:
		return true
	}
	return false
}

func (p *pronounReader) pronoun(i, k, subject int) {
	if len(p.recent) > mostAntecedents+mostInSentence {
		return
	}
	w := p.lower(i)
	g := pronounGender[w]
	switch {
	case g != people.Unknown:
		if w == "her" && p.xpos(i) != "PRP" && p.xpos(i) != "PRP$" {
			return
		}
		if a, rule := p.person(i, k, subject, g); a != nil {
			p.refer(i, k, subject, a, rule)
		}
	case w == "it" && p.finite(i+1) || w == "its":
		if a := p.thing(i, k); a != nil {
			p.refer(i, k, subject, a, "subject of the sentence")
		}
	}
}

func (p *pronounReader) refer(i, k, subject int, who *record, rule string) {
	p.out = append(p.out, wiredesk.Reference{Span: p.tokens[i].Span, Entity: who.id, Rule: rule})
	p.recent = append(p.recent, antecedent{who, i, i == subject, p.speaks(i, i+1), p.quoted[i], k})
}

// person returns the person that a pronoun of gender g at token i stands for,
// with the rule, or nil.
func (p *pronounReader) person(i, k, subject int, g people.Gender) (*record, string) {
	if who := p.follows(i, k, subject, g); who != nil {
		return who, "subject that follows"
	}
	var fit []antecedent
	own := p.ownSubject(i, k)
	for _, a := range p.recent {
		if a.who.kind == wiredesk.Person && a.who != own && a.quoted == p.quoted[i] && a.who.may(g) {
			fit = append(fit, a)
		}
	}
	fit = withoutOlder(fit)
	if len(fit) == 0 {
		return nil, ""
	}
	if who := only(fit); who != nil {
		if who == nobody {
			who = nil
		}
		return who, "only person near"
	}
	if who := only(known(fit, g)); g == people.Woman && who != nil {
		return who, "only woman near"
	}
	return p.foremost(fit, k, p.lower(i) == "him")
}

// may reports whether a pronoun of gender g may stand for the person. Of whom
// only a surname is known, "she" is too seldom right.
func (e *record) may(g people.Gender) bool {
	return e.gender == g || e.gender == people.Unknown && (g == people.Man || e == nobody || strings.Contains(fullest(e.forms), " "))
}

// known returns those of whom a name or title has shown the gender.
func known(fit []antecedent, g people.Gender) []antecedent {
	var out []antecedent
	for _, a := range fit {
		if a.who.gender == g {
			out = append(out, a)
		}
	}
	return out
}

// withoutOlder leaves out the unnamed people after whom somebody was named.
func withoutOlder(fit []antecedent) []antecedent {
	last := -1
	for _, a := range fit {
		if a.who != nobody {
			last = a.at
		}
	}
	var out []antecedent
	for _, a := range fit {
		if a.who != nobody || a.at > last {
			out = append(out, a)
		}
	}
	return out
}

// foremost chooses among several persons: the speaker or subject of the same
// sentence, or those of the sentence before where the same sentence names
// nobody. A later one of the same sentence makes it unsafe, but for "him": Bell
// said Orr had told him.
func (p *pronounReader) foremost(fit []antecedent, k int, object bool) (*record, string) {
	for clause := k; clause >= k-1; clause-- {
		var speakers, subjects []antecedent
		any := false
		for _, a := range fit {
			if a.clause != clause {
				continue
			}
			any = true
			if a.speaker {
				speakers = append(speakers, a)
			}
			if a.subject {
				subjects = append(subjects, a)
			}
		}
		rule := " of the sentence"
		if clause < k {
			rule = " of the sentence before"
		}
		if who := only(speakers); who != nil && who != nobody && (object || !rival(fit, speakers[0], clause < k)) {
			return who, "speaker" + rule
		}
		if who := only(subjects); who != nil && who != nobody && len(speakers) == 0 && (object || !rival(fit, subjects[0], clause < k)) {
			return who, "subject" + rule
		}
		if any {
			return nil, ""
		}
	}
	return nil, ""
}

// rival reports whether another person follows in the sentence of a; from the
// next sentence on, only an unnamed one counts.
func rival(fit []antecedent, a antecedent, far bool) bool {
	for _, b := range fit {
		if b.clause == a.clause && b.at > a.at && b.who != a.who && (!far || b.who == nobody) {
			return true
		}
	}
	return false
}

// follows returns the person that is the subject of a sentence whose opening
// clause holds the pronoun: "In his speech, Bell said".
func (p *pronounReader) follows(i, k, subject int, g people.Gender) *record {
	s := p.sentences[k]
	if subject <= i || subject >= s.Last || p.quoted[i] || p.at[subject] < 0 || p.word(subject-1) != "," && !p.isRole(subject-1) {
		return nil
	}
	switch p.xpos(s.First) {
	case "IN", "VBG", "VBN", "WRB":
	default:
		return nil
	}
	e := p.of[p.at[subject]]
	if e.kind != wiredesk.Person || !e.may(g) {
		return nil
	}
	return e
}

// only returns the one whom all antecedents stand for, or nil.
func only(list []antecedent) *record {
	var who *record
	for _, a := range list {
		if who != nil && a.who != who {
			return nil
		}
		who = a.who
	}
	return who
}

// thing returns the body or country that "it" at token i stands for: the only
// one before the main verb of the same sentence, outside quotations.
func (p *pronounReader) thing(i, k int) *record {
	if p.quoted[i] {
		return nil
	}
	var fit []antecedent
	for _, a := range p.recent {
		if a.clause == k && !a.quoted && (a.subject || a.at < i && a.who.kind == wiredesk.Person) {
			if a.who.kind == wiredesk.Person {
				return nil
			}
			fit = append(fit, a)
		}
	}
	return only(fit)
}
