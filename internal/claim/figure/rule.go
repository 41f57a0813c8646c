package figure

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"wiredesk/internal/lexicon"
)

//go:embed lexicon/rules.txt
var rulesFile []byte

// A rule proposes figures. The file rules.txt says what each kind of pattern
// means.
type rule struct {
	name  string
	unit  string // a wiredesk.Unit, or unitSame
	score float64

	// words rules: the anchor and what stands on both sides of it, outward
	anchor      element
	left, right []element

	// tree rules: the senses of the trigger and the way to the group
	senses []string
	path   []step
}

// unitSame is the unit of a rule that names none: that of the count before it.
const unitSame = "same"

// An element matches tokens of a words rule.
type element struct {
	kind     elementKind
	words    []string // alternatives; for a group the class of its noun
	class    string
	optional bool
	reach    int // of a gap
}

type elementKind string

const (
	literal   elementKind = "word"
	ofClass   elementKind = "class"
	gap       elementKind = "gap"
	stopClass elementKind = "stop"
	aGroup    elementKind = "N" // a counted group
	aSubject  elementKind = "S" // the subject of the anchor
	passiveOf elementKind = "P" // its subject where the anchor is passive
	onAnchor  elementKind = "H" // the group whose noun is the anchor
)

// A step goes from a token to its head by the relation that it has to it, or to
// a token that has the relation to it.
type step struct {
	up       bool
	relation string
}

// ruleSet holds the rules by what they are found with.
type ruleSet struct {
	byWord  map[string][]*rule // words rules by the words of their anchor
	bySense map[string][]*rule // tree rules by the sense of the trigger
	scores  map[string]float64 // readers of code by name
}

var rules = sync.OnceValue(func() ruleSet {
	set := ruleSet{map[string][]*rule{}, map[string][]*rule{}, map[string]float64{}}
	for _, e := range lexicon.Parse(rulesFile) {
		score, err := strconv.ParseFloat(e.Field(4), 64)
		if err != nil {
			panic("rules.txt: no score in " + strings.Join(e, " "))
		}
		r := &rule{name: e.Field(0), unit: e.Field(3), score: score}
		switch e.Field(1) {
		case "read":
			set.scores[r.name] = score
		case "tree":
			r.parsePath(e.Field(2))
			for _, s := range r.senses {
				set.bySense[s] = append(set.bySense[s], r)
			}
		case "words":
			r.parseWords(e.Field(2))
			for _, w := range r.anchor.spelled() {
				set.byWord[w] = append(set.byWord[w], r)
			}
		default:
			panic("rules.txt: no kind in " + strings.Join(e, " "))
		}
	}
	return set
})

// parsePath reads "participle|active >obj <conj".
func (r *rule) parsePath(pattern string) {
	fields := strings.Fields(pattern)
	r.senses = strings.Split(fields[0], "|")
	for _, f := range fields[1:] {
		r.path = append(r.path, step{f[0] == '<', f[1:]})
	}
}

// parseWords reads "S [need|needs] ..2 @aid": the anchor stands in brackets.
func (r *rule) parseWords(pattern string) {
	anchored := false
	for _, f := range strings.Fields(pattern) {
		if f[0] == '[' {
			r.anchor = parseElement(strings.Trim(f, "[]"))
			anchored = true
			continue
		}
		if anchored {
			r.right = append(r.right, parseElement(f))
		} else {
			r.left = append([]element{parseElement(f)}, r.left...)
		}
	}
	if !anchored {
		panic("rules.txt: no anchor in " + pattern)
	}
}

// parseElement reads one element of a pattern.
func parseElement(f string) element {
	var e element
	if len(f) > 1 && strings.HasSuffix(f, "?") {
		e.optional, f = true, f[:len(f)-1]
	}
	name, class, _ := strings.Cut(f, ":")
	switch {
	case strings.HasPrefix(f, ".."):
		e.kind = gap
		e.reach, _ = strconv.Atoi(f[2:])
	case name == string(aGroup) || name == string(aSubject) || name == string(passiveOf) || name == string(onAnchor):
		e.kind, e.class = elementKind(name), class
	case f[0] == '@':
		e.kind, e.class = ofClass, f[1:]
	case f[0] == '%':
		e.kind, e.class = stopClass, f[1:]
	default:
		e.kind, e.words = literal, strings.Split(f, "|")
	}
	return e
}

// spelled returns the words that an anchor may be.
func (e *element) spelled() []string {
	if e.kind != ofClass {
		return e.words
	}
	var out []string
	for _, entry := range lexicon.Parse(classesFile) {
		if entry.Field(1) == e.class {
			out = append(out, entry.Field(0))
		}
	}
	return out
}
