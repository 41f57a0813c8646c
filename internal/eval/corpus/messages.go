package corpus

import (
	"path/filepath"
	"strconv"
	"strings"

	"wiredesk"
)

// tagged reads a file of one word and its tag a line, parted by a tab, with an
// empty line between messages or sentences: each becomes a document.
func (b *builder) tagged(file, set, id string) ([]*Named, error) {
	var out []*Named
	var message []taggedWord
	flush := func() {
		if b.add(message, true); len(message) > 0 {
			out = append(out, b.finish(set, id+strconv.Itoa(len(out))))
		}
		message = nil
	}
	err := lines(file, func(line string) {
		if word, label, ok := strings.Cut(line, "\t"); ok {
			message = append(message, taggedWord{word, label})
		} else {
			flush()
		}
	})
	flush()
	return out, err
}

var wnutTypes = map[string]wiredesk.EntityType{
	"person": wiredesk.Person, "location": wiredesk.PlaceName, "corporation": wiredesk.Organization,
	"group": wiredesk.Organization, "product": wiredesk.Other, "creative-work": wiredesk.Other,
}

// WNUT reads the train or dev part of WNUT 2017: one message a document.
func WNUT(shared, part string) ([]*Named, error) {
	return (&builder{types: wnutTypes}).tagged(filepath.Join(shared, "data/wnut17", part+".conll"), "wnut17", part)
}

var crossTypes = map[string]wiredesk.EntityType{
	"politician": wiredesk.Person, "person": wiredesk.Person, "politicalparty": wiredesk.Organization, "organisation": wiredesk.Organization,
	"country": wiredesk.PlaceName, "location": wiredesk.PlaceName, "election": wiredesk.EventName, "event": wiredesk.EventName, "misc": wiredesk.Other,
}

// CrossNER reads the train and dev parts of CrossNER's politics: one sentence of
// Wikipedia a document. Those of the train part are never held.
func CrossNER(shared string) ([]*Named, error) {
	b := &builder{types: crossTypes}
	train, err := b.tagged(filepath.Join(shared, "data/crossner_politics/train.txt.gz"), "crossner-train", "train")
	if err != nil {
		return nil, err
	}
	dev, err := b.tagged(filepath.Join(shared, "data/crossner_politics/dev.txt.gz"), "crossner", "dev")
	return append(train, dev...), err
}

// BroadTwitter reads the sections of the Broad Twitter Corpus that news outlets
// and a disaster gave: one message a document.
func BroadTwitter(shared string) ([]*Named, error) {
	var out []*Named
	for _, section := range []string{"a", "b", "e", "g"} {
		b := &builder{types: conllTypes}
		docs, err := b.tagged(filepath.Join(shared, "data/broad_twitter", section+".conll.gz"), "broad-twitter", section)
		if err != nil {
			return nil, err
		}
		out = append(out, docs...)
	}
	return out, nil
}
