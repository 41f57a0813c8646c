package entity

import (
	"slices"
	"sort"
	"strings"

	"wiredesk"
	"wiredesk/internal/lang/people"
	"wiredesk/internal/lang/sentence"
)

// A resolver holds a report while its names are joined.
type resolver struct {
	text      string
	tokens    []wiredesk.Token
	sentences []sentence.Sentence
	mentions  []wiredesk.Mention
	first     []int // first token of each mention
	last      []int // token after the last of each mention
	at        []int // mention that covers each token, -1 for none
	quoted    []bool
	inRole    []bool // tokens that are the role of a person who is named beside them
	byID      map[string]*record
	of        []*record // of each mention, nil while it has none
}

// A record is an entity in the making.
type record struct {
	id, name string
	kind     wiredesk.EntityType
	forms    []string // the names under which it is mentioned, as printed
	mentions []int
	opens    int // first token of its first mention
	gender   people.Gender
	roles    []role
	agency   bool
}

func newResolver(text string, tokens []wiredesk.Token, sentences []sentence.Sentence, mentions []wiredesk.Mention) *resolver {
	r := &resolver{text: text, tokens: tokens, sentences: sentences, mentions: mentions,
		first: make([]int, len(mentions)), last: make([]int, len(mentions)), at: make([]int, len(tokens)), inRole: make([]bool, len(tokens)), of: make([]*record, len(mentions)), byID: map[string]*record{}}
	for i := range r.at {
		r.at[i] = -1
	}
	for i, m := range mentions {
		r.first[i] = sort.Search(len(tokens), func(k int) bool { return tokens[k].Span.End > m.Span.Start })
		r.last[i] = r.first[i]
		for r.last[i] < len(tokens) && tokens[r.last[i]].Span.Start < m.Span.End {
			r.at[r.last[i]] = i
			r.last[i]++
		}
	}
	r.quoted = quoted(text, tokens, sentences)
	return r
}

// word returns token i as it is printed, "" where there is none.
func (r *resolver) word(i int) string {
	if i < 0 || i >= len(r.tokens) {
		return ""
	}
	return r.tokens[i].Span.Words(r.text)
}

func (r *resolver) lower(i int) string { return strings.ToLower(r.word(i)) }

// xpos returns the tag of token i, "" where there is none.
func (r *resolver) xpos(i int) string {
	if i < 0 || i >= len(r.tokens) {
		return ""
	}
	return r.tokens[i].XPOS
}

// lemma returns the lemma of token i, or the word in small letters.
func (r *resolver) lemma(i int) string {
	if i >= 0 && i < len(r.tokens) && r.tokens[i].Lemma != "" {
		return strings.ToLower(r.tokens[i].Lemma)
	}
	return r.lower(i)
}

// words returns the words of mention i as printed, line breaks as spaces.
func (r *resolver) words(i int) string {
	return strings.Join(strings.Fields(r.mentions[i].Span.Words(r.text)), " ")
}

// sentenceOf returns the sentence of token i.
func (r *resolver) sentenceOf(i int) int {
	return sort.Search(len(r.sentences), func(k int) bool { return r.sentences[k].Last > i })
}

// join gives mention i to a record.
func (r *resolver) join(i int, to *record) {
	r.of[i] = to
	if len(to.mentions) == 0 || r.first[i] < to.opens {
		to.opens = r.first[i]
	}
	to.mentions = append(to.mentions, i)
	to.addForm(r.words(i))
}

// mostForms bounds how many forms of one name are kept.
const mostForms = 12

func (e *record) addForm(form string) {
	if len(e.forms) < mostForms && !slices.Contains(e.forms, form) {
		e.forms = append(e.forms, form)
	}
}

// named returns the record of that type and folded name, opening it if need
// be.
func (r *resolver) named(kind wiredesk.EntityType, folded string) *record {
	if folded == "" {
		folded = "unnamed"
	}
	id := string(kind) + ":" + folded
	e := r.byID[id]
	if e == nil {
		e = &record{id: id, kind: kind}
		r.byID[id] = e
	}
	return e
}

// entities returns the entities in the order of their first mention.
func (r *resolver) entities() []wiredesk.Entity {
	var out []wiredesk.Entity
	done := map[*record]bool{}
	for _, e := range r.of {
		if !done[e] {
			done[e] = true
			out = append(out, e.entity())
		}
	}
	return out
}

func (e *record) entity() wiredesk.Entity {
	out := wiredesk.Entity{ID: e.id, Name: e.name, Type: e.kind, Agency: e.agency}
	if out.Name == "" {
		out.Name = fullest(e.forms)
	}
	for _, f := range e.forms {
		if f != out.Name {
			out.Aliases = append(out.Aliases, f)
		}
	}
	if len(e.roles) > 0 {
		out.Role = wiredesk.Optional(best(e.roles).words)
	}
	return out
}

// fullest returns the form with most words, the first of equals, but not in
// capitals if it stands otherwise too.
func fullest(forms []string) string {
	out, most := "", 0
	for _, f := range forms {
		n := strings.Count(f, " ") + 1
		if n > most || n == most && f != out && strings.ToUpper(f) == out {
			out, most = f, n
		}
	}
	return out
}

// quoted tells of each token whether it stands inside a quotation. A
// quotation that stays open ends with its paragraph.
func quoted(text string, tokens []wiredesk.Token, sentences []sentence.Sentence) []bool {
	out := make([]bool, len(tokens))
	open := false
	for k, s := range sentences {
		if k > 0 && (s.Paragraph != sentences[k-1].Paragraph || s.Part != sentences[k-1].Part) {
			open = false
		}
		for i := s.First; i < s.Last; i++ {
			switch tokens[i].Span.Words(text) {
			case "“", "``":
				open = true
			case "”", "''":
				open = false
			case `"`:
				open = !open
			default:
				out[i] = open
			}
		}
	}
	return out
}
