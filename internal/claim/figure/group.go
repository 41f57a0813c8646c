package figure

import (
	"strings"

	"wiredesk"
	"wiredesk/internal/lang/number"
)

// A groupKind says how a group of people or things gives its number.
type groupKind string

const (
	counted groupKind = "counted" // with a number: "at least 15 people"
	single  groupKind = "single"  // one person by a noun: "a 15-year-old boy", "his wife"
	named   groupKind = "named"   // one person by name
	pronoun groupKind = "pronoun" // "he", "herself"
	plural  groupKind = "plural"  // more than one, not counted: "police officers"
	nobody  groupKind = "nobody"  // "no one", "no civilians"
)

// A group is a noun phrase of a sentence that stands for people, or for things
// that can be counted.
type group struct {
	kind        groupKind
	first, last int // tokens, hedge to noun
	low, high   wiredesk.Bound
	approximate bool
	hedge       string
	ofFirst     int // tokens of the class as printed; empty where none is
	ofLast      int
	head        int    // token of the noun, -1 where a number stands alone
	persons     int    // what the noun says: 1, many, none for things or unknown nouns
	thing       bool   // the noun counts no people
	share       bool   // "one of the six": part of a whole named beside it
	ordinal     bool   // "a fifth worker": one, and the rank that it brings a count to
	more        bool   // "five more", "another", "others": counted on top of others
	definite    bool   // "the", "his": known already, or one of a kind
	joined      int    // index of the first group of a sum
	members     uint16 // the groups summed, one bit each from joined on; 0 for no sum
}

// maxNoun is how many tokens a noun phrase may have after its number or
// article; longer ones are not read to their end.
const maxNoun = 9

// findGroups finds the groups of the sentence, in order, without overlap.
func (r *reader) findGroups() {
	r.groups = r.groups[:0]
	for i := r.First; i < r.Last; {
		g, ok := r.groupAt(i)
		if !ok {
			i++
			continue
		}
		r.groups = append(r.groups, g)
		for k := g.first; k < min(g.last, r.Last); k++ {
			r.cover[k] = int32(len(r.groups))
		}
		i = max(g.last, i+1)
	}
}

// groupAt reads the group that begins at token i.
func (r *reader) groupAt(i int) (group, bool) {
	w := r.Word(i)
	if g, ok := r.fractionAt(i); ok {
		return g, true
	}
	if n, end := r.number(i); n != nil {
		switch n.Kind {
		case number.Count:
			return r.countedAt(i, i, n, end)
		case number.Age, number.Ordinal:
			return r.nounAt(i, i)
		}
		return group{}, false
	}
	switch w {
	case "no-one", "nobody", "none":
		return r.noneOf(i)
	case "no", "neither":
		return r.nobodyAt(i)
	case "both":
		return r.bothAt(i)
	case "he", "she", "him", "himself", "herself":
		return group{kind: pronoun, first: i, last: i + 1, low: 1, high: 1, head: i, persons: 1, definite: true}, true
	case "a", "an", "the", "his", "her", "their", "its", "another", "all", "my", "this", "these", "those", "other", "any", "each", "our", "your", "some":
		return r.determinedAt(i)
	}
	if end := int(r.names[i]); end > 0 {
		return group{kind: named, first: i, last: end, low: 1, high: 1, head: end - 1, persons: 1, definite: true}, true
	}
	return r.nounAt(i, i)
}

// determinedAt reads a group that begins with an article or the like.
func (r *reader) determinedAt(i int) (group, bool) {
	if g, ok := r.allBut(i); ok {
		return g, true
	}
	if g, ok := r.familyAt(i); ok {
		return g, true
	}
	j := i + 1
	if w := r.Word(i); w == "all" && r.Word(j) == "of" {
		j++
	}
	for r.Stop(j) == "det" && j < i+3 { // "all the", "all of his"
		j++
	}
	if n, end := r.number(j); n != nil && n.Kind == number.Count {
		g, ok := r.countedAt(i, j, n, end)
		g.more = g.more || r.Word(i) == "another"
		g.definite = !r.is(i, "indefinite")
		return g, ok
	}
	g, ok := r.nounAt(i, j)
	if _, noun := r.phrase(j); !ok && !noun && r.Word(i) == "her" {
		return group{kind: pronoun, first: i, last: i + 1, low: 1, high: 1, head: i, persons: 1, definite: true}, true
	}
	if !ok && r.Word(i) == "another" && r.Word(i-1) != "one" && r.Stop(i+1) != "prep" {
		_, noun := r.phrase(j)
		return group{kind: counted, first: i, last: i + 1, low: 1, high: 1, head: -1, persons: 1, more: true}, !noun
	}
	if !ok {
		return group{}, false
	}
	switch r.Word(i) {
	case "a", "an":
	case "another":
		g.more = true
	case "any", "each":
		return group{}, false
	case "some":
		g.kind = plural
	default:
		g.definite = true
	}
	return g, true
}

// nobodyAt reads "no one", "no civilians".
func (r *reader) nobodyAt(i int) (group, bool) {
	j := i + 1
	if g, ok := r.neitherAt(i); ok {
		return g, true
	}
	if w := r.Word(j); w == "other" || r.Word(j+1) == "else" {
		return group{}, false
	}
	if r.Word(j) == "one" {
		return group{kind: nobody, first: i, last: j + 1, head: -1, persons: many}, true
	}
	g, ok := r.nounAt(i, j)
	if !ok || g.persons == none {
		return group{}, false
	}
	g.kind, g.low, g.high = nobody, 0, 0
	g.ofFirst = j
	return g, true
}

// bothAt reads "both" and "both men" as two.
func (r *reader) bothAt(i int) (group, bool) {
	g := group{kind: counted, first: i, last: i + 1, low: 2, high: 2, head: -1, persons: many, definite: true}
	if n, ok := r.nounAt(i, i+1); ok && n.persons == many && n.kind == plural {
		g.last, g.head, g.ofFirst, g.ofLast = n.last, n.head, n.head, n.last
	} else if r.Stop(i+1) == "prep" && r.Word(i+1) != "of" {
		return g, false // "both in Homs and ..."
	}
	return g, true
}

// countedAt reads a group with the number n in the tokens [at, end); the group
// begins at token first.
func (r *reader) countedAt(first, at int, n *number.Number, end int) (group, bool) {
	g := group{kind: counted, first: first, last: end, low: n.Low, high: n.High,
		approximate: n.Approximate, hedge: n.Hedge, head: -1}
	j := end
	if r.is(j, "more of them") {
		g.more = true
	}
	if r.Word(j) == "of" || r.Word(j) == "more" && r.Word(j+1) == "of" {
		return r.shareAt(g, j+1, n)
	}
	if r.Word(j) == "or" || r.Word(j) == "-" && !r.Hyphen(j) {
		return g, true
	}
	if r.Hyphen(j) { // "10-member team", "three-storey": no count of what follows
		return group{}, false
	}
	if next, _ := r.number(j); next != nil && next.Kind == number.Count {
		return group{}, false // a counter of the page before the text
	}
	noun, ok := r.phrase(j)
	if !ok && r.counter(at, j) || ok && noun.end == j+1 && r.is(j, "page") && r.Doc.Tokens[at].Span.Len() <= len("9999") {
		return group{}, false
	}
	if !ok {
		if r.Word(at) == "one" && (r.Word(end) == "another" || r.Word(at-1) == "this" || r.Word(at-1) == "that") {
			return group{}, false
		}
		return g, true
	}
	g.last, g.head, g.ofFirst, g.ofLast = noun.end, noun.head, j, noun.end
	for k := j; k < noun.end; k++ {
		switch {
		case r.is(k, "on top"):
			g.more = true
			if r.Word(k) == "more" && k == j {
				g.ofFirst = min(j+1, noun.end)
			}
		}
	}
	g.persons, g.thing = noun.persons, noun.thing
	if noun.persons == 2 || noun.persons == 3 { // "two couples" is not in use as a count of people
		g.low, g.high = g.low*wiredesk.Bound(noun.persons), g.high*wiredesk.Bound(noun.persons)
	}
	return g, true
}

// shareAt reads what follows "of" behind a number: "one of the six", "two of
// them" are parts of a whole; "hundreds of people" is the whole.
func (r *reader) shareAt(g group, j int, n *number.Number) (group, bool) {
	switch r.Word(j) {
	case "the", "them", "those", "these", "whom", "his", "her", "their", "its", "us", "our", "which":
		g.share = true
		if r.is(j, "known whole") {
			g.last, g.persons = j+1, many
			return g, true
		}
		j++
		if _, end := r.number(j); end > 0 {
			g.last = end
			j = end
		}
	}
	noun, ok := r.phrase(j)
	if !ok {
		if t, end := r.triggerAt(j); t != nil && g.share { // "one of the dead"
			g.last, g.persons = end, many
		}
		return g, true
	}
	g.last, g.head, g.ofFirst, g.ofLast = noun.end, noun.head, j, noun.end
	g.persons, g.thing = noun.persons, noun.thing
	return g, true
}

// nounAt reads a group without a number whose noun phrase begins at token j;
// only nouns for people make one.
func (r *reader) nounAt(first, j int) (group, bool) {
	noun, ok := r.phrase(j)
	if !ok || noun.persons == none || first == j && r.Doc.Tokens[j].UPOS == "VERB" {
		return group{}, false
	}
	g := group{kind: plural, first: first, last: noun.end, head: noun.head, ofFirst: first, ofLast: noun.end, persons: noun.persons, low: wiredesk.Open, high: wiredesk.Open}
	if noun.persons > 0 {
		g.kind = single
		g.low, g.high = wiredesk.Bound(noun.persons), wiredesk.Bound(noun.persons)
		g.last = r.childrenOf(noun)
		r.rank(&g)
	}
	return g, true
}

// rank marks a single person whom an ordinal ranks: "a fifth worker".
func (r *reader) rank(g *group) {
	for i := g.first; i <= g.first+1 && i < g.head; i++ {
		n, end := r.number(i)
		if n == nil || n.Kind != number.Ordinal || end > g.head {
			continue
		}
		g.ordinal, g.ofFirst = true, end
	}
}

// childrenOf returns the token after "of two" or "of two children" behind a
// parent, "a mother of two", or the end of the noun phrase: a number that
// counts nobody here.
func (r *reader) childrenOf(parent nounPhrase) int {
	switch {
	case r.is(parent.head, "parent"):
	default:
		return parent.end
	}
	n, end := r.number(parent.end + 1)
	if r.Word(parent.end) != "of" || n == nil || n.Kind != number.Count {
		return parent.end
	}
	if people()[r.Word(end)] != none {
		end++
	}
	return end
}

// A nounPhrase is what phrase reads.
type nounPhrase struct {
	end     int // token after it
	head    int // token of its noun
	persons int
	thing   bool
}

// phrase reads a noun phrase without its article or number from token j, up to
// a verb, a function word or a mark.
func (r *reader) phrase(j int) (nounPhrase, bool) {
	var np nounPhrase
	person := -1            // the last noun for people
	owner, owning := -1, -1 // the last "'s" and the noun for people before it
	i := j
	for ; i < r.Last && i < j+maxNoun; i++ {
		if r.Hyphen(i) {
			continue
		}
		w := r.Word(i)
		if w == "'s" || w == "’s" {
			if i == j {
				break
			}
			owner, owning = i, person
			person = -1
			continue
		}
		if r.namesAnother(i, j) || r.endsPhrase(i, j) || owner > j && r.ofOwner(i) {
			break
		}
		if n := r.personNoun(i); n != none {
			person = i
		}
	}
	if owner > j && person < 0 && r.ofOwner(i) { // "the man's sudden death"
		i, person = owner, owning
	}
	for i > j && (r.Hyphen(i-1) || r.Word(i-1) == "'s" || r.Word(i-1) == "’s") {
		i--
	}
	if i == j {
		return np, false
	}
	np.end, np.head = i, i-1
	if person >= 0 && person < i-1 && !r.allCapitalised(person+1, i) && (thing(r.Word(i-1)) || !r.ageOrTail(person+1, i)) {
		person = -1
	}
	if person >= 0 {
		np.head = person
		np.persons = r.personNoun(person)
		return np, true
	}
	np.thing = thing(r.Word(i - 1))
	switch {
	case np.thing:
	case r.yearOld(j, i): // "a 23-year-old"
		np.persons = 1
		if r.Word(i-1) == "olds" {
			np.persons = many
		}
	case r.agedNoun(j, i):
		np.persons = 1
	case r.peoples[i-1]:
		np.persons = r.native(i - 1)
	}
	return np, true
}

// personNoun returns what the word at i says if it is a noun for people.
func (r *reader) personNoun(i int) int {
	n := people()[r.Word(i)]
	if n != none && r.Hyphen(i+1) && !r.Hyphen(i-1) && people()[r.Word(i+2)] == none {
		return none // "officer-involved", "man-made"
	}
	return n
}

// ageOrTail reports whether the tokens after a noun for people belong to it:
// an age ("man, 34" without its comma) is left to names.
func (r *reader) ageOrTail(first, last int) bool {
	return r.numbers[first] != 0
}

// attributive reports whether the number before a participle that ends before
// token i counts what stands there, and not those of the participle.
func (r *reader) attributive(i int) bool {
	if i >= r.Last || r.Capitalised(i) && r.Doc.Tokens[i].UPOS != "ADJ" {
		return false
	}
	u := r.Doc.Tokens[i].UPOS
	return u == "NOUN" || u == "ADJ" && i+1 < r.Last && r.Doc.Tokens[i+1].UPOS == "NOUN"
}

// namesAnother reports whether the name at token i is not of those whose noun
// phrase begins at j: "killed 40 people Reuters said", "wounding another 12 Ann
// Lee said", where the comma was lost. A name with a noun behind it belongs.
func (r *reader) namesAnother(i, j int) bool {
	end := int(r.nouns[i])
	if end == 0 || i > j && r.Doc.Tokens[i-1].XPOS != "NNS" {
		return false
	}
	if end >= r.Last {
		return true
	}
	switch r.Doc.Tokens[end].UPOS {
	case "NOUN", "PROPN", "ADJ", "NUM", "PUNCT":
		return r.Mark(end) && !r.Hyphen(end) && !r.Possessive(end)
	}
	return true
}

// ofOwner reports whether the token at i is what befell the owner before it:
// "the man's sudden death".
func (r *reader) ofOwner(i int) bool {
	t, _ := r.triggerAt(i)
	return t != nil && t.has("of")
}

// native returns what a word for a people says as a noun: "a Palestinian" is
// one, "Israelis" are many, "French" may be anything.
func (r *reader) native(i int) int {
	switch w := r.Word(i); {
	case strings.HasSuffix(w, "ans") || strings.HasSuffix(w, "is") || strings.HasSuffix(w, "ers"):
		return many
	case strings.HasSuffix(w, "an") || strings.HasSuffix(w, "i") || strings.HasSuffix(w, "er"):
		return 1
	}
	return none
}

// agedNoun reports whether the tokens [first, last) are an age and a noun: who
// is "a 32-year-old mason" is a person, whatever masons are.
func (r *reader) agedNoun(first, last int) bool {
	n, end := r.number(first)
	if n == nil || n.Kind != number.Age {
		return false
	}
	for end < last && !strings.HasPrefix(r.Word(end), "year-old") && r.Word(end) != "old" {
		end++
	}
	return end+1 < last && r.Doc.Tokens[last-1].UPOS == "NOUN"
}

// yearOld reports whether the tokens [first, last) end in "year-old", or in that
// and a name.
func (r *reader) yearOld(first, last int) bool {
	for last > first+1 && r.Capitalised(last-1) {
		last--
	}
	w := r.Word(last - 1)
	return w == "old" || w == "olds" || w == "year-old" || w == "year-olds"
}

// allCapitalised reports whether each of the tokens [first, last) begins with
// a capital: a name behind a noun, "constable Ramesh Kumar".
func (r *reader) allCapitalised(first, last int) bool {
	for i := first; i < last; i++ {
		if !r.Capitalised(i) && !r.Hyphen(i) {
			return false
		}
	}
	return true
}

// endsPhrase reports whether the noun phrase that begins at j cannot take the
// token at i.
func (r *reader) endsPhrase(i, j int) bool {
	if after, _ := r.triggerAt(i + 1); reckoned()[r.Word(i)] && after != nil {
		return !after.counts() // "four confirmed deaths", but "dozens feared dead"
	}
	if r.is(i, "elsewhere") || i > j && r.personNoun(i-1) != none && r.endsPeople(i) {
		return true
	}
	if i == j && r.is(i, "need") && (r.is(i+1, "aid") || r.is(i+2, "aid")) {
		return true // "1.1 million need food aid"
	}
	if r.Mark(i) || r.Stop(i) != "" || weekdays()[r.Word(i)] || i > j && r.is(i, "object complement") || r.Word(i) == "including" {
		return true
	}
	if counts, end := r.triggerAt(i - 1); i > j && counts != nil && end == i && counts.counts() && r.Doc.Tokens[i].UPOS != "NOUN" && r.Doc.Tokens[i].UPOS != "PROPN" && !r.Hyphen(i) {
		return true // "13 deaths due to"
	}
	if n, _ := r.number(i); n != nil && i > j && n.Kind != number.Age && n.Kind != number.Ordinal {
		return true
	}
	if t, end := r.triggerAt(i); t != nil {
		if t.counts() {
			return false // "12 civilian deaths": the noun of the phrase
		}
		if i == j && i > r.First && r.Doc.Tokens[i-1].UPOS == "NUM" && t.has("participle") && r.attributive(end) {
			return false // "two besieged villages"
		}
		// "two injured men": a participle before its noun.
		return !(t.has("participle") || t.has("state")) || people()[r.Word(end)] == none || i != j
	}
	u := r.Doc.Tokens[i].UPOS
	if i > j && (u == "VERB" || u == "AUX" || u == "ADP" || u == "SCONJ") {
		return true
	}
	x := r.Doc.Tokens[i].XPOS
	return u == "VERB" && (x == "VBD" || x == "VBZ" || x == "VBP") // "45 survived"
}

// endsPeople reports whether the word at i cannot go on a noun for people: "people
// mostly from the north", "fighters loyal to him".
func (r *reader) endsPeople(i int) bool {
	if r.is(i, "time word") {
		return true
	}
	switch r.Doc.Tokens[i].UPOS {
	case "ADV", "DET", "PRON":
		return true
	case "ADJ":
		next := ""
		if i+1 < r.Last {
			next = r.Doc.Tokens[i+1].UPOS
		}
		return !r.Capitalised(i) && next != "NOUN" && next != "PROPN" && next != "ADJ"
	}
	return false
}
