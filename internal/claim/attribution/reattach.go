package attribution

import (
	"sort"

	"wiredesk/internal/claim/role"
)

// reattach mends what the model got nearly right about sources.
func (f *finder) reattach() {
	for _, d := range f.drafts {
		f.splitCarrier(d)
		f.inverted(d)
		f.interrupted(d)
		f.apposed(d)
		f.nearerSource(d)
		f.wholeClause(d)
		f.withoutCopula(d)
		f.withoutTitles(d)
		f.creditLine(d)
	}
	f.bridge()
}

// inverted finds the source that stands behind its verb and that the model took
// for a part of what is said: "It was, said one of the divers, like swimming
// through milk", "Two reactors must close, says watchdog".
func (f *finder) inverted(d *draft) {
	k := f.view.Sentence(d.Cue.First)
	if k < 0 || len(d.Sources) > 0 || d.Cue.Last-d.Cue.First != 1 || d.Cue.First == 0 || f.doc.Word(d.Cue.First-1) != "," || !f.saying(d.Cue.First) {
		return
	}
	s := f.doc.Sentences[k]
	first, end := d.Cue.Last, d.Cue.Last
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
	case r.First == end+1 && f.verb(r.First) && f.finite(r.First):
		other.First, other.Last = f.phraseStart(first-1, f.afterDateline(s.First)), first-1
		if other.First > f.afterDateline(s.First)+1 {
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
// said on or in them: "told "Morning Talk" that ...".
func (f *finder) withoutTitles(d *draft) {
	if len(d.Contents) < 2 {
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

// nearerSource gives a plain cue the noun phrase right before it where the
// model chose one from which a verb parts it: "Assad spoke after rebels said
// ...".
func (f *finder) nearerSource(d *draft) {
	k := f.view.Sentence(d.Cue.First)
	if k < 0 || len(d.Sources) != 1 || d.Sources[0].Last >= d.Cue.First || plainCues()[f.doc.Lower(d.Cue.Last-1)] == "" {
		return
	}
	first := f.phraseStart(d.Cue.First, f.doc.Sentences[k].First)
	if first == d.Cue.First || first <= d.Sources[0].Last {
		return
	}
	parted := false
	for i := d.Sources[0].Last; i < first; i++ {
		parted = parted || f.verb(i) && f.finite(i)
		if f.role[i] != role.None {
			return
		}
	}
	if w := f.doc.Lower(first); parted && w != "who" && w != "that" && w != "which" {
		d.Sources[0] = role.Run{Role: role.Source, First: first, Last: d.Cue.First, Probability: d.Sources[0].Probability}
		d.speaker = f.party(d.Sources[0])
	}
}

// wholeClause stretches the content before an attribution at the end of a
// sentence ("..., EU diplomats said Tuesday.") back to where the sentence
// begins, if nothing else stands there.
func (f *finder) wholeClause(d *draft) {
	k := f.view.Sentence(d.Cue.First)
	if len(d.Contents) != 1 || !f.endsSentence(d, k) {
		return
	}
	r := &d.Contents[0]
	s := f.doc.Sentences[k]
	first := f.afterDateline(s.First)
	if r.First <= first || r.First-first > longestLead || f.view.Sentence(r.First) != k || f.view.Quotation(r.First) >= 0 {
		return
	}
	for i := first; i < r.First; i++ {
		if f.role[i] != role.None || f.view.Quotation(i) >= 0 {
			return
		}
	}
	if joint.has(f.doc.Lower(first)) {
		first++
	}
	r.First = first
}

// longestLead is how many tokens a content is stretched back at most.
const longestLead = 40

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

// nearQuotation is how many tokens may stand between a quotation and the
// speaker and verb that it belongs to: "told reporters,".
const nearQuotation = 4

// joinQuotations gives a quotation that the model left out to the attribution
// that it touches: ""...," Moss told reporters, "but ..."".
func (f *finder) joinQuotations() {
	used := f.used()
	begins, ends := map[int]*draft{}, map[int]*draft{}
	for _, d := range f.drafts {
		if d.Cue.First >= d.Cue.Last || d.inside != nil {
			continue
		}
		first, last := d.Cue.First, d.Cue.Last
		for _, r := range d.Sources {
			first, last = min(first, r.First), max(last, r.Last)
		}
		begins[first], ends[last] = d, d
	}
	for _, q := range f.view.Quotations {
		first, last := f.doc.TokensIn(q.Span)
		if q.Depth > 0 || last-first < 3 || !f.free(used, first, last) || f.title(role.Run{First: first, Last: last}) {
			continue
		}
		d := f.touching(begins, last, 1)
		if d == nil {
			d = ends[first]
		}
		if d == nil {
			d = f.touching(ends, first-1, -1)
		}
		if d == nil || f.view.Sentence(d.Cue.First) != f.view.Sentence(first) && f.view.Sentence(d.Cue.First) != f.view.Sentence(last-1) {
			continue
		}
		d.Contents = append(d.Contents, role.Run{Role: role.Content, First: first, Last: last, Probability: d.Probability})
		sort.Slice(d.Contents, func(i, k int) bool { return d.Contents[i].First < d.Contents[k].First })
		f.mark(d, used)
	}
}

// touching looks from a token on, step by step, for the draft that begins or
// ends there; no verb and no other quotation may stand between.
func (f *finder) touching(at map[int]*draft, i, step int) *draft {
	for n := 0; n <= nearQuotation && i >= 0 && i < len(f.doc.Tokens); n++ {
		if d := at[i]; d != nil {
			return d
		}
		if f.verb(i) || f.view.Quotation(i) >= 0 || f.doc.Word(i) == "." {
			return nil
		}
		i += step
	}
	return nil
}

// apposed finds the source that a long apposition parts from its verb:
// "Foreign Minister Ana Ruiz, representing a country that ..., said". It is the
// name that opens the sentence.
func (f *finder) apposed(d *draft) {
	k := f.view.Sentence(d.Cue.First)
	if len(d.Sources) > 0 || k < 0 || d.Cue.First == 0 || f.doc.Word(d.Cue.First-1) != "," || plainCues()[f.doc.Lower(d.Cue.Last-1)] == "" {
		return
	}
	s := f.doc.Sentences[k]
	first := f.afterDateline(s.First)
	comma := first
	for comma < d.Cue.First-1 && f.doc.Word(comma) != "," {
		if f.verb(comma) {
			return
		}
		comma++
	}
	if comma == first || comma >= d.Cue.First-1 {
		return
	}
	p, ok := f.named(first, comma)
	if !ok {
		return
	}
	d.Sources, d.speaker = []role.Run{{Role: role.Source, First: first, Last: d.Cue.First}}, p
	kept := d.Contents[:0:0]
	for _, r := range d.Contents {
		if r.First >= d.Cue.First || r.Last <= first {
			kept = append(kept, r)
		}
	}
	if len(kept) > 0 {
		d.Contents = kept
	}
}

// afterDateline returns the token, or the first behind the dateline if the
// token stands in it.
func (f *finder) afterDateline(i int) int {
	if d := f.doc.Report.Dateline; d != nil {
		if first, last := f.doc.TokensIn(d.Span); first <= i && i < last {
			i = last
		}
	}
	for i < len(f.doc.Tokens)-1 && !f.view.IsWord(i) {
		i++
	}
	return i
}

// longestBridge is how many tokens a relative clause's head and the words
// before it have at most.
const longestBridge = 14

// bridge joins a content to what follows it by "that they say": "activists
// said shells fell on the town, killing some 20 in an attack that they say
// ...". The first speaks of all of it, and the second stands inside.
func (f *finder) bridge() {
	for n := 0; n+1 < len(f.drafts); n++ {
		d, e := f.drafts[n], f.drafts[n+1]
		last := &d.Contents[len(d.Contents)-1]
		if len(e.Sources) == 0 || last.First < d.Cue.Last || f.view.Quotation(last.Last-1) >= 0 {
			continue
		}
		at := e.Sources[0].First
		if f.doc.Lower(at) == "whose" && at-last.Last <= 1 && f.view.Sentence(at) == f.view.Sentence(last.First) {
			last.Last = max(last.Last, e.Contents[len(e.Contents)-1].Last)
			e.dropped = true // "..., whose plan they rejected" is part of what is said
			continue
		}
		if at <= last.Last || at-last.Last > longestBridge || f.view.Sentence(at) != f.view.Sentence(last.First) || f.role[at-1] == role.Content {
			continue
		}
		switch f.doc.Lower(at - 1) {
		case "that", "which", "who":
			last.Last = max(last.Last, e.Contents[len(e.Contents)-1].Last)
			e.inside = d
		}
	}
}

// splitCarrier parts a source that runs from a carrier over a comma to the
// speaker: "In remarks broadcast by state television, King Rashid said ...".
func (f *finder) splitCarrier(d *draft) {
	if len(d.Sources) != 1 {
		return
	}
	r := d.Sources[0]
	for i := r.First + 1; i+1 < r.Last; i++ {
		if f.doc.Word(i) != "," {
			continue
		}
		p, end, ok := f.carrier(f.skipArticle(r.First), i)
		if !ok || end != i || !f.introduced(r.First) {
			return
		}
		d.Sources[0] = role.Run{Role: role.Source, First: i + 1, Last: r.Last, Probability: r.Probability}
		d.carriers = join(d.carriers, p)
		d.speaker = f.party(d.Sources[0])
		return
	}
}

// introduced reports whether a word that introduces a carrier stands right
// before the token: "broadcast by", "interview with", "according to".
func (f *finder) introduced(first int) bool {
	if first > 1 && f.doc.Lower(first-1) == "to" && f.doc.Lower(first-2) == "according" {
		return true
	}
	for k := max(0, first-3); k < first; k++ {
		if carrying().at(f.doc, k, first) == first {
			return true
		}
	}
	return false
}
