package token

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"wiredesk/internal/lexicon"
)

//go:embed lexicon/prefixes.txt
var prefixesFile []byte

//go:embed lexicon/splits.txt
var splitsFile []byte

//go:embed lexicon/abbreviations.txt
var abbreviationsFile []byte

var (
	prefixes      = sync.OnceValue(func() map[string]bool { return lexicon.Set(prefixesFile) })
	abbreviations = sync.OnceValue(func() map[string]string { return lexicon.Map(abbreviationsFile) })
	splits        = sync.OnceValue(func() map[string]int {
		out := map[string]int{}
		for _, e := range lexicon.Parse(splitsFile) {
			out[e[0]], _ = strconv.Atoi(e.Field(1))
		}
		return out
	})
)

// longest is the length in bytes of the longest word that is looked up in a
// lexicon.
const longest = 16

// lower returns a short ASCII word in small letters, or nothing for any other:
// no lexicon here holds one. The result is valid until the next call.
func (s *splitter) lower(word string) []byte {
	if len(word) > longest {
		return nil
	}
	out := s.small[:len(word)]
	for i := range out {
		c := word[i]
		if c >= 0x80 {
			return nil
		}
		if isUpper(c) {
			c |= 0x20
		}
		out[i] = c
	}
	return out
}

// word adds the tokens of a word that begins at i: the word, its clitics, and
// the full stop that belongs to an abbreviation.
func (s *splitter) word(i int) int {
	if end := s.letters(i); end > i {
		s.add(i, end)
		return end
	}
	end := s.run(i)
	end = s.join(i, end)
	if stop := s.abbreviation(i, end); stop > end {
		s.add(i, stop)
		return stop
	}
	return s.clitics(i, end)
}

// run returns the end of the letters and digits from i.
func (s *splitter) run(i int) int {
	for {
		r, n := s.rune(i)
		if n == 0 || !wordRune(r) {
			return i
		}
		i += n
	}
}

// letters returns the end of an abbreviation of single letters with stops
// ("U.S.", "p.m.", "U.S"), or i where there is none.
func (s *splitter) letters(i int) int {
	if strings.HasPrefix(s.text[i:s.end], "W.Va.") {
		return i + len("W.Va.") // the one state whose abbreviation is of both kinds
	}
	end, n := i, 0
	for isLetter(s.byteAt(end)) && s.byteAt(end+1) == '.' {
		end, n = end+2, n+1
	}
	if r, width := s.rune(end); width > 0 && wordRune(r) {
		if n == 0 || !isLetter(byte(r)) || s.run(end) > end+1 {
			return i
		}
		return end + 1
	}
	if n >= 2 {
		return end
	}
	if n == 1 && s.initial(i, end) {
		return end
	}
	return i
}

// initial reports whether a single letter and its stop are a token: they are
// if the letter is a capital and more text follows.
func (s *splitter) initial(i, end int) bool {
	return isUpper(s.text[i]) && s.text[i] != 'I' && end == s.end && end < len(s.text)
}

// join goes on from the end of a run over what joins it to the next: an
// apostrophe inside a name ("O'Neill", "Ba'athist"), a prefix's hyphen, the
// "&" of "AT&T".
func (s *splitter) join(start, end int) int {
	for {
		r, n := s.rune(end)
		next := s.run(end + n)
		switch {
		case n == 0 || next == end+n:
			return end
		case (r == '\'' || r == '’') && !s.clitic(start, end, end+n, next):
		case r == '-' && prefixes()[string(s.lower(s.text[start:end]))] && isLetter(s.byteAt(end+n)):
		case r == '&' && isUpper(s.text[end-1]) && isUpper(s.byteAt(end+n)) && end-start <= 3 && next-end-n <= 3:
		default:
			return end
		}
		end = next
	}
}

// clitic reports whether the letters [from, next) after an apostrophe are a
// clitic of the word [start, end): "'s", "'ll", "n't".
func (s *splitter) clitic(start, end, from, next int) bool {
	switch string(s.lower(s.text[from:next])) {
	case "s", "m", "d", "re", "ve", "ll":
		return true
	case "t":
		return end-start > 1 && s.text[end-1]|0x20 == 'n'
	}
	return false
}

// clitics adds the word [start, end) and the clitic after it, if any.
func (s *splitter) clitics(start, end int) int {
	r, n := s.rune(end)
	if r == '\'' || r == '’' {
		next := s.run(end + n)
		if next > end+n && s.clitic(start, end, end+n, next) {
			if s.text[next-1]|0x20 == 't' {
				end--
			}
			s.add(start, end)
			s.add(end, next)
			return next
		}
	}
	if cut := splits()[string(s.lower(s.text[start:end]))]; cut > 0 {
		s.add(start, start+cut)
		start += cut
	}
	s.add(start, end)
	return end
}

// abbreviation returns the end of the full stop that belongs to the word
// [start, end), or end where it is none of the known abbreviations.
func (s *splitter) abbreviation(start, end int) int {
	if s.byteAt(end) != '.' || s.byteAt(end+1) == '.' {
		return end
	}
	word := s.text[start:end]
	usage := abbreviations()[string(s.lower(word))]
	if usage == "" || usage != "never" && ambiguous(word) && !s.numberFollows(end+1) {
		return end
	}
	return end + 1
}

// ambiguous reports whether an abbreviation without its stop is a common word
// as it is written: "no", "sat", "art", "in 2 min".
func ambiguous(word string) bool {
	switch word {
	case "no", "No", "sat", "sun", "mar", "art", "Art", "ed", "Ed", "wed", "miss", "Miss", "mass", "Mass", "ill", "Ill",
		"wash", "Wash", "ex", "Ex", "op", "fig", "min", "la", "pa", "Pa", "ore", "Ore", "ca", "p", "ct", "est", "ave", "ret", "av", "va", "sec", "hr", "mon", "Mon", "thu", "pt", "ch", "ind", "kan", "mont", "tex", "Tex", "ft":
		return true
	}
	return false
}

// numberFollows reports whether the next character after blanks from i is a
// digit.
func (s *splitter) numberFollows(i int) bool {
	for ; i < len(s.text); i++ {
		if s.text[i] > ' ' {
			return isDigit(s.text[i])
		}
	}
	return false
}

// Abbreviation says how a sentence goes on after a token that ends in a full
// stop: "never", "rarely" or "often" a sentence ends there, or "" where the
// token is no known abbreviation.
func Abbreviation(word string) string {
	if len(word) < 2 || word[len(word)-1] != '.' {
		return ""
	}
	var s splitter
	return abbreviations()[string(s.lower(word[:len(word)-1]))]
}

// apostrophe adds what begins with an apostrophe of n bytes at i: a clitic
// that stands alone, a shortened year or a word, or the mark itself.
func (s *splitter) apostrophe(i, n int, first bool) int {
	end := s.run(i + n)
	word := string(s.lower(s.text[i+n : end]))
	year := len(word) >= 2 && isDigit(word[0]) && isDigit(word[1]) && (len(word) == 2 || word[2:] == "s")
	switch {
	case year && first:
		s.add(i, end)
		return end
	case word == "em" || word == "cause" || word == "n":
		if first {
			s.add(i, end)
			return end
		}
	case word == "s" || word == "m" || word == "re" || word == "ve" || word == "ll" || word == "d":
		s.add(i, end)
		return end
	}
	return s.mark(i, first)
}

// mark adds a mark, with its repetitions where those are one token.
func (s *splitter) mark(i int, first bool) int {
	r, n := s.rune(i)
	end := i + n
	switch {
	case strings.ContainsRune(".!?", r):
		for strings.IndexByte(".!?", s.byteAt(end)) >= 0 && s.byteAt(end) != 0 {
			end++
		}
	case strings.ContainsRune("-=*_+~#…–", r):
		end = s.repeat(end, r)
	case strings.ContainsRune("<>`'’‘", r):
		if next, width := s.rune(end); next == r {
			end += width
		}
	case first && strings.ContainsRune(":;=(", r):
		end = s.smile(i, end)
	case unicode.Is(unicode.So, r) || unicode.Is(unicode.Sk, r):
		end = s.run(end)
	}
	s.add(i, end)
	return end
}

func (s *splitter) repeat(i int, r rune) int {
	for {
		next, n := s.rune(i)
		if next != r || n == 0 {
			return i
		}
		i += n
	}
}

// smile returns the end of an emoticon that fills the rest of the chunk.
func (s *splitter) smile(i, end int) int {
	switch strings.TrimRight(s.text[i:s.end], ".,!?") {
	case ":)", ":(", ":-)", ":-(", ";)", ";-)", ":D", ":-D", ":P", ":-P", ":p", ":/", "=)", "=(", ":|", "(:", ":))":
		return i + len(strings.TrimRight(s.text[i:s.end], ".,!?"))
	}
	return end
}
