package brief

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"wiredesk"
)

// A fact is one claim of one account, made ready for comparison. (Fact is the
// word of this package alone: whether it is true is not for the desk to say.)
type fact struct {
	account *account
	claim   *wiredesk.Claim
	spans   []wiredesk.Span // source, cue and content in text order
	hull    wiredesk.Span   // the sentences that they stand in
	bag     bag             // what the content is about
	clauses []bag           // what its clauses are about, where it has several
	days    map[string]bool // ISO dates that the hull resolves to
	counts  map[string]bool // the figures in the content, by unit and bounds
	sharing []*fact         // facts of other accounts that tell of an event of this one
	group   int             // facts of the same group say the same
	own     bool            // its account stands, and does not carry it from another one
}

// facts returns the claims of the accounts that stand, in story order.
func facts(all []*account) []*fact {
	var out []*fact
	for _, a := range all {
		if a.withdrawn != "" {
			continue
		}
		for i := range a.reading.Claims {
			if f := newFact(a, &a.reading.Claims[i]); f != nil {
				out = append(out, f)
			}
		}
	}
	weigh(out)
	return out
}

// newFact reads one claim; nil where it has no words.
func newFact(a *account, c *wiredesk.Claim) *fact {
	f := &fact{account: a, claim: c, group: -1}
	f.spans = append(append(append(f.spans, c.Source.Spans...), c.Cue...), c.Content...)
	sort.Slice(f.spans, func(i, j int) bool { return f.spans[i].Before(f.spans[j]) })
	if len(c.Content) == 0 {
		return nil
	}
	f.hull = a.sentences(wiredesk.Span{Start: f.spans[0].Start, End: f.spans[len(f.spans)-1].End})
	f.own = a.own(f.hull)
	f.bag = a.bagOf(c.Content)
	f.clauses = a.clauses(c.Content)
	f.days = map[string]bool{}
	for _, i := range a.timesIn([]wiredesk.Span{f.hull}) {
		if t := a.reading.Times[i]; t.From != "" && t.From == t.To {
			f.days[day(string(t.From))] = true
		}
	}
	f.counts = map[string]bool{}
	for _, i := range a.figuresIn(c.Content) {
		if fig := a.reading.Figures[i]; fig.PartOf < 0 {
			f.counts[fmt.Sprint(fig.Unit, fig.Low, fig.High)] = true
		}
	}
	return f
}

// attributed reports whether somebody other than the report says it.
func (f *fact) attributed() bool { return f.claim.Kind != wiredesk.Narrated }

// speaker identifies who says it: the entity, or the name in lower case, or
// "" where nobody is known.
func (f *fact) speaker() string {
	if f.claim.Source.Entity != "" {
		return string(f.claim.Source.Entity)
	}
	if !f.attributed() || len(f.claim.Chain) == 0 || f.claim.Chain[0] == "unknown" {
		return ""
	}
	return strings.ToLower(f.claim.Chain[0])
}

// through reports whether a speaker says the claim or passes it on.
func (f *fact) through(speaker string) bool {
	return speaker != "" && f.attributed() && (f.speaker() == speaker || slices.Contains(f.claim.ChainEntities, wiredesk.Optional(speaker)))
}

// speakerName names who says it.
func (f *fact) speakerName() string {
	if len(f.claim.Chain) == 0 {
		return "unknown"
	}
	return f.claim.Chain[0]
}

// words returns the content as printed, its parts joined.
func (f *fact) words() string {
	var parts []string
	for _, s := range f.claim.Content {
		parts = append(parts, f.account.withoutDateline(s).Words(f.account.reading.Text))
	}
	return strings.Join(parts, " ")
}

// day returns the date of an ISO time.
func day(iso string) string {
	d, _, _ := strings.Cut(iso, "T")
	return d
}
