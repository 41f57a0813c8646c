package photo

import (
	_ "embed"
	"strings"
	"sync"

	"wiredesk/internal/lexicon"
)

//go:embed lexicon/credits.txt
var creditsFile []byte

// A role says what the words of a credit are: "agency" with its name, "pool",
// or "word" for what names nobody.
type role struct {
	kind, name string
}

var credits = sync.OnceValue(func() map[string]role {
	out := map[string]role{}
	for _, e := range lexicon.Parse(creditsFile) {
		out[e[0]] = role{e.Field(1), e.Field(2)}
	}
	return out
})

// splitCredit returns who took a picture and the agency that supplies it, as
// far as the credit says so: "Photo by Jane Doe/AFP/Getty Images" is by Jane
// Doe, of AFP; "REUTERS/Pool" by a pool, of Reuters. Of several agencies the
// first has taken the picture; the others pass it on.
func splitCredit(credit string) (photographer, agency string) {
	parts := strings.FieldsFunc(credit, func(r rune) bool { return strings.ContainsRune("/|,;:()[]\n", r) })
	for _, part := range parts {
		for _, name := range strings.Split(part, " via ") {
			name = bare(name)
			switch r := credits()[strings.ToLower(name)]; {
			case name == "" || r.kind == "word":
			case r.kind == "agency" && agency == "":
				agency = r.name
			case r.kind == "pool" && photographer == "", r.kind == "" && photographer == "":
				photographer = name
			}
		}
	}
	return photographer, agency
}

// bare takes from both ends of a part the words that name nobody: "Photo by",
// "AP photo", "file".
func bare(part string) string {
	words := strings.Fields(strings.Trim(part, " .:-–—"))
	for len(words) > 0 && names(words[0]) == "word" {
		words = words[1:]
	}
	for len(words) > 0 && names(words[len(words)-1]) == "word" && credits()[strings.ToLower(strings.Join(words, " "))].kind != "agency" {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

// names returns what a single word of a credit is.
func names(word string) string {
	return credits()[strings.ToLower(strings.Trim(word, " .:-–—"))].kind
}
