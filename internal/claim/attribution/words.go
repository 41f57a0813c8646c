package attribution

import (
	_ "embed"
	"sync"

	"wiredesk/internal/lexicon"
)

//go:embed lexicon/words.txt
var wordsFile []byte

// A wordClass is a class of the small words that the rules go by; the lexicon
// says what each is for.
type wordClass string

const (
	article           wordClass = "article"
	preposition       wordClass = "preposition"
	joint             wordClass = "joint"
	possessivePronoun wordClass = "possessive"
	reportNoun        wordClass = "report-noun"
	particle          wordClass = "particle"
	hearsay           wordClass = "hearsay"
	negation          wordClass = "negation"
	outletKind        wordClass = "outlet-kind"
	sourceNoun        wordClass = "source"
	printedNoun       wordClass = "printed"
	assurance         wordClass = "assurance"
	namelessNoun      wordClass = "nameless"
	reporterNoun      wordClass = "reporter"
	relativePronoun   wordClass = "relative"
	tollNoun          wordClass = "toll"
)

var wordClasses = sync.OnceValue(func() map[[2]string]bool {
	out := map[[2]string]bool{}
	for _, e := range lexicon.Parse(wordsFile) {
		out[[2]string{e.Field(0), e.Field(1)}] = true
	}
	return out
})

// has reports whether a word in lower case is in the class.
func (c wordClass) has(word string) bool { return wordClasses()[[2]string{string(c), word}] }
