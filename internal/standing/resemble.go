package standing

import "strings"

// sameReport is the share of the shorter text's words that two versions of a
// report share at least. Updates keep most of a report; a front page or a live
// page tells of something else under the same address.
const sameReport = 0.3

// Resembles reports whether two texts share enough words to be versions of one
// report.
func Resembles(a, b string) bool {
	words, others := wordSet(a), wordSet(b)
	both := 0
	for w := range others {
		if words[w] {
			both++
		}
	}
	return float64(both) >= sameReport*float64(min(len(words), len(others)))
}

// wordSet are the folded words of a text, without the marks around them.
func wordSet(text string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(strings.ToLower(text)) {
		if w = strings.Trim(w, `.,;:!?()"'“”‘’—–-`); w != "" {
			out[w] = true
		}
	}
	return out
}
