package stance

import (
	"strings"

	"wiredesk"
)

// most is how many clauses of a content are looked at: what a speaker does he
// does in the first ones.
const most = 4

// prepare returns the clauses of the content that hang on no other one.
func (v *view) prepare() []clause {
	if v.prepared {
		return v.clauses
	}
	v.prepared = true
	at := map[int]bool{}
	for k := range v.claim.Predicates {
		at[v.doc.TokenAt(v.claim.Predicates[k].Span.Start)] = true
	}
	for k := range v.claim.Predicates {
		p := &v.claim.Predicates[k]
		i := v.doc.TokenAt(p.Span.Start)
		if i >= 0 && len(v.clauses) < most && v.top(i, at) {
			v.clauses = append(v.clauses, v.clause(p, i))
		}
	}
	return v.clauses
}

// top reports whether no other predicate stands over token i but one that it is
// joined to.
func (v *view) top(i int, at map[int]bool) bool {
	for n := 0; n < 12; n++ {
		rel := v.doc.Tokens[i].Deprel
		h := v.doc.Head(i)
		if h < 0 {
			return true
		}
		if at[h] && rel != "conj" && rel != "parataxis" {
			return false
		}
		i = h
	}
	return true
}

func (v *view) clause(p *wiredesk.Predicate, i int) clause {
	c := clause{Predicate: p, token: i}
	k := v.doc.SentenceOf(i)
	if k < 0 {
		return c
	}
	s := v.doc.Sentences[k]
	for t := max(s.First, i-12); t < min(s.Last, i+3); t++ {
		if v.doc.Head(t) != i {
			continue
		}
		switch d := v.doc.Tokens[t].Deprel; {
		case d == "aux", d == "cop":
			c.aux = append(c.aux, v.doc.Lower(t))
		case (d == "mark" || d == "case") && v.doc.Lower(t) == "to" && t < i:
			c.mark = "to"
		}
	}
	if len(c.aux) == 0 && v.doc.Tokens[i].Deprel == "conj" {
		if h := v.doc.Head(i); h >= 0 {
			for _, e := range v.clauses {
				if e.token == h {
					c.aux = e.aux
				}
			}
		}
	}
	subject := p.Subject
	if len(subject) == 0 && len(p.Object) > 0 && p.Object[0].Span.End <= p.Span.Start {
		subject = p.Object // what a passive verb is said of
		for _, a := range subject {
			c.anyone = c.anyone || v.anyone(a)
		}
		return c
	}
	c.none = len(subject) == 0
	for _, a := range subject {
		c.anyone = c.anyone || v.anyone(a)
		c.self = c.self || v.self(a)
	}
	if c.none && c.mark != "" && v.claim.Kind != wiredesk.Narrated {
		c.self = true // "promised to", "agreed to"
	}
	return c
}

func (v *view) anyone(a wiredesk.Argument) bool {
	first, _ := v.doc.TokensIn(a.Span)
	return listed("anyone", a.Head) || listed("anyone", v.doc.Lower(first))
}

// self reports whether an argument is the speaker.
func (v *view) self(a wiredesk.Argument) bool {
	if v.claim.Kind == wiredesk.Narrated {
		return false
	}
	words := strings.ToLower(a.Words)
	first, _ := v.doc.TokensIn(a.Span)
	source := v.claim.Source.Entity
	switch {
	case listed("first", words), listed("first", v.doc.Lower(first)):
		return true
	case listed("pronoun", words):
		return a.Entity == "" || source == "" || a.Entity == source || v.claim.Kind == wiredesk.Indirect
	case a.Entity != "" && a.Entity == source, listed("own-people", v.doc.Lower(first)):
		return true
	case a.Entity != "" && source != "" && a.Entity != source && v.claim.Body == "":
		return false
	}
	for _, name := range [...]string{v.claim.Chain[0], string(v.claim.Body)} {
		name = strings.ToLower(name)
		head := strings.ToLower(a.Head)
		if name != "" && len(head) > 2 && (name == head || strings.HasSuffix(name, " "+head) || strings.HasPrefix(name, head+" ") || strings.Contains(words, name)) {
			return true
		}
	}
	return false
}
