package dossier

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"wiredesk"
)

// A toll is the counts of one unit for one incident, with what they are to each
// other.
type toll struct {
	incident *incident
	unit     wiredesk.Unit
	rows     []*row
	standing map[*party][]*row // the current counts of each claimant; nil is whoever is not known
	voices   []*party          // the claimants in the order of their latest counts
}

// The times that tell counts apart.
const (
	recount  = 6 * time.Hour      // between reports beyond which whoever is not named has counted anew
	mostDays = 3 * 24 * time.Hour // within which two bodies' counts are of one state
	someHour = 12 * time.Hour     // within which two people of one body speak of one state
)

// resolveTolls lays the counts of each incident and unit beside each other, and
// returns the differences that it finds.
func (t *table) resolveTolls() []wiredesk.Relation {
	at := map[string]*toll{}
	for _, r := range t.rows {
		key := t.incidents.id(t.story, r.incident) + " " + string(r.figure.Unit)
		g := at[key]
		if g == nil {
			g = &toll{incident: r.incident, unit: r.figure.Unit, standing: map[*party][]*row{}}
			at[key] = g
			t.groups = append(t.groups, g)
		}
		g.rows = append(g.rows, r)
	}
	var out []wiredesk.Relation
	for _, g := range t.groups {
		out = append(out, t.resolve(g)...)
		for _, r := range g.rows {
			if r.statement != nil {
				t.counting[r.statement] = true
			}
			if r.status == wiredesk.RowCorrected || r.wrong != nil {
				t.stale[place{r.account, r.sentence}] = true
			}
		}
	}
	return distinct(out)
}

// distinct leaves out a difference whose sides stand in another one already:
// "no casualties" counts the killed and the injured.
func distinct(all []wiredesk.Relation) []wiredesk.Relation {
	seen := map[string]bool{}
	return slices.DeleteFunc(all, func(r wiredesk.Relation) bool {
		id := string(r.Kind)
		for _, s := range r.Sides {
			id += "|" + s.Text
		}
		if seen[id] {
			return true
		}
		seen[id] = true
		return false
	})
}

// resolve goes through the counts of one toll in the order in which they were
// given.
func (t *table) resolve(g *toll) []wiredesk.Relation {
	var out []wiredesk.Relation
	var kept []*row
	body := map[*account]bool{}
	for _, r := range g.rows {
		body[r.account] = body[r.account] || !r.headline
	}
	for _, r := range g.rows {
		switch {
		case r.headline && body[r.account]:
			continue
		case r.status == wiredesk.RowCorrected:
			kept = append(kept, r)
			continue
		case !r.own || r.account.wire != nil:
			wire, changed := t.wireRow(g, r)
			if wire != nil && changed && g.incident == t.incidents.own {
				r.wrong = wire
				out = append(out, t.differ(wiredesk.Contradicts, "number changed in a copy", wire, r,
					fmt.Sprintf("%s carries the text of %s with another number: %s, there %s.", r.account.label(), wire.account.label(), r.quoted(), wire.quoted())))
				kept = append(kept, r)
				continue
			}
			if !r.own || wire != nil {
				continue
			}
		}
		if g.repeats(r) {
			continue
		}
		kept = append(kept, r)
		if !g.counts(r) {
			continue
		}
		out = append(out, t.stand(g, r)...)
	}
	g.rows = kept
	out = append(out, t.corrected(g)...)
	if g.incident == t.incidents.own {
		out = append(out, t.rivals(g)...)
	}
	return out
}

// counts reports whether a row is set against others: a count of all whom its
// claimant means. Fewer than what the same report gives from the same claimant are
// a part of those, and one hurt among others seldom is all.
func (g *toll) counts(r *row) bool {
	switch {
	case r.part, r.headline, slices.Contains(r.instead, strconv.Itoa(r.number())), !r.numeral():
		return false
	case r.number() == 1 && r.figure.Unit != wiredesk.UnitKilled:
		return false
	case r.number() == 0 || r.rises || r.corrects || len(r.instead) > 0 || r.prior:
		return true
	}
	return !slices.ContainsFunc(g.rows, func(o *row) bool {
		return o.account == r.account && o.key() == r.key() && o.number() > r.number() && !o.headline && !o.prior
	})
}

// numeral reports whether a number stands in the words of a count, or no one.
func (r *row) numeral() bool {
	if r.number() == 0 {
		return true
	}
	ws := wordsOf(r.figure.Words, wiredesk.Span{End: len(r.figure.Words)})
	return slices.ContainsFunc(ws, func(w word) bool {
		return isDigits(key(before(w.lower, "-"))) || w.lower == "one" || w.lower == "a" || w.lower == "an"
	}) || r.figure.Change == wiredesk.ChangeOrdinal
}

// key is the claimant's party, nil where nobody is named.
func (r *row) key() *party {
	if !r.voice.known() {
		return nil
	}
	return r.voice.party.root()
}

// repeats reports whether the claimant's current count is given again.
func (g *toll) repeats(r *row) bool {
	return !r.part && slices.ContainsFunc(g.standing[r.key()], func(o *row) bool {
		return o.same(r) || o.number() == r.number() && o.comparable(r) && meets(o.figure, r.figure)
	})
}

// stand puts a count among the current ones, in the place of the one that it
// replaces.
func (t *table) stand(g *toll, r *row) []wiredesk.Relation {
	var out []wiredesk.Relation
	k := r.key()
	prev := last(g.standing[k], func(o *row) bool { return (o.comparable(r) || o.grows(r)) && replaces(o, r) })
	if prev == nil && k != nil {
		prev = last(g.standing[k], func(o *row) bool { return o.sameButSure(r) && replaces(o, r) })
	}
	reason, rule := "a later count of "+r.name(), "later count of one claimant"
	own := prev
	if named := g.named(r); named != nil {
		prev, reason = named, "it says so itself"
		r.corrects = r.corrects || r.number() < named.number() && !shrinks(g.unit)
	}
	if prev == nil && r.rises {
		prev, reason, rule = g.outgrown(r), "it is told as the new count", "told as the new count"
	}
	if prev == nil && k.official() {
		prev, reason, rule = g.byAuthority(r), "a later count of another authority", "later count of another authority"
	}
	if own != nil && prev != own {
		out = append(out, t.replace(g, own, r, "a later count of "+r.name(), "later count of one claimant")...)
	}
	if prev != nil {
		out = append(out, t.replace(g, prev, r, reason, rule)...)
	}
	g.standing[k] = append(g.standing[k], r)
	g.voices = append(slices.DeleteFunc(g.voices, func(p *party) bool { return p == k }), k)
	return out
}

// replace notes that a count takes the place of another one.
func (t *table) replace(g *toll, prev, r *row, reason, rule string) []wiredesk.Relation {
	var out []wiredesk.Relation
	prev.status, r.replaces, r.reason = wiredesk.RowEarlier, prev, reason
	if r.corrects {
		prev.status, r.reason = wiredesk.RowCorrected, r.name()+" corrected it"
	}
	g.standing[prev.key()] = slices.DeleteFunc(g.standing[prev.key()], func(o *row) bool { return o == prev })
	if g.incident == t.incidents.own {
		out = append(out, t.differ(wiredesk.Supersedes, rule, prev, r, fmt.Sprintf("%s takes the place of %s: %s.", r.quoted(), prev.quoted(), r.reason)))
	}
	return out
}

// byAuthority returns the latest count of another authority, in an earlier report,
// that one of this authority takes the place of: what authorities count grows.
func (g *toll) byAuthority(r *row) *row {
	for i := len(g.voices) - 1; i >= 0; i-- {
		k := g.voices[i]
		if k == r.key() || !k.official() || r.number() == 0 {
			continue
		}
		if o := last(g.standing[k], func(o *row) bool {
			return o.account != r.account && o.number() > 0 && (o.comparable(r) || o.grows(r)) && replaces(o, r) && !daysApart(o, r) && (o.number() < r.number() || shrinks(g.unit)) && gap(o, r) <= mostRecall
		}); o != nil {
			return o
		}
	}
	return nil
}

// official reports whether a party is an authority: what one counts, the other
// counts on.
func (q *party) official() bool {
	if q == nil {
		return false
	}
	for k := range q.keys {
		if authorities()[k] {
			return true
		}
	}
	return slices.ContainsFunc(strings.Fields(strings.ToLower(q.role)), func(w string) bool { return authorities()[stem(w)] })
}

var authorities = wordStems("authorities")

// sameButSure reports whether two counts of one claimant are of one kind but for
// how sure they are said to be: who counts the suspected counts on.
func (r *row) sameButSure(o *row) bool {
	f, g := r.figure, o.figure
	return f.Unit == g.Unit && r.class == o.class && !r.part && !o.part && f.Qualifier != wiredesk.Feared && g.Qualifier != wiredesk.Feared && (f.Coverage == g.Coverage || f.Coverage == "" || g.Coverage == "")
}

// grows reports whether a later count of anybody may take the place of one of a
// class: "eight women" and "12 people".
func (r *row) grows(o *row) bool {
	return o.class == "" && !r.part && !o.part && r.figure.Unit == o.figure.Unit && sure(r.figure, o.figure) && o.number() > r.number() && r.class != "animal"
}

// named returns the current count, whoever's, whose number the row's sentence
// gives as the one that it takes the place of.
func (g *toll) named(r *row) *row {
	for i := len(g.voices) - 1; i >= 0; i-- {
		if o := last(g.standing[g.voices[i]], func(o *row) bool {
			return o.comparable(r) && o.number() != r.number() && slices.Contains(r.instead, strconv.Itoa(o.number())) && o.account != r.account
		}); o != nil {
			return o
		}
	}
	return nil
}

// last returns the last row that fits, nil where none does.
func last(rows []*row, fits func(*row) bool) *row {
	for i := len(rows) - 1; i >= 0; i-- {
		if fits(rows[i]) {
			return rows[i]
		}
	}
	return nil
}

// outgrown returns the latest smaller count that one told as the new one takes
// the place of: of whoever is not named, or of anybody where it names nobody.
func (g *toll) outgrown(r *row) *row {
	fits := func(o *row) bool {
		return o.account != r.account && o.comparable(r) && o.number() < r.number() && !apartInPlace(o.figure.Place, r.figure.Place)
	}
	if best := last(g.standing[nil], fits); best != nil || r.key() != nil {
		return best
	}
	for i := len(g.voices) - 1; i >= 0; i-- {
		if best := last(g.standing[g.voices[i]], fits); best != nil {
			return best
		}
	}
	return nil
}

// replaces reports whether a count takes the place of an earlier one of the
// same claimant.
func replaces(prev, r *row) bool {
	if p, q := prev.figure.Place, r.figure.Place; p != nil && q != nil && p.Country != q.Country {
		return false
	}
	if prev.account == r.account {
		return prev.prior || r.corrects || r.rises && r.number() > prev.number() && prev.sentence != r.sentence
	}
	if r.key() == nil && !r.rises && (gap(prev, r) < recount || !prev.leads() || !r.leads()) {
		return false
	}
	if r.number() < prev.number() && daysApart(prev, r) {
		return false
	}
	if r.number() < prev.number() && !shrinks(r.figure.Unit) {
		return r.corrects || r.rises || r.key() != nil && 3*r.number() > 2*prev.number()
	}
	return r.number() != prev.number() || !meets(prev.figure, r.figure)
}

// shrinks reports whether counts of a unit go down by themselves.
func shrinks(u wiredesk.Unit) bool { return shrinkingUnits()[string(u)] }

var (
	shrinkingUnits = wordSet("shrinking-units")
	openUnits      = wordSet("open-units")
)

// differ makes a difference between two counts.
func (t *table) differ(kind wiredesk.RelationKind, rule string, a, b *row, note string) wiredesk.Relation {
	t.setApart(a.statement, b.statement)
	t.setPlaces(place{a.account, a.sentence}, place{b.account, b.sentence})
	return wiredesk.Relation{Kind: kind, Claims: claimsOf(a, b), Note: note, Sides: []wiredesk.Side{t.sideOf(a), t.sideOf(b)}, Rule: rule, Particular: "number"}
}

// corrected marks the counts that a correction replaces, whoever printed them.
func (t *table) corrected(g *toll) []wiredesk.Relation {
	var out []wiredesk.Relation
	for _, old := range g.rows {
		if old.status != wiredesk.RowCorrected {
			continue
		}
		for _, r := range g.rows {
			if r.status == wiredesk.RowCorrected || !r.comparable(old) || r.headline {
				continue
			}
			if by := old.account.correctedBy; by != nil && r.account == by && r.replaces == nil && !r.same(old) && !old.headline {
				r.replaces, r.reason = old, r.account.label()+" corrected it"
				out = append(out, t.differ(wiredesk.Supersedes, "correction", old, r, fmt.Sprintf("%s corrects %s.", r.quoted(), old.quoted())))
			}
		}
		for _, r := range g.rows {
			if r.same(old) && r.status == wiredesk.RowCurrent && !old.account.published().After(r.account.published()) && !r.corrects && (r.key() == old.key() || r.key() == nil) {
				r.status = wiredesk.RowCorrected
			}
		}
	}
	return out
}

// mostRivals bounds the claimants whose counts are compared with each other.
const mostRivals = 12

// rivals returns the counts of different claimants that cannot both hold.
func (t *table) rivals(g *toll) []wiredesk.Relation {
	if openUnits()[string(g.unit)] {
		return nil
	}
	var rows []*row
	for _, k := range g.voices[max(0, len(g.voices)-mostRivals):] {
		seen := map[string]bool{}
		for i := len(g.standing[k]) - 1; i >= 0; i-- {
			if r := g.standing[k][i]; !seen[r.class] {
				seen[r.class] = k != nil
				rows = append(rows, r)
			}
		}
	}
	rows = rows[max(0, len(rows)-mostRivals):]
	out, told := t.sideBySide(g)
	numbers := map[[2]int]bool{}
	for i, a := range rows {
		for _, b := range rows[i+1:] {
			if rule := t.rival(g, a, b); rule != "" && !told[[2]*party{a.key(), b.key()}] && !numbers[[2]int{min(a.number(), b.number()), max(a.number(), b.number())}] {
				numbers[[2]int{min(a.number(), b.number()), max(a.number(), b.number())}] = true
				x, y := a, b
				if y.account.published().Before(x.account.published()) {
					x, y = y, x
				}
				out = append(out, t.differ(wiredesk.Contradicts, rule, x, y,
					fmt.Sprintf("%s and %s cannot both hold of one thing. Both are given; the desk does not decide.", x.quoted(), y.quoted())))
			}
		}
	}
	return out
}

// sideBySide returns the counts of two claimants that one report sets beside each
// other, though later ones may have taken their place, and whose they are.
func (t *table) sideBySide(g *toll) ([]wiredesk.Relation, map[[2]*party]bool) {
	var out []wiredesk.Relation
	told := map[[2]*party]bool{}
	of := map[*account][]*row{}
	for _, r := range g.rows {
		if !g.counts(r) || r.key() == nil || r.status == wiredesk.RowCorrected || len(of[r.account]) == mostRivals {
			continue
		}
		for _, o := range of[r.account] {
			if told[[2]*party{o.key(), r.key()}] || t.rival(g, o, r) == "" || r.instead != nil || o.prior || r.prior {
				continue
			}
			told[[2]*party{o.key(), r.key()}], told[[2]*party{r.key(), o.key()}] = true, true
			out = append(out, t.differ(wiredesk.Contradicts, "two claimants in one report", o, r,
				fmt.Sprintf("%s and %s cannot both hold of one thing. Both are given; the desk does not decide.", o.quoted(), r.quoted())))
		}
		of[r.account] = append(of[r.account], r)
	}
	return out, told
}

// rival says by which rule two current counts contradict each other, "" where
// they stand beside each other.
func (t *table) rival(g *toll, a, b *row) string {
	if !a.comparable(b) || daysApart(a, b) || meets(a.figure, b.figure) || apartInPlace(a.figure.Place, b.figure.Place) || gap(a, b) > mostDays || a.class != b.class {
		return ""
	}
	if a.voice != nil && b.voice != nil && a.voice.same(b.voice) {
		return ""
	}
	zero := a.number() == 0 || b.number() == 0
	for _, r := range []*row{a, b} {
		if r.number() == 0 && r.voice != nil && collective()[lastWord(r.voice.name)] {
			return ""
		}
	}
	if a.key() == nil || b.key() == nil {
		switch {
		case a.key() != b.key() && !(zero && a.account != b.account), a.account.root() == b.account.root():
			return ""
		case zero:
			return "none against some"
		case a.leads() && b.leads() && gap(a, b) < recount && a.account.reading.Published.Value != "" && a.account.label() != b.account.label():
			return "two reports of one hour"
		}
		return ""
	}
	first, second := a, b
	if second.account.published().Before(first.account.published()) {
		first, second = second, first
	}
	switch {
	case zero:
		return "none against some"
	case a.account == b.account:
		return "two claimants in one report"
	case second.number() < first.number() && 2*second.number() >= first.number() && !shrinks(a.figure.Unit):
		return "a later, lower count of another claimant"
	case a.voice.party.root().body != "" && b.voice.party.root().body != "":
		return "two bodies within three days"
	}
	return ""
}

// leads reports whether a count stands among the first sentences of its report,
// where its news is.
func (r *row) leads() bool { return r.account.leadNumber(r.at) < timeSentences && r.number() > 1 }

// wireRow returns the count of the wire that a row of a pickup carries, and
// whether the copy changed it.
func (t *table) wireRow(g *toll, r *row) (*row, bool) {
	var near *row
	best := 0.0
	mine := numberless(r.account, r.account.sentences(r.figure.Span))
	for w, seen := r.account.wire, 0; w != nil && seen < mostCarriers; w, seen = w.wire, seen+1 {
		for _, o := range g.rows {
			if o.account != w || o.headline != r.headline || o.figure.Unit != r.figure.Unit {
				continue
			}
			like := likeness(mine, numberless(w, w.sentences(o.figure.Span)))
			if like >= sameSentence && o.figure.Low == r.figure.Low && o.figure.High == r.figure.High {
				return o, false
			}
			if like > best {
				near, best = o, like
			}
		}
	}
	if best < sameSentence || r.headline || r.part != near.part {
		return nil, false
	}
	return near, true
}

// sameSentence is the share of words, numbers left out, from which on a sentence
// of a pickup is the wire's.
const sameSentence = 0.8

// numberless returns the words of a sentence without its numbers.
func numberless(a *account, s wiredesk.Span) map[string]bool {
	out := map[string]bool{}
	for _, w := range wordsOf(a.reading.Text, s) {
		if digits()[w.lower] == "" && !isDigits(w.lower) && len(w.lower) > 1 {
			out[w.lower] = true
		}
	}
	return out
}

// likeness is the share of members that two sets have in common.
func likeness(a, b map[string]bool) float64 {
	n := 0
	for k := range a {
		if b[k] {
			n++
		}
	}
	if len(a)+len(b) == 0 {
		return 0
	}
	return 2 * float64(n) / float64(len(a)+len(b))
}

// tolls writes the tolls of the dossier.
func (t *table) tolls() []wiredesk.Toll {
	var out []wiredesk.Toll
	for _, g := range t.groups {
		w := wiredesk.Toll{Incident: t.incidents.id(t.story, g.incident), Unit: g.unit}
		for _, r := range g.rows {
			w.Rows = append(w.Rows, t.tollRow(g, r))
		}
		if len(w.Rows) > 0 {
			out = append(out, w)
		}
	}
	return out
}

// tollRow writes one count.
func (t *table) tollRow(g *toll, r *row) wiredesk.TollRow {
	f := r.figure
	w := wiredesk.TollRow{Low: f.Low, High: f.High, Words: line(f.Words), Of: f.Of, Claimant: r.name(), Chain: r.chain(), Said: wiredesk.Optional(r.said()), Place: f.Place, Window: f.Window,
		Report: r.account.reading.ID, Span: f.Span, Status: r.status, PartOf: -1, Replaces: -1, Reason: r.reason}
	if r.statement != nil {
		w.Origin = t.origin(r.statement)
	}
	if r.replaces != nil {
		w.Replaces = slices.Index(g.rows, r.replaces)
	}
	if f.PartOf >= 0 && f.PartOf < len(r.account.reading.Figures) {
		whole := &r.account.reading.Figures[f.PartOf]
		w.PartOf = slices.IndexFunc(g.rows, func(o *row) bool { return o.figure == whole })
	}
	return w
}

// figures lists each claimant's counts once: those of the own incident, and
// those of others marked as background. A count that only an outlet gives is
// left out where the same count stands with its claimant.
func (t *table) figures() []wiredesk.BriefFigure {
	var out []wiredesk.BriefFigure
	told := map[string]bool{}
	given := map[string]bool{}
	for _, g := range t.groups {
		for _, r := range g.rows {
			if r.voice.known() && !r.headline {
				given[r.count()] = true
			}
		}
	}
	for _, g := range t.groups {
		for _, r := range g.rows {
			id := r.count() + "|" + r.who()
			switch {
			case r.status == wiredesk.RowCorrected, told[id], r.part && r.figure.PartOf < 0,
				!r.voice.known() && given[r.count()]:
				continue
			}
			told[id] = true
			f := wiredesk.BriefFigure{Figure: *r.figure, Report: r.account.reading.ID, Chain: r.chain()}
			f.Incident = wiredesk.Optional(t.incidents.id(t.story, r.incident))
			f.Background = r.incident != t.incidents.own
			out = append(out, f)
		}
	}
	return out
}

// count identifies a count by incident, unit and bounds.
func (r *row) count() string {
	return fmt.Sprintf("%s|%p|%d|%d", r.figure.Unit, r.incident, r.figure.Low, r.figure.High)
}

// who identifies the claimant.
func (r *row) who() string {
	if r.wrong != nil {
		return "copy " + r.account.label()
	}
	if k := r.key(); k != nil {
		return fmt.Sprintf("%p", k)
	}
	return strings.ToLower(r.name())
}
