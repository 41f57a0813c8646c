package corpus

import (
	"path/filepath"
	"strconv"
	"strings"

	"wiredesk"
)

var conllTypes = map[string]wiredesk.EntityType{
	"PER": wiredesk.Person, "ORG": wiredesk.Organization, "LOC": wiredesk.PlaceName, "MISC": wiredesk.Other,
}

// WikiGold reads the WikiGold set: Wikipedia articles.
func WikiGold(shared string) ([]*Named, error) {
	var out []*Named
	var sentence []taggedWord
	b := builder{types: conllTypes}
	flush := func(document bool) {
		b.add(sentence, false)
		sentence = nil
		if document && len(b.doc.Paragraphs) > 0 {
			out = append(out, b.finish("wikigold", strconv.Itoa(len(out))))
		}
	}
	err := lines(filepath.Join(shared, "data/wikigold/wikigold.conll.txt"), func(line string) {
		word, label, _ := strings.Cut(line, " ")
		switch {
		case word == "-DOCSTART-":
			flush(true)
		case word == "":
			if !initial(sentence) {
				flush(false)
			}
		default:
			if initial(sentence) && label == "I-PER" {
				sentence[len(sentence)-1].label = label
			}
			sentence = append(sentence, taggedWord{word, label})
		}
	})
	flush(true)
	return out, err
}

// initial reports whether a sentence ends in the initial of a person with its
// stop, where the set divides "Ana B. Bell" into two sentences and names.
func initial(sentence []taggedWord) bool {
	n := len(sentence)
	return n > 1 && sentence[n-1].word == "." && len(sentence[n-2].word) == 1 && sentence[n-2].label == "I-PER"
}
