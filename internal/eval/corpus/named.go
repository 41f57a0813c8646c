package corpus

import (
	"hash/fnv"
	"slices"
	"strings"

	"wiredesk"
	"wiredesk/internal/lang/nation"
	"wiredesk/internal/lang/people"
)

// A Named is a document whose names are marked. The marks of the sets are made
// alike: a name has no leading article, no title before a person and no "'s"
// after it, and names do not overlap.
type Named struct {
	Set        string // "re3d", "wikigold", ...
	ID         string
	Text       string
	Paragraphs []wiredesk.Span
	Names      []wiredesk.Mention // in order; Entity is empty
	Restricted bool               // its licence does not allow a shipped model to learn from it
}

// Held reports whether a document of a set that has no train part of its own
// is kept for measuring: about one in three, chosen by the hash of its id.
func (d *Named) Held() bool {
	h := fnv.New32a()
	h.Write([]byte(d.Set + "/" + d.ID))
	return h.Sum32()>>8%3 == 0
}

// Splits reports whether the set has no train part of its own, so that Held
// divides it.
func (d *Named) Splits() bool {
	switch d.Set {
	case "re3d", "wikigold", "uner", "crossner", "broad-twitter":
		return true
	}
	return false
}

// settle trims, orders and sifts the names of a document. Of names that
// overlap, the one that was marked first in the slice stays.
func (d *Named) settle() {
	var out []wiredesk.Mention
	for _, m := range d.Names {
		m.Span = trimmed(d.Text, m)
		if nation.IsPeople(m.Span.Words(d.Text)) {
			m.Type = wiredesk.Nationality
		}
		if !m.Span.Valid(d.Text) || m.Type == wiredesk.Person && !bearable(m.Span.Words(d.Text)) || slices.ContainsFunc(out, func(o wiredesk.Mention) bool { return o.Span.Overlaps(m.Span) }) {
			continue
		}
		out = append(out, m)
	}
	slices.SortFunc(out, func(a, b wiredesk.Mention) int { return a.Span.Start - b.Span.Start })
	d.Names = out
}

// determiners are cut off the front of names.
var determiners = []string{"the ", "The ", "THE ", "a ", "A ", "an ", "An ", "this ", "our ", "its ", "his ", "their "}

// trimmed returns the span of a name without what does not belong to it.
func trimmed(text string, m wiredesk.Mention) wiredesk.Span {
	s := m.Span
	w := s.Words(text)
	rest := strings.TrimLeft(w, " \n\t\"“”'‘’(")
	if m.Type != wiredesk.Other && m.Type != wiredesk.EventName {
		for _, a := range determiners {
			rest = strings.TrimPrefix(rest, a)
		}
	}
	if m.Type == wiredesk.Person {
		rest = untitled(owned(rest))
	}
	s.Start += len(w) - len(rest)
	w = strings.TrimRight(s.Words(text), " \n\t\"“”,;:")
	for _, end := range []string{"'s", "’s", "'", "’"} {
		w = strings.TrimSuffix(w, end)
	}
	s.End = s.Start + len(strings.TrimRight(w, " "))
	return s
}

// owned returns the name of a person without whose person it is: "the Labour
// Party's Ana Bell" is Ana Bell.
func owned(name string) string {
	for _, mark := range []string{"'s ", "’s "} {
		if i := strings.LastIndex(name, mark); i >= 0 {
			name = name[i+len(mark):]
		}
	}
	return name
}

// untitled returns the name of a person without what stands before it up to
// the last title: "Foreign Minister Ana Bell" is Ana Bell. Behind a given name
// a title is a surname ("Ana Bishop Okafor") unless another given name follows
// ("Virginia Governor Ana Bell").
func untitled(name string) string {
	rest, given := name, false
	for i := 0; i < len(name); {
		word, after, ok := strings.Cut(name[i:], " ")
		if !ok {
			break
		}
		next, _, _ := strings.Cut(after, " ")
		switch {
		case title(word):
			if !given || people.GenderOf(next) != people.Unknown {
				rest = after
			}
		case people.GenderOf(word) != people.Unknown:
			given = true
		}
		i = len(name) - len(after)
	}
	return rest
}

// bearable reports whether words can be a person's name: what is left of
// "Emperor of the Seas" without its title is not, nor is a title alone
// ("Foreign Secretary"), unless it is a surname behind a given name.
func bearable(words string) bool {
	if strings.HasPrefix(words, "of ") || strings.HasPrefix(words, "for ") || words[0] <= '9' {
		return false
	}
	first, rest, _ := strings.Cut(words, " ")
	last := words[strings.LastIndexByte(words, ' ')+1:]
	return !title(last) || rest != "" && people.GenderOf(first) != people.Unknown
}

// title reports whether a word is a title, with or without a comma or an
// invisible mark behind it.
func title(w string) bool {
	_, ok := people.TitleOf(strings.TrimRight(w, ",\u200e\u200f"))
	return ok
}

// addNationalities marks the words for peoples in sets that leave them
// unmarked, and gives that type to those that a set calls something else.
func (d *Named) addNationalities() {
	taken := 0
	for i := 0; i < len(d.Text); {
		if !wordByte(d.Text[i]) || i > 0 && wordByte(d.Text[i-1]) {
			i++
			continue
		}
		end := i
		for end < len(d.Text) && wordByte(d.Text[end]) {
			end++
		}
		if w := d.Text[i:end]; nation.IsPeople(w) {
			span := wiredesk.Span{Start: i, End: end}
			for taken < len(d.Names) && d.Names[taken].Span.End <= i {
				taken++
			}
			if taken == len(d.Names) || !d.Names[taken].Span.Overlaps(span) {
				d.Names = slices.Insert(d.Names, taken, wiredesk.Mention{Span: span, Type: wiredesk.Nationality})
			} else if d.Names[taken].Span == span && d.Names[taken].Type == wiredesk.Other {
				d.Names[taken].Type = wiredesk.Nationality
			}
		}
		i = end
	}
}

func wordByte(c byte) bool {
	return c >= 0x80 || 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9'
}

// A taggedWord is a word with its BIO or IO label.
type taggedWord struct{ word, label string }

// A tagged document is built up sentence by sentence from words that lost
// their spaces.
type builder struct {
	doc   Named
	types map[string]wiredesk.EntityType
	text  strings.Builder
}

// add appends a sentence to the current paragraph, or as a paragraph of its
// own.
func (b *builder) add(words []taggedWord, paragraph bool) {
	if len(words) == 0 {
		return
	}
	if paragraph || len(b.doc.Paragraphs) == 0 {
		if b.text.Len() > 0 {
			b.text.WriteString("\n\n")
		}
		b.doc.Paragraphs = append(b.doc.Paragraphs, wiredesk.Span{Start: b.text.Len()})
	} else {
		b.text.WriteByte(' ')
	}
	open, before := -1, ""
	for i, w := range words {
		if i > 0 && spaced(before, w.word) {
			b.text.WriteByte(' ')
		}
		start := b.text.Len()
		b.text.WriteString(w.word)
		before = w.word
		prefix, kind, _ := strings.Cut(w.label, "-")
		if kind == "" {
			open = -1
			continue
		}
		if n := len(b.doc.Names); open >= 0 && prefix == "I" && b.doc.Names[n-1].Type == b.types[kind] {
			b.doc.Names[n-1].Span.End = b.text.Len()
			continue
		}
		open = i
		b.doc.Names = append(b.doc.Names, wiredesk.Mention{Span: wiredesk.Span{Start: start, End: b.text.Len()}, Type: b.types[kind]})
	}
	b.doc.Paragraphs[len(b.doc.Paragraphs)-1].End = b.text.Len()
}

// spaced reports whether a space stands between two words in running text.
func spaced(before, word string) bool {
	switch word {
	case ",", ".", ";", ":", "!", "?", ")", "]", "%", "'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "''":
		return false
	}
	switch before {
	case "(", "[", "$", "``", "£":
		return false
	}
	return true
}

// finish returns the document with its names settled, and begins the next.
func (b *builder) finish(set, id string) *Named {
	d := b.doc
	d.Set, d.ID, d.Text = set, id, b.text.String()
	b.doc, b.text = Named{}, strings.Builder{}
	d.settle()
	d.addNationalities()
	return &d
}
