package brief

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/pointing.txt
var pointingFile []byte

//go:embed lexicon/generic.txt
var genericFile []byte

//go:embed lexicon/furniture.txt
var furnitureFile []byte

//go:embed lexicon/specifying.txt
var specifyingFile []byte

// specifying holds the words behind a noun that say which one it is.
var specifying = sync.OnceValue(func() map[string]bool { return lexicon.Set(specifyingFile) })

//go:embed lexicon/personal.txt
var personalFile []byte

// personal holds the pronouns for one person.
var personal = sync.OnceValue(func() map[string]bool { return lexicon.Set(personalFile) })

// pointing holds the words that point at an earlier sentence, generic the nouns
// that do so behind a "the", furniture the words of what is no news.
var (
	pointing  = sync.OnceValue(func() map[string]string { return lexicon.Map(pointingFile) })
	generic   = sync.OnceValue(func() map[string]string { return lexicon.Map(genericFile) })
	furniture = sync.OnceValue(func() []lexicon.Entry { return lexicon.Parse(furnitureFile) })
)

// A candidate is one sentence of a report that may be printed.
type candidate struct {
	account *account
	span    wiredesk.Span // without the dateline
	at      int           // index among the report's candidates
	place   int           // how many sentences of the report's body stand before it
	claims  []*wiredesk.Claim
	figures []*wiredesk.Figure
	leans   bool // it points at the sentence before it
	before  *candidate
	counts  bool   // it gives a count that stands
	reason  string // why it must not be printed, "" if it may
	speaker string // who says it, in short; "" for the report itself
	core    []unit // what it says without what can be left out
	extras  []extra
	slot    slot
	value   float64 // what it is worth beside its units: for the toll, for a difference
	side    []int   // differences that it is a side of
}

// An extra is a part of a candidate that can be left out, with what it says.
type extra struct {
	span  wiredesk.Span
	units []unit
	words int
	kind  wiredesk.TrimKind
	kept  bool // it holds what must not be lost: a count that stands, a turn, a denial
}

// gatherCandidates returns the sentences of the accounts' bodies, in the order of the
// accounts and of their texts.
func gatherCandidates(all []*account) []*candidate {
	var out []*candidate
	for _, a := range all {
		if a.withdrawn != "" || opinion(a) {
			continue
		}
		var last *candidate
		n := 0
		for _, p := range a.reading.Body {
			for _, s := range a.reading.Sentences {
				if !p.Contains(s) {
					continue
				}
				c := &candidate{account: a, span: a.withoutDateline(s), at: n, place: n, before: last}
				n++
				c.read()
				out = append(out, c)
				last = c
			}
		}
	}
	return out
}

// words are the words of the candidate as printed.
func (c *candidate) words() string { return c.span.Words(c.account.reading.Text) }

// read finds what the reading knows of the sentence.
func (c *candidate) read() {
	r := c.account.reading
	for i := range r.Claims {
		claim := &r.Claims[i]
		if claim.Kind != wiredesk.Narrated && slices.ContainsFunc(claim.Content, c.span.Overlaps) {
			c.claims = append(c.claims, claim)
		}
	}
	for i := range r.Figures {
		if c.span.Contains(r.Figures[i].Span) {
			c.figures = append(c.figures, &r.Figures[i])
		}
	}
	c.speaker = c.voice()
	c.reason = c.unfit()
	c.leans = c.pointsBack()
}

// voice is who says most of the sentence: the last word of the name, since a
// body is named in full and in short.
func (c *candidate) voice() string {
	who, most := "", 0
	for _, claim := range c.claims {
		n := 0
		for _, s := range claim.Content {
			n += max(0, min(s.End, c.span.End)-max(s.Start, c.span.Start))
		}
		if words := strings.Fields(strings.ToLower(claim.Chain[0])); n > most && len(words) > 0 {
			who, most = words[len(words)-1], n
		}
	}
	return who
}

// past reports whether the sentence counts people of a time long before the
// report: it names a year or month that was over.
func (c *candidate) past() bool {
	if len(c.figures) == 0 {
		return false
	}
	published := c.account.published()
	for _, i := range c.account.timesIn([]wiredesk.Span{c.span}) {
		w := c.account.reading.Times[i]
		to, err := time.Parse(time.DateOnly, day(string(w.To)))
		if err != nil {
			if to, err = time.Parse("2006-01", string(w.To)); err != nil {
				to, err = time.Parse("2006", string(w.To))
			}
		}
		if err == nil && !published.IsZero() && published.Sub(to) > longAgo {
			return true
		}
	}
	return false
}

// longAgo is how long before a report something is that is no part of its news.
const longAgo = 120 * 24 * time.Hour

// shortestSentence is the number of words that a sentence has at least.
const shortestSentence = 5

// unfit says why a sentence is never printed: a question, a turn of an
// interview, words to the readers, a heading taken for body.
func (c *candidate) unfit() string {
	text := c.words()
	low := strings.ToLower(text)
	switch {
	case len(strings.Fields(text)) < shortestSentence && len(c.figures) == 0 || !ended(text):
		return "it is no whole sentence"
	case strings.HasSuffix(strings.TrimRight(text, "\"”’') \n"), "?"):
		return "it asks"
	case strings.HasSuffix(strings.TrimRight(text, "\"”’') \n"), "!"):
		return "it exclaims"
	case turn(text):
		return "it is a turn of an interview"
	case c.ownVoice():
		return "its writer speaks of himself"
	case telephone.MatchString(text):
		return "it says whom to call"
	}
	for _, e := range furniture() {
		if strings.Contains(low, e[0]) {
			return "it is no news"
		}
	}
	if slices.ContainsFunc(c.account.reading.Photos, func(p wiredesk.Photo) bool { return p.Span.Contains(c.span) }) {
		return "it is the caption of a photo"
	}
	for i := range c.account.reading.Background {
		if c.span.Contains(c.account.reading.Background[i].Span) {
			return "it counts what another event did"
		}
	}
	return ""
}

// turn reports whether words begin with a speaker in capitals, or a label of one
// word, and a colon.
func turn(text string) bool {
	head, _, ok := strings.Cut(text, ":")
	return ok && (len(strings.Fields(head)) <= 3 && head == strings.ToUpper(head) && strings.IndexFunc(head, unicode.IsLetter) >= 0 || len(strings.Fields(head)) == 1)
}

// ownVoice reports whether the sentence speaks of "we" or "me" outside of
// quotation marks.
func (c *candidate) ownVoice() bool {
	return outside(c.words(), func(w string) bool { return firstPerson()[w] })
}

// outside reports whether one of the words outside of quotations is meant.
func outside(text string, is func(word string) bool) bool {
	for i := 0; i < len(text); {
		end := i + 1
		for end < len(text) && text[end] != ' ' && text[end] != '\n' {
			end++
		}
		if w := strings.Trim(text[i:end], " .,;:!?()\"'“”\n"); is(w) && !quotedAt(text[:i+strings.Index(text[i:end], w)]) {
			return true
		}
		i = end
	}
	return false
}

// pointsBack reports whether the sentence does not say by itself whom or what
// it means: a pronoun with nobody before it, "the spokesman", "such a".
func (c *candidate) pointsBack() bool {
	text := c.words()
	named, first := false, true
	quoted := false
	for i := 0; i < len(text); {
		r0, n := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r0) {
			switch r0 {
			case '“':
				quoted = true
			case '”':
				quoted = false
			case '"':
				quoted = !quoted
			}
			i += n
			continue
		}
		end := i
		for end < len(text) {
			r1, n := utf8.DecodeRuneInString(text[end:])
			if !unicode.IsLetter(r1) && r1 != '\'' && r1 != '’' {
				break
			}
			end += n
		}
		word := strings.ToLower(text[i:end])
		span := wiredesk.Span{Start: c.span.Start + i, End: c.span.Start + end}
		switch {
		case quoted:
		case c.names(span):
			named = true
		default:
			switch pointing()[word] {
			case "any":
				return true
			case "start":
				if first {
					return true
				}
			case "person":
				if !named && !c.resolves(span) && !(word == "it" && empties(strings.Fields(text[end:]))) && !c.nounBefore(word, text[:i]) {
					return true
				}
			}
			if kind := generic()[word]; kind == "person" && c.definite(text[:i]) && bare(text[end:]) && !c.resolves(span) {
				return true
			}
		}
		first = false
		i = end
	}
	return false
}

// nounBefore reports whether the sentence names somebody without a name before
// a pronoun: "The owner said it", "Residents ... their". For one person it must
// be a noun for a person.
func (c *candidate) nounBefore(pronoun, before string) bool {
	person := personal()[pronoun]
	found := false
	outside(before, func(w string) bool {
		w = strings.ToLower(w)
		if w != "" && !empty()[w] && pointing()[w] == "" && (!person || generic()[w] != "") {
			found = true
		}
		return false
	})
	return found
}

// names reports whether a mention that names somebody holds the span.
func (c *candidate) names(s wiredesk.Span) bool {
	return slices.ContainsFunc(c.account.reading.Mentions, func(m wiredesk.Mention) bool { return m.Span.Contains(s) })
}

// resolves reports whether the reading says whom the words mean.
func (c *candidate) resolves(s wiredesk.Span) bool {
	r := c.account.reading
	for _, ref := range r.References {
		if ref.Span.Contains(s) && c.account.names[ref.Entity] != "" {
			return true
		}
	}
	for i := range r.Claims {
		cl := &r.Claims[i]
		if len(cl.Source.Spans) == 1 && cl.Source.Spans[0].Contains(s) && len(cl.Chain) > 0 && cl.Chain[0] != "unknown" && !strings.EqualFold(cl.Chain[0], cl.Source.Spans[0].Words(r.Text)) && len(strings.Fields(cl.Chain[0])) > 1 {
			return true
		}
	}
	return false
}

// definite reports whether the words end in "the".
func (c *candidate) definite(before string) bool {
	words := strings.Fields(before)
	return len(words) > 0 && strings.EqualFold(words[len(words)-1], "the")
}

// bare reports whether nothing behind a noun says which it is: no "of", "for",
// "in", "who", no name and no comma with a name.
func bare(after string) bool {
	words := strings.Fields(after)
	if len(words) == 0 {
		return true
	}
	if strings.HasPrefix(after, ",") || strings.HasPrefix(after, "'s") || strings.HasPrefix(after, "’s") {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(words[0], ",'’s"))
		next := ""
		if len(words) > 1 {
			next = words[1]
		}
		n, _ := utf8.DecodeRuneInString(next)
		return !unicode.IsUpper(r) && !unicode.IsUpper(n)
	}
	r, _ := utf8.DecodeRuneInString(words[0])
	return !unicode.IsUpper(r) && !specifying()[strings.ToLower(words[0])]
}
