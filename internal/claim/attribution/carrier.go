package attribution

import (
	_ "embed"
	"sort"
	"strings"
	"sync"

	"wiredesk"
	"wiredesk/internal/claim/role"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/carriers.txt
var carriersFile []byte

//go:embed lexicon/carrying.txt
var carryingFile []byte

// carrierNames maps words that name a carrier to its name, "-" for a common
// noun.
var carrierNames = sync.OnceValue(func() map[string]string { return lexicon.Map(carriersFile) })

var (
	carriers = sync.OnceValue(func() phraseSet { return phrases(carriersFile) })
	carrying = sync.OnceValue(func() phraseSet { return phrases(carryingFile) })
)

// longestCarrier is how many words a phrase that names a carrier has at most.
const longestCarrier = 7

// carrier returns the carrier that is named at token i, before last, as in
// "the Russian news agency Interfax", and where its words end.
func (f *finder) carrier(i, last int) (party, int, bool) {
	last = min(last, i+longestCarrier)
	if k := f.skipArticle(i); k+2 < last && reporterNoun.has(singular(f.doc.Lower(k))) && preposition.has(f.doc.Lower(k+1)) {
		i = f.skipArticle(k + 2) // "a reporter for the Morning Ledger"
	}
	end := i
	for end < last && (f.view.IsWord(end) || f.doc.Word(end) == "-" || possessive(f.doc.Lower(end))) && !f.verb(end) && !preposition.has(f.doc.Lower(end)) {
		end++
	}
	for k := i; k < end; k++ {
		if p, ok := f.agency(k, end); ok {
			return p, end, true
		}
	}
	if p, to, ok := f.masthead(i, end); ok {
		return p, to, true
	}
	common := ""
	to := i
	for k := i; k < end; k++ {
		if carrierNames()[f.doc.Lower(k)] == "-" {
			common, to = f.printed(i, k+1), k+1
		}
	}
	return party{name: common}, to, common != ""
}

// agency returns the agency whose name begins at token k.
func (f *finder) agency(k, last int) (party, bool) {
	if p, ok := f.listed(k, last); ok && !f.inPerson(k) {
		return p, true
	}
	for _, m := range f.doc.MentionsIn(f.doc.SpanOf(k, last)) {
		if e := f.entities[m.Entity]; e != nil && e.Agency && m.Span.Start == f.doc.Tokens[k].Span.Start {
			return f.entityParty(m.Entity), true
		}
	}
	return party{}, false
}

// inPerson reports whether token i is part of a person's name of several words:
// Petra is an agency, and Petra Lind is none.
func (f *finder) inPerson(i int) bool {
	span := f.doc.Tokens[i].Span
	k := sort.Search(len(f.doc.Mentions), func(k int) bool { return f.doc.Mentions[k].Span.End > span.Start })
	if k == len(f.doc.Mentions) {
		return false
	}
	m := f.doc.Mentions[k]
	return m.Type == wiredesk.Person && m.Span.Contains(span) && m.Span.Len() > span.Len()
}

// listed returns the carrier of the lexicon whose name begins at token k.
func (f *finder) listed(k, last int) (party, bool) {
	end := carriers().at(f.doc, k, last)
	if end == k || !capital(f.doc.Word(k)) {
		return party{}, false
	}
	name := carrierNames()[strings.ToLower(strings.Join(strings.Fields(f.spaced(k, end)), " "))]
	if name == "" || name == "-" || name == "=" {
		return party{}, false
	}
	p, _ := f.nameOf(k, end)
	return party{name: name, entity: p.entity}, true
}

func capital(word string) bool { return word != "" && word[0] >= 'A' && word[0] <= 'Z' }

// spaced returns tokens parted by spaces, as phrases of a lexicon are.
func (f *finder) spaced(first, last int) string {
	var b strings.Builder
	for i := first; i < last; i++ {
		b.WriteString(f.doc.Word(i))
		b.WriteByte(' ')
	}
	return b.String()
}

// verb reports whether token i is a verb, by its tag or by the cue lexicon.
func (f *finder) verb(i int) bool {
	t := f.doc.Tokens[i]
	if t.UPOS != "" {
		return t.UPOS == "VERB" || t.UPOS == "AUX"
	}
	c, ok := role.FindCue(f.doc.Lower(i))
	return ok && (c.Class == role.Speech || c.Class == role.Thought)
}

// isCarrier reports whether a source names a carrier.
func (f *finder) isCarrier(r role.Run) (party, bool) {
	p, _, ok := f.carrier(r.First, f.phraseEnd(r))
	return p, ok
}

// carry finds the carriers of each draft: those named around its cue, and the
// carrier that reports the whole sentence ("..., Russian news agencies
// reported"). A quotation that goes on has the carriers of the one before.
func (f *finder) carry() {
	trailing := map[int]party{}
	for _, a := range f.asides {
		if a.carrier {
			trailing[a.sentence] = a.party
		}
	}
	for n, d := range f.drafts {
		s := f.view.Sentence(d.frame())
		if s < 0 {
			continue
		}
		for _, p := range f.around(d, s) {
			d.carriers = join(d.carriers, p)
		}
		for _, r := range f.carrierSources(d) {
			p, _ := f.isCarrier(r)
			d.carriers = join(d.carriers, p)
		}
		if p, ok := trailing[s]; ok && d.inside == nil && !p.same(d.speaker) {
			d.carriers = join(d.carriers, p)
		}
		if len(d.carriers) == 0 && n > 0 && d.inside == nil {
			d.carriers = f.inherit(f.drafts[n-1], d)
		}
	}
}

// carrierSources takes those of several sources of a draft away that name
// carriers: "the ministry said in a statement carried by SANA".
func (f *finder) carrierSources(d *draft) []role.Run {
	if len(d.Sources) < 2 {
		return nil
	}
	var carriers []role.Run
	kept := d.Sources[:0:0]
	for i, r := range d.Sources {
		if _, ok := f.isCarrier(r); ok && (i > 0 || len(kept) > 0) {
			carriers = append(carriers, r)
		} else {
			kept = append(kept, r)
		}
	}
	d.Sources = kept
	return carriers
}

// join adds a carrier that is not there yet.
func join(list []party, p party) []party {
	for _, q := range list {
		if q.same(p) {
			return list
		}
	}
	return append(list, p)
}

// around returns the carriers that are named in the words of sentence s
// outside sources and contents: "told Interfax", "in a statement carried by
// SANA".
func (f *finder) around(d *draft, s int) []party {
	var out []party
	sentence := f.doc.Sentences[s]
	for i := sentence.First; i < sentence.Last; i++ {
		if f.role[i] == role.Content || f.role[i] == role.Source && f.doc.Lower(i+1) != "by" {
			continue
		}
		end := carrying().at(f.doc, i, sentence.Last)
		if end == i || f.role[end-1] == role.Content || !f.nearest(d, i) {
			continue
		}
		for end < sentence.Last && article.has(f.doc.Lower(end)) {
			end++
		}
		if p, _, ok := f.carrier(end, sentence.Last); ok && !p.same(d.speaker) {
			out = join(out, p)
		}
	}
	return out
}

// nearest reports whether d is the draft whose cue is nearest to token i in
// its sentence.
func (f *finder) nearest(d *draft, i int) bool {
	own := distance(d, i)
	for _, e := range f.in(f.view.Sentence(i)) {
		if e != d && e.Cue.First < e.Cue.Last && distance(e, i) < own {
			return false
		}
	}
	return true
}

func distance(d *draft, i int) int { return max(d.Cue.First-i, i-d.Cue.First) }

// inherit returns the carriers of the draft before for one that goes on from
// it: the same speaker, quoted, in the same paragraph or the next.
func (f *finder) inherit(before, d *draft) []party {
	if len(before.carriers) == 0 || !before.speaker.same(d.speaker) || d.speaker.name == unknown {
		return nil
	}
	if kind(f.view, d.Contents) == wiredesk.Indirect && !f.tellsOn(before, d) || f.view.Paragraph(d.first())-f.view.Paragraph(before.first()) > 1 {
		return nil
	}
	return before.carriers
}

// tellsOn reports whether an indirect claim goes on from the one before: in the
// next sentence of its paragraph, by a pronoun. "Residents told Reuters they
// heard shots. They said ..." was all told Reuters.
func (f *finder) tellsOn(before, d *draft) bool {
	if len(d.Sources) != 1 || d.Sources[0].Last-d.Sources[0].First != 1 || f.doc.Tokens[d.Sources[0].First].UPOS != "PRON" {
		return false
	}
	return f.view.Sentence(d.first())-f.view.Sentence(before.first()) == 1 && f.view.SameParagraph(before.first(), d.first())
}
