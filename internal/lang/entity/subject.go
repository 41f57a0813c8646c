package entity

import (
	"strings"

	"wiredesk"
	"wiredesk/internal/lang/sentence"
)

// mainVerb returns the first finite verb of a sentence outside quotations, or
// its end.
func (p *pronounReader) mainVerb(s sentence.Sentence) int {
	for i := s.First; i < s.Last; i++ {
		if p.finite(i) && !p.quoted[i] {
			return i
		}
	}
	return s.Last
}

// finite reports whether token i is a finite verb.
func (p *pronounReader) finite(i int) bool {
	switch p.xpos(i) {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}

// subject returns the first token of the mention, description or pronoun that
// is the subject of the sentence, as its tree has it, or the sentence's end
// where the subject is none of these. Where there is no tree it is the last
// one before the main verb that no preposition leads in and that owns nothing.
func (p *pronounReader) subject(s sentence.Sentence, verb int) int {
	if root := p.root(s); root >= 0 {
		return p.parsedSubject(s, root)
	}
	found := s.Last
	for i := s.First; i < verb; i++ {
		m := p.at[i]
		d, ok := p.described[p.tokens[i].Span.Start]
		switch {
		case ok && !p.quoted[i]:
			if !p.led(i, s.First) {
				found = i
			}
			i += p.tokensIn(d.Span, i) - 1
		case m >= 0 && i == p.first[m]:
			if p.mentions[m].Type != wiredesk.Nationality && !p.led(i, s.First) && p.xpos(p.last[m]) != "POS" && !p.nounFollows(p.last[m]) && !p.quoted[i] {
				if found == s.Last || p.word(i-1) != "and" {
					found = i
				}
			}
		case m < 0 && p.xpos(i) == "PRP" && !p.quoted[i]:
			found = i
		}
	}
	return found
}

// root returns the root of a sentence's tree, or -1 where it has none.
func (p *pronounReader) root(s sentence.Sentence) int {
	if s.Last-s.First < 2 {
		return -1
	}
	for i := s.First; i < s.Last; i++ {
		if p.tokens[i].Deprel == "root" {
			return i
		}
	}
	return -1
}

// parsedSubject returns where the subject of the root begins, or that of the
// clause that the root is said in ("..., Bell said").
func (p *pronounReader) parsedSubject(s sentence.Sentence, root int) int {
	for i := s.First; i < s.Last; i++ {
		t := &p.tokens[i]
		if t.Deprel != "nsubj" && t.Deprel != "nsubj:pass" || s.First+t.Head != root || p.quoted[i] {
			continue
		}
		return p.opening(s, i)
	}
	return s.Last
}

// ownSubject returns who is the subject of the verb whose object token i is:
// "Bell asked him" is not about Bell. It is nil where i is no object.
func (p *pronounReader) ownSubject(i, k int) *record {
	s := p.sentences[k]
	t := &p.tokens[i]
	if t.Deprel != "obj" && t.Deprel != "iobj" || t.Head < 0 {
		return nil
	}
	for j := max(s.First, i-longestRole); j < i; j++ {
		if p.tokens[j].Head != t.Head || p.tokens[j].Deprel != "nsubj" {
			continue
		}
		for n := len(p.recent) - 1; n >= 0 && p.recent[n].clause == k; n-- {
			if at := p.recent[n].at; at <= j && j-at < longestRole && p.opening(s, j) == at {
				return p.recent[n].who
			}
		}
	}
	return nil
}

// opening returns the first token of the mention or description that token i
// is the head of, i for a pronoun, or the sentence's end.
func (p *pronounReader) opening(s sentence.Sentence, i int) int {
	if p.xpos(i) == "PRP" {
		return i
	}
	for k := i; k >= s.First && i-k < longestRole; k-- {
		if d, ok := p.described[p.tokens[k].Span.Start]; ok && d.Span.Contains(p.tokens[i].Span) {
			return k
		}
	}
	if m := p.at[i]; m >= 0 {
		return p.first[m]
	}
	return s.Last
}

// nounFollows reports whether the token continues a noun phrase, so that a
// name before it only describes: "Reuters reporters".
func (p *pronounReader) nounFollows(i int) bool {
	tag := p.xpos(i)
	return (tag == "NN" || tag == "NNS") && p.at[i] < 0
}

// led reports whether a preposition leads in the noun phrase that begins at
// or before token i.
func (p *pronounReader) led(i, start int) bool {
	from := i
	for i > start && from-i < longestRole && (p.modifies(i-1) || p.xpos(i-1) == "DT" || p.xpos(i-1) == "PRP$" || p.xpos(i-1) == "POS") {
		i--
	}
	tag := p.xpos(i - 1)
	return i > start && (tag == "IN" || tag == "TO")
}

// closes are the marks behind a quotation or a reported sentence.
var closes = map[string]bool{",": true, "”": true, `"`: true, "''": true, "’": true}

// speaks reports whether a verb of saying stands directly behind or before
// the tokens [first, last).
func (p *pronounReader) speaks(first, last int) bool {
	if p.xpos(last) == "RB" || p.xpos(last) == "MD" {
		last++
	}
	return listed("saying")[p.lemma(last)] && p.xpos(last) != "NN" && p.xpos(last) != "NNS" || listed("saying")[p.lemma(first-1)] && p.xpos(first-1) == "VBD" && closes[p.word(first-2)] && !strings.HasPrefix(p.xpos(last), "VB")
}

// tokensIn counts the tokens from i that lie inside the span.
func (p *pronounReader) tokensIn(s wiredesk.Span, i int) int {
	n := 0
	for i+n < len(p.tokens) && p.tokens[i+n].Span.End <= s.End {
		n++
	}
	return n
}
