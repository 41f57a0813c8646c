package figure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wiredesk"
	"wiredesk/internal/lang"
	"wiredesk/internal/lang/number"
)

// A reader holds a report while its figures are read, one sentence at a time.
type reader struct {
	doc     *lang.Doc
	lower   []string // the words in lower case
	numbers []int32  // by token: 1 + index of the number that begins there, 0 for none
	names   []int32  // by token: the token after the person's name that begins there, 0 for none

	at     int // index of the sentence
	first  int // its tokens
	last   int
	groups []group
	byEnd  []int32 // by token of the sentence: 1 + index of the group that covers it
	found  []found
}

// newReader prepares the words, numbers and names of a report.
func newReader(d *lang.Doc) *reader {
	r := &reader{doc: d}
	n := len(d.Tokens)
	r.lower = make([]string, n)
	for i := range d.Tokens {
		r.lower[i] = strings.ToLower(d.Word(i))
	}
	r.numbers, r.names = make([]int32, n), make([]int32, n)
	for k := range d.Numbers {
		if i, _ := d.TokensIn(d.Numbers[k].Span); i < n {
			r.numbers[i] = int32(k + 1)
		}
	}
	for _, m := range d.Mentions {
		if m.Type == wiredesk.Person {
			if i, end := d.TokensIn(m.Span); i < end {
				r.names[i] = int32(end)
			}
		}
	}
	return r
}

// open turns to sentence k and finds its groups.
func (r *reader) open(k int) {
	r.turn(k)
	r.findGroups()
}

// turn sets the tokens to those of sentence k, without its dateline: that is
// where a report was filed.
func (r *reader) turn(k int) {
	s := r.doc.Sentences[k]
	r.at, r.first, r.last = k, s.First, s.Last
	if d := r.doc.Report.Dateline; d != nil {
		for r.first < r.last && d.Span.Contains(r.doc.Tokens[r.first].Span) {
			r.first++
		}
	}
}

// word returns the word at i in lower case, "" outside the sentence.
func (r *reader) word(i int) string {
	if i < r.first || i >= r.last {
		return ""
	}
	return r.lower[i]
}

// stop returns the class of the function word at i, "" for any other word.
func (r *reader) stop(i int) string {
	if r.genitiveMark(i) {
		return ""
	}
	return stops()[r.word(i)]
}

// genitiveMark reports whether the token at i is the "'s" of possession.
func (r *reader) genitiveMark(i int) bool {
	w := r.word(i)
	return (w == "'s" || w == "’s") && r.doc.Tokens[i].UPOS != "AUX" && r.doc.Tokens[i].UPOS != "VERB"
}

// number returns the number that begins at token i and the token after it.
func (r *reader) number(i int) (*number.Number, int) {
	if i < r.first || i >= r.last || r.numbers[i] == 0 {
		return nil, 0
	}
	n := &r.doc.Numbers[r.numbers[i]-1]
	_, end := r.doc.TokensIn(n.Span)
	return n, end
}

// capitalised reports whether the word at i begins with a capital letter.
func (r *reader) capitalised(i int) bool {
	if i < r.first || i >= r.last {
		return false
	}
	c, _ := utf8.DecodeRuneInString(r.doc.Word(i))
	return unicode.IsUpper(c)
}

// mark reports whether the token at i is punctuation.
func (r *reader) mark(i int) bool {
	c, _ := utf8.DecodeRuneInString(r.word(i))
	return !unicode.IsLetter(c) && !unicode.IsDigit(c)
}

// hyphen reports whether the token at i joins two parts of a word: "-" with no
// space around it.
func (r *reader) hyphen(i int) bool {
	t := r.doc.Tokens
	return i > r.first && i+1 < r.last && (r.word(i) == "-" || r.word(i) == "‑") &&
		t[i-1].Span.End == t[i].Span.Start && t[i].Span.End == t[i+1].Span.Start
}

// triggerAt returns the trigger that begins at token i and the token after it.
func (r *reader) triggerAt(i int) (*trigger, int) {
	list := triggers()[r.word(i)]
	for k := range list {
		if r.matches(i, list[k].words) {
			return &list[k], i + len(list[k].words)
		}
	}
	return nil, 0
}

// matches reports whether the words stand at token i.
func (r *reader) matches(i int, words []string) bool {
	for k, w := range words {
		if r.word(i+k) != w {
			return false
		}
	}
	return true
}

// has reports whether the trigger has the pattern.
func (t *trigger) has(pattern string) bool {
	for _, s := range t.senses {
		if s.pattern == pattern {
			return true
		}
	}
	return false
}

// unit returns the unit of the trigger in a pattern.
func (t *trigger) unit(pattern string) string {
	for _, s := range t.senses {
		if s.pattern == pattern {
			return s.unit
		}
	}
	return ""
}

// counts reports whether the trigger is a noun that can be counted itself:
// "12 deaths", "over 300 lives".
func (t *trigger) counts() bool {
	return !t.has("participle") && !t.has("state") && (t.has("count") || t.has("harm") || t.has("bodies") || t.has("lives"))
}
