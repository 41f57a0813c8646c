package story

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"wiredesk"
)

// tieWeight is the weight of shared words from which on two sentences are
// taken to tell of the same: about three names, or six rare words.
const tieWeight = 18

// tieMargin is how much more must speak for the best date than for the next.
const tieMargin = 1.5

// A tie joins a relative expression of an undated report to a day that a dated
// report gives, by sentences that share their words.
type tie struct {
	day    int // the publication that follows from it
	weight float64
	here   string // the words in the undated report
	there  string // the words in the dated one
	dated  *wiredesk.Reading
	shared []string
}

// InferPublished works out when a report without a publication date was
// published, from dated readings of the same story. "Yesterday" here and
// "Tuesday" there give a date where both sentences share names and rare words.
// ok is false where nothing speaks for one date: a weekday alone never does,
// nor does anything inside a quotation, which was said on another day.
func InferPublished(undated *wiredesk.Reading, dated []wiredesk.Reading) (p wiredesk.Published, ok bool) {
	var ties []tie
	here := sentences(undated)
	for i := range dated {
		if _, ok := published(dated[i].Published.Value); ok {
			ties = append(ties, tieAll(here, &dated[i])...)
		}
	}
	sum := map[int]float64{}
	for _, t := range ties {
		sum[t.day] += t.weight
	}
	best, next := 0, 0.0
	for _, t := range ties {
		if sum[t.day] > sum[best] || sum[t.day] == sum[best] && t.day < best {
			best = t.day
		}
	}
	for day, w := range sum {
		if day != best {
			next = max(next, w)
		}
	}
	if sum[best] == 0 || sum[best] < tieMargin*next {
		return wiredesk.Published{}, false
	}
	strongest := slices.MaxFunc(ties, func(a, b tie) int {
		switch {
		case a.day != best && b.day == best, a.weight < b.weight && (a.day == best) == (b.day == best):
			return -1
		case a.day == b.day && a.weight == b.weight:
			return 0
		}
		return 1
	})
	return wiredesk.Published{
		Value: wiredesk.Optional(date(int32(best))), From: wiredesk.Inferred,
		Evidence: wiredesk.Optional(strongest.String()),
	}, true
}

// String words the tie as evidence.
func (t tie) String() string {
	return fmt.Sprintf("%q here and %q in %s (%s) tell of the same: both sentences name %s",
		t.here, t.there, outletOf(t.dated), t.dated.ID, strings.Join(t.shared, ", "))
}

// sentences returns the words of each sentence of a report.
func sentences(r *wiredesk.Reading) [][]word {
	var out [][]word
	for _, w := range read(r) {
		if w.head {
			continue
		}
		if len(out) == 0 || w.opens || w.starts {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], w)
	}
	return out
}

// A timed is a word of a sentence that names a day.
type timed struct {
	words string
	day   int // since 1970 in a dated report; from publication in an undated one
}

// tieAll ties the relative expressions of an undated report to one dated one.
func tieAll(here [][]word, dated *wiredesk.Reading) []tie {
	var out []tie
	var there [][]word // laid out when it is needed
	for _, a := range here {
		offset, ok := relative(a)
		if !ok {
			continue
		}
		if there == nil {
			there = sentences(dated)
		}
		for _, b := range there {
			day, ok := absolute(b, dated.Published.Value)
			if !ok {
				continue
			}
			weight, shared := tied(a, b)
			if weight >= tieWeight {
				out = append(out, tie{day.day - offset.day, weight, offset.words, day.words, dated, shared})
			}
		}
	}
	return out
}

// relative finds "yesterday", "today" or "tomorrow" in a sentence, outside
// quotations. Two that differ tell nothing.
func relative(sentence []word) (t timed, ok bool) {
	for _, w := range sentence {
		e, found := dayWords()[w.plain]
		if !found || e[0] != "relative" || w.quoted {
			continue
		}
		n, _ := strconv.Atoi(e[1])
		if ok && n != t.day {
			return timed{}, false
		}
		t, ok = timed{w.plain, n}, true
	}
	return t, ok
}

// absolute finds the one day that a sentence of a dated report names, outside
// quotations.
func absolute(sentence []word, value wiredesk.Optional) (t timed, ok bool) {
	plain := slices.DeleteFunc(slices.Clone(sentence), func(w word) bool { return w.quoted })
	all := days(plain, value)
	if len(all) != 1 {
		return timed{}, false
	}
	at := time.Unix(int64(all[0])*86400, 0).UTC()
	return timed{at.Format("Monday 2 January 2006"), all[0]}, true
}

// tied weighs the words that two sentences share, and names the heaviest.
func tied(a, b []word) (weight float64, shared []string) {
	f := background()
	in := map[string]bool{}
	for _, w := range b {
		in[w.fold] = true
	}
	for _, w := range a {
		if !in[w.fold] || w.number {
			continue
		}
		in[w.fold] = false
		rarity := f.rarity(hash(w.fold))
		if rarity < commonWord {
			continue
		}
		weight += rarity
		if w.capital && !w.opens {
			weight += rarity / 2
			shared = append(shared, title(w.plain))
		}
	}
	if len(shared) < 2 {
		return 0, nil
	}
	return weight, shared
}

// commonWord is the rarity below which a word says nothing: it stands in one
// of ten documents or more.
const commonWord = 2.3
