package story

import (
	_ "embed"
	"fmt"
	"math"
	"slices"
	"strconv"
	"sync"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

var (
	//go:embed lexicon/kinds.txt
	kindsFile []byte
	//go:embed lexicon/turns.txt
	turnsFile []byte
	//go:embed lexicon/signs.txt
	signsFile []byte
)

// A sign is one particular of the incident that a report is about: a tag and a
// value below signBase in one number. Together they are its signature.
type sign int32

// signBase is the number of values of a tag.
const signBase = 10_000_000

// The tags of signs.
const (
	kindSign      = iota + 1 // a kind of incident, by the hash of its name
	daySign                  // a day on which it happened, since 1970
	backSign                 // a day on which it happened, counted back: "two days after"
	roughSign                // the same, counted in weeks or months
	magnitudeSign            // of a quake, in tenths
	killedSign               // people killed, as one count
	injuredSign              // people hurt
	anotherSign              // it is said not to be the first of its kind
	givenSign                // it is spoken of as known: "the blast"
	ageSign                  // the age of somebody in the opening
)

// maxSigns is the number of signs that a Print keeps.
const maxSigns = 24

func (s sign) tag() int   { return int(s) / signBase }
func (s sign) value() int { return int(s) % signBase }

// words writes the value of a sign for people.
func (s sign) words() string {
	switch s.tag() {
	case daySign:
		return date(int32(s.value()))
	case magnitudeSign:
		return fmt.Sprintf("%.1f", float64(s.value())/10)
	}
	return strconv.Itoa(s.value())
}

// kindWords gives the kind, as the value of a sign, of each word that tells it.
var kindWords = sync.OnceValue(func() map[string]int {
	out := map[string]int{}
	for _, e := range lexicon.Parse(kindsFile) {
		for _, w := range e[1:] {
			out[fold(w)] = int(hash(e[0]) % signBase)
		}
	}
	return out
})

// turnWords says of each word around a day whether the incident happened then.
var turnWords = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, e := range lexicon.Parse(turnsFile) {
		out[e[0]] = e.Field(1) == "happens"
	}
	return out
})

// signWords holds the words by which particulars are read: value by role and
// word.
var signWords = sync.OnceValue(func() map[string]map[string]int {
	out := map[string]map[string]int{}
	for _, e := range lexicon.Parse(signsFile) {
		if out[e.Field(1)] == nil {
			out[e.Field(1)] = map[string]int{}
		}
		out[e.Field(1)][e[0]], _ = strconv.Atoi(e.Field(2))
	}
	return out
})

// A signature collects signs.
type signature struct {
	words []word
	signs []int
}

// signs reads the signature of a report: what kind of incident it is about,
// when that happened, how strong it was, how many it killed and hurt, and
// whether it is said to be another one. It reads words, not a parse: linking
// must take microseconds, and a wrong sign is outweighed by the others.
func signs(words []word, value wiredesk.Optional) []int {
	s := signature{words: words}
	s.kinds()
	s.another()
	s.given()
	s.magnitudes()
	s.days(value)
	s.tolls()
	for _, age := range ages(words[:s.opening()]) {
		s.add(ageSign, age)
	}
	return s.signs
}

// add keeps a sign.
func (s *signature) add(tag, value int) {
	x := tag*signBase + value
	if value >= 0 && value < signBase && len(s.signs) < maxSigns && !slices.Contains(s.signs, x) {
		s.signs = append(s.signs, x)
	}
}

// openingWords is the number of words in which a report says what it is about,
// leastOpening of them at least; a paragraph that begins between them ends it.
const openingWords, leastOpening = 90, 45

// opening is the number of words in which a report says what it is about.
func (s *signature) opening() int {
	for i, w := range s.words {
		if i >= openingWords || i >= leastOpening && w.starts {
			return i
		}
	}
	return len(s.words)
}

// mostKinds is the number of kinds that a report keeps, those with most words.
const mostKinds = 3

// kinds finds what kind of incident the opening tells of.
func (s *signature) kinds() {
	count, order := map[int]int{}, []int{}
	for i, w := range s.words {
		if i >= openingWords {
			break
		}
		k, ok := kindWords()[w.fold]
		if !ok {
			continue
		}
		if count[k] == 0 {
			order = append(order, k)
		}
		count[k]++
		if w.head {
			count[k]++
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return count[b] - count[a] })
	for _, k := range order[:min(len(order), mostKinds)] {
		s.add(kindSign, k)
	}
}

// anotherReach is the number of words in which "second" meets what it counts.
const anotherReach = 3

// another finds "the second blast", "another boat", "march again".
func (s *signature) another() {
	incident := func(w word) bool {
		_, kind := kindWords()[w.fold]
		return kind || signWords()["incident"][w.plain] > 0
	}
	for i, w := range s.words[:s.opening()] {
		ordinal, again := signWords()["ordinal"][w.plain] > 0, signWords()["another"][w.plain] > 0
		if !ordinal && !again {
			continue
		}
		for k := i + 1; k <= i+anotherReach && k < len(s.words) && !s.words[k].opens; k++ {
			if incident(s.words[k]) {
				s.add(anotherSign, 1)
				return
			}
		}
	}
}

// given finds whether the text below the headline first speaks of the incident
// as one that is known ("the sinking", "Monday's explosion", "last week's") or
// tells of it anew ("a bomb").
func (s *signature) given() {
	for i, w := range s.words {
		if i >= openingWords {
			return
		}
		if _, kind := kindWords()[w.fold]; !kind || w.head {
			continue
		}
		for k := i - 1; k >= max(0, i-anotherReach); k-- {
			if g := signWords()["given"][s.words[k].plain]; g != 0 {
				if g > 0 {
					s.add(givenSign, 1)
				}
				return
			}
			if s.words[k].opens {
				break
			}
		}
	}
}

// magnitudes finds the strengths of a quake: decimals below ten in a sentence
// of the opening that speaks of magnitude or of a quake.
func (s *signature) magnitudes() {
	quake := false
	for i, w := range s.words[:s.opening()] {
		if w.opens || w.starts {
			quake = s.speaksOfQuake(i)
		}
		if x, err := strconv.ParseFloat(w.plain, 64); quake && w.number && len(w.plain) == 3 && err == nil && x < 10 {
			s.add(magnitudeSign, int(math.Round(10*x)))
		}
	}
}

// speaksOfQuake reports whether the sentence that begins at i does.
func (s *signature) speaksOfQuake(i int) bool {
	for k := i; k < len(s.words) && (k == i || !s.words[k].opens && !s.words[k].starts); k++ {
		if signWords()["magnitude"][s.words[k].plain] > 0 {
			return true
		}
	}
	return false
}

// sentenceStart is the first word of the sentence that holds the word at i.
func (s *signature) sentenceStart(i int) int {
	for i > 0 && !s.words[i].opens && !s.words[i].starts {
		i--
	}
	return i
}

// days finds the days on which it happened: a day whose nearest word before it
// tells of something happening, or a length of time that runs from it.
func (s *signature) days(value wiredesk.Optional) {
	for _, d := range namedDays(s.words, value) {
		if s.leads(d.at) && s.happens(d.at) {
			s.add(daySign, d.day)
		}
	}
	at, known := published(value)
	if !known {
		return
	}
	today := int(at.Unix() / 86400)
	for i, w := range s.words {
		unit, ok := signWords()["unit"][w.plain]
		if !ok || i == 0 || w.head {
			continue
		}
		n := s.number(i - 1)
		behind := i+1 < len(s.words) && signWords()["behind"][s.words[i+1].plain] > 0
		switch {
		case signWords()["ahead"][s.words[i-1].plain] > 0 && unit > 1:
			s.add(roughSign, today-unit)
		case n > 0 && behind && unit <= 1:
			s.add(backSign, today-n*unit)
		case n > 0 && behind:
			s.add(roughSign, today-n*unit)
		}
	}
}

// leads reports whether the word at i stands in the first sentence below the
// headline.
func (s *signature) leads(i int) bool {
	begins := s.sentenceStart(i)
	return !s.words[i].head && (begins == 0 || s.words[begins-1].head)
}

// happens reports whether the day at i is one on which the incident happened.
func (s *signature) happens(i int) bool {
	for k, start := i-1, s.sentenceStart(i); k >= start; k-- {
		if happens, ok := turnWords()[s.words[k].plain]; ok {
			return happens
		}
	}
	return false
}

// number reads the number at i: digits, or a word or two; 0 for none.
func (s *signature) number(i int) int {
	if i < 0 {
		return 0
	}
	w := s.words[i]
	if w.number {
		n, err := strconv.Atoi(w.fold)
		if err != nil {
			return 0
		}
		return n
	}
	n := signWords()["number"][w.plain]
	if n > 0 && n < 10 && i > 0 {
		if tens := signWords()["number"][s.words[i-1].plain]; tens >= 20 {
			n += tens
		}
	}
	return n
}

// How far a number stands from the word that says what it counts.
const (
	tollBehind = 6
	tollAhead  = 3
)

// tolls finds how many were killed and hurt.
func (s *signature) tolls() {
	for i, w := range s.words {
		n := s.number(i)
		if ordinal := signWords()["ordinal"][w.plain]; ordinal > 0 {
			n = ordinal
		}
		if n < 2 || w.number && n >= 1900 && n < 2100 || i+1 < len(s.words) && s.number(i+1) > 0 {
			continue
		}
		if tag := s.counts(i); tag > 0 {
			s.add(tag, n)
		}
	}
}

// counts returns the tag of what the number at i counts, or 0.
func (s *signature) counts(i int) int {
	tagOf := func(w word) int {
		switch {
		case signWords()["killed"][w.plain] > 0:
			return killedSign
		case signWords()["injured"][w.plain] > 0:
			return injuredSign
		}
		return 0
	}
	if i+1 < len(s.words) {
		if _, ok := signWords()["unit"][s.words[i+1].plain]; ok {
			return 0
		}
	}
	for k := i - 1; k >= max(0, i-tollAhead) && !s.words[k+1].opens && s.number(k) == 0; k-- {
		if tag := tagOf(s.words[k]); tag > 0 {
			return tag
		}
	}
	for k := i + 1; k <= i+tollBehind && k < len(s.words) && !s.words[k].opens && !s.words[k].starts && s.number(k) == 0; k++ {
		if tag := tagOf(s.words[k]); tag > 0 {
			return tag
		}
	}
	return 0
}
