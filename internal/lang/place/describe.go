package place

import (
	_ "embed"
	"sort"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wiredesk"
	"wiredesk/internal/lang/nation"
	"wiredesk/internal/lexicon"
)

var (
	//go:embed lexicon/words.txt
	wordsFile []byte
	//go:embed lexicon/common.txt
	commonFile []byte
	//go:embed lexicon/not.txt
	notFile []byte
	//go:embed lexicon/press.txt
	pressFile []byte
)

var (
	classes = sync.OnceValue(func() map[string]string { return lexicon.Map(wordsFile) })
	never   = sync.OnceValue(func() map[string]bool { return lexicon.Set(notFile) })
	presses = sync.OnceValue(func() map[string]bool { return lexicon.Set(pressFile) })
	common  = sync.OnceValue(func() map[string]bool { return lexicon.Set(commonFile) })
)

// classOf returns what the word says about a place beside it; see
// lexicon/words.txt.
func classOf(word string) string { return classes()[strings.ToLower(word)] }

func (f *finder) lower(i int) string { return strings.ToLower(f.word(i)) }

// describe gives each spot its features: what it is, what stands beside it,
// which name it lies in, and how the same name is used elsewhere in the
// report.
func (f *finder) describe(spots []spot) {
	located, personal := map[string]bool{}, map[string]bool{}
	for k := range spots {
		s := &spots[k]
		before, after := f.before(s), f.after(s)
		mention := f.mention(s.span)
		size := f.size(s)
		s.features = []string{
			"bias", "kind:" + f.kind(s), "size:" + size, "before:" + before, "after:" + after, "mention:" + mention,
			"before:" + before + ",size:" + size, "before:" + before + ",after:" + after,
			"mention:" + mention + ",size:" + size, "mention:" + mention + ",before:" + before, "mention:" + mention + ",after:" + after,
		}
		for _, f := range []struct {
			name  string
			holds bool
		}{
			{"qualified", len(s.containers) > 0}, {"qualifies", k > 0 && spots[k-1].qualifier == k},
			{"common", common()[s.key]}, {"multiple", s.last-s.first > 1},
			{"capitals", s.span.Len() > 4 && capitals(s.span.Words(f.text))},
			{"listed", k > 0 && spots[k-1].last+1 == s.first || k+1 < len(spots) && spots[k+1].first == s.last+1},
			{"accented", s.span.Words(f.text) != f.g.name(s.records[0])},
		} {
			if f.holds {
				s.features = append(s.features, f.name, f.name+",size:"+size)
			}
		}
		wide := s.last-s.first > 1 && Kind(f.g.kinds[f.largestOf(s)]) <= Division
		s.sure = f.announced(s, mention) || wide && after != "Capital body" && (mention == "none" || mention == "place" || mention == "place-cut")
		located[s.key] = located[s.key] || before == "in" || len(s.containers) > 0 || mention == "place"
		personal[s.key] = personal[s.key] || before == "title" || strings.HasPrefix(mention, "person")
	}
	for k := range spots {
		s := &spots[k]
		if located[s.key] {
			s.features = append(s.features, "located")
		}
		if personal[s.key] {
			s.features = append(s.features, "personal")
		}
	}
}

// announced reports whether the words before the spot say that it is a place:
// "the town of Chibok".
func (f *finder) announced(s *spot, mention string) bool {
	if f.word(s.first-1) != "of" || mention != "none" && mention != "place" {
		return false
	}
	switch noun := f.word(s.first - 2); classOf(noun) {
	case "town", "province", "county", "country":
		return noun == f.lower(s.first-2) && noun != "county" && noun != "country"
	}
	return false
}

// called reports whether the spot is one name of a person whom the report also
// names in full: "Scott" beside "Scott Horsley".
func (f *finder) called(s *spot) bool {
	return len(s.containers) == 0 && f.mention(s.span) == string(wiredesk.Person) && f.persons[s.span.Words(f.text)]
}

// lent reports whether the spot has lent its name to a newspaper ("The Harare
// Courier") or shares it with a storm ("Typhoon Nancy"). A paper that has the
// word for itself is not known from a list: "Paris Match" is read by the other
// features.
func (f *finder) lent(s *spot) bool {
	if classOf(f.word(s.first-1)) == "storm" && f.upper(s.first-1) {
		return true
	}
	return presses()[f.lower(s.last)] && f.upper(s.last) && !f.startsSentence(s.last) && classOf(f.word(s.first-1)) != "in"
}

// upper reports whether token i begins with a capital letter.
func (f *finder) upper(i int) bool {
	r, _ := utf8.DecodeRuneInString(f.word(i))
	return unicode.IsUpper(r)
}

// personsOf returns the single words of all names of persons of several words.
func personsOf(text string, mentions []wiredesk.Mention) map[string]bool {
	out := map[string]bool{}
	for _, m := range mentions {
		if words := strings.Fields(m.Span.Words(text)); m.Type == wiredesk.Person && len(words) > 1 {
			for _, w := range words {
				out[w] = true
			}
		}
	}
	return out
}

// peoplesOf returns the countries of whose people the report speaks.
func peoplesOf(text string, mentions []wiredesk.Mention) map[string]bool {
	out := map[string]bool{}
	for _, m := range mentions {
		if m.Type != wiredesk.Nationality {
			continue
		}
		if n := nation.OfPeople(m.Span.Words(text)); n != nil {
			out[n.Code] = true
		}
	}
	return out
}

// kind names the kind of the largest candidate.
func (f *finder) kind(s *spot) string {
	best := f.largestOf(s)
	return strconv.Itoa(int(f.g.kinds[best]))
}

// size is the size of the largest candidate, in steps.
func (f *finder) size(s *spot) string {
	return strconv.Itoa(int(f.g.sizes[f.largestOf(s)]) / 16)
}

func (f *finder) largestOf(s *spot) int {
	best := s.records[0]
	for _, r := range s.records {
		if f.g.sizes[r] > f.g.sizes[best] {
			best = r
		}
	}
	return best
}

// before says what stands before the spot in its sentence.
func (f *finder) before(s *spot) string {
	i := s.first - 1
	if s.first == 0 || f.startsSentence(s.first) {
		return "start"
	}
	w := f.word(i)
	if c := classOf(w); c == "in" || c == "title" || c == "side" {
		return c
	}
	switch w {
	case "of", "the", "and", ",", "(", "-", "/", "'s", "’s", "for", "with", "by":
		return w
	}
	if c := classOf(w); c != "" {
		return c
	}
	return f.shape(i)
}

// after says what stands behind the spot in its sentence.
func (f *finder) after(s *spot) string {
	w := f.word(s.last)
	if s.last >= len(f.tokens) || f.startsSentence(s.last) {
		return "end"
	}
	if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) || f.lower(s.last) == w {
		switch c := classOf(w); c {
		case "date":
			return c
		case "body", "office", "town", "province", "county", "title":
			if unicode.IsUpper(r) {
				return "Capital " + c
			}
			return c
		}
	}
	switch w {
	case "'s", "’s", ",", ".", "-", ")", "and", "(":
		return w
	}
	return f.shape(s.last)
}

// shape says how the token is written.
func (f *finder) shape(i int) string {
	r, _ := utf8.DecodeRuneInString(f.word(i))
	switch {
	case unicode.IsUpper(r) && f.startsSentence(i):
		return "first word"
	case unicode.IsUpper(r):
		return "capital"
	case unicode.IsDigit(r):
		return "digit"
	case unicode.IsLower(r):
		return "lower"
	}
	return "mark"
}

// mentionsAt returns the names that overlap the span.
func (f *finder) mentionsAt(span wiredesk.Span) []wiredesk.Mention {
	i := sort.Search(len(f.mentions), func(i int) bool { return f.mentions[i].Span.End > span.Start })
	k := i
	for k < len(f.mentions) && f.mentions[k].Span.Start < span.End {
		k++
	}
	return f.mentions[i:k]
}

// startsSentence reports whether token i is the first of its sentence.
func (f *finder) startsSentence(i int) bool {
	n := sort.Search(len(f.sentences), func(n int) bool { return f.sentences[n].First >= i })
	return n < len(f.sentences) && f.sentences[n].First == i
}

// mention says how the spot lies to the names of the report: "none", or the
// type of the name that it is ("place") or is part of ("person-in").
func (f *finder) mention(span wiredesk.Span) string {
	for _, m := range f.mentionsAt(span) {
		switch {
		case m.Span == span:
			return string(m.Type)
		case m.Span.Contains(span):
			return string(m.Type) + "-in"
		default:
			return string(m.Type) + "-cut"
		}
	}
	return "none"
}
