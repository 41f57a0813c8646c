package number

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/words.txt
var wordsFile []byte

// largest is the largest value that is read as a number; longer runs of digits
// are labels.
const largest = 1_000_000_000_000_000

// A value is what the words of one number say, before any hedge.
type value struct {
	low, high   wiredesk.Bound
	approximate bool
	ordinal     bool
	share       bool // "two-thirds"
	label       bool // it has the form of an id, date or score
	clock       bool // it has the form of a time of day
	date        bool // it has the form of a date: "23-02-2015"
}

// exactly returns the value n.
func exactly(n int) value { return value{low: wiredesk.Bound(n), high: wiredesk.Bound(n)} }

// A numeral is a number word's value and kind.
type numeral struct {
	value int
	kind  string
}

// numerals holds the number words.
var numerals = sync.OnceValue(func() map[string]numeral {
	out := map[string]numeral{}
	for _, e := range lexicon.Parse(wordsFile) {
		n, _ := strconv.Atoi(e.Field(1))
		out[e.Field(0)] = numeral{n, e.Field(2)}
	}
	return out
})

// valueAt reads one number without ranges or hedges at token i and returns the
// token after it.
func (p *phrase) valueAt(i int) (value, int, bool) {
	w := p.word(i)
	switch {
	case w == "":
		return value{}, i, false
	case w[0] >= '0' && w[0] <= '9' || w[0] == '.' && len(w) > 1 && w[1] >= '0' && w[1] <= '9':
		return p.digitsAt(i)
	case w == "half" && (p.word(i+1) == "a" || p.word(i+1) == "an"):
		return p.halfAt(i)
	case (w == "a" || w == "an") && (p.scaleAt(i+1) || p.word(i+1) == "few"):
		return p.wordsAt(i+1, 1)
	}
	if n, ok := numerals()[w]; ok && n.kind != "scale" && n.kind != "group" {
		return p.wordsAt(i, 0)
	}
	return value{}, i, false
}

// scaleAt reports whether a word that "a" makes a number stands at i.
func (p *phrase) scaleAt(i int) bool {
	k := numerals()[p.word(i)].kind
	return (k == "scale" || k == "group" || p.word(i) == "handful") && len(p.word(i)) > 2
}

// halfAt reads "half a million" and "half a dozen".
func (p *phrase) halfAt(i int) (value, int, bool) {
	if !p.scaleAt(i + 2) {
		return value{}, i, false
	}
	return exactly(numerals()[p.word(i+2)].value / 2), i + 3, true
}

// digitsAt reads a number in digits, with a scale word behind it.
func (p *phrase) digitsAt(i int) (value, int, bool) {
	w := p.word(i)
	v, f := readDigits(w)
	next := i + 1
	if v.label || v.ordinal || v.clock || v.date {
		return v, next, true
	}
	for n := numerals()[p.word(next)]; n.kind == "scale" || p.word(next) == "dozen"; n = numerals()[p.word(next)] {
		f *= float64(n.value)
		next++
	}
	if f > largest {
		v.label = true
		return v, next, true
	}
	return exactly(int(math.Round(f))), next, true
}

// readDigits reads "19", "2,000", "1.2", "21st"; what else begins with a digit
// is a clock time, a date, a share or a label.
func readDigits(w string) (value, float64) {
	body := strings.TrimRight(w, "abcdefghijklmnopqrstuvwxyz")
	switch suffix := w[len(body):]; {
	case suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th":
		n, err := strconv.Atoi(body)
		v := exactly(n)
		v.ordinal, v.label = true, err != nil
		return v, 0
	case suffix == "k" || suffix == "m" || suffix == "bn":
		f, err := strconv.ParseFloat(body, 64)
		v := value{label: err != nil}
		return v, f * float64(numerals()[suffix].value)
	case suffix != "":
		return value{label: true}, 0
	}
	if strings.ContainsRune(body, ':') {
		return value{clock: true}, 0
	}
	if strings.ContainsRune(body, '/') {
		if len(body) == 3 { // "1/2", but not "26/11"
			return value{share: true, label: true}, 0
		}
		return value{date: true}, 0
	}
	if strings.Count(body, "-") == 2 {
		return value{date: len(body) <= len("23-02-2015"), label: true}, 0
	}
	plain := strings.ReplaceAll(body, ",", "")
	if len(plain) > 18 || strings.Count(plain, ".") > 1 {
		return value{label: true}, 0
	}
	f, err := strconv.ParseFloat(plain, 64)
	return value{label: err != nil}, f
}

// wordsAt reads a number in words that begins at i. seed is 1 where "a" stands
// before it.
func (p *phrase) wordsAt(i, seed int) (value, int, bool) {
	total, current, next, vague := 0, seed, i, false
	seen, ordinal := seed > 0, false
	units, tens := false, false // what the current hundred already holds
	for {
		n, ok := numerals()[p.word(next)]
		if !ok || ordinal || n.kind == "fraction" {
			break
		}
		switch n.kind {
		case "unit", "ordinal":
			if units || n.kind == "ordinal" && seen && !tens || tens && n.value > 9 {
				return p.finish(i, next, total+current, vague, ordinal)
			}
			current, units = current+n.value, true
			ordinal = n.kind == "ordinal"
		case "ten":
			if units || tens {
				return p.finish(i, next, total+current, vague, ordinal)
			}
			current, tens = current+n.value, true
		case "scale", "group":
			if !seen || len(p.word(next)) <= 2 {
				return p.finish(i, next, total+current, vague, ordinal)
			}
			current *= n.value
			if n.value > 100 {
				total, current = total+current, 0
			}
			units, tens = false, false
		case "vague":
			if seen && seed == 0 {
				return p.finish(i, next, total+current, vague, ordinal)
			}
			current, vague, seed = n.value, true, 0
			if p.word(next+1) == "of" && numerals()[p.word(next+2)].kind == "vague" { // "tens of thousands"
				current = n.value * numerals()[p.word(next+2)].value / 2
				next += 2
			}
		}
		seen = true
		next++
		next = p.joint(next)
		if total > largest || current > largest {
			return value{label: true}, next, true
		}
	}
	return p.finish(i, next, total+current, vague, ordinal)
}

// joint steps over the mark or "and" inside a number: "twenty-two", "two
// hundred and five".
func (p *phrase) joint(i int) int {
	before, after := numerals()[p.word(i-1)], numerals()[p.word(i+1)]
	small := after.kind == "unit" || after.kind == "ten"
	switch {
	case isDash(p.word(i)) && before.kind == "ten" && (after.kind == "unit" || after.kind == "ordinal") && after.value < 10:
		return i + 1
	case p.word(i) == "and" && before.kind == "scale" && small && numerals()[p.word(i+2)].kind != "scale":
		return i + 1
	}
	return i
}

// finish closes a number in words that ends before token next.
func (p *phrase) finish(i, next, n int, vague, ordinal bool) (value, int, bool) {
	if next == i {
		return value{}, i, false
	}
	v := exactly(n)
	v.ordinal = ordinal
	if vague {
		v.high, v.approximate = wiredesk.Open, true
	}
	at := next
	if isDash(p.word(at)) {
		at++
	}
	if f := numerals()[p.word(at)]; f.kind == "fraction" && p.word(at) != "half" { // "two-thirds"
		v.share = true
		next = at + 1
	}
	return v, next, true
}

// isDash reports whether w is a hyphen or a dash.
func isDash(w string) bool { return w == "-" || w == "–" || w == "—" || w == "‑" }
