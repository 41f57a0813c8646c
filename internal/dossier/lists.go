package dossier

import (
	"embed"
	"strings"
	"sync"

	"wiredesk/internal/lexicon"
)

//go:embed lexicon/*.txt
var lexicons embed.FS

// file reads one of the stage's lists; they are part of the program.
func file(name string) []byte {
	b, err := lexicons.ReadFile("lexicon/" + name + ".txt")
	if err != nil {
		panic(err)
	}
	return b
}

// phraseList, wordSet, pairsOf and groups read a list when it is first asked for.
func phraseList(name string) func() phrases {
	return sync.OnceValue(func() phrases { return newPhrases(file(name)) })
}

func wordSet(name string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		out := map[string]bool{}
		for _, e := range lexicon.Parse(file(name)) {
			for _, w := range strings.Fields(e.Field(0)) {
				out[w] = true
			}
		}
		return out
	})
}

func pairsOf(name string) func() map[[2]string]bool {
	return sync.OnceValue(func() map[[2]string]bool {
		out := map[[2]string]bool{}
		for _, e := range lexicon.Parse(file(name)) {
			out[[2]string{e.Field(0), e.Field(1)}] = true
		}
		return out
	})
}

// groups maps the stems of the words of each line to its first field.
func groups(name string) func() map[string][]string {
	return sync.OnceValue(func() map[string][]string {
		out := map[string][]string{}
		for _, e := range lexicon.Parse(file(name)) {
			for _, w := range strings.Fields(e.Field(1)) {
				out[stem(w)] = append(out[stem(w)], e.Field(0))
			}
		}
		return out
	})
}

var (
	negations    = wordSet("negation")
	denialFrames = phraseList("denials") // what is said of the other's words
	denialVerbs  = phraseList("denial-verbs")
	deniedWords  = wordSet("denied")
	accusing     = wordSet("cores")
	unclaimed    = phraseList("unclaimed")
	claimedDeed  = phraseList("claimed")
	silent       = phraseList("silent")
	promising    = phraseList("promises")
	broken       = wordSet("broken")
	tollRises    = phraseList("toll-rises")
	earlierWords = phraseList("earlier")
	corrections  = phraseList("corrections")
	asides       = phraseList("aside")
	pastWords    = phraseList("past")
	additions    = wordSet("addition")
	anybody      = wordSet("anybody")
	actClasses   = groups("acts")
	exclusive    = groups("exclusive")
	opposites    = pairsOf("opposites")
	changes      = pairsOf("changes")
	modals       = sync.OnceValue(func() map[string]string { return lexicon.Map(file("modals")) })
)

// opposed reports whether two classes cannot both hold of one thing.
func opposed(a, b string) bool {
	return opposites()[[2]string{a, b}] || opposites()[[2]string{b, a}]
}

// wordKeys reads a list of words as keys.
func wordKeys(name string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool { return stems(file(name)) })
}

// wordStems reads a list of words as stems.
func wordStems(name string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		out := map[string]bool{}
		for _, e := range lexicon.Parse(file(name)) {
			for _, w := range strings.Fields(e.Field(0)) {
				out[stem(w)] = true
			}
		}
		return out
	})
}
