package attribution

import (
	_ "embed"
	"sync"
)

//go:embed lexicon/anonymous.txt
var anonymousFile []byte

var anonymousWords = sync.OnceValue(func() phraseSet { return phrases(anonymousFile) })

// anonymity marks the speakers who are not to be named, where the sentence of
// their claim says so, and drops what they are told to have asked for.
func (f *finder) anonymity() {
	for _, d := range f.drafts {
		k := f.view.Sentence(d.frame())
		if k < 0 {
			continue
		}
		s := f.doc.Sentences[k]
		at, _, ok := anonymousWords().within(f.doc, s.First, s.Last)
		switch {
		case ok && d.Contents[0].First <= at && at < d.Contents[0].Last && at-d.Contents[0].First < shortest && len(f.in(k)) > 1:
			d.dropped = true
		case ok && !d.covers(at) && !f.isPerson(d.speaker):
			d.anonymous = true
		default:
			d.anonymous = d.anonymous || len(d.Sources) == 1 && f.namesNobody(d)
		}
	}
}

// namesNobody reports whether a source is "a source" or "sources", whom the
// report does not mean to name.
func (f *finder) namesNobody(d *draft) bool {
	last := f.phraseEnd(d.Sources[0])
	for i := d.Sources[0].First; i < last; i++ {
		if namelessNoun.has(singular(f.doc.Lower(i))) && f.doc.Tokens[i].UPOS == "NOUN" {
			return d.speaker.entity == ""
		}
	}
	return false
}
