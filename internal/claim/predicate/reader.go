package predicate

import (
	"iter"

	"wiredesk"
	"wiredesk/internal/claim/clause"
	"wiredesk/internal/claim/role"
	"wiredesk/internal/lang"
)

// A reader holds a report while its predicates are read.
type reader struct {
	doc      *lang.Doc
	claims   []wiredesk.Claim
	where    clause.Sentence
	up       []int32  // by token: its head, -1 for none
	child    []int32  // by token: its first dependent, -1 for none
	next     []int32  // by token: the next dependent of its head, -1 for none
	lemma    []string // by token
	lower    []string // by token
	owner    []int32  // by token: the innermost claim whose content holds it, -1 for none
	cue      []bool   // by token: it attributes a claim
	time     []bool   // by token: it stands in a time
	entity   []string // by token: the entity that a name or description there stands for
	denying  []bool   // by claim: its cue denies what is said
	resolved []arguments
	known    []bool
}

func newReader(doc *lang.Doc, claims []wiredesk.Claim) *reader {
	n := len(doc.Tokens)
	r := &reader{doc: doc, claims: claims, where: clause.New(doc),
		up: make([]int32, n), child: make([]int32, n), next: make([]int32, n), owner: make([]int32, n),
		lemma: make([]string, n), lower: make([]string, n), entity: make([]string, n),
		cue: make([]bool, n), time: make([]bool, n), known: make([]bool, n), resolved: make([]arguments, n),
		denying: make([]bool, len(claims)),
	}
	for i := range n {
		r.lemma[i], r.lower[i] = doc.Lemma(i), r.where.Lower[i]
		r.up[i], r.child[i], r.next[i], r.owner[i] = -1, -1, -1, -1
	}
	r.link()
	r.name()
	r.own()
	return r
}

// link lists the dependents of each token, in order.
func (r *reader) link() {
	for _, s := range r.doc.Sentences {
		for i := s.Last - 1; i >= s.First; i-- {
			h := r.doc.Tokens[i].Head
			if h < 0 || s.First+h >= s.Last || s.First+h == i {
				continue
			}
			r.up[i] = int32(s.First + h)
			r.next[i], r.child[s.First+h] = r.child[s.First+h], int32(i)
		}
	}
}

// name marks what names, descriptions and times stand at each token.
func (r *reader) name() {
	mark := func(s wiredesk.Span, id string) {
		first, last := r.doc.TokensIn(s)
		for i := first; i < last; i++ {
			r.entity[i] = id
		}
	}
	for _, x := range r.doc.References {
		mark(x.Span, x.Entity)
	}
	for _, m := range r.doc.Mentions {
		if m.Entity != "" && m.Type != wiredesk.Nationality {
			mark(m.Span, m.Entity)
		}
	}
	for _, t := range r.doc.Times {
		first, last := r.doc.TokensIn(t.Span)
		for i := first; i < last; i++ {
			r.time[i] = true
		}
	}
}

// own gives each token to the innermost claim whose content holds it: of
// several the one with the shortest part there.
func (r *reader) own() {
	width := make([]int, len(r.doc.Tokens))
	for k := range r.claims {
		c := &r.claims[k]
		for _, s := range c.Content {
			first, last := r.doc.TokensIn(s)
			for i := first; i < last; i++ {
				if r.owner[i] < 0 || last-first < width[i] {
					r.owner[i], width[i] = int32(k), last-first
				}
			}
		}
		for _, s := range c.Cue {
			first, last := r.doc.TokensIn(s)
			negated := false
			for i := first; i < last; i++ {
				r.cue[i] = c.Kind != wiredesk.Narrated
				negated = negated != (negator.has(r.lower[i]))
				if w, ok := role.FindCue(r.lower[i]); ok && (w.Stance == wiredesk.Denial || w.Stance == wiredesk.Refusal) || denyingWord.has(r.lemma[i]) && (!particleOnly.has(r.lemma[i]) || r.dependent(i, "compound:prt") >= 0) {
					r.denying[k] = true
				}
			}
			r.denying[k] = r.denying[k] && !negated
		}
	}
}

// relation returns the relation of token i to its head.
func (r *reader) relation(i int) string { return r.doc.Tokens[i].Deprel }

// hangs returns how the clause of token i hangs on its head: what is parsed as a
// noun though it is a verb is an infinitive, and a "relative" clause with a
// conjunction and a subject is none.
func (r *reader) hangs(i int) string {
	switch rel := r.relation(i); rel {
	case "obl", "nmod", "obj":
		if r.part(i) == verb {
			return "xcomp"
		}
		return rel
	case "acl", "acl:relcl":
		mark := r.dependent(i, "mark")
		switch {
		case mark < 0 && rel == "acl" && r.active(i):
			return "clause"
		case mark < 0 || r.dependent(i, "nsubj") < 0 && r.dependent(i, "nsubj:pass") < 0:
			return rel
		case relative.has(r.lower[mark]):
			return "ccomp"
		}
		return "advcl"
	default:
		return rel
	}
}

// active reports whether the verb at token i, parsed as a participle of the
// noun before it, is what that noun does: "no tanks crossed the river".
func (r *reader) active(i int) bool {
	x := r.doc.Tokens[i].XPOS
	return x == "VBD" || x == "VBN" && r.dependent(i, "obj") >= 0
}

// maxDependents is how many dependents of a token are looked at: more than any
// clause of news has. It keeps the cost linear.
const maxDependents = 48

// dependents yields the dependents of token i, in order.
func (r *reader) dependents(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for d, n := r.child[i], 0; d >= 0 && n < maxDependents; d, n = r.next[d], n+1 {
			if !yield(int(d)) {
				return
			}
		}
	}
}

// dependent returns the first dependent of token i with the relation, or -1.
func (r *reader) dependent(i int, relation string) int {
	for d := range r.dependents(i) {
		if r.relation(d) == relation {
			return d
		}
	}
	return -1
}

// preposition returns the preposition before the nominal at token i, "" where
// there is none.
func (r *reader) preposition(i int) string {
	if d := r.dependent(i, "case"); d >= 0 && d < i {
		return r.lower[d]
	}
	return ""
}

// outside reports whether what token i hangs on stands outside the claim that
// holds it.
func (r *reader) outside(i int) bool {
	h := r.up[i]
	return h < 0 || r.owner[h] != r.owner[i] || r.cue[h]
}
