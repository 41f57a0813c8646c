package entity

import (
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

// An antecedent is a person at the place where it was last referred to.
type antecedent struct {
	who     *record
	at      int  // token
	subject bool // it stands before the main verb of its sentence
	quoted  bool
	clause  int // sentence
}

// pronouns resolves "he", "she" and their forms where one person of the last
// sentences fits, or where one of several is the subject. Inside a quotation
// it stays in the quotation. "it" is the body or country that is the subject
// of its own sentence.
func (r *resolver) pronouns(descriptions []wiredesk.Reference) []wiredesk.Reference {
	p := &pronounReader{resolver: r, descriptions: descriptions}
	for k := range r.sentences {
		p.sentence(k)
	}
	return p.out
}

type pronounReader struct {
	*resolver
	descriptions []wiredesk.Reference
	next         int // description that comes next
	recent       []antecedent
	out          []wiredesk.Reference
}

func (p *pronounReader) sentence(k int) {
	s := p.sentences[k]
	if k > 0 && s.Part != p.sentences[k-1].Part && s.Part != sentence.Body {
		p.recent = p.recent[:0]
	}
	p.forget(k)
	verb := p.mainVerb(s)
	for i := s.First; i < s.Last; i++ {
		for p.next < len(p.descriptions) && p.descriptions[p.next].Span.Start <= p.tokens[i].Span.Start {
			d := p.descriptions[p.next]
			if e := p.byID[d.Entity]; e != nil && d.Span.Start == p.tokens[i].Span.Start {
				p.recent = append(p.recent, antecedent{e, i, i < verb, p.quoted[i], k})
			}
			p.next++
		}
		if m := p.at[i]; m >= 0 {
			if i == p.first[m] && p.refers(m) {
				p.recent = append(p.recent, antecedent{p.of[m], i, i < verb, p.quoted[i], k})
			}
			continue
		}
		p.pronoun(i, k, verb)
	}
}

// forget drops antecedents that stand too far back.
func (p *pronounReader) forget(k int) {
	keep := 0
	for keep < len(p.recent) && p.recent[keep].clause < k-lookBack {
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

// mainVerb returns the first finite verb of a sentence outside quotations, or
// its end.
func (p *pronounReader) mainVerb(s sentence.Sentence) int {
	for i := s.First; i < s.Last; i++ {
		switch p.xpos(i) {
		case "VBD", "VBZ", "VBP", "MD":
			if !p.quoted[i] {
				return i
			}
		}
	}
	return s.Last
}

func (p *pronounReader) pronoun(i, k, verb int) {
	w := p.lower(i)
	g := pronounGender[w]
	switch {
	case g != people.Unknown:
		if w == "her" && p.xpos(i) != "PRP" && p.xpos(i) != "PRP$" {
			return
		}
		if a, rule := p.person(i, k, g); a != nil {
			a.sees(g)
			p.refer(i, k, verb, a, rule)
		}
	case w == "it" || w == "its":
		if a := p.thing(i, k); a != nil {
			p.refer(i, k, verb, a, "subject of the sentence")
		}
	}
}

func (p *pronounReader) refer(i, k, verb int, who *record, rule string) {
	p.out = append(p.out, wiredesk.Reference{Span: p.tokens[i].Span, Entity: who.id, Rule: rule})
	p.recent = append(p.recent, antecedent{who, i, i < verb, p.quoted[i], k})
}

// person returns the person that a pronoun of gender g at token i stands for,
// with the rule, or nil.
func (p *pronounReader) person(i, k int, g people.Gender) (*record, string) {
	var fit []antecedent
	for _, a := range p.recent {
		if a.who.kind != wiredesk.Person || a.quoted != p.quoted[i] && p.quoted[i] {
			continue
		}
		if a.who.gender == people.Unknown || a.who.gender == g {
			fit = append(fit, a)
		}
	}
	if len(fit) == 0 {
		return nil, ""
	}
	if who := only(fit); who != nil {
		return who, "only person near"
	}
	var here, before []antecedent
	for _, a := range fit {
		if !a.subject {
			continue
		}
		if a.clause == k {
			here = append(here, a)
		} else if a.clause == k-1 {
			before = append(before, a)
		}
	}
	if who := only(here); who != nil {
		return who, "subject of the sentence"
	}
	if who := only(before); who != nil && len(here) == 0 && !p.anyIn(fit, k) {
		return who, "subject of the sentence before"
	}
	return nil, ""
}

// anyIn reports whether one of the antecedents stands in sentence k.
func (p *pronounReader) anyIn(list []antecedent, k int) bool {
	for _, a := range list {
		if a.clause == k {
			return true
		}
	}
	return false
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
		if a.clause == k && a.subject && !a.quoted {
			if a.who.kind == wiredesk.Person {
				return nil
			}
			fit = append(fit, a)
		}
	}
	return only(fit)
}
