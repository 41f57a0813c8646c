package brief

import (
	_ "embed"
	"fmt"
	"regexp"
	"strings"
	"sync"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/expletive.txt
var expletiveFile []byte

//go:embed lexicon/tobe.txt
var toBeFile []byte

//go:embed lexicon/first.txt
var firstFile []byte

//go:embed lexicon/negation.txt
var negationFile []byte

// expletive holds the words behind an "it" that means nothing, toBe the verbs
// before them, firstPerson the words by which a writer means himself.
var (
	expletive   = sync.OnceValue(func() map[string]bool { return lexicon.Set(expletiveFile) })
	toBe        = sync.OnceValue(func() map[string]bool { return lexicon.Set(toBeFile) })
	firstPerson = sync.OnceValue(func() map[string]bool { return lexicon.Set(firstFile) })
	negation    = sync.OnceValue(func() map[string]bool { return lexicon.Set(negationFile) })
)

// telephone is a telephone number as newspapers print it.
var telephone = regexp.MustCompile(`\d{3}[-.) ]{1,2}\d{3}[-. ]{1,2}\d{4}|\d{3}-\d{4}\b`)

// ended reports whether words end as a sentence does.
func ended(words string) bool {
	words = strings.TrimRight(words, "\"'”’) \n")
	return words != "" && strings.ContainsRune(".!?", rune(words[len(words)-1]))
}

// empties reports whether the words behind an "it" leave it without a meaning:
// "is not known", "was the second flood".
func empties(words []string) bool {
	return len(words) > 1 && toBe()[strings.ToLower(words[0])] && expletive()[strings.ToLower(words[1])]
}

// withdrawnLeads lists the leads of reports that no longer stand as not
// printed, so that a reader sees what left the brief and why.
func withdrawnLeads(p *printer, all []*account) {
	for _, a := range all {
		if a.withdrawn == "" {
			continue
		}
		lead := a.reading.ID
		if a.reading.Headline != nil {
			lead = a.reading.Headline.Text
		}
		for _, s := range a.reading.Sentences {
			if len(a.reading.Body) > 0 && a.reading.Body[0].Contains(s) {
				lead = s.Words(a.reading.Text)
				break
			}
		}
		p.refuse(lead, fmt.Sprintf("it rests on a report of %s that does not stand: %s", a.label(), a.withdrawn))
	}
}

// A draft is a sentence before the checker has seen it.
type draft struct {
	text      string
	citations []wiredesk.Citation
}
