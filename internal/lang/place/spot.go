package place

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wiredesk"
	"wiredesk/internal/lang/sentence"
)

// A spot is a run of tokens that is a name of the gazetteer and may be a
// place here.
type spot struct {
	first, last int // tokens [first, last)
	span        wiredesk.Span
	key         string // folded name
	records     []int  // candidates, at most maxCandidates
	features    []string
	containers  []int // the state or country behind its comma: records that contain a candidate
	qualifier   int   // the spot that the containers belong to, or -1
	sure        bool  // a name of several words that is hardly anything but a region, country or division
	town        bool  // an apposition calls it a town
	chosen      int   // the record it was resolved to, or -1
}

// maxCandidates bounds the places of one name that are weighed; the smallest
// are left out. Few names have more, and none of them is a large place.
const maxCandidates = 40

// maxTokens bounds a place name: "Central Kalimantan Province of Indonesia" has five.
const maxTokens = 7

// A finder looks for spots in one report.
type finder struct {
	g         *gazetteer
	text      string
	tokens    []wiredesk.Token
	sentences []sentence.Sentence
	mentions  []wiredesk.Mention
	dateline  wiredesk.Span
	persons   map[string]bool // the words of persons' full names
	peoples   map[string]bool // the countries of whose people it speaks, ISO 3166-1 alpha-2
}

// find returns all spots of the report in order, with their features.
func find(g *gazetteer, report *wiredesk.Report, tokens []wiredesk.Token, sentences []sentence.Sentence, mentions []wiredesk.Mention) []spot {
	f := &finder{g: g, text: report.Text, tokens: tokens, sentences: sentences, mentions: mentions, persons: personsOf(report.Text, mentions), peoples: peoplesOf(report.Text, mentions)}
	if report.Dateline != nil {
		f.dateline = report.Dateline.Span
	}
	var spots []spot
	for _, s := range sentences {
		for i := s.First; i < s.Last; {
			last, records, key := f.match(i, s.Last)
			if last == i {
				i++
				continue
			}
			span := f.spanOf(i, last)
			if !span.Overlaps(f.dateline) && !never()[key] {
				spots = append(spots, spot{first: i, last: last, span: span, key: key, records: records, qualifier: -1, chosen: -1})
			}
			i = last
		}
	}
	shorten(spots)
	f.qualify(spots)
	f.describe(spots)
	for k := range spots {
		switch s := &spots[k]; {
		case f.called(s):
			s.features, s.sure = []string{"called"}, false
		case f.lent(s):
			s.features, s.sure = []string{"lent"}, false
		}
	}
	return spots
}

// shorten makes a name mean what its longer form with "Saint" means where the
// report has both: headlines print "Petersburg" for "St. Petersburg".
func shorten(spots []spot) {
	saints := map[string]*spot{}
	for k := range spots {
		if short, ok := strings.CutPrefix(spots[k].key, "saint "); ok {
			saints[short] = &spots[k]
		}
	}
	for k := range spots {
		if long := saints[spots[k].key]; long != nil {
			spots[k].key, spots[k].records = long.key, long.records
		}
	}
}

// spanOf returns the span of the tokens, without a stop that belongs to the
// sentence and not to the name.
func (f *finder) spanOf(first, last int) wiredesk.Span {
	span := wiredesk.Span{Start: f.tokens[first].Span.Start, End: f.tokens[last-1].Span.End}
	words := span.Words(f.text)
	if words[len(words)-1] == '.' && strings.Count(words, ".") == 1 && !f.g.stopped(words) {
		span.End--
	}
	return span
}

// stopped reports whether a name that folds like words is spelled with a stop
// at its end.
func (g *gazetteer) stopped(words string) bool {
	from, to := g.lookup(Fold(words))
	for i := from; i < to; i++ {
		if spelling := g.spelling(i); spelling[len(spelling)-1] == '.' {
			return true
		}
	}
	return false
}

// match returns the longest name of the gazetteer that begins at token i and
// ends before end; last == i if there is none.
func (f *finder) match(i, end int) (last int, records []int, key string) {
	last = i
	if r, _ := utf8.DecodeRuneInString(f.word(i)); !unicode.IsUpper(r) {
		return last, nil, ""
	}
	start := f.tokens[i].Span.Start
	for j := i; j < min(end, i+maxTokens); j++ {
		words := f.text[start:f.tokens[j].Span.End]
		folded := Fold(words)
		from, to := f.g.lookup(folded)
		if from < to && f.ends(i, j) && (j == i || f.word(j) != "." || f.g.stopped(words)) {
			if found := f.g.fitting(from, to, words); len(found) > 0 {
				last, records, key = j+1, found, folded
			}
		}
		if !f.g.continues(to, folded) {
			break
		}
	}
	if last > i && last-i == 1 && f.abbreviates(i) {
		return i, nil, ""
	}
	return last, records, key
}

// ends reports whether a name that begins at token i may end with token j: a
// word, or the stop of an abbreviation, but no dash or clitic.
func (f *finder) ends(i, j int) bool {
	if j == i {
		return true
	}
	r, _ := utf8.DecodeRuneInString(f.word(j))
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '.' && f.tokens[j-1].Span.End == f.tokens[j].Span.Start
}

// abbreviates reports whether the word at i is an abbreviation of a state
// ("Miss.", "Ill.") that does not stand behind a town's comma.
func (f *finder) abbreviates(i int) bool {
	w := f.word(i)
	if len(w) < 3 || w[len(w)-1] != '.' {
		return false
	}
	for k := 0; k+1 < len(w); k++ {
		if w[k] == '.' {
			return false
		}
	}
	return f.word(i-1) != ","
}

// continues reports whether some name from place i on in the order of names
// begins with key.
func (g *gazetteer) continues(i int, key string) bool {
	if i >= len(g.start)-1 {
		return false
	}
	next := Fold(g.spelling(i))
	return len(next) > len(key) && next[:len(key)] == key
}

// fitting returns the records of the names [from, to) that may be printed as
// words: an acronym only in capitals, a short name never as an acronym.
func (g *gazetteer) fitting(from, to int, words string) []int {
	var out []int
	for i := from; i < to; i++ {
		spelling := g.spelling(i)
		if capitals(spelling) != capitals(words) && len(words) <= 4 {
			continue
		}
		if spelling[len(spelling)-1] == '.' && words[len(words)-1] != '.' {
			continue
		}
		if smallEnd(words) && !smallEnd(spelling) {
			continue
		}
		r := int(g.owner[i])
		if len(out) == 0 || out[len(out)-1] != r {
			out = append(out, r)
		}
	}
	if len(out) > maxCandidates {
		out = g.largest(out)
	}
	return out
}

// smallEnd reports whether the last word of several begins with a small
// letter: "Bay area", "Homs province".
func smallEnd(words string) bool {
	i := strings.LastIndexByte(words, ' ')
	return i >= 0 && i+1 < len(words) && 'a' <= words[i+1] && words[i+1] <= 'z'
}

// largest returns the maxCandidates records of the most people, in order.
func (g *gazetteer) largest(records []int) []int {
	least := byte(0)
	var counts [256]int
	for _, r := range records {
		counts[g.sizes[r]]++
	}
	for n, s := 0, 255; s >= 0; s-- {
		n += counts[s]
		if n >= maxCandidates {
			least = byte(s)
			break
		}
	}
	var out []int
	for _, r := range records {
		if g.sizes[r] >= least && len(out) < maxCandidates {
			out = append(out, r)
		}
	}
	return out
}

// capitals reports whether s has no lower-case letter.
func capitals(s string) bool {
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}

// word returns the text of token i, or "" outside the report.
func (f *finder) word(i int) string {
	if i < 0 || i >= len(f.tokens) {
		return ""
	}
	return f.tokens[i].Span.Words(f.text)
}
