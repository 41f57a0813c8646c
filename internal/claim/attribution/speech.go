package attribution

import (
	"wiredesk/internal/claim/link"
	"wiredesk/internal/claim/role"
)

// speeches makes claims of quotations that the model left out although a
// speaker and a verb of saying stand right beside them: ""...," Moss told
// reporters", ""...," said Moss", "Moss said: "..."".
func (f *finder) speeches() {
	used := f.used()
	for _, q := range f.view.Quotations {
		first, last := f.doc.TokensIn(q.Span)
		if q.Depth > 0 || last-first < 3 || !f.free(used, first, last) {
			continue
		}
		source, cue, ok := f.speakerAfter(last, used)
		if !ok {
			source, cue, ok = f.speakerBefore(first, used)
		}
		if !ok {
			continue
		}
		d := &draft{Attribution: link.Attribution{
			Cue:         cue,
			Sources:     []role.Run{source},
			Contents:    []role.Run{{Role: role.Content, First: first, Last: last}},
			Probability: missedProbability,
		}}
		d.speaker = f.party(source)
		f.add(d)
		f.mark(d, used)
	}
}

// speakerAfter reads "Moss said" or "said Moss" that begins at token i.
func (f *finder) speakerAfter(i int, used []bool) (source, cue role.Run, ok bool) {
	end := i
	for end < len(f.doc.Tokens) && end < i+longestAside && !used[end] && f.view.Quotation(end) < 0 && f.view.SameParagraph(i, end) && f.doc.Word(end) != "," && f.doc.Word(end) != "." {
		end++
	}
	for k := i; k < end; k++ {
		if !f.saying(k) {
			continue
		}
		if first := f.phraseStart(k, i); first == i && k > i {
			return role.Run{Role: role.Source, First: i, Last: k}, role.Run{Role: role.Cue, First: k, Last: k + 1}, true
		}
		if stop := f.phraseStart(end, k+1); k == i && stop == k+1 && end > stop {
			return role.Run{Role: role.Source, First: stop, Last: end}, role.Run{Role: role.Cue, First: k, Last: k + 1}, true
		}
		break
	}
	return source, cue, false
}

// speakerBefore reads "Moss said:" or "Moss said," that ends before token i.
func (f *finder) speakerBefore(i int, used []bool) (source, cue role.Run, ok bool) {
	k := i - 1
	if k > 0 && (f.doc.Word(k) == "," || f.doc.Word(k) == ":") {
		k--
	}
	if k <= 0 || used[k] || !f.view.SameParagraph(k, i) || !f.saying(k) {
		return source, cue, false
	}
	first := f.phraseStart(k, max(0, k-longestPhrase))
	if first == k || used[first] || !f.view.SameParagraph(first, k) {
		return source, cue, false
	}
	return role.Run{Role: role.Source, First: first, Last: k}, role.Run{Role: role.Cue, First: k, Last: k + 1}, true
}

// saying reports whether token i is a finite verb of speech.
func (f *finder) saying(i int) bool {
	c, ok := role.FindCue(f.doc.Lower(i))
	return ok && c.Class == role.Speech && f.finite(i) && f.verb(i)
}
