package check

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wiredesk"
)

//go:embed lexicon/binds.txt
var bindsFile []byte

//go:embed lexicon/light.txt
var lightFile []byte

//go:embed lexicon/frames.txt
var framesFile []byte

//go:embed lexicon/joins.txt
var joinsFile []byte

// pairs returns the first two fields of the lines of a lexicon.
func pairs(file []byte) map[string]string {
	out := map[string]string{}
	for _, fields := range entries(file) {
		out[fields[0]] = ""
		if len(fields) > 1 {
			out[fields[0]] = fields[1]
		}
	}
	return out
}

var (
	binds  = sync.OnceValue(func() map[string]string { return pairs(bindsFile) })
	light  = sync.OnceValue(func() map[string]string { return pairs(lightFile) })
	frames = sync.OnceValue(func() map[string]string { return pairs(framesFile) })
	joins  = sync.OnceValue(func() map[string]bool {
		out := map[string]bool{}
		for _, fields := range entries(joinsFile) {
			out[fields[0]] = true
		}
		return out
	})
)

// A printedWord is a word of the sentence that is checked.
type printedWord struct {
	word
	elided  bool // an ellipsis stands before it
	bracket bool // it stands in square brackets
}

// A citedWord is a word of the cited words.
type citedWord struct {
	word
	span     wiredesk.Span // in the report
	parted   bool          // a mark stands before it
	sentence int           // which sentence of the cited words it stands in
}

// A substitution is a run of cited words, [from, to), for which other words may
// stand: whom they mean, or the date. Where the run is empty, the words may be
// put behind the word before it.
type substitution struct {
	from, to int
	words    []string // folded
	rule     string
	bracket  bool // only in square brackets
}

// An alignment is a sentence laid beside one run of cited words. The sentence
// holds where its words are those of the citation, in their order, and all that
// is left out stands between marks and binds nothing of the rest.
type alignment struct {
	printed []printedWord
	cited   []citedWord
	subs    map[int][]substitution // by the first word of their run
	timeAt  map[int][]timeRun      // by the first cited word of the time
	timeEnd map[int][]timeRun      // by the cited word behind it
	said    []tail
	spoken  []speech
	seen    map[[2]int]bool
	rules   []string
}

// A timeRun is a time expression by its cited words.
type timeRun struct {
	from, to int
	time     resolvedTime
}

// A speech is who says something, or what is said, and the verb, by their cited
// words.
type speech struct {
	words, cue [2]int
}

// A tail is an attribution that may be put at the end of the sentences from one
// cited word to another: the speaker of the claim that they are the content of.
type tail struct {
	span  wiredesk.Span
	words []string
	verbs map[string]bool
	rule  string
}

// align reports whether a sentence can be made out of the cited words, and by
// which resolutions.
func align(text string, c wiredesk.Citation, r *wiredesk.Reading) (rules []string, ok bool) {
	a := &alignment{printed: printedWords(text), cited: citedWords(c), subs: map[int][]substitution{},
		timeAt: map[int][]timeRun{}, timeEnd: map[int][]timeRun{}, seen: map[[2]int]bool{}}
	if len(a.printed) == 0 || len(a.cited) == 0 {
		return nil, false
	}
	a.resolve(c, r)
	for k := range a.cited {
		if a.gap(-1, k, a.printed[0].elided) && a.from(0, k) {
			slices.Reverse(a.rules)
			return a.rules, true
		}
	}
	return nil, false
}

// from reports whether the printed words from i on can be laid beside the cited
// ones from j on, the first beside the first.
func (a *alignment) from(i, j int) bool {
	key := [2]int{i, j}
	if a.seen[key] {
		return false
	}
	a.seen[key] = true
	if j < len(a.cited) && !a.printed[i].bracket && alike(a.printed[i].word, a.cited[j].word) && a.on(i+1, j+1) {
		return true
	}
	for _, s := range a.subs[j] {
		if !s.bracket && s.to > s.from && a.prints(i, s.words) && a.on(i+len(s.words), s.to) {
			a.rules = append(a.rules, s.rule)
			return true
		}
	}
	for _, t := range a.timeAt[j] {
		if n, d := a.date(i); n > 0 && d.meant(t.time) && a.on(i+n, t.to) {
			a.rules = append(a.rules, "date: “"+t.time.words+"” = "+t.time.from)
			return true
		}
	}
	return false
}

// on goes on behind the printed words before i and the cited words before j.
func (a *alignment) on(i, j int) bool {
	if i == len(a.printed) {
		return a.gap(j-1, len(a.cited), false)
	}
	if a.insertion(i, j) || a.attributed(i, j) {
		return true
	}
	for k := j; k < len(a.cited); k++ {
		if a.gap(j-1, k, a.printed[i].elided) && a.from(i, k) {
			return true
		}
	}
	return false
}

// insertion lays words beside none that say of the cited word before j whom or
// when it means.
func (a *alignment) insertion(i, j int) bool {
	for _, s := range a.subs[j] {
		if s.from == s.to && a.prints(i, s.words) && (!s.bracket || a.printed[i].bracket) && a.on(i+len(s.words), j) {
			a.rules = append(a.rules, s.rule)
			return true
		}
	}
	for _, t := range a.timeEnd[j] {
		if n, d := a.date(i); n > 0 && d.meant(t.time) && a.on(i+n, j) {
			a.rules = append(a.rules, "date: “"+t.time.words+"” = "+t.time.from)
			return true
		}
	}
	return false
}

// attributed reports whether the printed words from i on are an attribution
// that the reading gives to the sentence that ends before j.
func (a *alignment) attributed(i, j int) bool {
	for _, t := range a.said {
		n := len(t.words)
		if len(a.printed) != i+n+1 || !a.prints(i, t.words) || !t.verbs[a.printed[i+n].fold] || !t.span.Contains(a.cited[j-1].span) {
			continue
		}
		if a.gap(j-1, len(a.cited), false) || a.saidBehind(j) {
			a.rules = append(a.rules, t.rule)
			return true
		}
	}
	return false
}

// saidBehind reports whether what stands behind the cited word before j is an
// attribution at the end of its sentence, parted by a mark: the one printed
// takes its place.
func (a *alignment) saidBehind(j int) bool {
	return j < len(a.cited) && a.cited[j].parted
}

// prints reports whether the printed words from i on are these.
func (a *alignment) prints(i int, words []string) bool {
	if len(words) == 0 || i+len(words) > len(a.printed) {
		return false
	}
	for k, w := range words {
		if a.printed[i+k].fold != w {
			return false
		}
	}
	return true
}

// date reads a date from printed word i on, an "on" before it included.
func (a *alignment) date(i int) (int, date) {
	words := make([]word, 0, 6)
	for k := i; k < len(a.printed) && k < i+6; k++ {
		words = append(words, a.printed[k].word)
	}
	skip := 0
	if len(words) > 1 && words[0].fold == "on" {
		skip = 1
	}
	d, n := readDate(words, skip)
	if n == 0 {
		return 0, date{}
	}
	n += skip
	if n+1 < len(words) && words[n].fold == "to" { // "3 to 7 February": the end decides
		if e, m := readDate(words, n+1); m > 0 && e.year != 0 {
			return n + 1 + m, e
		}
	}
	return n, d
}

// meant reports whether a date is an end of a time.
func (d date) meant(t resolvedTime) bool { return d.matches(t.from) || d.matches(t.to) }

// alike reports whether a printed word is the cited one, or the same number.
func alike(p, c word) bool {
	if p.fold == c.fold {
		return true
	}
	v := numberValue(p.fold)
	return v != "" && v == numberValue(c.fold)
}

// gap reports whether the cited words between last and next may be left out.
// marked is whether the sentence shows by an ellipsis that it leaves them out.
func (a *alignment) gap(last, next int, marked bool) bool {
	lo, hi := last+1, next
	if lo >= hi {
		return true
	}
	for m := lo; m <= hi && m <= lo+longestWhen; m++ {
		if (m == lo || a.lightGap(last, lo, m)) && (m == hi || a.partGap(last, m, hi, marked)) {
			return true
		}
	}
	return false
}

// longestWhen is the number of words of a time at which something is said.
const longestWhen = 4

// partGap reports whether the cited words from lo to hi are a part between marks
// that binds nothing of the rest.
func (a *alignment) partGap(last, lo, hi int, marked bool) bool {
	opens := last < 0 || a.cited[lo].parted
	closes := hi == len(a.cited) || a.cited[hi].parted || lo < hi && joins()[a.cited[hi-1].fold] && a.cited[hi-1].parted
	if !(opens && closes) && !marked {
		return false
	}
	return !a.binding(last, lo, hi, hi, marked) && !a.mute(lo, hi)
}

// mute reports whether what is left out holds who says something, or all that is
// said, while the verb stays.
func (a *alignment) mute(lo, hi int) bool {
	return slices.ContainsFunc(a.spoken, func(s speech) bool {
		return lo <= s.words[0] && s.words[1] <= hi && (s.cue[0] < lo || s.cue[1] > hi)
	})
}

// lightGap reports whether all words left out are light: "also", "meanwhile",
// "But" at the start.
func (a *alignment) lightGap(last, lo, hi int) bool {
	first := last < 0 || a.cited[last].sentence != a.cited[lo].sentence
	for k := lo; k < hi; k++ {
		where, ok := light()[a.cited[k].fold]
		if !ok || where == "first" && !first {
			return a.timeGap(last, lo, hi)
		}
	}
	return true
}

// timeGap reports whether what is left out is when something was said: "on
// Tuesday" beside the verb.
func (a *alignment) timeGap(last, lo, hi int) bool {
	beside := last >= 0 && binds()[a.cited[last].fold] == "speech" || hi < len(a.cited) && binds()[a.cited[hi].fold] == "speech"
	if !beside || hi-lo > longestWhen {
		return false
	}
	for k := lo; k < hi; k++ {
		w := a.cited[k].fold
		if !whens()[w] && weekday(w) == "" {
			return false
		}
	}
	return true
}

// binding reports whether one of the words left out binds what is kept of its
// sentence.
func (a *alignment) binding(last, lo, hi, next int, marked bool) bool {
	kept := func(k int) bool {
		s := a.cited[k].sentence
		return last >= 0 && a.cited[last].sentence == s || next < len(a.cited) && a.cited[next].sentence == s
	}
	for k := lo; k < hi; k++ {
		if !kept(k) {
			continue
		}
		begins := k == lo || a.cited[k].sentence != a.cited[k-1].sentence
		switch binds()[a.cited[k].fold] {
		case "speech", "doubt":
			return true
		case "condition":
			if begins {
				return true
			}
		case "not":
			if _, frame := frames()[a.cited[lo].fold]; marked || !frame && !a.clauseEnd(lo, hi) {
				return true
			}
		}
	}
	return false
}

// clauseEnd reports whether the words left out are the end of their sentence
// behind a mark and a joining word: ", and no one was hurt".
func (a *alignment) clauseEnd(lo, hi int) bool {
	return (hi == len(a.cited) || a.cited[hi].sentence != a.cited[lo].sentence) && (a.cited[lo].fold == "and" || a.cited[lo].fold == "with")
}

// printedWords scans the sentence.
func printedWords(text string) []printedWord {
	var out []printedWord
	at, depth := 0, 0
	for _, w := range scan(text) {
		i := at + strings.Index(text[at:], w.text)
		between := text[at:i]
		depth += strings.Count(between, "[") - strings.Count(between, "]")
		out = append(out, printedWord{w, strings.ContainsAny(between, "…"), depth > 0})
		at = i + len(w.text)
	}
	return out
}

// citedWords scans the cited words.
func citedWords(c wiredesk.Citation) []citedWord {
	var out []citedWord
	at, sentence := 0, 0
	for _, w := range scan(c.Quote) {
		i := at + strings.Index(c.Quote[at:], w.text)
		between := c.Quote[at:i]
		parted := hasMark(between)
		if len(out) > 0 && ends(between, w) {
			sentence++
		}
		at = i + len(w.text)
		out = append(out, citedWord{w, wiredesk.Span{Start: c.Span.Start + i, End: c.Span.Start + at}, parted, sentence})
	}
	return out
}

// hasMark reports whether marks part two words.
func hasMark(between string) bool {
	return strings.ContainsAny(between, ",;:.!?()–—“”\"…") || strings.Contains(between, " - ") || strings.Contains(between, "--") || strings.Contains(between, "\n")
}

// ends reports whether a sentence ends in the marks before a word.
func ends(between string, w word) bool {
	if strings.Contains(between, "\n\n") {
		return true
	}
	r, _ := utf8.DecodeRuneInString(w.text)
	return strings.ContainsAny(between, ".!?") && (unicode.IsUpper(r) || unicode.IsDigit(r))
}
