package figure

import (
	"wiredesk"
	"wiredesk/internal/claim/clause"
	"wiredesk/internal/lang"
	"wiredesk/internal/lang/number"
)

// A reader holds a report while its figures are read, one sentence at a time.
type reader struct {
	clause.Sentence
	numbers []int32     // by token: 1 + index of the number that begins there, 0 for none
	names   []int32     // by token: the token after the person's name that begins there, 0 for none
	nouns   []int32     // by token: the token after the name of a person, organization or place that begins there, 0 for none
	peoples []bool      // by token: a nationality ends there
	titles  []bool      // by token: it stands in a name of several words that is no person's
	class   []classSet  // by token: the classes of its word
	barrier []bool      // by token: a clause with a group and verb of its own begins there
	kinds   wordClasses // the classes that words have

	marks    []mark // by token: the trigger that begins there
	groups   []group
	before   group   // the largest group of people of the sentence before
	cover    []int32 // by token: 1 + index of the group that covers it in its sentence, 0 for none
	found    []found
	tree     tree
	rule     string                                // what proposes at the moment
	score    float64                               // how sure that is
	claims   map[wiredesk.Optional]*wiredesk.Claim // by id
	epidemic bool                                  // the report tells of a disease
}

// newReader prepares the words, numbers and names of a report.
func newReader(d *lang.Doc) *reader {
	r := &reader{Sentence: clause.New(d)}
	n := len(d.Tokens)
	r.marks, r.nouns = make([]mark, n), make([]int32, n)
	r.numbers, r.names, r.cover, r.peoples = make([]int32, n), make([]int32, n), make([]int32, n), make([]bool, n)
	r.titles, r.barrier, r.class = make([]bool, n), make([]bool, n), make([]classSet, n)
	r.tree = tree{make([]int32, n), make([]int32, n)}
	r.kinds = classes()
	for i, w := range r.Lower {
		r.class[i] = r.kinds.sets[w]
		r.epidemic = r.epidemic || r.ofClass(i, "disease")
	}
	for k := range d.Numbers {
		if i, _ := d.TokensIn(d.Numbers[k].Span); i < n {
			r.numbers[i] = int32(k + 1)
		}
	}
	for _, m := range d.Mentions {
		i, end := d.TokensIn(m.Span)
		if i >= end {
			continue
		}
		for k := i; m.Type != wiredesk.Person && end > i+1 && k < end; k++ {
			r.titles[k] = true
		}
		switch m.Type {
		case wiredesk.Person:
			r.names[i], r.nouns[i] = int32(end), int32(end)
		case wiredesk.Organization, wiredesk.PlaceName:
			r.nouns[i] = int32(end)
		case wiredesk.Nationality:
			r.peoples[end-1] = true
		}
	}
	return r
}

// A mark is a trigger in the text and the token after it.
type mark struct {
	trigger *trigger
	end     int32
}

// open turns to sentence k and finds its triggers and groups.
func (r *reader) open(k int) {
	r.Turn(k)
	known := triggers()
	for i := r.First; i < r.Last; i++ {
		list := known[r.Lower[i]]
		if r.Capitalised(i) && (r.titles[i] || r.opensTitle(i)) {
			continue // the film "Kill Bill", a Missing Persons Unit
		}
		for k := range list {
			if r.matches(i, list[k].words) {
				r.marks[i] = mark{&list[k], int32(i + len(list[k].words))}
				break
			}
		}
	}
	if len(r.groups) > 0 {
		r.before = r.largest()
	}
	r.findGroups()
	r.findBarriers()
	r.grow()
}

// opensTitle reports whether a bare verb in capitals at token i, among words in
// small letters, opens a title: "in Kill Bill".
func (r *reader) opensTitle(i int) bool {
	return i > r.First && !r.Capitalised(i-1) && r.Capitalised(i+1) && r.is(i, "bare verb")
}

// covering returns the index of the group that covers token i, or -1.
func (r *reader) covering(i int) int {
	if i < r.First || i >= r.Last {
		return -1
	}
	return int(r.cover[i]) - 1
}

// number returns the number that begins at token i and the token after it.
func (r *reader) number(i int) (*number.Number, int) {
	if i < r.First || i >= r.Last || r.numbers[i] == 0 {
		return nil, 0
	}
	n := &r.Doc.Numbers[r.numbers[i]-1]
	_, end := r.Doc.TokensIn(n.Span)
	return n, end
}

// triggerAt returns the trigger that begins at token i and the token after it.
func (r *reader) triggerAt(i int) (*trigger, int) {
	if i < r.First || i >= r.Last {
		return nil, 0
	}
	return r.marks[i].trigger, int(r.marks[i].end)
}

// matches reports whether the words stand at token i.
func (r *reader) matches(i int, words []string) bool {
	for k, w := range words {
		if r.Word(i+k) != w {
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
