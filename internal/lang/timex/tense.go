package timex

import (
	_ "embed"
	"strings"
	"sync"

	"wiredesk/internal/lang/sentence"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/verbs.txt
var verbsFile []byte

// verbs maps lemmas to "plan" or "say".
var verbs = sync.OnceValue(func() map[string]string { return lexicon.Map(verbsFile) })

// maxVerbDistance is how many tokens away the verb of an expression's clause
// is looked for.
const maxVerbDistance = 14

// past reports whether the nearest verb of the expression's clause is in a
// past tense.
func (d *document) past(e *expression) bool {
	s := d.sentenceOf(e.first)
	if s == nil || d.planned(s, e.first) {
		return false
	}
	if d.since(s, e.first) {
		return true
	}
	verb := d.verb(s, e.first)
	if verb < 0 {
		return false
	}
	x := d.tokens[verb].XPOS
	return x == "VBD" || x == "VBN" && d.auxiliary(s, verb, "was", "were", "had", "has", "have", "'ve", "’ve")
}

// ahead reports whether the clause of the expression lies in the future: its
// nearest verb, first to the left, is under "will", planned, or in the
// present of a timetable.
func (d *document) ahead(e *expression) bool {
	s := d.sentenceOf(e.first)
	if s == nil {
		return false
	}
	if d.since(s, e.first) {
		return false
	}
	if d.planned(s, e.first) || d.deadline(s, e.first) || d.deferred(s, e.first) {
		return true
	}
	verb := d.verb(s, e.first)
	if verb < 0 {
		return false
	}
	if x := d.tokens[verb].XPOS; verbs()[d.lemma(verb)] == "plan" && (x == "VBN" || x == "VBZ" || x == "VBP") {
		return true
	}
	switch d.tokens[verb].XPOS {
	case "VBD", "VBN", "VBG":
		return d.auxiliary(s, verb, modals...) || d.auxiliary(s, verb, "to") && d.auxiliary(s, verb, "be")
	case "VB":
		return d.auxiliary(s, verb, modals...) || d.intended(s, verb)
	case "VBZ", "VBP":
		return s.Part != sentence.Headline && verbs()[d.lemma(verb)] == "timetable"
	case "MD":
		return true
	}
	return false
}

// modals are the words that put the verb behind them ahead.
var modals = []string{"will", "'ll", "’ll", "wo", "shall", "should", "would", "may", "might", "can", "could", "must"}

// since reports whether "since" stands before the expression: what follows it
// lies behind.
func (d *document) since(s *sentence.Sentence, first int) bool {
	return first > s.First && strings.EqualFold(d.word(first-1), "since")
}

// maxInfinitive is how far before its verb "to" may stand.
const maxInfinitive = 3

// intended reports whether the verb is the infinitive of what somebody intends
// or what is to be: "agreed to meet on Friday", "is to begin on Friday". Other infinitives ("forced it to close on
// Monday") say nothing.
func (d *document) intended(s *sentence.Sentence, verb int) bool {
	for i := verb - 1; i > max(s.First, verb-maxInfinitive); i-- {
		if strings.EqualFold(d.word(i), "to") {
			c := verbs()[d.lemma(i-1)]
			return c == "intend" || c == "plan" || d.lemma(i-1) == "be"
		}
	}
	return false
}

// maxPlanDistance is how many tokens a word of planning may stand before the
// expression.
const maxPlanDistance = 9

// planned reports whether a word such as "scheduled" or "due" stands shortly
// before the expression in its clause.
func (d *document) planned(s *sentence.Sentence, first int) bool {
	if s == nil {
		return false
	}
	for i := first - 1; i >= max(s.First, first-maxPlanDistance); i-- {
		w := d.word(i)
		if w == ";" || w == "." || w == "”" || w == `"` {
			return false
		}
		if verbs()[d.lemma(i)] == "plan" && (d.tokens[i].XPOS == "VBN" || d.tokens[i].XPOS == "JJ" || d.tokens[i].XPOS == "VBZ" || d.tokens[i].XPOS == "VBP") {
			return true
		}
	}
	return false
}

// deadline reports whether the expression ends the time that somebody is given:
// "gave both until Tuesday", "has until 5 p.m. Friday".
func (d *document) deadline(s *sentence.Sentence, first int) bool {
	if first == s.First || !strings.EqualFold(d.word(first-1), "until") {
		return false
	}
	for i := first - 2; i >= max(s.First, first-maxToldGap); i-- {
		if d.isVerb(i) {
			l := d.lemma(i)
			return l == "give" || l == "have" && d.tokens[i].XPOS != "VBD" || l == "have" && i+1 == first-1
		}
	}
	return false
}

// deferred reports whether something is put off to the expression: "continued
// the case to March 21".
func (d *document) deferred(s *sentence.Sentence, first int) bool {
	if first == s.First {
		return false
	}
	switch strings.ToLower(d.word(first - 1)) {
	case "to", "until", "till", "through":
		verb := d.verb(s, first-1)
		return verb >= 0 && verb < first && verbs()[d.lemma(verb)] == "defer"
	}
	return false
}

// verb returns the token of the verb nearest to the expression, looked for to
// the left and then to the right, not beyond a stop or a quotation mark; -1
// if there is none.
func (d *document) verb(s *sentence.Sentence, first int) int {
	for i := first - 1; i >= max(s.First, first-maxVerbDistance); i-- {
		if w := d.word(i); w == ";" || w == "”" || w == "“" || w == `"` || w == ":" {
			break
		}
		if d.isVerb(i) {
			return i
		}
	}
	for i := first + 1; i < min(s.Last, first+maxVerbDistance); i++ {
		if w := d.word(i); w == ";" || w == "”" || w == "“" || w == `"` {
			break
		}
		if d.isVerb(i) {
			return i
		}
	}
	return -1
}

// isVerb reports whether token i is a verb other than a participle that is
// used as an adjective.
func (d *document) isVerb(i int) bool {
	x := d.tokens[i].XPOS
	return len(x) >= 2 && x[:2] == "VB" || x == "MD"
}

// auxiliary reports whether one of the words stands before the verb in its
// group.
func (d *document) auxiliary(s *sentence.Sentence, verb int, words ...string) bool {
	for i := verb - 1; i >= max(s.First, verb-4); i-- {
		w := strings.ToLower(d.word(i))
		for _, x := range words {
			if w == x {
				return true
			}
		}
		if x := d.tokens[i].XPOS; x != "RB" && x != "MD" && x != "VB" && x != "VBP" && x != "VBZ" && x != "VBN" && x != "TO" {
			return false
		}
	}
	return false
}

func (d *document) word(i int) string { return d.tokens[i].Span.Words(d.text) }

func (d *document) lemma(i int) string {
	if l := d.tokens[i].Lemma; l != "" {
		return l
	}
	return strings.ToLower(d.word(i))
}
