// Package number reads the numbers of a text with their bounds and hedges, and
// tells counts from ages, money, times and ordinals.
package number

import "wiredesk"

// A Kind says what a number is used for.
type Kind string

// The kinds of numbers.
const (
	Count   Kind = "count"
	Age     Kind = "age"
	Money   Kind = "money"
	Percent Kind = "percent"
	Clock   Kind = "clock" // a time of day
	Date    Kind = "date"  // a day of the month or a year
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

// Find returns the numbers in the tokens of one sentence, in order.
func Find(text string, sentence []wiredesk.Token) []Number { return nil }
