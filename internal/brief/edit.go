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

//go:embed lexicon/determiners.txt
var determinersFile []byte

// determiners holds the words before a noun behind which no "the" stands.
var determiners = sync.OnceValue(func() map[string]bool { return lexicon.Set(determinersFile) })

// An edit puts words in the place of a span of a report's text: none where a
// part is left out.
type edit struct {
	span  wiredesk.Span
	words string
}

// render writes a span with the edits carried out, as a sentence.
func (a *account) render(span wiredesk.Span, edits []edit) string {
	slices.SortStableFunc(edits, func(e, f edit) int {
		if e.span.Start != f.span.Start {
			return e.span.Start - f.span.Start
		}
		return f.span.End - e.span.End
	})
	text := a.reading.Text
	var b strings.Builder
	from := span.Start
	for _, e := range edits {
		if e.span.Start < from || e.span.End > span.End {
			continue // it lies in another one, or outside
		}
		b.WriteString(text[from:e.span.Start])
		b.WriteString(e.words)
		if e.words == "" && e.span.End < span.End && e.span.Start > span.Start && letterAt(text, e.span.End) {
			b.WriteString(" ")
		}
		from = e.span.End
	}
	b.WriteString(text[from:span.End])
	return sentence(closeQuotes(spaced(b.String())))
}

// letterAt reports whether a letter or digit begins at an offset.
func letterAt(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// spacing mends what leaving out leaves behind.
var spacing = strings.NewReplacer(" ,", ",", " .", ".", " ;", ";", " :", ":", ",,", ",", ",.", ".", "( ", "(", " )", ")")

// spaced writes words with single spaces and no space before a mark.
func spaced(s string) string {
	return spacing.Replace(strings.Join(strings.Fields(s), " "))
}

// A teller writes the chosen sentences in their order and knows whom it has
// introduced and which days it has given.
type teller struct {
	known map[string]bool   // entities that stand in the brief by their full names
	days  map[string]bool   // days that the brief has given in full
	named map[string]string // the day that a weekday was said to be
	first string            // the day of the story's own incident, "" if it is not known
}

// edits are the resolutions that a candidate needs where it stands: names in the
// place of pronouns, full names at the first mention, the dates of relative
// times.
func (t *teller) edits(c *candidate, drops []wiredesk.Span) []edit {
	var out []edit
	for _, d := range drops {
		out = append(out, edit{d, ""})
	}
	out = append(out, t.people(c, drops)...)
	out = append(out, t.speakers(c, drops, out)...)
	return append(out, t.dates(c, drops)...)
}

// people puts names in the place of pronouns whose antecedent is sure and does
// not stand in the sentence before them, and full names in the place of short
// ones where the brief names somebody for the first time.
func (t *teller) people(c *candidate, drops []wiredesk.Span) []edit {
	a := c.account
	var out []edit
	named := map[string]bool{}
	for _, m := range c.mentions(drops) {
		e := a.entity(m.entity)
		if e == nil {
			continue
		}
		words := m.span.Words(a.reading.Text)
		switch {
		case m.pronoun:
			if !named[m.entity] && t.beforeIt(c, m, named) {
				out = append(out, edit{m.span, possess(words, e.Name)})
			}
		case !t.known[m.entity] && !named[m.entity] && e.Type == wiredesk.Person && longer(e.Name, words):
			out = append(out, edit{m.span, e.Name})
		}
		named[m.entity] = true
	}
	return out
}

// speakers puts the speaker of a claim in the place of the pronoun that is its
// source, where the speaker is no entity but only printed.
func (t *teller) speakers(c *candidate, drops []wiredesk.Span, done []edit) []edit {
	a := c.account
	var out []edit
	for i := range a.reading.Claims {
		cl := &a.reading.Claims[i]
		if len(cl.Source.Spans) != 1 || len(cl.Chain) == 0 || cl.Chain[0] == "unknown" {
			continue
		}
		s, name := cl.Source.Spans[0], cl.Chain[0]
		at := slices.ContainsFunc(append(done, out...), func(e edit) bool { return e.span == s })
		if at || !c.span.Contains(s) || inside(drops, s) || !subjectPronoun(s.Words(a.reading.Text)) || standsIn(name, a.reading.Text[c.span.Start:s.Start]) {
			continue
		}
		out = append(out, edit{s, article(name)})
	}
	return out
}

// article puts a "the" before a name in small letters that has none.
func article(name string) string {
	r, _ := utf8.DecodeRuneInString(name)
	first, _, _ := strings.Cut(strings.ToLower(name), " ")
	if !unicode.IsLower(r) || determiners()[first] || strings.HasSuffix(name, "s") {
		return name
	}
	return "the " + name
}

// beforeIt reports whether a pronoun may be replaced: it is one that stands for
// a subject or owner.
func (t *teller) beforeIt(c *candidate, m naming, named map[string]bool) bool {
	switch strings.ToLower(m.span.Words(c.account.reading.Text)) {
	case "he", "she", "it", "they", "him", "them", "his", "its", "their":
		return true
	case "her":
		return false // "her" is an owner or an object
	}
	return false
}

// possess writes a name as the pronoun's case wants it.
func possess(pronoun, name string) string {
	switch strings.ToLower(pronoun) {
	case "his", "its", "their":
		if strings.HasSuffix(name, "s") {
			return name + "’"
		}
		return name + "’s"
	}
	return name
}

// longer reports whether a name is the fuller form of the words: it ends in them
// and has more.
func longer(name, words string) bool {
	n, w := strings.Fields(name), strings.Fields(words)
	return len(n) > len(w) && len(w) > 0 && strings.HasSuffix(name, words) && len(w) == 1
}

// A naming is words that name somebody or stand for somebody.
type naming struct {
	span    wiredesk.Span
	entity  string
	pronoun bool
}

// mentions returns who is named in the candidate outside of quotations and of
// what is left out, in the order of the text.
func (c *candidate) mentions(drops []wiredesk.Span) []naming {
	a := c.account
	var out []naming
	add := func(s wiredesk.Span, entity string, pronoun bool) {
		if c.span.Contains(s) && !quotedAt(a.reading.Text[c.span.Start:s.Start]) && !inside(drops, s) {
			out = append(out, naming{s, entity, pronoun})
		}
	}
	for _, i := range a.mentionsIn([]wiredesk.Span{c.span}...) {
		add(a.reading.Mentions[i].Span, a.reading.Mentions[i].Entity, false)
	}
	for _, i := range a.referencesIn([]wiredesk.Span{c.span}) {
		r := a.reading.References[i]
		if pointing()[strings.ToLower(r.Span.Words(a.reading.Text))] == "person" {
			add(r.Span, r.Entity, true)
		}
	}
	slices.SortStableFunc(out, func(m, n naming) int { return m.span.Start - n.span.Start })
	return out
}

// entity returns an entity of the account by its id, nil for none.
func (a *account) entity(id string) *wiredesk.Entity {
	for i := range a.reading.Entities {
		if a.reading.Entities[i].ID == id {
			return &a.reading.Entities[i]
		}
	}
	return nil
}

// dates gives the day of a relative time: of a weekday where the brief gives the
// day for the first time, of "yesterday" always.
func (t *teller) dates(c *candidate, drops []wiredesk.Span) []edit {
	a := c.account
	var out []edit
	given := map[string]bool{}
	for _, i := range a.timesIn([]wiredesk.Span{c.span}) {
		w := a.reading.Times[i]
		if inside(drops, w.Span) || quotedAt(a.reading.Text[c.span.Start:w.Span.Start]) {
			continue
		}
		d := resolved(w, a.reading.Text)
		if first, _, _ := strings.Cut(strings.ToLower(w.Span.Words(a.reading.Text)), " "); pointing()[first] == "start" {
			continue // "that night" is the night that was told of before
		}
		if d == "" || string(w.From)[:min(10, len(w.From))] != string(w.To)[:min(10, len(w.To))] || t.days[d] || given[d] || apostrophe(a.reading.Text[w.Span.End:]) {
			continue
		}
		if strings.HasPrefix(strings.TrimSpace(a.reading.Text[w.Span.End:]), "(") || string(w.From)[:min(10, len(w.From))] < t.first {
			continue // it is given there, or the day would be before what happened
		}
		if other := t.named[weekdayOf(d)]; other != "" && other != d {
			continue // two reports mean two days by one word: one of them was published late
		}
		given[d] = true
		out = append(out, edit{wiredesk.Span{Start: w.Span.End, End: w.Span.End}, " [" + d + "]"})
	}
	return out
}

// weekdayOf is the weekday of a day as the brief writes it, "" for no day.
func weekdayOf(d string) string {
	t, err := time.Parse("2 January 2006", d)
	if err != nil {
		return ""
	}
	return t.Weekday().String()
}

// apostrophe reports whether words go on behind an apostrophe: "Monday's".
func apostrophe(rest string) bool {
	return strings.HasPrefix(rest, "'") || strings.HasPrefix(rest, "’")
}

// tell notes whom and which days a printed candidate has given.
func (t *teller) tell(c *candidate, drops []wiredesk.Span) {
	for _, m := range c.mentions(drops) {
		t.known[m.entity] = true
	}
	for _, i := range c.account.timesIn([]wiredesk.Span{c.span}) {
		w := c.account.reading.Times[i]
		if d := resolved(w, c.account.reading.Text); d != "" && !inside(drops, w.Span) {
			t.days[d] = true
			if w := weekdayOf(d); t.named[w] == "" {
				t.named[w] = d
			}
		}
	}
}
