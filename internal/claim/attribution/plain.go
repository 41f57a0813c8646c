package attribution

import (
	_ "embed"
	"sort"
	"sync"

	"wiredesk/internal/claim/link"
	"wiredesk/internal/claim/role"
	"wiredesk/internal/lang/sentence"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/plain.txt
var plainFile []byte

// plainCues are the verbs that attribute wherever they stand, with the kind of
// object that may stand between them and what is said.
var plainCues = sync.OnceValue(func() map[string]string { return lexicon.Map(plainFile) })

const (
	// missedProbability is how sure the desk is of a claim that the model does
	// not see and that rests on its wording alone.
	missedProbability = 0.5
	// longestPhrase is how many tokens a noun phrase before a verb has at most.
	longestPhrase = 8
	// longestManner is how many tokens stand at most between "said" and "that":
	// "in a statement published by the state news agency".
	longestManner = 14
)

// missed makes claims of plain attributions that the model left out: a noun
// phrase, "said" and a clause, none of them used otherwise. Long sentences
// with several clauses are where that happens.
func (f *finder) missed() {
	used := f.used()
	for _, s := range f.doc.Sentences {
		if s.Part != sentence.Body {
			continue
		}
		if d, ok := f.opensAccording(s, used); ok {
			f.add(d)
			f.mark(d, used)
		}
		for i := s.First + 1; i < s.Last-2; i++ {
			if used[i] || f.view.Quotation(i) >= 0 {
				continue
			}
			d, ok := f.plain(i, s.First, s.Last, used)
			if !ok {
				d, ok = f.light(i, s.First, s.Last, used)
			}
			if ok {
				for _, e := range f.in(f.view.Sentence(i)) {
					if e.inside == nil && e.first() >= d.Contents[0].First && e.first() < d.Contents[0].Last {
						e.enter(d)
					}
				}
				f.add(d)
				f.mark(d, used)
			}
		}
	}
}

// opensAccording reads "According to the coastguard, nine sailors were missing"
// where none of the words is used otherwise.
func (f *finder) opensAccording(s sentence.Sentence, used []bool) (*draft, bool) {
	i := f.afterDateline(s.First)
	if i+4 >= s.Last || f.doc.Lower(i) != "according" || f.doc.Lower(i+1) != "to" || used[i] {
		return nil, false
	}
	end := i + 2
	for end < s.Last && end-i <= longestAccording && f.doc.Word(end) != "," && !used[end] {
		end++
	}
	if end == s.Last || f.doc.Word(end) != "," {
		return nil, false
	}
	first, last := f.saidClause(end+1, s.Last, used)
	if last-first < shortest {
		return nil, false
	}
	d := &draft{Attribution: link.Attribution{
		Cue:         role.Run{Role: role.Cue, First: i, Last: i + 2},
		Sources:     []role.Run{{Role: role.Source, First: i + 2, Last: end}},
		Contents:    []role.Run{{Role: role.Content, First: first, Last: last}},
		Probability: missedProbability,
	}}
	d.speaker = f.party(d.Sources[0])
	return d, true
}

// plain reads an attribution whose verb is token i and that stands in the free
// tokens of [least, last): noun phrase, verb, perhaps whom it is said to, and
// what is said.
func (f *finder) plain(i, least, last int, used []bool) (*draft, bool) {
	complement := f.plainKind(i, last)
	if complement == "" {
		return nil, false
	}
	verb, ok := f.verbGroup(i, least)
	if !ok {
		return nil, false
	}
	first := f.phraseStart(verb, least)
	for k := first; k < i; k++ {
		if at(used, k) {
			return nil, false
		}
	}
	content, end := f.complement(i+1, last, complement, used)
	if complement == "say" && i+1 < last && at(used, i+1) {
		content, end = f.ofOthers(i+1, last)
	}
	if first == verb || end <= content {
		return nil, false
	}
	d := &draft{Attribution: link.Attribution{
		Cue:         role.Run{Role: role.Cue, First: verb, Last: i + 1},
		Sources:     []role.Run{{Role: role.Source, First: first, Last: verb}},
		Contents:    []role.Run{{Role: role.Content, First: content, Last: end}},
		Probability: missedProbability,
	}}
	d.speaker = f.party(d.Sources[0])
	return d, true
}

// ofOthers returns the stretch from token i to the end of the drafts that
// follow it without a gap: what somebody says others said.
func (f *finder) ofOthers(i, last int) (int, int) {
	end := i
	for _, d := range f.in(f.view.Sentence(i)) {
		if d.first() != i {
			continue
		}
		for _, r := range d.Contents {
			end = max(end, min(r.Last, last))
		}
	}
	return i, end
}

// plainKind returns what may follow the verb at token i, "" for no plain cue.
// Any verb of speech is one before "that".
func (f *finder) plainKind(i, last int) string {
	if kind := plainCues()[f.doc.Lower(i)]; kind != "" {
		return kind
	}
	if c, ok := role.FindCue(f.doc.Lower(i)); ok && c.Class == role.Speech && i+1 < last && f.doc.Lower(i+1) == "that" {
		return "say"
	}
	return ""
}

// at reads a list of tokens, of which nil means none.
func at(tokens []bool, i int) bool { return tokens != nil && tokens[i] }

// verbGroup returns where the verb at token i begins with its auxiliaries:
// "had told", "has also denied". It reports false for what is no finite verb.
func (f *finder) verbGroup(i, least int) (int, bool) {
	first := i
	aux := false
	for first > least && i-first < 4 {
		u := f.doc.Tokens[first-1].UPOS
		if u != "AUX" && u != "ADV" && u != "PART" {
			break
		}
		aux = aux || u == "AUX"
		first--
	}
	switch f.doc.Tokens[i].XPOS {
	case "VBD", "VBZ", "VBP":
		return first, true
	case "VBN":
		return first, aux && !f.passive(first, i)
	}
	return first, false
}

// passive reports whether a form of "be" stands among the auxiliaries.
func (f *finder) passive(first, last int) bool {
	for i := first; i < last; i++ {
		switch f.doc.Lower(i) {
		case "was", "were", "is", "are", "been", "be", "being":
			return true
		}
	}
	return false
}

// phraseStart returns where the noun phrase begins that ends before token i: a
// noun, name or pronoun with what stands before it. It is i where there is
// none.
func (f *finder) phraseStart(i, least int) int {
	if i <= least {
		return i
	}
	switch f.doc.Tokens[i-1].UPOS {
	case "NOUN", "PROPN", "PRON":
	default:
		if !persons()[f.doc.Lower(i-1)] { // "the general" is often tagged as an adjective
			return i
		}
	}
	first := i
	for first > least && i-first < longestPhrase {
		t := f.doc.Tokens[first-1]
		switch t.UPOS {
		case "NOUN", "PROPN", "ADJ", "DET", "NUM", "PRON", "PART":
		case "CCONJ":
			if first-2 < least || f.doc.Tokens[first-2].UPOS != "NOUN" && f.doc.Tokens[first-2].UPOS != "PROPN" {
				return first
			}
		case "ADP":
			if f.doc.Lower(first-1) != "of" {
				return first
			}
		default:
			return first
		}
		first--
		if t.UPOS == "PRON" && !possessivePronoun.has(f.doc.Lower(first)) {
			return first
		}
	}
	return first
}

// complement returns what is said after a verb that ends before token i. kind
// is "say" (a clause, perhaps after "in a statement that"), "tell" (somebody,
// then a clause or "to ...") or "do" (a noun phrase, a clause or "to ...").
func (f *finder) complement(i, last int, kind string, used []bool) (int, int) {
	i = f.skipTime(i, last)
	switch kind {
	case "say":
		i = f.manner(i, last)
	case "tell":
		if i = f.object(i, last); i < 0 {
			return 0, 0
		}
	case "do":
		if f.doc.Tokens[min(i, last-1)].UPOS == "PRON" && i+1 < last {
			i++
		}
	}
	first, end := f.saidClause(i, last, used)
	words := f.words(first, end)
	switch {
	case words < 1 || kind != "do" && words < 3 && f.doc.Lower(first) != "to":
		return 0, 0
	case kind == "do" && f.doc.Tokens[first].UPOS == "ADP" && f.doc.Lower(first) != "that" && f.doc.Lower(first) != "to":
		return 0, 0
	case kind != "do" && !f.clause(first, end) && f.doc.Lower(first) != "to":
		return 0, 0
	}
	return first, end
}

// skipTime returns the token behind a time that begins at token i, such as "on
// Tuesday"; i where none does.
func (f *finder) skipTime(i, last int) int {
	at := i
	if w := f.doc.Lower(i); w == "on" || w == "in" || w == "late" || w == "early" {
		at++
	}
	if at >= last {
		return i
	}
	start := f.doc.Tokens[at].Span.Start
	k := sort.Search(len(f.doc.Times), func(k int) bool { return f.doc.Times[k].Span.End > start })
	if k == len(f.doc.Times) || f.doc.Times[k].Span.Start > start {
		return i
	}
	_, end := f.doc.TokensIn(f.doc.Times[k].Span)
	return min(end, last)
}

// manner skips the words between "said" and "that", if there are any.
func (f *finder) manner(i, last int) int {
	for k := i; k < min(last, i+longestManner); k++ {
		switch w := f.doc.Lower(k); {
		case w == "that":
			return k
		case w == "," || w == ";" || f.view.Quotation(k) >= 0:
			return i
		}
	}
	return i
}

// object returns where the noun phrase ends that begins at token i, before
// "that", "to" or another noun phrase; -1 where there is none.
func (f *finder) object(i, last int) int {
	noun := false
	for k := i; k < min(last, i+longestPhrase); k++ {
		t := f.doc.Tokens[k]
		w := f.doc.Lower(k)
		switch {
		case w == "that" || w == "to" || noun && (t.UPOS == "DET" || t.UPOS == "PRON"):
			if !noun {
				return -1
			}
			return k
		case t.UPOS == "PRON":
			noun = !possessivePronoun.has(w) || k+1 < last && f.doc.Tokens[k+1].UPOS != "NOUN"
		case t.UPOS == "NOUN" || t.UPOS == "PROPN":
			if noun && f.doc.Tokens[k-1].UPOS == "PRON" {
				return k
			}
			noun = true
		case t.UPOS == "DET" || t.UPOS == "ADJ" || t.UPOS == "NUM":
		case t.UPOS == "ADP" && noun:
			return f.manner(k, last)
		default:
			return -1
		}
	}
	return -1
}

// saidClause returns the clause that begins at token i: to the end of the
// sentence, or to a comma before a joint or before an aside.
func (f *finder) saidClause(i, last int, used []bool) (int, int) {
	first := i
	for i < last && !at(used, i) {
		if f.doc.Word(i) == "," && i+1 < last && (joint.has(f.doc.Lower(i+1)) || f.endsAside(i+1, last)) {
			break
		}
		i++
	}
	for i > first && !f.view.IsWord(i-1) && f.view.Quotation(i-1) < 0 {
		i--
	}
	return first, i
}

// endsAside reports whether an aside ends the sentence at token i.
func (f *finder) endsAside(i, last int) bool {
	if last-i > longestAside {
		return false
	}
	if f.doc.Lower(i) == "according" {
		return true
	}
	for k := i; k < last; k++ {
		if c, ok := role.FindCue(f.doc.Lower(k)); ok && c.Class == role.Speech && k > i && f.finite(k) {
			return true
		}
		if f.verb(k) {
			return false
		}
	}
	return false
}
