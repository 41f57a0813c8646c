package event

import (
	"slices"
	"strings"

	"wiredesk"
)

// maxJoined is how many joined names one argument may hold.
const maxJoined = 12

// name adds what the nominal at token i and those joined to it stand for:
// entity ids, or else the words.
func (r *reader) name(out wiredesk.List[string], i int) wiredesk.List[string] {
	if n := r.referent(i); n != "" && !slices.Contains(out, n) && len(out) < maxJoined {
		out = append(out, n)
	}
	for d := int(r.child[i]) - 1; d >= 0; d = int(r.next[d]) - 1 {
		if r.relation(d) == "conj" && r.Doc.Tokens[d].UPOS != "VERB" {
			out = r.name(out, d)
		}
	}
	return out
}

// referent returns the entity that the nominal at token i stands for, or its
// words; "" for a pronoun that is not resolved. A relative pronoun stands for
// the noun that its clause qualifies.
func (r *reader) referent(i int) string {
	switch r.Word(i) {
	case "who", "which", "that", "whom":
		if n := r.qualified(i); n >= 0 {
			return r.referent(n)
		}
		return ""
	}
	if r.entities[i] != "" {
		return r.entities[i]
	}
	if r.Doc.Tokens[i].UPOS == "PRON" {
		return ""
	}
	first, last := i, i+1
	for d := int(r.child[i]) - 1; d >= 0; d = int(r.next[d]) - 1 {
		switch r.relation(d) {
		case "amod", "compound", "nummod", "flat", "fixed", "advmod":
			if d < first {
				first = d
			}
		}
	}
	for last < r.Last && r.relation(last) == "flat" {
		last++
	}
	return strings.TrimSpace(r.Doc.Words(first, last))
}

// qualified returns the noun whose relative clause holds token i, or -1.
func (r *reader) qualified(i int) int {
	for range maxBorrow {
		if i = r.head(i); i < 0 {
			return -1
		}
		if r.relation(i) == "acl:relcl" {
			return r.head(i)
		}
	}
	return -1
}

// isPlace reports whether token i names a place of the gazetteer and no
// government or body.
func (r *reader) isPlace(i int) bool { return strings.HasPrefix(r.entities[i], "place:") }
