package check

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
)

// numberWords returns the values of the words for numbers.
var numberWords = sync.OnceValue(func() map[string]int {
	out := map[string]int{}
	for _, fields := range entries(numbersFile) {
		out[fields[0]], _ = strconv.Atoi(fields[1])
	}
	return out
})

// hedgeClasses returns the class of each hedge, its words parted by spaces.
var hedgeClasses = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, fields := range entries(hedgesFile) {
		out[fields[0]] = fields[1]
	}
	return out
})

// longestHedge is the number of words in the longest hedge that is looked for.
const longestHedge = 3

// A number is a value with the class of the hedge before it, "" for none.
type number struct {
	value, hedge string
}

// numbers checks that each number of the sentence stands in the cited words
// with a hedge of the same class: "19" is not "some 19". It returns the words
// that are left.
func (e *evidence) numbers(words []word) ([]word, string) {
	var rest []word
	for i, w := range words {
		value := numberValue(w.fold)
		if value == "" {
			rest = append(rest, w)
			continue
		}
		want := number{value, hedgeBefore(words, i)}
		if reason := e.number(w, want); reason != "" {
			return nil, reason
		}
	}
	return rest, ""
}

// number checks one number.
func (e *evidence) number(w word, want number) string {
	var other string
	for k, cited := range e.order {
		if numberValue(cited.fold) != want.value {
			continue
		}
		hedge := hedgeBefore(e.order, k)
		if hedge == want.hedge {
			if cited.fold != w.fold {
				e.accept(fmt.Sprintf("number: “%s” = %s", cited.text, w.text))
			}
			return ""
		}
		other = hedge
		if other == "" {
			other = "flat"
		}
	}
	if other != "" {
		return fmt.Sprintf("the number %s is hedged otherwise in the cited words (%s)", w.text, other)
	}
	return fmt.Sprintf("the number %s is not in the cited words", w.text)
}

// numberValue returns the digits of a number or the value of a number word,
// and "" for any other word.
func numberValue(fold string) string {
	digits := strings.ReplaceAll(fold, ",", "")
	if digits != "" && strings.Trim(digits, "0123456789.:") == "" {
		return digits
	}
	if n, ok := wordValue(fold); ok {
		return strconv.Itoa(n)
	}
	return ""
}

// wordValue reads "nineteen" and "twenty-two".
func wordValue(fold string) (int, bool) {
	if n, ok := numberWords()[fold]; ok {
		return n, true
	}
	tens, units, ok := strings.Cut(fold, "-")
	t, okT := numberWords()[tens]
	u, okU := numberWords()[units]
	if !ok || !okT || !okU || t < 20 || t%10 != 0 || u < 1 || u > 9 {
		return 0, false
	}
	return t + u, true
}

// hedgeBefore returns the class of the hedge that stands right before the word
// at i, the longest that fits.
func hedgeBefore(words []word, i int) string {
	for n := min(longestHedge, i); n > 0; n-- {
		var phrase []string
		for _, w := range words[i-n : i] {
			phrase = append(phrase, w.fold)
		}
		if class := hedgeClasses()[strings.Join(phrase, " ")]; class != "" {
			return class
		}
	}
	return ""
}
