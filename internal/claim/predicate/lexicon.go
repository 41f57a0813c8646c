package predicate

import (
	_ "embed"
	"strings"
	"sync"

	"wiredesk/internal/lexicon"
)

var (
	//go:embed lexicon/classes.txt
	classesFile []byte
	//go:embed lexicon/relations.txt
	relationsFile []byte
	//go:embed lexicon/words.txt
	wordsFile []byte
)

// An entry is one way to say a class: the word, and what must stand beside it.
type entry struct {
	class  string
	beside []string // the words that must hang on it or follow it; none for the word alone
}

// A part of speech, as the lexicon has them.
type part int

const (
	verb part = iota + 1 // the columns of the lexicon
	noun
	adjective
)

var classes = sync.OnceValue(func() map[part]map[string][]entry {
	out := map[part]map[string][]entry{verb: {}, noun: {}, adjective: {}}
	for _, e := range lexicon.Parse(classesFile) {
		for p := verb; p <= adjective; p++ {
			for words := range strings.SplitSeq(e.Field(int(p)), ",") {
				f := strings.Fields(words)
				if len(f) == 0 {
					continue
				}
				list := out[p][f[0]]
				x := entry{class: e[0], beside: f[1:]}
				if len(x.beside) > 0 {
					list = append([]entry{x}, list...) // what asks for more goes first
				} else {
					list = append(list, x)
				}
				out[p][f[0]] = list
			}
		}
	}
	return out
})

// relations holds the relations between classes.
var relations = sync.OnceValue(func() map[[3]string]bool {
	out := map[[3]string]bool{}
	for _, e := range lexicon.Parse(relationsFile) {
		out[[3]string{e[0], e.Field(1), e.Field(2)}] = true
	}
	return out
})

// Opposed reports whether two classes cannot hold of the same things at the
// same time: "open" and "closed".
func Opposed(a, b string) bool {
	r := relations()
	return r[[3]string{a, "opposite", b}] || r[[3]string{b, "opposite", a}]
}

// Undoes reports whether what class b says ends what class a brought about:
// "arrest", then "free".
func Undoes(a, b string) bool { return relations()[[3]string{a, "undone by", b}] }

// Implies reports whether class b holds where class a does: "kill", "die".
func Implies(a, b string) bool { return a == b || relations()[[3]string{a, "implies", b}] }

// A wordClass is a class of small words; the lexicon says what each is for.
type wordClass string

const (
	negator      wordClass = "negator"
	negative     wordClass = "negative"
	denyingWord  wordClass = "denying"
	particleOnly wordClass = "with particle"
	untrue       wordClass = "untrue"
	truth        wordClass = "truth"
	future       wordClass = "future"
	possible     wordClass = "possible"
	supposed     wordClass = "supposed"
	without      wordClass = "without"
	wanting      wordClass = "wanting"
	threatening  wordClass = "threatening"
	asking       wordClass = "asking"
	light        wordClass = "light"
	location     wordClass = "location"
	doer         wordClass = "doer"
	firstPerson  wordClass = "first person"
	relative     wordClass = "relative"
	alternatives wordClass = "alternative"
)

var wordClasses = sync.OnceValue(func() map[wordClass]map[string]bool {
	out := map[wordClass]map[string]bool{}
	for _, e := range lexicon.Parse(wordsFile) {
		c := wordClass(e[0])
		if out[c] == nil {
			out[c] = map[string]bool{}
		}
		out[c][e.Field(1)] = true
	}
	return out
})

// has reports whether a word is in the class.
func (c wordClass) has(word string) bool { return wordClasses()[c][word] }
