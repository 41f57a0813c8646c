package story

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
)

// mostNamed is the number of shared words that a reason names.
const mostNamed = 5

// why says in words what joined a report to a story, or kept it out of the
// nearest one, from the report there that is most alike.
func (l *Linker) why(p *Print, s *sheet, near candidate, joined bool) []string {
	if near.story == none {
		return []string{"opens a story: no report before it shares its words"}
	}
	b := l.sheetOf(near.card)
	like := compare(s, &b)
	id := l.reportID(near.card)
	for_, against := l.speaksFor(p, s, &b, &like), speaksAgainst(s, &b, &like)
	if joined {
		out := []string{fmt.Sprintf("joins %s for what it shares with %s: %s", l.storyID(near.story), id, strings.Join(for_, "; "))}
		if len(against) > 0 {
			out = append(out, "against it spoke: "+strings.Join(against, "; "))
		}
		return out
	}
	if len(against) == 0 {
		against = []string{"too little is shared"}
	}
	out := []string{fmt.Sprintf("opens a story: nearest was %s (%s), but %s", l.storyID(near.story), id, strings.Join(against, "; "))}
	if len(for_) > 0 {
		out = append(out, "for it spoke: "+strings.Join(for_, "; "))
	}
	return out
}

// speaksFor lists what two reports share.
func (l *Linker) speaksFor(p *Print, s, b *sheet, like *likeness) []string {
	var out []string
	both := sharedTerms(p, s, b)
	for _, group := range [...]struct {
		label string
		kind  TermKind
	}{{"names", NameTerm}, {"places", PlaceTerm}, {"numbers", NumberTerm}, {"words", PlainTerm}} {
		if words := named(both, group.kind); len(words) > 0 {
			out = append(out, group.label+" "+strings.Join(words, ", "))
		}
	}
	if like[sameRuns] >= carriedShare {
		out = append(out, fmt.Sprintf("%.0f %% of the shorter one's runs of %d words", 100*like[sameRuns], RunLength))
	}
	if like[sameAge] > 0 {
		out = append(out, "an age")
	}
	if like[sameDay] > 0 {
		out = append(out, "the day "+date(s.days[0]))
	}
	if s.hour != unknown && b.hour != unknown {
		out = append(out, "published "+apart(s.hour, b.hour))
	}
	return out
}

// A heavy is a word that two reports share.
type heavy struct {
	word   string
	kind   TermKind
	weight float32
}

// sharedTerms returns the words that stand in both reports, those that weigh
// most first. A name counts as one if either report shows it to be one.
func sharedTerms(p *Print, s, b *sheet) []heavy {
	var all []heavy
	for k, t := range p.Terms {
		byKey := func(x, k uint32) int { return cmp.Compare(key(x), k) }
		i, found := slices.BinarySearchFunc(s.terms, s.keys[k], byKey)
		j, both := slices.BinarySearchFunc(b.terms, s.keys[k], byKey)
		if !found || !both || len(t.Word) < shortestNamed {
			continue
		}
		of := t.Kind
		if other := kind(b.terms[j]); other != NumberTerm {
			of = max(of, other)
		}
		all = append(all, heavy{t.Word, of, s.rarity[i] * levels[t.Level] * levels[b.terms[j]&31]})
	}
	slices.SortStableFunc(all, func(x, y heavy) int { return cmp.Compare(y.weight, x.weight) })
	return all
}

// shortestNamed is the length in bytes of the shortest word that a reason
// names.
const shortestNamed = 2

// named returns the heaviest words of one kind.
func named(all []heavy, of TermKind) []string {
	var out []string
	for _, h := range all {
		if h.kind == of && len(out) < mostNamed {
			out = append(out, h.word)
		}
	}
	return out
}

// speaksAgainst lists where two reports differ.
func speaksAgainst(s, b *sheet, like *likeness) []string {
	var out []string
	add := func(t trait, words string) {
		if like[t] > 0 {
			out = append(out, words)
		}
	}
	add(otherPlaces, "they name other places")
	add(otherNumbers, "they share no number")
	add(otherAges, "the ages differ")
	if like[otherDays] > 0 {
		out = append(out, fmt.Sprintf("the first days named differ (%s, %s)", date(s.days[0]), date(b.days[0])))
	}
	add(alikeFar, "the days on which it happened differ")
	add(alikeAnother, "one of them tells of another of its kind")
	add(alikeForce, "the strengths of the quake differ")
	add(alikeToll, "the counts of dead differ, weeks apart")
	if like[gapWeek] > 0 {
		out = append(out, "published "+apart(s.hour, b.hour))
	}
	add(noTime, "it is not known when one of them was published")
	return out
}

// apart words the distance of two hours.
func apart(a, b int32) string {
	hours := int(math.Abs(float64(a) - float64(b)))
	switch {
	case hours == 0 && a%24 == 0:
		return "on one day" // the hour may not be known
	case hours == 0:
		return "within the hour"
	case hours < 48:
		return fmt.Sprintf("%d h apart", hours)
	}
	return fmt.Sprintf("%d days apart", hours/24)
}
