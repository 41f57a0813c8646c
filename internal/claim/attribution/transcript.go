package attribution

import (
	"strings"
	"unicode"

	"wiredesk"
	"wiredesk/internal/claim/link"
	"wiredesk/internal/claim/role"
	"wiredesk/internal/lang/sentence"
)

// longestLabel is how many tokens name the speaker of a transcript at most
// before the colon: "MR. VAN DER BERG:".
const longestLabel = 6

// A turn is a paragraph of a transcript: who speaks, by a label, and what.
type turn struct {
	label    role.Run
	contents []role.Run // one for each paragraph
}

// transcripts makes claims of the turns of a transcript, paragraphs that begin
// with the speaker in capitals and a colon ("SVENSSON: Because ...") or with
// "Q:" and "A:". One paragraph of that form is none. In a quoted transcript each
// paragraph opens with a mark, and one without a label goes on from the one
// before.
func (f *finder) transcripts() {
	turns := f.turns()
	if len(turns) < 2 {
		return
	}
	used := f.used()
	for _, t := range turns {
		if used[t.label.First] || used[t.contents[0].First] && t.contents[0].First == t.label.First+2 {
			continue // the model knows of it
		}
		d := &draft{Attribution: link.Attribution{
			Cue:         role.Run{Role: role.Cue, First: t.label.Last, Last: t.label.Last + 1},
			Sources:     []role.Run{t.label},
			Contents:    t.contents,
			Probability: signedProbability,
		}, speaker: f.labelled(t.label), spoken: true}
		for k := f.view.Sentence(t.label.First); k < len(f.doc.Sentences) && f.doc.Sentences[k].First < t.contents[len(t.contents)-1].Last; k++ {
			for _, e := range f.in(k) {
				if e.inside == nil {
					e.enter(d)
				}
			}
		}
		f.add(d)
	}
}

// turns returns the paragraphs of the body that begin with a label.
func (f *finder) turns() []turn {
	var out []turn
	for k := 0; k < len(f.doc.Sentences); {
		first := f.doc.Sentences[k]
		end := k + 1
		for end < len(f.doc.Sentences) && f.doc.Sentences[end].Paragraph == first.Paragraph && f.doc.Sentences[end].Part == first.Part {
			end++
		}
		last := f.doc.Sentences[end-1].Last
		at := first.First
		quoted := f.view.Quotation(at) >= 0 && !f.view.IsWord(at)
		if quoted {
			at++
		}
		switch colon := f.label(at, last); {
		case first.Part != sentence.Body:
		case colon > 0 && colon+1 < last:
			out = append(out, turn{role.Run{Role: role.Source, First: at, Last: colon}, []role.Run{f.unmarked(colon+1, last, quoted)}})
		case quoted && len(out) > 0 && f.goesOnFrom(out[len(out)-1], k):
			t := &out[len(out)-1]
			t.contents = append(t.contents, f.unmarked(at, last, quoted))
		}
		k = end
	}
	return out
}

// unmarked returns the content [first, last), without the mark that ends a
// quoted transcript.
func (f *finder) unmarked(first, last int, quoted bool) role.Run {
	if quoted && last-1 > first && !f.view.IsWord(last-1) && f.view.Quotation(last-1) >= 0 && isQuotationMark(f.doc.Word(last-1)) {
		last--
	}
	return role.Run{Role: role.Content, First: first, Last: last}
}

func isQuotationMark(word string) bool {
	switch word {
	case "\"", "”", "''", "’", "»":
		return true
	}
	return false
}

// goesOnFrom reports whether sentence k opens the paragraph behind a turn.
func (f *finder) goesOnFrom(t turn, k int) bool {
	last := t.contents[len(t.contents)-1]
	return f.view.Paragraph(f.doc.Sentences[k].First)-f.view.Paragraph(last.First) == 1
}

// label returns the colon behind a label that begins at token i, -1 for none.
func (f *finder) label(i, last int) int {
	for k := i; k < min(last, i+longestLabel); k++ {
		word := f.doc.Word(k)
		if word == ":" && k > i {
			return k
		}
		if strings.ContainsFunc(word, unicode.IsLower) || !f.view.IsWord(k) && word != "." && word != "-" {
			return -1
		}
	}
	return -1
}

// labelled returns whom a label names: the person of the report whose last name
// it is, the label itself, or nobody where it is "Q" or "A".
func (f *finder) labelled(r role.Run) party {
	name := f.printed(r.First, r.Last)
	if len(name) < 2 {
		return party{name: unknown}
	}
	for i := range f.doc.Entities {
		e := &f.doc.Entities[i]
		if words := strings.Fields(e.Name); e.Type == wiredesk.Person && len(words) > 0 && (strings.EqualFold(words[len(words)-1], name) || strings.EqualFold(e.Name, name)) {
			return f.entityParty(e.ID)
		}
	}
	return party{name: name}
}
