package attribution

import "wiredesk/internal/claim/role"

// timeless takes times for no speakers: "and last month threatened to" has the
// subject of the clause that it is joined to.
func (f *finder) timeless() {
	for _, d := range f.drafts {
		if len(d.Sources) != 1 || d.Cue.First >= d.Cue.Last || !f.allTime(d.Sources[0]) {
			continue
		}
		d.Sources = nil
		d.speaker = party{name: unknown}
		for i := d.Cue.First; i < d.Cue.Last; i++ {
			if r, ok := f.grammaticalSubject(i); ok {
				d.Sources = []role.Run{r}
				d.speaker = f.party(r)
				break
			}
		}
	}
}

// allTime reports whether a run holds nothing but a time.
func (f *finder) allTime(r role.Run) bool {
	for i := r.First; i < r.Last; i++ {
		if !f.inTime(i) && f.doc.Tokens[i].UPOS != "DET" && f.doc.Tokens[i].UPOS != "ADP" && f.doc.Tokens[i].UPOS != "ADJ" {
			return false
		}
	}
	return f.inTime(r.Last - 1)
}

// grammaticalSubject returns the noun phrase that the parse gives the verb at
// token i as its subject, or the verb that it is joined to.
func (f *finder) grammaticalSubject(i int) (role.Run, bool) {
	k := f.view.Sentence(i)
	if k < 0 {
		return role.Run{}, false
	}
	s := f.doc.Sentences[k]
	for n := 0; n < 4 && i >= 0; n++ {
		for t := s.First; t < s.Last; t++ {
			if d := f.doc.Tokens[t].Deprel; (d == "nsubj" || d == "nsubj:pass") && f.view.Up(t) == i {
				end := t + 1
				for end < s.Last && f.view.Up(end) == t && f.doc.Tokens[end].Deprel == "flat" {
					end++
				}
				return role.Run{Role: role.Source, First: f.phraseStart(t+1, s.First), Last: end}, true
			}
		}
		if f.doc.Tokens[i].Deprel != "conj" {
			break
		}
		i = f.view.Up(i)
	}
	return role.Run{}, false
}
