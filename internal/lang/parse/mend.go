package parse

import (
	_ "embed"
	"strings"
	"sync"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/telling.txt
var tellingFile []byte

var telling = sync.OnceValue(func() map[string]bool { return lexicon.Set(tellingFile) })

// mend sets right what the treebanks, with their few news texts, teach too
// seldom: in "told reporters that rebels had fled", the clause is what is
// told and says nothing about the reporters.
func mend(text string, sentence []wiredesk.Token) {
	for i := range sentence {
		t := &sentence[i]
		if t.Deprel != "acl:relcl" && t.Deprel != "acl" && t.Deprel != "ccomp" {
			continue
		}
		verb := told(sentence, t.Head)
		if verb < 0 || verb > i {
			continue
		}
		that := opener(text, sentence, max(verb, i-reach), i)
		if that < 0 {
			continue
		}
		if t.Head != verb {
			sentence[t.Head].Deprel = "iobj"
		}
		t.Head, t.Deprel = verb, "ccomp"
		w := &sentence[that]
		w.UPOS, w.XPOS, w.Lemma, w.Deprel = "SCONJ", "IN", "that", "mark"
	}
}

// told returns the verb whose content a clause is that was found to depend on
// token head, or -1: head itself, if it is a verb, or the verb of telling
// whose object head is.
func told(sentence []wiredesk.Token, head int) int {
	if head < 0 {
		return -1
	}
	h := sentence[head]
	if h.UPOS == "VERB" {
		return head
	}
	if (h.Deprel == "obj" || h.Deprel == "iobj") && h.Head >= 0 && telling()[sentence[h.Head].Lemma] {
		return h.Head
	}
	return -1
}

// reach is how many tokens before its verb the "that" of a clause is looked
// for.
const reach = 60

// opener returns the "that" after token from which opens the clause of verb i,
// or -1 where there is none, or where the clause has no subject besides it.
func opener(text string, sentence []wiredesk.Token, from, i int) int {
	that, subject := -1, false
	for k := from; k < i; k++ {
		t := sentence[k]
		switch {
		case t.Head != i:
		case that < 0 && strings.EqualFold(t.Span.Words(text), "that") && t.Deprel != "det":
			that = k
		case that >= 0 && (strings.HasPrefix(t.Deprel, "nsubj") || t.Deprel == "expl"):
			subject = true
		}
	}
	if !subject {
		return -1
	}
	return that
}
