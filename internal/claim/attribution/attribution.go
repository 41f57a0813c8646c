// Package attribution finds who says what through whom: source, cue, content,
// and the chain from the speaker to the outlet.
package attribution

import (
	"fmt"
	"slices"
	"sort"

	"wiredesk"
	"wiredesk/internal/claim/link"
	"wiredesk/internal/claim/role"
	"wiredesk/internal/lang"
	"wiredesk/internal/lang/sentence"
)

// Find returns the claims of the report in text order, attributed and narrated,
// with ids.
func Find(doc *lang.Doc) []wiredesk.Claim {
	if len(doc.Tokens) == 0 {
		return nil
	}
	f := newFinder(doc)
	f.attribute()
	for _, s := range f.stages() {
		s.run()
		for _, d := range f.fresh {
			if d.rule == "" {
				d.rule = s.name
			}
		}
		f.settle()
	}
	claims := append(f.claims(), f.narrated()...)
	return number(doc.Report.ID, claims)
}

// A stage is one pass over a report. What it proposes bears its name.
type stage struct {
	name string
	run  func()
}

// stages returns the passes in their order.
func (f *finder) stages() []stage {
	return []stage{
		{"quoted-as-saying", f.quoting}, {"reattached", f.reattach}, {"plain", f.missed}, {"reports-from", f.reports},
		{"passive", f.unsourced}, {"quote-beside-speaker", f.speeches}, {"joined", f.joinQuotations}, {"signed", f.sign},
		{"headline", f.headings}, {"transcript", f.transcripts}, {"released", f.releaseCiting}, {"aside", f.findAsides},
		{"late-pronoun", f.latePronouns}, {"citing", f.cite}, {"carried", f.carry}, {"pattern", f.propose},
		{"timeless", f.timeless}, {"anonymous", f.anonymity}, {"told-that", f.afterThat}, {"nested", f.nest},
		{"rest-of-quote", f.quoteRest}, {"what-called", f.whatCalled}, {"late-speaker", f.lateSpeakers}, {"doubtful", f.doubt},
	}
}

// A party is one link of a chain: a speaker, carrier or outlet.
type party struct {
	name   string
	entity wiredesk.Optional
}

// same reports whether two links are one party.
func (p party) same(q party) bool {
	return p.name == q.name || p.entity != "" && p.entity == q.entity
}

// unknown is a speaker whom the report does not name.
const unknown = "unknown"

// A finder holds what is known of a report while its claims are found.
type finder struct {
	doc      *lang.Doc
	view     *role.View
	runs     []role.Run
	role     []role.Role // of each token
	entities map[string]*wiredesk.Entity
	drafts   []*draft // in the order of the text
	fresh    []*draft // found since they were settled
	asides   []aside

	bySentence [][]*draft
	references []wiredesk.Reference // in the order of the text
	wire       party                // whose text the report is, if an agency's
	publisher  party                // its outlet
}

func newFinder(doc *lang.Doc) *finder {
	f := &finder{doc: doc, view: role.See(doc), entities: map[string]*wiredesk.Entity{}}
	for i := range doc.Entities {
		f.entities[doc.Entities[i].ID] = &doc.Entities[i]
	}
	f.bySentence = make([][]*draft, len(doc.Sentences))
	f.references = slices.Clone(doc.References)
	slices.SortStableFunc(f.references, func(a, b wiredesk.Reference) int { return a.Span.Start - b.Span.Start })
	f.wire, f.publisher = f.outlet()
	f.runs = f.withoutDateline(f.view.Find())
	f.role = make([]role.Role, len(doc.Tokens))
	for _, r := range f.runs {
		for i := r.First; i < r.Last; i++ {
			f.role[i] = r.Role
		}
	}
	return f
}

// withoutDateline cuts the dateline off the runs of the model, which may take it
// for the beginning of what stands behind it.
func (f *finder) withoutDateline(runs []role.Run) []role.Run {
	if f.doc.Report.Dateline == nil {
		return runs
	}
	first, last := f.doc.TokensIn(f.doc.Report.Dateline.Span)
	var out []role.Run
	for _, r := range runs {
		if first <= r.First && r.First < last {
			r.First = min(f.afterDateline(r.First), r.Last)
		}
		if r.First < r.Last {
			out = append(out, r)
		}
	}
	return out
}

// attribute makes a draft of each attribution of the model and finds its
// speaker.
func (f *finder) attribute() {
	for _, a := range link.Join(f.view, f.runs) {
		if f.inCaption(a.Cue.First) || !f.together(&a) {
			continue
		}
		d := &draft{Attribution: a, rule: modelRule}
		d.speaker = f.speaker(d)
		f.add(d)
		f.settleLast()
	}
}

// settleLast settles drafts that are found in the order of the text.
func (f *finder) settleLast() {
	f.drafts, f.fresh = append(f.drafts, f.fresh...), nil
}

// inCaption reports whether token i stands in a caption: what a photo shows is
// no claim of anybody.
func (f *finder) inCaption(i int) bool {
	s := f.view.Sentence(i)
	return s < 0 || f.doc.Sentences[s].Part == sentence.Caption
}

// together leaves out the contents that cannot belong to the cue: what is not
// quoted stands in the cue's sentence, or after a colon. It reports whether
// any content is left.
func (f *finder) together(a *link.Attribution) bool {
	kept := a.Contents[:0]
	for _, r := range a.Contents {
		colon := a.Cue.Last < len(f.doc.Tokens) && (f.doc.Word(a.Cue.Last) == ":" || f.doc.Word(a.Cue.Last-1) == ":")
		if f.view.Sentence(r.First) == f.view.Sentence(a.Cue.First) || f.view.Quotation(r.First) >= 0 || colon {
			kept = append(kept, r)
		}
	}
	a.Contents = kept
	return len(kept) > 0
}

// claims turns the drafts into claims, in the order of the text; Within holds
// the position of the outer claim until number replaces it.
func (f *finder) claims() []wiredesk.Claim {
	var out []wiredesk.Claim
	at := map[*draft]int{}
	for k, d := range f.drafts {
		at[d] = k
	}
	for _, d := range f.drafts {
		c := wiredesk.Claim{
			Kind:       kind(f.view, d.Contents),
			Source:     wiredesk.Source{Spans: f.spans(d.Sources), Entity: d.speaker.entity},
			Content:    f.spans(d.Contents),
			Confidence: confidence(d.rule, d.Probability),
			Rule:       d.rule,
			Anonymous:  d.anonymous,
		}
		if d.Cue.First < d.Cue.Last {
			c.Cue = f.spans([]role.Run{d.Cue})
		}
		if d.spoken {
			c.Kind = wiredesk.Direct
		}
		c.Chain, c.ChainEntities = f.chain(d)
		c.Hedges = f.hedges(d)
		c.Role, c.Body = f.office(d)
		c.Time = f.time(d)
		if d.inside != nil {
			c.Within = wiredesk.Optional(fmt.Sprint(at[d.inside]))
		}
		out = append(out, c)
	}
	return out
}

// modelRule names the trained models as what proposed a claim.
const modelRule = "model"

func (f *finder) spans(runs []role.Run) []wiredesk.Span {
	var out []wiredesk.Span
	for _, r := range runs {
		out = append(out, r.Span(f.doc))
	}
	return out
}

// number puts the claims into the order of the text and gives them ids.
func number(report string, claims []wiredesk.Claim) []wiredesk.Claim {
	order := make([]int, len(claims))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, k int) bool { return start(&claims[order[i]]) < start(&claims[order[k]]) })
	id := func(position int) string { return fmt.Sprintf("%s.c%d", report, position+1) }
	place := map[string]string{}
	for position, i := range order {
		place[fmt.Sprint(i)] = id(position)
	}
	out := make([]wiredesk.Claim, len(claims))
	for position, i := range order {
		out[position] = claims[i]
		out[position].ID = id(position)
		if w := claims[i].Within; w != "" {
			out[position].Within = wiredesk.Optional(place[string(w)])
		}
	}
	return out
}

// start is the first byte of a claim.
func start(c *wiredesk.Claim) int {
	at := c.Content[0].Start
	for _, spans := range [][]wiredesk.Span{c.Source.Spans, c.Cue} {
		if len(spans) > 0 {
			at = min(at, spans[0].Start)
		}
	}
	return at
}
