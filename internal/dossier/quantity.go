package dossier

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

// A quantity is a number of something in a sentence: "9,500 hectares",
// "magnitude 6.1".
type quantity struct {
	number string
	nouns  []string // keys of the words that may be what is counted
	bare   bool     // nothing stands behind the number
	at     int      // its word
}

// What makes a sentence one that only gives another number: its length in words.
const shortGiving = 16

// nounsNear is the number of words behind a number in which what is counted
// stands.
const nounsNear = 3

// quantities reads the numbers of a sentence; those of times and dates, ages and
// shares are none.
func (a *account) quantities(ws []word, s wiredesk.Span) []quantity {
	times := within(a.reading.Times, s, func(t *wiredesk.Time) wiredesk.Span { return t.Span })
	var out []quantity
	for i, w := range ws {
		head, tail, _ := strings.Cut(w.lower, "-")
		n := strings.ReplaceAll(head, ",", "")
		if d := digits()[head]; d != "" {
			n = d
		} else if !isDigits(n) {
			continue
		}
		if slices.ContainsFunc(times, func(t *wiredesk.Time) bool { return t.Span.Overlaps(w.span) }) || tail != "" && units()[tail] {
			continue
		}
		q := quantity{number: n, at: i, bare: true}
		if k := content(tail); k != "" {
			q.nouns, q.bare = append(q.nouns, k), false
		}
		stop := false
		for _, next := range ws[i+1 : min(len(ws), i+1+nounsNear)] {
			if !strings.ContainsFunc(next.lower, isLetter) || endsCount()[next.lower] {
				break
			}
			stop = stop || units()[next.lower]
			if k := content(next.lower); k != "" {
				q.nouns, q.bare = append(q.nouns, k), false
			}
		}
		if q.bare && i > 0 && scales()[ws[i-1].lower] {
			q.nouns, q.bare = append(q.nouns, key(ws[i-1].lower)), false
		} else if i > 1 && scales()[ws[i-2].lower] {
			q.nouns, q.bare = append(q.nouns, key(ws[i-2].lower)), false
		}
		if !stop {
			out = append(out, q)
		}
	}
	return out
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > 127 }

var (
	units     = wordSet("time-units") // what a number counts that is no quantity of the news
	endsCount = wordSet("count-ends")
	scales    = wordSet("scales")
	givings   = phraseList("giving")
)

// counts finds sentences that give another number than the one before for one
// thing, by another party: "The union spoke of 83."
func (t *table) counts() []wiredesk.Relation {
	var out []wiredesk.Relation
	for _, a := range t.accounts {
		if a.withdrawn != "" {
			continue
		}
		var last []word
		var lastQuantities []quantity
		lastAt := -1
		for n, s := range a.reading.Sentences {
			if a.paragraphs[n] == 0 || a.inHeadline(s) || !a.own(s) || t.incidents.ofLine[place{a, n}] != nil {
				lastAt = -1
				continue
			}
			ws := wordsOf(a.reading.Text, s)
			qs := a.quantities(ws, s)
			if r, ok := t.twoInOne(a, n, ws, qs); ok {
				out = append(out, r)
			}
			if lastAt == n-1 && lastAt >= 0 {
				if q, o, ok := otherNumber(last, lastQuantities, ws, qs); ok {
					if r, ok := t.numberApart(a, lastAt, n, o, q, ws); ok {
						out = append(out, r)
					}
				}
			}
			if len(qs) > 0 {
				last, lastQuantities, lastAt = ws, qs, n
			}
		}
	}
	return out
}

// twoInOne finds a sentence that gives two numbers for one thing by two parties:
// "The owner gave 110, the harbour master 150."
func (t *table) twoInOne(a *account, n int, ws []word, qs []quantity) (wiredesk.Relation, bool) {
	at, _, gives := givings().find(ws)
	if len(qs) != 2 || !gives || at == 0 || at > qs[0].at || qs[0].number == qs[1].number || !qs[0].ends(ws) || !qs[1].ends(ws) || qs[1].at-qs[0].at < 3 || len(ws) > 2*shortGiving {
		return wiredesk.Relation{}, false
	}
	cut := qs[0].at + 1
	if cut >= len(ws) || !clauseEnd(ws[cut].lower) {
		return wiredesk.Relation{}, false
	}
	if reaching()[ws[qs[0].at-1].lower] || reaching()[ws[qs[1].at-1].lower] {
		return wiredesk.Relation{}, false
	}
	s := a.reading.Sentences[n]
	parts := []wiredesk.Span{{Start: s.Start, End: ws[cut].span.Start}, {Start: ws[cut].span.End, End: s.End}}
	var sides []wiredesk.Side
	for i, p := range parts {
		who := a.reading.Text[ws[0].span.Start:ws[at].span.Start]
		if i > 0 {
			end := qs[1].at
			for k := cut + 1; k < end; k++ {
				if verbsOfGiving()[ws[k].lower] {
					end = k
				}
			}
			who = a.reading.Text[ws[cut+1].span.Start:ws[end].span.Start]
		}
		sides = append(sides, wiredesk.Side{Who: line(who), Verb: "says", Text: line(a.shown(p)), Citations: []wiredesk.Citation{a.cite(s)}})
	}
	return wiredesk.Relation{Kind: wiredesk.Contradicts, Claims: t.claimsAt(place{a, n}), Sides: sides, Rule: "two numbers in one sentence", Particular: "number",
		Note: fmt.Sprintf("%s and %s are given for one thing. Both are given; the desk does not decide.", qs[0].number, qs[1].number)}, true
}

// reaching holds the words before a number that a count has come to.
var reaching = wordSet("reaching")

var verbsOfGiving = wordSet("giving")

// otherNumber finds the one number of a short sentence that stands against one of
// the sentence before.
func otherNumber(last []word, before []quantity, ws []word, qs []quantity) (q, o quantity, ok bool) {
	at, _, gives := givings().find(ws)
	if len(qs) != 1 || len(ws) > shortGiving || !gives || at == 0 || at > qs[0].at || pronouns()[ws[0].lower] || tollRises().in(ws) || asides().in(ws) || additions()[ws[qs[0].at].lower] {
		return q, o, false
	}
	q = qs[0]
	for _, b := range before {
		shares := slices.ContainsFunc(q.nouns, func(k string) bool { return slices.Contains(b.nouns, k) && !persons()[k] }) ||
			q.people() && b.people() && equal(harms(last), harms(ws))
		if q.number != b.number && (shares || len(before) == 1 && q.ends(ws)) {
			return q, b, true
		}
	}
	return q, o, false
}

// people reports whether a number is one of people.
func (q quantity) people() bool {
	return slices.ContainsFunc(q.nouns, func(k string) bool { return persons()[k] })
}

// persons holds the keys of words for people.
var persons = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for w := range anybody() {
		out[key(w)] = true
	}
	for _, e := range lexicon.Parse(file("exclusive")) {
		for _, w := range strings.Fields(e.Field(1)) {
			out[key(w)] = true
		}
	}
	return out
})

// harms returns the kinds of harm that words tell of.
func harms(ws []word) map[string]bool {
	out := map[string]bool{}
	for _, w := range ws {
		for _, c := range actClasses()[stem(w.lower)] {
			if harmClasses()[c] {
				out[c] = true
			}
		}
	}
	return out
}

var harmClasses = wordSet("harm-classes")

// ends reports whether a number stands at the end of its clause: "gave 12,300."
func (q quantity) ends(ws []word) bool {
	return q.bare && (q.at+1 == len(ws) || clauseEnd(ws[q.at+1].lower)) || q.at > 1 && (scales()[ws[q.at-1].lower] || scales()[ws[q.at-2].lower])
}

var pronouns = wordSet("pronouns")

// numberApart makes the difference of two sentences that give two numbers.
func (t *table) numberApart(a *account, first, second int, o, q quantity, ws []word) (wiredesk.Relation, bool) {
	x, y := place{a, first}, place{a, second}
	if t.against[[2]place{x, y}] {
		return wiredesk.Relation{}, false
	}
	u, v := t.speakerOf(x), t.speakerOf(y)
	if u != nil && v != nil && u.same(v) {
		return wiredesk.Relation{}, false
	}
	t.setPlaces(x, y)
	at, _, _ := givings().find(ws)
	who := line(a.reading.Text[ws[0].span.Start:ws[at].span.Start])
	if v != nil {
		who = v.name
	}
	sides := []wiredesk.Side{t.sentenceSide(x, u), t.sentenceSide(y, v)}
	sides[1].Who = who
	return wiredesk.Relation{Kind: wiredesk.Contradicts, Claims: t.claimsAt(x, y), Sides: sides, Rule: "two numbers given one after the other", Particular: "number",
		Note: fmt.Sprintf("%s and %s are given for one thing. Both are given; the desk does not decide.", o.number, q.number)}, true
}

// speakerOf returns the one speaker of a sentence, nil where there are none or
// several.
func (t *table) speakerOf(p place) *voice {
	var only *voice
	for _, s := range t.at[p] {
		switch {
		case s.voice == nil:
		case only == nil || only.same(s.voice):
			only = s.voice
		default:
			return nil
		}
	}
	return only
}

// sentenceSide makes a side out of a sentence.
func (t *table) sentenceSide(p place, v *voice) wiredesk.Side {
	s := p.account.reading.Sentences[p.sentence]
	side := wiredesk.Side{Who: p.account.label(), Verb: "reports", Text: line(p.account.shown(s)), Citations: []wiredesk.Citation{p.account.cite(s)}}
	if v != nil {
		side.Who, side.Verb = v.name, "says"
	}
	return side
}

// claimsAt returns the ids of the claims of sentences.
func (t *table) claimsAt(places ...place) []string {
	var out []string
	for _, p := range places {
		for _, s := range t.at[p] {
			if !slices.Contains(out, s.claim.ID) {
				out = append(out, s.claim.ID)
			}
		}
	}
	return out
}
