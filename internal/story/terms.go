package story

import (
	"bytes"
	"cmp"
	_ "embed"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wiredesk/internal/lexicon"
)

// MaxTerms is the number of terms that a Print keeps. B-cubed F1 on the 5W1H
// set, gun-violence incidents and ECB+ is the same within half a point with
// 64, 80 and 100, and lower with 128.
const MaxTerms = 64

// How much a word counts for where it stands: in the headline, among the first
// words, and with a capital letter. Names and the opening sentences tell what
// the news is; factors as in the prototype's best run.
const (
	headFactor    = 3
	leadFactor    = 1.5
	capitalFactor = 1.5
	leadWords     = 150
)

// A Term is a word of a report with its weight there, before its rarity is
// taken into account.
type Term struct {
	Word  string // as printed, in lower case unless it is a name
	Kind  TermKind
	Head  bool  // it stands in the headline
	Level uint8 // the weight on a scale of logarithms, 0..31
}

// TermKind says what a term is likely to be, as far as its letters tell.
type TermKind uint8

// The kinds of terms.
const (
	PlainTerm  TermKind = iota
	NameTerm            // with a capital letter inside a sentence
	PlaceTerm           // a name that stands behind "in", "near", "at", or in the dateline
	NumberTerm          // it begins with a digit
)

// Terms is a list of terms that is written in JSON as one string.
type Terms []Term

// weight is the term's weight: 2^((level-4)/4), so that 31 levels reach from
// one half to a hundred with steps of a fifth.
func weight(level uint8) float64 { return math.Exp2((float64(level) - 4) / 4) }

// level is the inverse of weight.
func level(w float64) uint8 {
	return uint8(min(31, max(0, math.Round(4*math.Log2(w)+4))))
}

// marks are the letters that stand for the kinds in JSON, by kind.
const marks = "wnpd"

// MarshalJSON writes "word" + mark + level, parted by spaces; the mark is in
// upper case for a term of the headline.
func (t Terms) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('"')
	for i, x := range t {
		if i > 0 {
			b.WriteByte(' ')
		}
		mark := string(marks[x.Kind])
		if x.Head {
			mark = strings.ToUpper(mark)
		}
		fmt.Fprintf(&b, "%s:%s%d", x.Word, mark, x.Level)
	}
	b.WriteByte('"')
	return b.Bytes(), nil
}

// UnmarshalJSON reads what MarshalJSON writes. It takes a few microseconds,
// since a desk reads hundreds of thousands of Prints when it starts.
func (t *Terms) UnmarshalJSON(raw []byte) error {
	if len(raw) < 2 || raw[0] != '"' || bytes.IndexByte(raw, '\\') >= 0 {
		return fmt.Errorf("terms: want a string without escapes")
	}
	terms, err := readTerms(string(raw[1 : len(raw)-1]))
	if err != nil {
		return err
	}
	*t = terms
	return nil
}

// readTerms reads terms that are parted by spaces.
func readTerms(all string) (Terms, error) {
	terms := make(Terms, 0, strings.Count(all, " ")+1)
	for field := range strings.SplitSeq(all, " ") {
		if field == "" {
			continue
		}
		x, ok := readTerm(field)
		if !ok {
			return nil, fmt.Errorf("term %q: want word:mark and level", field)
		}
		terms = append(terms, x)
	}
	return terms, nil
}

// readTerm reads one term: "lavrov:n12".
func readTerm(field string) (t Term, ok bool) {
	colon := strings.IndexByte(field, ':')
	if colon < 1 || len(field) < colon+3 || len(field) > colon+4 {
		return t, false
	}
	mark := field[colon+1]
	t.Head = mark < 'a'
	kind := strings.IndexByte(marks, mark|0x20)
	for _, c := range []byte(field[colon+2:]) {
		if c < '0' || c > '9' {
			return t, false
		}
		t.Level = 10*t.Level + c - '0'
	}
	t.Word, t.Kind = field[:colon], TermKind(max(0, kind))
	return t, kind >= 0 && t.Level < 32
}

//go:embed lexicon/whereabouts.txt
var whereaboutsFile []byte

// whereabouts are the words behind which a name is taken for a place.
var whereabouts = sync.OnceValue(func() map[string]bool { return lexicon.Set(whereaboutsFile) })

// maxWord is the number of bytes beyond which a word is no term: an address or
// noise.
const maxWord = 24

// terms weighs the words of a report and keeps the heaviest.
func terms(words []word) Terms {
	type sum struct {
		Term
		fold  string
		count float64
		rank  float64
		first int
	}
	at := map[string]int{}
	var all []sum
	for i, w := range words {
		if len(w.fold) > maxWord || w.fold == "" {
			continue
		}
		k, ok := at[w.fold]
		if !ok {
			k = len(all)
			at[w.fold] = k
			all = append(all, sum{Term: Term{Word: w.plain}, fold: w.fold, first: i})
		}
		s := &all[k]
		s.count += factor(w, i)
		s.Head = s.Head || w.head
		s.Kind = max(s.Kind, kindOf(words, i))
	}
	f := background()
	for i := range all {
		s := &all[i]
		w := 1 + math.Log(s.count)
		if s.Kind == NameTerm || s.Kind == PlaceTerm {
			w *= capitalFactor
			s.Word = title(s.Word)
		}
		s.Level = level(w)
		s.rank = w * f.rarity(hash(s.fold))
	}
	slices.SortStableFunc(all, func(a, b sum) int { return cmp.Compare(b.rank, a.rank) })
	out := make(Terms, 0, min(len(all), MaxTerms))
	for _, s := range all[:min(len(all), MaxTerms)] {
		out = append(out, s.Term)
	}
	return out
}

// factor is what one occurrence of a word counts.
func factor(w word, i int) float64 {
	switch {
	case w.head:
		return headFactor
	case i < leadWords:
		return leadFactor
	}
	return 1
}

// kindOf tells what the word at i looks like. A capital at the start of a
// sentence, in a headline or of a month or weekday says nothing.
func kindOf(words []word, i int) TermKind {
	w := words[i]
	switch {
	case w.number:
		return NumberTerm
	case !w.capital || w.opens || w.head || dayWords()[w.plain][0] != "":
		return PlainTerm
	case i > 0 && whereabouts()[words[i-1].plain]:
		return PlaceTerm
	}
	return NameTerm
}

// title gives a word its capital back.
func title(w string) string {
	r, n := utf8.DecodeRuneInString(w)
	return string(unicode.ToUpper(r)) + w[n:]
}
