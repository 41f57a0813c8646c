package attribution

import (
	"sort"

	"wiredesk/internal/claim/role"
)

// inverted finds the source that stands behind its verb and that the model took
// for a part of what is said: "It was, said one of the divers, like swimming
// through milk", "Two reactors must close, says watchdog".
func (f *finder) inverted(d *draft) {
	k := f.view.Sentence(d.Cue.First)
	if k < 0 || len(d.Sources) > 0 || d.Cue.Last-d.Cue.First > longestPhrase || d.Cue.First == 0 || f.doc.Word(d.Cue.First-1) != "," || !f.saying(d.Cue.First) {
		return
	}
	s := f.doc.Sentences[k]
	first, end := d.Cue.First+1, d.Cue.First+1
	for end < s.Last && f.view.IsWord(end) {
		if f.verb(end) || f.view.Quotation(end) >= 0 {
			return
		}
		end++
	}
	if end == first || end-first > longestPhrase || end < s.Last && f.doc.Word(end) != "," && f.doc.Word(end) != "." || !f.nominal(first, end) {
		return
	}
	contents := []role.Run{{Role: role.Content, First: f.afterDateline(s.First), Last: d.Cue.First - 1, Probability: d.Probability}}
	if rest := end + 1; end < s.Last && f.doc.Word(end) == "," && rest < s.Last && f.view.IsWord(rest) {
		from, last := f.saidClause(rest, s.Last, nil)
		contents = append(contents, role.Run{Role: role.Content, First: from, Last: last, Probability: d.Probability})
	}
	if contents[0].First >= contents[0].Last || f.quotes(s.First, s.Last) {
		return
	}
	d.Cue.Last = first
	d.Sources, d.Contents = []role.Run{{Role: role.Source, First: first, Last: end, Probability: d.Probability}}, contents
	d.speaker = f.party(d.Sources[0])
}

// interrupted gives an attribution that stands between commas the other half of
// the clause that it interrupts: "The talks, according to a diplomat, came close
// to collapse."
func (f *finder) interrupted(d *draft) {
	k := f.view.Sentence(d.Cue.First)
	if k < 0 || len(d.Contents) != 1 || len(d.Sources) != 1 || f.view.Sentence(d.Contents[0].First) != k || f.view.Sentence(d.Sources[0].First) != k {
		return
	}
	s, r := f.doc.Sentences[k], d.Contents[0]
	first, end := min(d.Cue.First, d.Sources[0].First), max(d.Cue.Last, d.Sources[0].Last)
	for end < s.Last && f.view.IsWord(end) && f.role[end] == role.None && !f.verb(end) && end-d.Sources[0].Last < longestPhrase {
		end++
	}
	if first <= s.First || f.doc.Word(first-1) != "," || end+1 >= s.Last || f.doc.Word(end) != "," {
		return
	}
	other := role.Run{Role: role.Content, Probability: d.Probability}
	switch {
	case r.Last == first-1 && f.verb(end+1) && f.role[end+1] == role.None && !f.clause(r.First, r.Last):
		other.First, other.Last = f.saidClause(end+1, s.Last, nil)
	case r.First == end+1 && !f.opensSentence(r.First):
		other.First, other.Last = f.afterDateline(s.First), first-1
		if w := f.doc.Lower(other.First); w == "but" || w == "and" {
			other.First++
		}
		if other.Last-other.First > longestLead {
			return
		}
	}
	if other.First >= other.Last || f.quotes(other.First, other.Last) {
		return
	}
	for i := other.First; i < other.Last; i++ {
		if f.role[i] != role.None {
			return
		}
	}
	d.Contents = append(d.Contents, other)
	sort.Slice(d.Contents, func(i, k int) bool { return d.Contents[i].First < d.Contents[k].First })
}

// opensSentence reports whether a quotation opens with token i that reads as a
// sentence of its own: "At the rally, Moss said, "We will win."".
func (f *finder) opensSentence(i int) bool {
	for ; f.view.Quotation(i) >= 0; i++ {
		if f.view.IsWord(i) {
			return capital(f.doc.Word(i))
		}
	}
	return false
}
