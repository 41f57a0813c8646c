package brief

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/dangling.txt
var danglingFile []byte

//go:embed lexicon/expletive.txt
var expletiveFile []byte

//go:embed lexicon/tobe.txt
var toBeFile []byte

//go:embed lexicon/first.txt
var firstFile []byte

// dangling holds the words that point back to an earlier sentence, toBe and
// expletive the words behind an "it" that does not, and firstPerson the words by
// which a writer means himself.
var (
	dangling    = sync.OnceValue(func() map[string]bool { return lexicon.Set(danglingFile) })
	expletive   = sync.OnceValue(func() map[string]bool { return lexicon.Set(expletiveFile) })
	toBe        = sync.OnceValue(func() map[string]bool { return lexicon.Set(toBeFile) })
	firstPerson = sync.OnceValue(func() map[string]bool { return lexicon.Set(firstFile) })
)

// mostNarrated and mostWords bound the first section and its sentences.
const (
	mostNarrated = 8
	mostWords    = 70
)

// repeats is the similarity from which on a sentence says little that stands
// in the section already, contained the share of its weight that may stand
// there in one sentence.
const (
	repeats   = 0.33
	contained = 0.8
)

// happened chooses the sentences that tell the news: the reports' own
// statements, those that more accounts make first, then those that stand
// higher in their report.
// It also returns the groups of claims that are told by them.
func happened(all []*account, groups [][]*fact) (out []draft, told map[int]bool) {
	var pool []*fact
	for _, g := range groups {
		for _, f := range g {
			if (!f.attributed() || f.leads()) && f.claim.Stance != wiredesk.Caveat && f.own && !f.inHeadline() && !f.directory() && f.wholeSentence() && !f.firstPerson() && !dangles(f.narrative().text) {
				pool = append(pool, f)
				break
			}
		}
	}
	last := newest(all)
	slices.SortStableFunc(pool, func(f, g *fact) int {
		return score(groups, g) + g.news(last) - score(groups, f) - f.news(last)
	})
	most := min(mostNarrated, 3+len(all))
	var chosen []*fact
	told = map[int]bool{}
	for _, f := range pool {
		if len(out) == most {
			break
		}
		if said(chosen, f) {
			continue
		}
		chosen = append(chosen, f)
		told[f.group] = true
		out = append(out, f.told(groups))
	}
	if len(out) == 0 {
		out = leads(all)
	}
	return out, told
}

// telephone is a telephone number as newspapers print it.
var telephone = regexp.MustCompile(`\d{3}[-.) ]{1,2}\d{3}[-. ]{1,2}\d{4}|\d{3}-\d{4}\b`)

// directory reports whether the claim's sentence tells whom to call: help for a
// paper's readers, and no news.
func (f *fact) directory() bool {
	return telephone.MatchString(f.hull.Words(f.account.reading.Text))
}

// leads reports whether the claim stands in its report's lead: the news in
// short, whoever says it.
func (f *fact) leads() bool {
	lead := f.account.lead()
	return f.claim.Within == "" && lead.Start < lead.End && f.hull.Contains(lead)
}

// leadWithin and leadWords bound where a lead is looked for: in the first
// paragraphs, since names and standfirsts stand before it, and in sentences of
// some length.
const (
	leadWithin = 3
	leadWords  = 6
)

// lead returns the first sentence of the body that is one, behind the dateline;
// an empty span where there is none.
func (a *account) lead() wiredesk.Span {
	for i, p := range a.reading.Body {
		if i == leadWithin {
			break
		}
		for _, s := range a.reading.Sentences {
			words := a.withoutDateline(s).Words(a.reading.Text)
			if p.Contains(s) && len(strings.Fields(words)) >= leadWords && ended(words) {
				return s
			}
		}
	}
	return wiredesk.Span{}
}

// ended reports whether words end as a sentence does.
func ended(words string) bool {
	words = strings.TrimRight(words, "\"'”’) \n")
	return words != "" && strings.ContainsRune(".!?", rune(words[len(words)-1]))
}

// dangling reports whether words begin with a pronoun that the desk does not
// resolve, "he said" or "After they left" as well: alone they say of nobody
// what happened.
func dangles(text string) bool {
	words := strings.Fields(text)
	for i, w := range words {
		switch w = strings.ToLower(strings.Trim(w, "“”\"',.")); {
		case i+1 == len(words):
			return false
		case dangling()[w]:
			return !strings.HasPrefix(words[i+1], "[") && !(w == "it" && empties(words[i+1:]))
		case !joins()[w]:
			return false
		}
	}
	return false
}

// empties reports whether the words behind an "it" leave it without a meaning:
// "is not known", "was the second flood".
func empties(words []string) bool {
	return len(words) > 1 && toBe()[strings.ToLower(words[0])] && expletive()[strings.ToLower(words[1])]
}

// firstPerson reports whether a narrated claim speaks of "we" or "me" outside
// of quotation marks: a paper on itself, or a quotation whose marks are lost.
func (f *fact) firstPerson() bool {
	text := f.hull.Words(f.account.reading.Text)
	for i := 0; i < len(text); {
		end := i + 1
		for end < len(text) && text[end] != ' ' {
			end++
		}
		if w := strings.Trim(text[i:end], " .,;:!?()\"'“”"); firstPerson()[w] && !quotedAt(text[:i]) {
			return true
		}
		i = end
	}
	return false
}

// wholeSentence reports whether the claim's sentence ends as one: headings and
// captions that were taken for body do not.
func (f *fact) wholeSentence() bool { return ended(f.hull.Words(f.account.reading.Text)) }

// score ranks a claim: points for every further outlet that bears it out, for
// being the lead, for a figure, and for standing early in its report.
func score(groups [][]*fact, f *fact) int {
	n := 20 * len(f.bearing(groups))
	if f.leads() {
		n += 10
	}
	if len(f.counts) > 0 {
		n += 10
	}
	for i, s := range f.account.reading.Body {
		if s.Contains(f.hull) {
			return n + max(0, 20-4*i)
		}
	}
	return n
}

// newest returns the account published last, nil where no time is known.
func newest(all []*account) *account {
	var last *account
	for _, a := range all {
		if t := a.published(); a.withdrawn == "" && !t.IsZero() && (last == nil || t.After(last.published())) {
			last = a
		}
	}
	return last
}

// news is what the lead of the newest account weighs more than others: almost
// as much as a further account, so that a brief never lacks where matters stand
// now, and begins with what more than one account tells.
func (f *fact) news(last *account) int {
	if f.account == last && f.leads() {
		return 15
	}
	return 0
}

// said reports whether the chosen sentences say already what f says.
func said(chosen []*fact, f *fact) bool {
	return slices.ContainsFunc(chosen, func(g *fact) bool {
		shared, mine, _ := f.bag.overlap(g.bag)
		return g.account == f.account && g.hull.Overlaps(f.hull) || similarity(f, g) >= repeats || sameNews(f, g) ||
			f.bag.common(g.bag) >= sharedLeast && shared >= contained*mine && f.negated() == g.negated()
	})
}

// sameNews reports whether two claims tell of one thing with different numbers:
// the numbers are told apart among the figures.
func sameNews(f, g *fact) bool {
	return len(f.counts) > 0 && len(g.counts) > 0 && likeness(f, g, false) >= repeats &&
		(len(f.days) == 0 || len(g.days) == 0 || meet(f.days, g.days))
}

// told words a narrated claim, cited to every account that tells the same.
func (f *fact) told(groups [][]*fact) draft {
	d := f.narrative()
	if len(strings.Fields(d.text)) > mostWords {
		d = f.clause()
	}
	d.citations = append(d.citations, f.others(groups)...)
	return d
}

// mostCited bounds the citations of one sentence beyond its own.
const mostCited = 5

// covered is the share of a printed claim's weight that another claim shares at
// least to be cited for it: to say a part of it is to bear out a part.
const covered = 0.5

// others cites the other accounts that say the same, most of it and in whole
// sentences.
func (f *fact) others(groups [][]*fact) []wiredesk.Citation {
	var out []wiredesk.Citation
	for _, g := range groups[f.group] {
		if len(out) < mostCited && g.bears(f) {
			out = append(out, g.citeFor(f)...)
		}
	}
	return out
}

// bears reports whether a claim bears out another one of its group: it says
// most of it, in a whole sentence of another account.
func (g *fact) bears(f *fact) bool {
	if g.account == f.account || !g.wholeSentence() || g.directory() || f.negated() != g.negated() {
		return false
	}
	shared, mine, _ := f.bag.overlap(g.bag)
	return shared >= covered*mine
}

// bearing names the outlets that bear a claim out by words of their own.
func (f *fact) bearing(groups [][]*fact) []string {
	var out []string
	for _, g := range groups[f.group] {
		if l := g.account.label(); g.own && g.bears(f) && l != f.account.label() && !slices.Contains(out, l) {
			out = append(out, l)
		}
	}
	return out
}

// citeFor cites those sentences of a claim that share words with another one.
func (g *fact) citeFor(f *fact) []wiredesk.Citation {
	var out []wiredesk.Citation
	for _, s := range g.runs() {
		if n := f.bag.common(g.account.bagOf([]wiredesk.Span{s})); n >= min(sharedLeast, len(f.bag)) {
			out = append(out, g.account.cite(s))
		}
	}
	return out
}

// leads returns the first sentence of each independent report, for stories in
// which no claim could be read.
func leads(all []*account) []draft {
	var out []draft
	for _, a := range all {
		if a.withdrawn != "" || len(a.reading.Body) == 0 {
			continue
		}
		lead := a.lead()
		if lead.Start == lead.End {
			lead = a.reading.Body[0]
		}
		if !a.own(lead) {
			continue
		}
		out = append(out, draft{a.wording([]wiredesk.Span{lead}), []wiredesk.Citation{a.cite(lead)}})
	}
	return out
}
