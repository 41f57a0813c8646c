package check

import (
	"fmt"
	"slices"
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
		class, n := hedgeBefore(words, i)
		rest = rest[:len(rest)-n]
		want := number{value, class}
		if reason := e.number(w, want); reason != "" {
			return nil, reason
		}
	}
	return rest, ""
}

// number checks one number.
func (e *evidence) number(w word, want number) string {
	hedges := e.citedNumbers()[want.value]
	if hedges == nil {
		return fmt.Sprintf("the number %s is not in the cited words", w.text)
	}
	cited, ok := hedges[want.hedge]
	if !ok {
		return fmt.Sprintf("the number %s is hedged otherwise in the cited words (%s)", w.text, hedgeNames(hedges))
	}
	if fold(cited) != w.fold {
		e.accept(fmt.Sprintf("number: “%s” = %s", cited, w.text))
	}
	return ""
}

// citedNumbers returns the numbers of the cited words: value, then class of
// hedge, then the number as printed. They are read once.
func (e *evidence) citedNumbers() map[string]map[string]string {
	if e.numbered != nil {
		return e.numbered
	}
	e.numbered = map[string]map[string]string{}
	for k, cited := range e.order {
		value := numberValue(cited.fold)
		if value == "" {
			continue
		}
		if e.numbered[value] == nil {
			e.numbered[value] = map[string]string{}
		}
		class, _ := hedgeBefore(e.order, k)
		e.numbered[value][class] = cited.text
	}
	return e.numbered
}

// hedgeNames lists the classes of hedges, "flat" for none.
func hedgeNames(hedges map[string]string) string {
	var out []string
	for class := range hedges {
		if class == "" {
			class = "flat"
		}
		out = append(out, class)
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
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
// at i, the longest that fits, and how many words it has; "" and 0 for none.
func hedgeBefore(words []word, i int) (class string, n int) {
	for n = min(longestHedge, i); n > 0; n-- {
		var phrase []string
		for _, w := range words[i-n : i] {
			phrase = append(phrase, w.fold)
		}
		if class = hedgeClasses()[strings.Join(phrase, " ")]; class != "" {
			return class, n
		}
	}
	return "", 0
}
