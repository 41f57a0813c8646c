package brief

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"wiredesk"
)

// A happening is one event of a claim, made ready for comparison: what was
// done, by and to whom, and on which day.
type happening struct {
	fact    *fact
	act     string          // key of the trigger's word
	parties map[string]bool // keys of those who act and are acted on
	days    map[string]bool // ISO dates: of the event, or else of its sentence
	named   bool            // the report only names the act ("the veto"), so that who did it is less sure
}

// happenings returns the events of the facts, in order. Claims without parties
// tell of no event that could be joined.
func happenings(all []*fact) []happening {
	var out []happening
	for _, f := range all {
		for _, e := range f.account.reading.Events {
			if string(e.Claim) != f.claim.ID || e.Modality != wiredesk.Happened {
				continue
			}
			h := happening{fact: f, act: stem(e.Trigger.Words(f.account.reading.Text)), parties: bag{}.parties(slices.Concat(e.Who, e.Whom)), days: f.days}
			if e.Time != nil && e.Time.From != "" && e.Time.From == e.Time.To {
				h.days = map[string]bool{day(string(e.Time.From)): true}
			}
			if h.act != "" && len(h.parties) > 0 {
				out = append(out, h)
			}
		}
	}
	return append(out, namedActs(all, out)...)
}

// namedActs finds, in the clauses of claims that hold no such event, the acts
// that other claims tell of: "the Russian-Chinese veto three days ago".
func namedActs(all []*fact, told []happening) []happening {
	acts := map[string]bool{}
	has := map[*fact]map[string]bool{}
	for _, h := range told {
		acts[h.act] = true
		if has[h.fact] == nil {
			has[h.fact] = map[string]bool{}
		}
		has[h.fact][h.act] = true
	}
	var out []happening
	for _, f := range all {
		if len(f.days) == 0 {
			continue
		}
		for _, clause := range append(slices.Clone(f.clauses), f.bag) {
			for _, w := range sortedKeys(clause) {
				if acts[w] && !has[f][w] {
					out = append(out, happening{fact: f, act: w, parties: clause.named(), days: f.days, named: true})
				}
			}
		}
	}
	return out
}

// named returns the keys of the named parties of a bag.
func (b bag) named() map[string]bool {
	out := map[string]bool{}
	for k := range b {
		if strings.HasPrefix(k, "@") {
			out[k] = true
		}
	}
	return out
}

// parties returns the keys of parties, which are entity ids or words.
func (b bag) parties(names []string) map[string]bool {
	for _, n := range names {
		if _, name, ok := strings.Cut(n, ":"); ok {
			b.name(n, name, strings.ReplaceAll(name, "-", " "))
			continue
		}
		b.add(n, wiredesk.Span{End: len(n)})
	}
	out := map[string]bool{}
	for k := range b {
		if k != anybody() && !isDigits(k) {
			out[k] = true
		}
	}
	return out
}

// anybody is the key of "people" and its like: to share it is to share no
// party.
var anybody = sync.OnceValue(func() string { return stem("people") })

// sameEvent reports whether two accounts tell of one event: the same act, on
// the same day by a party in common, or without a day by two. An act that is
// only named needs both.
func sameEvent(g, h happening) bool {
	if g.fact.account == h.fact.account || g.act != h.act || countsApart(g.fact, h.fact) {
		return false
	}
	common := 0
	for p := range g.parties {
		if h.parties[p] {
			common++
		}
	}
	if g.named || h.named {
		return common > 1 && meet(g.days, h.days)
	}
	if len(g.days) > 0 && len(h.days) > 0 {
		return common > 0 && meet(g.days, h.days)
	}
	return common > 1
}

// joinEvents returns an agreement for each event that several accounts tell
// of, and notes on the facts with which others they share one.
func joinEvents(all []*fact, count Counter) []wiredesk.Relation {
	hs := happenings(all)
	slices.SortStableFunc(hs, func(g, h happening) int { return undated(g) - undated(h) })
	byAct := map[string][]happening{}
	for _, h := range hs {
		byAct[h.act] = append(byAct[h.act], h)
	}
	var out []wiredesk.Relation
	for _, act := range sortedKeys(byAct) {
		for _, joined := range clusterEvents(byAct[act]) {
			var own []*fact
			for _, h := range joined {
				for _, g := range joined {
					if g.fact != h.fact {
						h.fact.sharing = append(h.fact.sharing, g.fact)
					}
				}
				if h.fact.own && !slices.Contains(own, h.fact) {
					own = append(own, h.fact)
				}
			}
			if witnesses(own) {
				out = append(out, wiredesk.Relation{Kind: wiredesk.Same, Claims: claimIDs(own),
					Note: fmt.Sprintf("%s tell of one event: %s; %s.", and(labels(own)), own[0].excerpt(), originNote(count(claimIDs(own))))})
			}
		}
	}
	return out
}

// undated is 1 for a happening without a day, so that dated ones come first and
// the others join them.
func undated(h happening) int {
	if len(h.days) == 0 {
		return 1
	}
	return 0
}

// clusterEvents puts happenings of one act together that are one event.
func clusterEvents(hs []happening) [][]happening {
	var out [][]happening
	for _, h := range hs {
		at := slices.IndexFunc(out, func(c []happening) bool {
			return slices.ContainsFunc(c, func(g happening) bool { return sameEvent(g, h) })
		})
		if at < 0 {
			out = append(out, nil)
			at = len(out) - 1
		}
		out[at] = append(out[at], h)
	}
	return out
}
