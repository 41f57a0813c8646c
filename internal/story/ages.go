package story

import (
	_ "embed"
	"strconv"
	"sync"

	"wiredesk/internal/lexicon"
)

//go:embed lexicon/aged.txt
var agedFile []byte

// ageBearers are the words for people behind which "of 25" is an age.
var ageBearers = sync.OnceValue(func() map[string]bool { return lexicon.Set(agedFile) })

// maxAges is the number of ages that a Print keeps, the first named.
const maxAges = 8

// ages lists the ages of people that a text gives: "15-year-old", "aged 15",
// and the number between commas behind a name ("Smith, 15, of Leeds"), which
// comes out as a number of two digits between two words with a capital, or
// between a capital and "of", "was", "who".
func ages(words []word) []int {
	var out []int
	for i, w := range words {
		if !w.number {
			continue
		}
		n, err := strconv.Atoi(w.fold)
		if err != nil || n < 1 || n > 110 || !isAge(words, i, n) {
			continue
		}
		seen := false
		for _, x := range out {
			seen = seen || x == n
		}
		if !seen && len(out) < maxAges {
			out = append(out, n)
		}
	}
	return out
}

// isAge reports whether the number at i is someone's age.
func isAge(words []word, i, n int) bool {
	if i+2 < len(words) && words[i+1].plain == "year" && words[i+2].plain == "old" {
		return true
	}
	if i+2 < len(words) && words[i+1].plain == "years" && words[i+2].plain == "old" {
		return true
	}
	if i > 0 && (words[i-1].plain == "aged" || words[i-1].plain == "age") {
		return true
	}
	if i > 1 && words[i-1].plain == "of" && ageBearers()[words[i-2].plain] && !words[i].quoted {
		return true // "a man of 25"
	}
	return words[i].apart && i > 0 && words[i-1].capital && n >= 10
}
