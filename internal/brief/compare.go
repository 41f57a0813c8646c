package brief

import (
	"fmt"
	"slices"
	"strings"

	"wiredesk"
)

// claimIDs returns the ids of facts, each once, in order.
func claimIDs(fs []*fact) []string {
	var out []string
	for _, f := range fs {
		if !slices.Contains(out, f.claim.ID) {
			out = append(out, f.claim.ID)
		}
	}
	return out
}

// agreements returns what two or more accounts say alike. A pickup agrees with
// its wire by being its copy, so it counts for nothing here.
func agreements(groups [][]*fact, count Counter) []wiredesk.Relation {
	var out []wiredesk.Relation
	for _, g := range groups {
		var own []*fact
		for _, f := range g {
			if f.own {
				own = append(own, f)
			}
		}
		if !witnesses(own) {
			continue
		}
		kind := wiredesk.Same
		if refined(own) {
			kind = wiredesk.Refines
		}
		how := ""
		if kind == wiredesk.Refines {
			how = ", one more precisely than the other"
		}
		note := fmt.Sprintf("%s say so%s: %s; %s.", and(labels(own)), how, shortest(own).excerpt(), originNote(count(claimIDs(own))))
		out = append(out, wiredesk.Relation{Kind: kind, Claims: claimIDs(own), Note: note})
	}
	return out
}

// shortest returns the fact with the fewest content words: what the others say
// beyond it is theirs alone.
func shortest(fs []*fact) *fact {
	return slices.MinFunc(fs, func(f, g *fact) int { return len(f.bag) - len(g.bag) })
}

// excerptMost is the length in characters of an excerpt in a note.
const excerptMost = 120

// excerpt quotes the beginning of the content.
func (f *fact) excerpt() string {
	r := []rune(strings.Trim(strings.Join(strings.Fields(f.words()), " "), "“”\" ,."))
	if len(r) <= excerptMost {
		return "“" + string(r) + "”"
	}
	cut := string(r[:excerptMost])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return "“" + cut + " …”"
}

// refined reports whether one of the facts has a number or a date where
// another, of another account, has none.
func refined(fs []*fact) bool {
	for _, f := range fs {
		for _, g := range fs {
			if f.account != g.account && f.precise() && !g.precise() {
				return true
			}
		}
	}
	return false
}

// precise reports whether the content holds a number in digits.
func (f *fact) precise() bool { return strings.ContainsAny(f.words(), "0123456789") }

// labels names the outlets of facts, each once: two reports of one outlet are
// one voice.
func labels(fs []*fact) []string {
	var out []string
	for _, f := range fs {
		if l := f.account.label(); !slices.Contains(out, l) {
			out = append(out, l)
		}
	}
	return out
}

// and joins names for people.
func and(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// originNote says how many origins the agreement has for certain.
func originNote(o wiredesk.Origins) string {
	note := "no origin is known for certain"
	switch {
	case len(o.Known) == 1:
		note = "one origin for certain, " + and(o.Known)
	case len(o.Known) > 1:
		note = fmt.Sprintf("%d origins for certain, %s", len(o.Known), and(o.Known))
	}
	if len(o.Perhaps) > 0 {
		note += ", perhaps " + and(o.Perhaps)
	}
	return note
}

// onlyIn returns, for each outlet, what it alone says.
func onlyIn(all []*account, groups [][]*fact) []wiredesk.Relation {
	var outlets []string
	for _, a := range all {
		if l := a.label(); a.withdrawn == "" && !slices.Contains(outlets, l) {
			outlets = append(outlets, l)
		}
	}
	if len(outlets) < 2 {
		return nil
	}
	alone := map[string][]*fact{}
	for _, g := range groups {
		for _, f := range g {
			if f.own && (len(labels(g)) == 1 || f.addsTo(g)) {
				alone[f.account.label()] = append(alone[f.account.label()], f)
			}
		}
	}
	var out []wiredesk.Relation
	for _, l := range outlets {
		if fs := alone[l]; len(fs) > 0 {
			out = append(out, wiredesk.Relation{Kind: wiredesk.OnlyIn, Claims: claimIDs(fs),
				Note: fmt.Sprintf("Only %s has %s; the others are silent on it, which is not a denial.", l, andMore(fs))})
		}
	}
	return out
}

// andMore quotes the first of several claims and counts the rest.
func andMore(fs []*fact) string {
	first := fs[0]
	for _, f := range fs {
		if !f.inHeadline() && f.wholeSentence() {
			first = f
			break
		}
	}
	if len(fs) == 1 {
		return first.excerpt()
	}
	return fmt.Sprintf("%s and %d more", first.excerpt(), len(fs)-1)
}

// addsTo reports whether a claim of several parts has one that no other account
// of its group comes near: that part is its own.
func (f *fact) addsTo(g []*fact) bool {
	if len(f.claim.Content) < 2 {
		return false
	}
	return slices.ContainsFunc(f.claim.Content, func(s wiredesk.Span) bool {
		part := f.account.bagOf([]wiredesk.Span{s})
		return len(part) >= clauseLeast && !slices.ContainsFunc(g, func(other *fact) bool {
			return other.account != f.account && part.likeness(other.bag) > 0
		})
	})
}

// denials pairs what one source says with another's denial of it.
func denials(all []*fact) []wiredesk.Relation {
	var out []wiredesk.Relation
	for _, d := range all {
		if d.claim.Stance != wiredesk.Denial && !(d.attributed() && d.negated() && len(d.bag) <= shortClaim) {
			continue
		}
		for _, f := range all {
			if f == d || f.account == d.account && f.hull.Overlaps(d.hull) || f.negated() == d.negated() || sameVoice(f, d) || !about(d, f) ||
				!denies(d, f) && !denies(f, d) && f.bag.likeness(d.bag) < sameButNot {
				continue
			}
			out = append(out, wiredesk.Relation{Kind: wiredesk.Contradicts, Claims: claimIDs([]*fact{f, d}),
				Note: fmt.Sprintf("%s says otherwise than %s. Both are given; the desk does not decide.", d.who(), f.who())})
			break
		}
	}
	return out
}

// denies reports whether one of two claims is a denial, and what it denies takes
// up at least a part of the other.
func denies(d, f *fact) bool {
	return d.claim.Stance == wiredesk.Denial && f.bag.likeness(d.bag) >= deniedPart
}

// deniedPart is the likeness of a denial to what it denies, and sameButNot that
// of two claims of which one is turned by a negation alone: of eight pairs read
// in sixteen stories the one real one lay above.
const (
	deniedPart = 0.25
	sameButNot = 0.5
)

// shortClaim is the number of content words up to which a negation turns a
// whole claim: in a longer one it may stand in a part that the other lacks.
const shortClaim = 10

// sameVoice reports whether two claims are of one speaker, as far as names
// tell: "Asha Rao" and "Dr Asha Rao" may be one.
func sameVoice(f, g *fact) bool {
	a, b := strings.Fields(f.speakerName()), strings.Fields(g.speakerName())
	return f.speaker() == g.speaker() || len(a) > 0 && len(b) > 0 && f.attributed() && g.attributed() && strings.EqualFold(a[len(a)-1], b[len(b)-1])
}

// aboutSame is the share of the shorter claim's weight from which on two
// claims speak of one matter, though they may say different things of it;
// aboutDenied is that share where one of the two is a denial.
const (
	aboutSame   = 0.6
	aboutDenied = 0.45
)

// about reports whether two claims speak of one matter.
func about(f, g *fact) bool {
	shared, mine, other := f.bag.overlap(g.bag)
	least := aboutSame
	if f.claim.Stance == wiredesk.Denial || g.claim.Stance == wiredesk.Denial {
		least = aboutDenied
	}
	return f.bag.common(g.bag) >= sharedLeast && shared >= least*min(mine, other)
}

// who names the speaker of a claim with its outlet.
func (f *fact) who() string {
	if !f.attributed() {
		return f.account.label()
	}
	return f.speakerName() + " (" + f.account.label() + ")"
}
