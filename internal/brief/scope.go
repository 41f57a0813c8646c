package brief

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"wiredesk"
)

// Two figures are compared by their bounds, and only where they count the same
// thing in the same place and time. A lower bound with a wider place does not
// contradict an exact number: both can hold.

// A scope says how what two figures count stands to each other.
type scope int

const (
	scopeSame    scope = iota // as far as the words go, the same
	scopeUnsaid               // the same, but that one does not name the place
	scopeDiffers              // one is wider in place or time, or one does not say
	scopeApart                // other places or other times: nothing to compare
)

// figureRelations compares the figures of different accounts. Figures that
// give the same number for the same thing are compared once; those that count
// over different places or times are named together, unit by unit.
func figureRelations(es []*entry) (agreements []wiredesk.Relation, differences []figureDifference) {
	clusters := cluster(es)
	apart := map[wiredesk.Unit][][]*entry{}
	var refined [][2][]*entry
	for i, c := range clusters {
		if len(rootsOf(c)) > 1 && len(labelsOf(c)) > 1 {
			agreements = append(agreements, wiredesk.Relation{Kind: wiredesk.Same, Claims: claimsOf(c),
				Note: fmt.Sprintf("%s give the same number (%s).", and(labelsOf(c)), quotedWords(c))})
		}
		for _, d := range clusters[i+1:] {
			c, d := inOrder(c, d)
			switch r, ok := relate(c, d); {
			case !ok:
			case r.Kind == wiredesk.CompatibleScope:
				u := c[0].figure.Unit
				for _, x := range [][]*entry{c, d} {
					if !slices.ContainsFunc(apart[u], func(y []*entry) bool { return y[0] == x[0] }) {
						apart[u] = append(apart[u], x)
					}
				}
			case r.Kind == wiredesk.Refines:
				refined = append(refined, [2][]*entry{c, d})
			default:
				differences = append(differences, figureDifference{r, c, d})
			}
		}
	}
	differences = steps(differences)
	agreements = append(agreements, refinements(refined)...)
	for _, u := range sortedKeys(apart) {
		agreements = append(agreements, differentScopes(u, apart[u]))
	}
	return agreements, differences
}

// steps keeps, of counts that supersede each other, each step from one to the
// next and leaves out what goes over several.
func steps(all []figureDifference) []figureDifference {
	follows := func(c, d []*entry) bool {
		return slices.ContainsFunc(all, func(f figureDifference) bool {
			return f.relation.Kind == wiredesk.Supersedes && f.c[0] == c[0] && f.d[0] == d[0]
		})
	}
	var out []figureDifference
	for _, f := range all {
		over := f.relation.Kind == wiredesk.Supersedes && slices.ContainsFunc(all, func(g figureDifference) bool {
			return g.c[0] == f.c[0] && follows(g.c, g.d) && follows(g.d, f.d)
		})
		if !over {
			out = append(out, f)
		}
	}
	return out
}

// A figureDifference is two counts that cannot both hold, or of which the later
// takes the place of the earlier.
type figureDifference struct {
	relation wiredesk.Relation
	c, d     []*entry
}

// draft words the difference by the two figures as printed.
func (f figureDifference) draft() draft {
	d := draft{text: differTitle(f.relation.Kind) + " — " + side(f.c) + " / " + side(f.d) + "."}
	for _, e := range []*entry{f.c[0], f.d[0]} {
		d.citations = append(d.citations, e.account.cite(e.account.sentences(e.figure.Span)))
		if e.fact != nil {
			d.citations = append(d.citations, e.fact.cite()...)
		}
	}
	return d
}

// side words one side of a difference by its first figure.
func side(es []*entry) string {
	f := es[0].figure
	return fmt.Sprintf("%s: %s %s", es[0].fact.voice(), quotedWords(es), f.Unit)
}

// differentScopes names the figures of one unit that count over different
// places or times.
func differentScopes(u wiredesk.Unit, clusters [][]*entry) wiredesk.Relation {
	return wiredesk.Relation{Kind: wiredesk.CompatibleScope, Claims: claimsOf(slices.Concat(clusters...)),
		Note: fmt.Sprintf("These counts of %s are over different places or times, so far as the words go: %s. They do not contradict, and no sum is made.", u, strings.Join(named(clusters), "; "))}
}

// cluster puts figures together that give the same bounds for the same thing.
func cluster(es []*entry) [][]*entry {
	var out [][]*entry
	for _, e := range es {
		if !e.own || e.fact == nil || !e.total() || e.partOf(es) {
			continue
		}
		at := slices.IndexFunc(out, func(c []*entry) bool {
			f, g := c[0].figure, e.figure
			return f.Unit == g.Unit && f.Low == g.Low && f.High == g.High && compareScope(f, g) <= scopeUnsaid && sameClass(f, g)
		})
		if at < 0 {
			out = append(out, nil)
			at = len(out) - 1
		}
		out[at] = append(out[at], e)
	}
	return out
}

// relate compares two clusters; ok is false where there is nothing to say.
func relate(c, d []*entry) (r wiredesk.Relation, ok bool) {
	f, g := c[0].figure, d[0].figure
	if f.Unit != g.Unit || !sameClass(f, g) || len(labelsOf(slices.Concat(c, d))) < 2 {
		return r, false
	}
	r.Claims = claimsOf(slices.Concat(c, d))
	both := fmt.Sprintf("%s (%s) and %s (%s)", quotedWords(c), and(labelsOf(c)), quotedWords(d), and(labelsOf(d)))
	switch s := compareScope(f, g); {
	case s == scopeApart:
		return r, false
	case s == scopeDiffers:
		r.Kind = wiredesk.CompatibleScope
	case meets(f, g) && !(later(c, d) && outgrown(f, g)):
		r.Kind = wiredesk.Refines
	case !countable(f.Unit), f.Unit != wiredesk.UnitMissing && later(c, d) && shrunk(f, g):
		return r, false
	case s == scopeUnsaid && !later(c, d):
		r.Kind, r.Note = wiredesk.Contradicts, both+" cannot both hold if they count the same, but one does not name the place. Both are given; the desk does not decide."
	case later(c, d):
		r.Kind, r.Note = wiredesk.Supersedes, both+": the later count takes the place of the earlier."
	default:
		r.Kind, r.Note = wiredesk.Contradicts, both+" cannot both hold for the same place and time. Both are given; the desk does not decide."
	}
	return r, true
}

// outgrown reports whether a count is at least twice an earlier lower bound:
// both can hold, but the earlier one says little by now.
func outgrown(earlier, late *wiredesk.Figure) bool {
	return earlier.High == wiredesk.Open && late.Low >= 2*earlier.Low
}

// shrunk reports whether a later number of dead or hurt is at most two thirds
// of an earlier one: desks correct themselves by less, and count a part of them
// more often.
func shrunk(earlier, late *wiredesk.Figure) bool {
	return late.High != wiredesk.Open && 3*late.High <= 2*earlier.Low
}

// countable reports whether counts of a unit can contradict each other. Whom
// something affects, and who was rescued by then, is counted as it goes on.
func countable(u wiredesk.Unit) bool {
	return u != wiredesk.UnitAffected && u != wiredesk.UnitRescued && u != wiredesk.UnitDamage
}

// compareScope compares place and window of two figures.
func compareScope(f, g *wiredesk.Figure) scope {
	p, w := comparePlace(f.Place, g.Place), compareWindow(f.Window, g.Window)
	return max(p, w)
}

func comparePlace(a, b *wiredesk.Site) scope {
	switch {
	case a == nil && b == nil, a != nil && b != nil && a.ID == b.ID:
		return scopeSame
	case a == nil || b == nil:
		return scopeUnsaid
	case a.Precision == wiredesk.PrecisionRegion || b.Precision == wiredesk.PrecisionRegion:
		return scopeDiffers
	case a.Country == b.Country && (a.Precision == wiredesk.PrecisionCountry || b.Precision == wiredesk.PrecisionCountry ||
		a.Precision == wiredesk.PrecisionProvince || b.Precision == wiredesk.PrecisionProvince):
		return scopeDiffers
	}
	return scopeApart
}

func compareWindow(a, b *wiredesk.Window) scope {
	switch {
	case a == nil || b == nil || a.From == "" || b.From == "":
		if a == b || a == nil && b == nil {
			return scopeSame
		}
		return scopeDiffers
	case *a == *b:
		return scopeSame
	case a.To != "" && a.To < b.From || b.To != "" && b.To < a.From:
		return scopeApart
	}
	return scopeDiffers
}

// sameClass reports whether two figures count the same kind of people, as far
// as their words go: a class that is not printed counts people.
func sameClass(f, g *wiredesk.Figure) bool {
	return class(f) == class(g)
}

// class returns the key of what a figure counts.
func class(f *wiredesk.Figure) string {
	words := strings.Fields(strings.ToLower(string(f.Of)))
	if len(words) == 0 {
		return "people"
	}
	switch w := stem(words[len(words)-1]); w {
	case "", stem("people"), stem("lives"), stem("bodies"), stem("victims"), stem("casualties"), stem("dead"):
		return "people"
	default:
		return w
	}
}

// meets reports whether the bounds of two figures overlap.
func meets(f, g *wiredesk.Figure) bool {
	return (f.High == wiredesk.Open || g.Low == wiredesk.Open || g.Low <= f.High) &&
		(g.High == wiredesk.Open || f.Low == wiredesk.Open || f.Low <= g.High)
}

// recount is the time after which another count of the same is taken for a new
// count rather than for a contradiction: desks count again every few hours.
const recount = 6 * time.Hour

// later reports whether the publication of both is known and lies so far apart
// that the later figure counts anew.
func later(c, d []*entry) bool {
	a, b := c[0].account.published(), d[0].account.published()
	return !a.IsZero() && !b.IsZero() && a.Sub(b).Abs() >= recount
}

// inOrder returns two clusters in the order of their publication.
func inOrder(c, d []*entry) (earlier, later []*entry) {
	if a, b := c[0].account.published(), d[0].account.published(); !a.IsZero() && !b.IsZero() && b.Before(a) {
		return d, c
	}
	return c, d
}

// claimsOf returns the ids of the claims that give the figures.
func claimsOf(es []*entry) []string {
	var fs []*fact
	for _, e := range es {
		if e.fact != nil {
			fs = append(fs, e.fact)
		}
	}
	return claimIDs(fs)
}

// rootsOf returns the texts that figures come from.
func rootsOf(es []*entry) map[*account]bool {
	out := map[*account]bool{}
	for _, e := range es {
		out[e.account.root()] = true
	}
	return out
}

// labelsOf names the accounts of figures.
func labelsOf(es []*entry) []string {
	var out []string
	for _, e := range es {
		if l := e.account.label(); !slices.Contains(out, l) {
			out = append(out, l)
		}
	}
	return out
}

// quotedWords gives the words of the first figure as printed.
func quotedWords(es []*entry) string {
	return "“" + strings.Join(strings.Fields(es[0].figure.Words), " ") + "”"
}
