package lang

import (
	"sort"
	"strings"

	"wiredesk"
	"wiredesk/internal/lang/sentence"
)

// Word returns the text of token i, or "" where there is none.
func (d *Doc) Word(i int) string {
	if i < 0 || i >= len(d.Tokens) {
		return ""
	}
	return d.Tokens[i].Span.Words(d.Report.Text)
}

// Lower returns the text of token i in lower case, or "" where there is none.
func (d *Doc) Lower(i int) string { return strings.ToLower(d.Word(i)) }

// Lemma returns the lemma of token i, or its lower-case text where it has
// none.
func (d *Doc) Lemma(i int) string {
	if i >= 0 && i < len(d.Tokens) && d.Tokens[i].Lemma != "" {
		return d.Tokens[i].Lemma
	}
	return d.Lower(i)
}

// Head returns the index of the token that token i depends on, or -1 where it
// is the root of its sentence or there is no such token.
func (d *Doc) Head(i int) int {
	k := d.SentenceOf(i)
	if k < 0 || d.Tokens[i].Head < 0 {
		return -1
	}
	return d.Sentences[k].First + d.Tokens[i].Head
}

// Words returns the text that the tokens [first, last) cover, as it stands in
// the report; "" for an empty or wrong range.
func (d *Doc) Words(first, last int) string {
	return d.SpanOf(first, last).Words(d.Report.Text)
}

// SpanOf returns the span from the start of token first to the end of token
// last-1, or an empty span for an empty or wrong range.
func (d *Doc) SpanOf(first, last int) wiredesk.Span {
	if first < 0 || last <= first || last > len(d.Tokens) {
		return wiredesk.Span{}
	}
	return wiredesk.Span{Start: d.Tokens[first].Span.Start, End: d.Tokens[last-1].Span.End}
}

// TokenAt returns the index of the token that covers the byte offset, or -1.
func (d *Doc) TokenAt(offset int) int {
	i := d.tokenFrom(offset)
	if i < len(d.Tokens) && d.Tokens[i].Span.Start <= offset {
		return i
	}
	return -1
}

// tokenFrom returns the index of the first token that ends after offset.
func (d *Doc) tokenFrom(offset int) int {
	return sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].Span.End > offset })
}

// TokensIn returns the half-open range of tokens that overlap the span. It is
// empty (first == last) where there are none.
func (d *Doc) TokensIn(s wiredesk.Span) (first, last int) {
	first = d.tokenFrom(s.Start)
	last = first + sort.Search(len(d.Tokens)-first, func(i int) bool {
		return d.Tokens[first+i].Span.Start >= s.End
	})
	return first, last
}

// Sentence returns the index of the sentence that holds the byte offset, or
// -1 where none does. White space between two sentences belongs to none.
func (d *Doc) Sentence(offset int) int {
	i := sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].Span.End > offset })
	if i < len(d.Sentences) && d.Sentences[i].Span.Start <= offset {
		return i
	}
	return -1
}

// SentenceOf returns the index of the sentence that holds token i, or -1.
func (d *Doc) SentenceOf(i int) int {
	if i < 0 || i >= len(d.Tokens) {
		return -1
	}
	return d.Sentence(d.Tokens[i].Span.Start)
}

// SentencesIn returns the half-open range of sentences that overlap the span.
func (d *Doc) SentencesIn(s wiredesk.Span) (first, last int) {
	first = sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].Span.End > s.Start })
	last = first + sort.Search(len(d.Sentences)-first, func(i int) bool {
		return d.Sentences[first+i].Span.Start >= s.End
	})
	return first, last
}

// TokensOf returns the tokens of a sentence; they share memory with d.Tokens.
func (d *Doc) TokensOf(s sentence.Sentence) []wiredesk.Token { return d.Tokens[s.First:s.Last] }

// MentionsIn returns the mentions that lie wholly inside the span.
func (d *Doc) MentionsIn(s wiredesk.Span) []wiredesk.Mention {
	first := sort.Search(len(d.Mentions), func(i int) bool { return d.Mentions[i].Span.Start >= s.Start })
	last := first
	for last < len(d.Mentions) && d.Mentions[last].Span.End <= s.End {
		last++
	}
	return d.Mentions[first:last]
}
