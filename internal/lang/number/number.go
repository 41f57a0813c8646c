// Package number reads the numbers of a text with their bounds and hedges, and
// tells counts from ages, money, times and ordinals.
package number

import (
	"strings"

	"wiredesk"
)

// A Kind says what a number is used for.
type Kind string

// The kinds of numbers.
const (
	Count   Kind = "count"
	Age     Kind = "age"
	Money   Kind = "money"
	Percent Kind = "percent" // a share: "45%", "two-thirds"
	Clock   Kind = "clock"   // a time of day
	Date    Kind = "date"    // a day of the month or a year
	Ordinal Kind = "ordinal"
	Measure Kind = "measure" // with a unit of length, weight, duration ...
	Label   Kind = "label"   // a house number, an id, a model, a score
)

// A Number is a quantity in the text with its bounds, such as "at least 15"
// (15 to Open) or "some 19" (approximate).
type Number struct {
	Span        wiredesk.Span // hedge and number: "at least 15"
	Digits      wiredesk.Span // the number alone: "15"
	Low, High   wiredesk.Bound
	Approximate bool
	Hedge       string // as printed; "" if it was given flat
	Kind        Kind
}

// A phrase is the tokens of one sentence with their words in lower case.
type phrase struct {
	text   string
	tokens []wiredesk.Token
	lower  []string
}

// word returns the word at i in lower case, "" outside the sentence.
func (p *phrase) word(i int) string {
	if i < 0 || i >= len(p.lower) {
		return ""
	}
	return p.lower[i]
}

// printed returns the word at i as it stands in the text.
func (p *phrase) printed(i int) string {
	if i < 0 || i >= len(p.tokens) {
		return ""
	}
	return p.tokens[i].Span.Words(p.text)
}

// span returns the span of the tokens [first, last).
func (p *phrase) span(first, last int) wiredesk.Span {
	return wiredesk.Span{Start: p.tokens[first].Span.Start, End: p.tokens[last-1].Span.End}
}

// Find returns the numbers in the tokens of one sentence, in order. They do
// not overlap.
func Find(text string, sentence []wiredesk.Token) []Number {
	p := &phrase{text: text, tokens: sentence, lower: make([]string, len(sentence))}
	for i, t := range sentence {
		p.lower[i] = strings.ToLower(t.Span.Words(text))
	}
	var out []Number
	for i := 0; i < len(sentence); {
		n, next, ok := p.number(i)
		if !ok {
			i++
			continue
		}
		out = append(out, n)
		i = next
	}
	return out
}

// number reads the number that begins at token i, hedges included, and
// returns the token after it.
func (p *phrase) number(i int) (Number, int, bool) {
	first, effect := p.hedgeBefore(i)
	v, last, ok := p.rangeAt(first)
	if !ok {
		return Number{}, 0, false
	}
	n := Number{Digits: p.span(first, last), Low: v.low, High: v.high, Approximate: v.approximate}
	n.Kind = p.kind(first, last, v)
	end, after := p.hedgeAfter(last)
	if first > i {
		n.Hedge = p.span(i, first).Words(p.text)
	} else if end > last {
		effect, n.Hedge = after, p.span(last, end).Words(p.text)
	}
	if effect == "" {
		end = max(end, last)
	}
	n.bound(effect, v)
	n.Span = p.span(i, end)
	return n, end, true
}
