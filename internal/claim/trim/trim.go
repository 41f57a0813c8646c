// Package trim finds what of a sentence can be left out: appositions, relative
// clauses, asides. It goes by the parse and by the marks that part them from
// the rest; where the two do not agree, nothing is found.
package trim

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"wiredesk"
	"wiredesk/internal/lang"
	"wiredesk/internal/lang/sentence"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/keeps.txt
var keepsFile []byte

//go:embed lexicon/says.txt
var saysFile []byte

var (
	keeps = sync.OnceValue(func() map[string]string { return lexicon.Map(keepsFile) })
	says  = sync.OnceValue(func() map[string]bool { return lexicon.Set(saysFile) })
)

// Find returns what can be left out of the sentences of the body, in the order
// of the text. The parts may lie inside each other.
func Find(doc *lang.Doc) []wiredesk.Trim {
	var out []wiredesk.Trim
	for _, s := range doc.Sentences {
		if s.Part == sentence.Body && s.First < s.Last {
			t := newTree(doc, s.First, s.Last)
			out = append(out, t.trims()...)
		}
	}
	return out
}

// A tree is the parse of one sentence: tokens by their index in the sentence.
type tree struct {
	doc      *lang.Doc
	from     int // the first token behind the dateline
	tokens   []wiredesk.Token
	lo, hi   []int  // the first and last token below each token, itself included
	size     []int  // how many tokens are below it
	quoted   []bool // the token stands in a quotation
	children [][]int
}

func newTree(doc *lang.Doc, first, last int) *tree {
	n := last - first
	t := &tree{doc: doc, tokens: doc.Tokens[first:last], lo: make([]int, n), hi: make([]int, n), size: make([]int, n), quoted: make([]bool, n), children: make([][]int, n)}
	if d := doc.Report.Dateline; d != nil {
		for t.from < n && t.tokens[t.from].Span.Start < d.Span.End && t.tokens[t.from].Span.End > d.Span.Start || t.from > 0 && t.from < n && t.mark(t.from) {
			t.from++
		}
	}
	open := false
	for i := range n {
		t.lo[i], t.hi[i] = i, i
		switch t.word(i) {
		case "“":
			open = true
		case "”":
			open = false
		case "\"", "''", "``":
			open = !open
		}
		t.quoted[i] = open
	}
	for i := range n {
		if h := t.tokens[i].Head; h >= 0 && h < n {
			t.children[h] = append(t.children[h], i)
		}
		for h, seen := i, 0; h >= 0 && h < n && seen <= n; h, seen = t.tokens[h].Head, seen+1 {
			t.lo[h], t.hi[h] = min(t.lo[h], i), max(t.hi[h], i)
			t.size[h]++
		}
	}
	return t
}

// word returns a token in lower case, "" outside the sentence.
func (t *tree) word(i int) string {
	if i < 0 || i >= len(t.tokens) {
		return ""
	}
	return strings.ToLower(t.tokens[i].Span.Words(t.doc.Report.Text))
}

// trims returns what can be left out of the sentence.
func (t *tree) trims() []wiredesk.Trim {
	var out []wiredesk.Trim
	for i := range t.tokens {
		var span wiredesk.Span
		var kind wiredesk.TrimKind
		switch rel := t.tokens[i].Deprel; rel {
		case "appos":
			kind, span = wiredesk.TrimApposition, t.between(i)
			if t.named(i) || t.listed(i) || t.timely(i) {
				continue
			}
		case "acl:relcl":
			kind, span = wiredesk.TrimRelative, t.between(i)
		case "advcl", "acl":
			kind, span = wiredesk.TrimClause, t.between(i)
			if span == (wiredesk.Span{}) {
				kind, span = wiredesk.TrimOpening, t.opening(i)
			}
		case "obl", "obl:unmarked", "advmod":
			if span = t.saidWhen(i); span != (wiredesk.Span{}) {
				kind = wiredesk.TrimTime
			} else {
				kind, span = wiredesk.TrimOpening, t.opening(i)
			}
		case "conj", "parataxis":
			kind, span = wiredesk.TrimCoordinate, t.coordinate(i)
		}
		if span.Start < span.End {
			out = append(out, wiredesk.Trim{Span: span, Kind: kind})
		}
	}
	return append(out, t.asides()...)
}

// region returns the tokens below a token without the marks at its ends; ok is
// false where they do not stand together, lie in a quotation or bind.
func (t *tree) region(i int) (lo, hi int, ok bool) {
	lo, hi = t.lo[i], t.hi[i]
	if hi-lo+1 != t.size[i] {
		return 0, 0, false
	}
	for lo < hi && t.mark(lo) {
		lo++
	}
	for hi > lo && t.mark(hi) {
		hi--
	}
	return lo, hi, lo >= t.from && t.free(lo, hi)
}

// mark reports whether a token is a mark that parts a sentence.
func (t *tree) mark(i int) bool {
	switch t.word(i) {
	case ",", ";", "-", "–", "—", "--", "(", ")", ".", ":":
		return true
	}
	return false
}

// free reports whether the rest of the sentence does not hang on the tokens
// from lo to hi: they hold no word that binds, nobody says anything in them, and
// no quotation is cut by them.
func (t *tree) free(lo, hi int) bool {
	if t.quoted[lo] || t.quoted[hi] {
		return false
	}
	for k := lo; k <= hi; k++ {
		w := t.word(k)
		if bind := keeps()[w]; bind == "any" || bind == "first" && k == lo {
			return false
		}
		if t.quoted[k] || t.tokens[k].UPOS == "VERB" && says()[t.tokens[k].Lemma] {
			return false
		}
	}
	return true
}

// between returns a part that stands between two marks, or behind one at the
// end, with one of them.
func (t *tree) between(i int) wiredesk.Span {
	lo, hi, ok := t.region(i)
	if !ok || lo-1 <= t.from || !t.comma(lo-1) {
		return wiredesk.Span{}
	}
	from := t.tokens[lo-1].Span.Start
	switch {
	case t.cut(lo, hi):
		return wiredesk.Span{}
	case hi+1 >= len(t.tokens) || t.word(hi+1) == "." || t.word(hi+1) == ";" || t.word(hi+1) == ":":
		return wiredesk.Span{Start: from, End: t.tokens[hi].Span.End}
	case t.word(hi+1) == t.word(lo-1) && (t.follows(lo) || t.saidBehind(hi+2)):
		return wiredesk.Span{Start: from, End: t.tokens[hi].Span.End} // its mark closes the part before it
	case t.word(hi+1) == t.word(lo-1):
		return wiredesk.Span{Start: from, End: t.tokens[hi+1].Span.End}
	}
	return wiredesk.Span{}
}

// cut reports whether a part that runs to the end of its sentence holds a comma
// and a verb behind it: then it is likely to have swallowed the main verb.
func (t *tree) cut(lo, hi int) bool {
	comma := false
	for k := lo; k <= hi; k++ {
		comma = comma || t.word(k) == ","
		if comma && t.tokens[k].UPOS == "VERB" && (hi+1 >= len(t.tokens) || t.word(hi+1) == ".") {
			return true
		}
	}
	return false
}

// follows reports whether another part that stands between marks ends right
// before the mark at lo-1: ", 38, a lawyer,", ", Anna Weir, who was there,".
func (t *tree) follows(lo int) bool {
	for k := lo - 2; k > t.from; k-- {
		if !t.comma(k) {
			continue
		}
		if k == lo-3 && t.tokens[lo-2].UPOS == "NUM" {
			return true
		}
		for j := k + 1; j < lo-1; j++ {
			if t.tokens[j].Deprel == "appos" && t.lo[j] >= k && t.lo[j] <= k+1 {
				return true
			}
		}
		return false
	}
	return false
}

// saidBehind reports whether an attribution begins at a token, the speaker
// before the verb: ", the mayor said".
func (t *tree) saidBehind(i int) bool {
	for k := i; k < len(t.tokens) && !t.mark(k); k++ {
		if t.tokens[k].UPOS == "VERB" {
			return k > i && says()[t.tokens[k].Lemma]
		}
	}
	return false
}

// comma reports whether a token is a comma or a dash.
func (t *tree) comma(i int) bool {
	switch t.word(i) {
	case ",", "-", "–", "—", "--":
		return true
	}
	return false
}

// opening returns a part that the sentence begins with, up to its comma.
func (t *tree) opening(i int) wiredesk.Span {
	lo, hi, ok := t.region(i)
	if !ok || lo != t.from || t.word(hi+1) != "," || hi+2 >= len(t.tokens) || !t.opens(lo) {
		return wiredesk.Span{}
	}
	span := wiredesk.Span{Start: t.tokens[lo].Span.Start, End: t.tokens[hi+2].Span.Start}
	if slices.ContainsFunc(t.doc.Times, func(w wiredesk.Time) bool { return span.Contains(w.Span) }) {
		return wiredesk.Span{} // it says when
	}
	return span
}

// opens reports whether a token can begin a part before the main clause: "As",
// "With", "Speaking", no noun.
func (t *tree) opens(i int) bool {
	switch t.tokens[i].UPOS {
	case "SCONJ", "ADP", "ADV", "VERB", "CCONJ":
		return true
	}
	return false
}

// saidWhen returns the time at which something was said: "on Tuesday evening"
// beside the verb.
func (t *tree) saidWhen(i int) wiredesk.Span {
	lo, hi, ok := t.region(i)
	head := t.tokens[i].Head
	if !ok || head < 0 || !says()[t.tokens[head].Lemma] || hi-lo > 2 || lo != head+1 && hi != head-1 {
		return wiredesk.Span{}
	}
	for _, w := range t.doc.Times {
		if (wiredesk.Span{Start: t.tokens[lo].Span.Start, End: t.tokens[hi].Span.End}).Contains(w.Span) && w.Kind == wiredesk.TimeDate {
			return wiredesk.Span{Start: t.tokens[lo].Span.Start, End: t.tokens[hi].Span.End}
		}
	}
	return wiredesk.Span{}
}

// coordinate returns a clause with its own subject that is joined to the main
// one by a mark, up to the end of the sentence.
func (t *tree) coordinate(i int) wiredesk.Span {
	head := t.tokens[i].Head
	if head < 0 || t.tokens[head].Head >= 0 || head > i || !t.clause(i) {
		return wiredesk.Span{}
	}
	lo, last := t.lo[i], len(t.tokens)-1
	for lo < i && t.mark(lo) {
		lo++
	}
	for last > i && t.mark(last) {
		last--
	}
	if lo < t.from+2 || t.hi[i] < last || !t.mark(lo-1) || !t.free(lo, last) {
		return wiredesk.Span{}
	}
	return wiredesk.Span{Start: t.tokens[lo-1].Span.Start, End: t.tokens[last].Span.End}
}

// clause reports whether a token has a subject of its own.
func (t *tree) clause(i int) bool {
	for _, k := range t.children[i] {
		if strings.HasPrefix(t.tokens[k].Deprel, "nsubj") {
			return true
		}
	}
	return false
}

// named reports whether an apposition is a name alone: "the mayor, Anna Weir,".
func (t *tree) named(i int) bool {
	for k := t.lo[i]; k <= t.hi[i]; k++ {
		if !t.mark(k) && t.tokens[k].UPOS != "PROPN" {
			return false
		}
	}
	return true
}

// timely reports whether an apposition is one of a time: more often the subject
// behind it ("On Monday, a second slide ...").
func (t *tree) timely(i int) bool {
	head := t.tokens[i].Head
	return head >= 0 && slices.ContainsFunc(t.doc.Times, func(w wiredesk.Time) bool { return w.Span.Contains(t.tokens[head].Span) })
}

// listed reports whether what is taken for an apposition is one of a list.
func (t *tree) listed(i int) bool {
	for _, k := range t.children[i] {
		if t.tokens[k].Deprel == "conj" {
			return true
		}
	}
	after := t.word(t.hi[i] + 2)
	return after == "and" || after == "or"
}

// asides returns what stands in brackets.
func (t *tree) asides() []wiredesk.Trim {
	var out []wiredesk.Trim
	for i := t.from + 1; i < len(t.tokens); i++ {
		if t.word(i) != "(" {
			continue
		}
		end := i + 1
		for end < len(t.tokens) && t.word(end) != ")" {
			end++
		}
		if end < len(t.tokens) && end > i+1 && t.free(i+1, end-1) {
			out = append(out, wiredesk.Trim{Span: wiredesk.Span{Start: t.tokens[i-1].Span.End, End: t.tokens[end].Span.End}, Kind: wiredesk.TrimAside})
		}
	}
	return out
}
