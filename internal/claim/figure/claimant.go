package figure

import (
	_ "embed"
	"sort"
	"sync"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/claimants.txt
var claimantsFile []byte

// claimants holds the nouns of bodies and groups that give counts.
var claimants = sync.OnceValue(func() map[string]bool { return lexicon.Set(claimantsFile) })

// claimantReach is how many tokens before a count the verb may stand that says who
// gives it.
const claimantReach = 10

// claimant returns who counts, where the sentence says so with a verb or noun of
// counting: "the ministry raised the toll to 21", "the ministry's toll", "21 deaths
// recorded by the ministry". It is nil where it says nothing of it.
func (r *reader) claimant(f *found) *wiredesk.Source {
	first, last := min(f.first, f.trigger), max(f.last, f.end)
	for i := first; i >= max(r.First, first-claimantReach) && !r.barrier[i] && !r.is(i, "end of clause"); i-- {
		if r.is(i, "counting") || r.is(i, "recording") {
			if s := r.countsAt(i); s != nil {
				return s
			}
		}
		if r.Possessive(i) && r.is(i+1, "tally") || r.Possessive(i) && (r.is(i+2, "tally") || r.is(i+3, "tally")) {
			return r.speakerTo(i)
		}
	}
	for i := last; i < min(last+claimantReach/2, r.Last) && !r.barrier[i]; i++ {
		if r.is(i, "recording") && r.is(i+1, "by") {
			return r.speakerFrom(i + 2)
		}
	}
	return nil
}

// countsAt returns the subject of the verb at i, where it can count.
func (r *reader) countsAt(i int) *wiredesk.Source {
	for c := int(r.tree.child[i]) - 1; c >= 0; c = int(r.tree.next[c]) - 1 {
		if r.Doc.Tokens[c].Deprel == "nsubj" && c < i {
			first, last := r.phraseAround(c)
			return r.speaker(first, last, c)
		}
	}
	if r.Doc.Tokens[i].Deprel == "conj" || r.Doc.Tokens[i].Deprel == "advcl" {
		if h := r.Doc.Head(i); h >= r.First && h < i && r.Doc.Tokens[i].Deprel == "conj" {
			return r.countsAt(h)
		}
	}
	return nil
}

// phraseAround returns the noun phrase of the noun at i: it and its dependents
// before it, and the names and "of" phrases right behind it.
func (r *reader) phraseAround(i int) (first, last int) {
	first, last = i, i+1
	for first > r.First && r.under(first-1, i) && (!r.Mark(first-1) || r.Doc.Tokens[first-1].XPOS == "POS" || r.Hyphen(first-1)) {
		first--
	}
	for last < r.Last && r.under(last, i) && !r.Mark(last) && r.Stop(last) != "rel" && r.Doc.Tokens[last].UPOS != "VERB" {
		last++
	}
	return first, last
}

// under reports whether token i hangs below token head, a few steps at most.
func (r *reader) under(i, head int) bool {
	for range 4 {
		if i = r.Doc.Head(i); i == head {
			return true
		}
		if i < 0 {
			return false
		}
	}
	return false
}

// speakerTo returns the speaker whose name ends before token i.
func (r *reader) speakerTo(i int) *wiredesk.Source {
	if i-1 < r.First {
		return nil
	}
	first, _ := r.phraseAround(i - 1)
	return r.speaker(first, i, i-1)
}

// speakerFrom returns the speaker whose name begins at token i.
func (r *reader) speakerFrom(i int) *wiredesk.Source {
	head := i
	for j := i; j < min(i+6, r.Last); j++ {
		if u := r.Doc.Tokens[j].UPOS; u == "NOUN" || u == "PROPN" {
			head = j
			continue
		}
		if r.Stop(j) != "det" && r.Doc.Tokens[j].UPOS != "ADJ" && !r.Possessive(j) {
			break
		}
	}
	return r.speaker(i, head+1, head)
}

// speaker makes a source of the tokens [first, last) with the noun head; nil where
// that is no one who can count.
func (r *reader) speaker(first, last, head int) *wiredesk.Source {
	if last <= first || head >= r.Last {
		return nil
	}
	span := r.Doc.SpanOf(first, last)
	s := &wiredesk.Source{Spans: wiredesk.List[wiredesk.Span]{span}}
	known := people()[r.Word(head)] != none || claimants()[r.Word(head)]
	if m := r.mention(head); m != nil {
		if m.Type == wiredesk.Person || m.Type == wiredesk.Organization || m.Type == wiredesk.PlaceName {
			s.Entity, known = wiredesk.Optional(m.Entity), true
		}
	}
	at := r.Doc.Tokens[head].Span
	from := sort.Search(len(r.Doc.References), func(k int) bool { return r.Doc.References[k].Span.End > at.Start })
	if from < len(r.Doc.References) && r.Doc.References[from].Span.Start <= at.Start {
		s.Entity, known = wiredesk.Optional(r.Doc.References[from].Entity), true
	}
	if !known || r.is(head, "oneself") {
		return nil
	}
	return s
}

// mention returns the mention that covers token i, nil where there is none.
func (r *reader) mention(i int) *wiredesk.Mention {
	at := r.Doc.Tokens[i].Span
	k := sort.Search(len(r.Doc.Mentions), func(k int) bool { return r.Doc.Mentions[k].Span.End > at.Start })
	if k < len(r.Doc.Mentions) && r.Doc.Mentions[k].Span.Start <= at.Start {
		return &r.Doc.Mentions[k]
	}
	return nil
}

// apart returns the claimant, nil where the claim is his already.
func apart(s *wiredesk.Source, c *wiredesk.Claim) *wiredesk.Source {
	if s == nil || c == nil {
		return s
	}
	for _, own := range c.Source.Spans {
		if own.Start < s.Spans[0].End && s.Spans[0].Start < own.End {
			return nil
		}
	}
	if s.Entity != "" && s.Entity == c.Source.Entity {
		return nil
	}
	return s
}
