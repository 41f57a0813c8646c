package attribution

import (
	"wiredesk/internal/claim/role"
)

// withoutGaps joins the contents of a draft that a mark or a word or two part
// which belong to nothing else.
func (f *finder) withoutGaps(d *draft) {
	kept := d.Contents[:1]
	for _, r := range d.Contents[1:] {
		last := &kept[len(kept)-1]
		if gap := r.First - last.Last; gap >= 0 && gap <= widestGap && f.view.Sentence(last.Last-1) == f.view.Sentence(r.First) && f.view.Quotation(last.Last-1) < 0 && f.unclaimed(d, last.Last, r.First) {
			last.Last = r.Last
			continue
		}
		kept = append(kept, r)
	}
	d.Contents = kept
}

// widestGap is how many tokens part two contents at most that are one.
const widestGap = 2

// unclaimed reports whether the tokens have no role and stand in no part of the
// draft.
func (f *finder) unclaimed(d *draft, first, last int) bool {
	for i := first; i < last; i++ {
		if f.role[i] != role.None || d.covers(i) {
			return false
		}
	}
	return true
}

// withoutTail takes away what the report itself goes on to tell behind a whole
// quotation and its "he said": ""We won," he said, waving from the balcony".
func (f *finder) withoutTail(d *draft) {
	n := len(d.Contents) - 1
	if n < 1 || d.Cue.First >= d.Cue.Last {
		return
	}
	before, tail := d.Contents[n-1], d.Contents[n]
	if before.Last > d.Cue.First || tail.First < d.Cue.Last || f.view.Quotation(before.First) < 0 || f.view.Quotation(before.Last-1) < 0 || f.quotes(tail.First, tail.Last) {
		return
	}
	d.Contents = d.Contents[:n]
}

// creditLine drops what only tells who wrote a report and where: "Ana Ruiz
// reported from Lima", "Ben Cole contributed reporting".
func (f *finder) creditLine(d *draft) {
	k := f.view.Sentence(d.Cue.First)
	if k < 0 || len(d.Sources) == 0 || d.Sources[0].First != f.doc.Sentences[k].First || d.Contents[0].First != d.Cue.Last {
		return
	}
	verb, next := f.doc.Lemma(d.Cue.Last-1), f.doc.Lower(d.Contents[0].First)
	if verb == "report" && next == "from" || verb == "contribute" && (next == "reporting" || next == "to") {
		d.dropped = true
	}
}

// withoutTitles takes the quoted titles of books and programmes out of what is
// said on or in them: "told "Morning Talk" that ...". Where the model took
// nothing but the title, what is told follows it.
func (f *finder) withoutTitles(d *draft) {
	if r := d.Contents[0]; len(d.Contents) == 1 && d.Cue.First < d.Cue.Last && f.doc.Lemma(d.Cue.Last-1) == "tell" && f.title(r) {
		if that := f.thatBehind(r); that > 0 {
			first, last := f.saidClause(that, f.doc.Sentences[f.view.Sentence(that)].Last, nil)
			d.Contents = []role.Run{{Role: role.Content, First: first, Last: last, Probability: r.Probability}}
		}
		return
	}
	kept := d.Contents[:0:0]
	for _, r := range d.Contents {
		if !f.title(r) {
			kept = append(kept, r)
		}
	}
	if len(kept) > 0 {
		d.Contents = kept
	}
}

// thatBehind returns the "that" at most a time behind a run, or -1.
func (f *finder) thatBehind(r role.Run) int {
	k := f.view.Sentence(r.First)
	if k < 0 {
		return -1
	}
	for i := r.Last; i < min(r.Last+longestTime, f.doc.Sentences[k].Last); i++ {
		if f.doc.Lower(i) == "that" {
			return i
		}
	}
	return -1
}

// longestTime is how many tokens stand at most between a title and "that".
const longestTime = 6

// title reports whether a content is a quoted title: a few words with capitals
// behind a word that a title of a programme stands behind.
func (f *finder) title(r role.Run) bool {
	if r.Last-r.First > longestTitle || r.First < 2 || f.view.Quotation(r.First) < 0 || f.view.Quotation(r.Last-1) < 0 {
		return false
	}
	switch before := f.skipBack(r.First - 1); f.doc.Lower(before) {
	case "on", "in", "told", "tells", "at", "titled", "called", "entitled":
	default:
		return false
	}
	capitals := 0
	for i := r.First; i < r.Last; i++ {
		switch w := f.doc.Lower(i); {
		case !f.view.IsWord(i) || article.has(w) || preposition.has(w) || w == "of" || possessive(w):
		case !capital(f.doc.Word(i)):
			return false
		default:
			capitals++
		}
	}
	return capitals >= 2
}

// longestTitle is how many tokens a quoted title has at most, marks included.
const longestTitle = 10

// skipBack returns the token at or before i that is no article and no
// possessive, nor the name before it: "on NBC's "Morning Talk"".
func (f *finder) skipBack(i int) int {
	for i > 0 && (article.has(f.doc.Lower(i)) || possessive(f.doc.Lower(i)) || f.doc.Tokens[i].UPOS == "PROPN") {
		i--
	}
	return i
}

// withoutCopula takes the "were" out of what somebody called a thing: "what it
// said were "armed gangs"".
func (f *finder) withoutCopula(d *draft) {
	for i := range d.Contents {
		r := &d.Contents[i]
		if r.Last-r.First < 3 || f.view.Quotation(r.First) >= 0 || f.view.Quotation(r.First+1) < 0 {
			continue
		}
		switch f.doc.Lower(r.First) {
		case "is", "are", "was", "were":
			r.First++
		}
	}
}
