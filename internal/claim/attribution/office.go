package attribution

import (
	"strings"

	"wiredesk"
)

// longestOffice is how many tokens an office and its body take at most beside
// the name of who holds it.
const longestOffice = 12

// office returns the speaker's office and the body that he speaks for, as
// printed beside his name: "Foreign Minister Ana Brandt", "Ana Brandt, the head
// of the Lima zoo,", "a spokesman for the Red Cross", "Ana Brandt of the Relief
// Bureau". Each is empty where it does not stand there.
func (f *finder) office(d *draft) (office, body wiredesk.Optional) {
	if len(d.Sources) != 1 {
		return "", ""
	}
	r := d.Sources[0]
	k := f.view.Sentence(r.First)
	if k < 0 {
		return "", ""
	}
	s := f.doc.Sentences[k]
	end := f.phraseEnd(r)
	if end < s.Last && f.doc.Tokens[end].UPOS == "ADP" && f.doc.Lower(end) == "of" {
		end = f.nounEnd(end+1, s.Last)
	}
	office, body = f.officeIn(r.First, end)
	if office == "" && f.isPerson(d.speaker) && end < s.Last && f.doc.Word(end) == "," {
		stop := end + 1
		for stop < min(s.Last, end+longestOffice) && f.doc.Word(stop) != "," && !(f.finite(stop) && f.verb(stop)) {
			stop++
		}
		if stop < s.Last && f.doc.Word(stop) == "," {
			o, b := f.officeIn(end+1, stop)
			if office = o; body == "" {
				body = b
			}
		}
	}
	return office, body
}

// nounEnd returns where the noun phrase ends that begins at token i.
func (f *finder) nounEnd(i, last int) int {
	if ends := f.nominals(i, last); len(ends) > 0 {
		return ends[0]
	}
	return i
}

// officeIn reads an office and a body out of the tokens [first, last).
func (f *finder) officeIn(first, last int) (office, body wiredesk.Optional) {
	for first < last && article.has(f.doc.Lower(first)) {
		first++
	}
	head := -1
	for i := first; i < last; i++ {
		if persons()[f.doc.Lower(i)] && !f.inPerson(i) {
			head = i
			break
		}
	}
	at := head + 1
	if head >= 0 {
		office = wiredesk.Optional(f.printed(first, head+1))
		from := first
		for _, m := range f.doc.MentionsIn(f.doc.SpanOf(first, head+1)) { // "the Red Cross spokesman"
			if a, b := f.doc.TokensIn(m.Span); m.Type == wiredesk.Organization || m.Type == wiredesk.PlaceName && b <= head {
				body = wiredesk.Optional(m.Span.Words(f.doc.Report.Text))
				if a == from {
					from = b
				}
			}
		}
		for from < head && possessive(f.doc.Lower(from)) {
			from++
		}
		office = wiredesk.Optional(f.printed(from, head+1))
	} else {
		at = first
		for at < last && f.doc.Tokens[at].UPOS == "PROPN" {
			at++
		}
		if at == first {
			return "", ""
		}
	}
	for i := at; i+1 < last; i++ {
		if w := f.doc.Lower(i); f.doc.Tokens[i].UPOS == "ADP" && (w == "of" || preposition.has(w)) {
			if end := f.nounEnd(i+1, last); end > i+1 && body == "" && (i == at || head >= 0 && i-at < 4) {
				body = wiredesk.Optional(f.printed(i+1, end))
			}
			break
		}
	}
	if strings.TrimSpace(string(body)) == "" {
		body = ""
	}
	return office, body
}
