package figure

import (
	"strings"

	"wiredesk"
)

// fatal reads the nouns that say how many were killed or shot without counting
// anyone: "a fatal shooting" (at least one killed), "a double homicide" (two).
func (r *reader) fatal() {
	for i := r.First; i < r.Last; i++ {
		w := r.Word(i)
		n, unit, least := wiredesk.Bound(0), string(wiredesk.UnitKilled), false
		noun, deadlyNoun := r.eventNoun(i + 1)
		switch w {
		case "fatal", "deadly":
			n, least = 1, true
		case "double":
			n = 2
		case "triple":
			n = 3
		case "quadruple":
			n = 4
		case "murder":
			if r.Hyphen(i+1) && r.Word(i+2) == "suicide" && r.Word(i-1) != "attempted" {
				n, least, noun, deadlyNoun = 2, true, i+2, "killing"
				break
			}
			continue
		default:
			continue
		}
		next := strings.TrimSuffix(r.Word(noun), "s")
		switch {
		case deadlyNoun == "":
			continue
		case !least && deadlyNoun == "any":
			unit = unitShot
			if next != "shooting" && next != "stabbing" {
				continue
			}
		}
		g := group{kind: single, first: i, last: noun + 1, low: n, high: n, head: -1, persons: 1}
		if least {
			g.high = wiredesk.Open
		}
		before := len(r.found)
		r.emit(g, unit, i, noun+1)
		if len(r.found) > before {
			r.found[before].least = least
		}
	}
}

// longestEvent is how many words may stand between "fatal" and its noun.
const longestEvent = 5

// eventNoun finds the noun of killing ("killing") or of violence and accidents
// ("any") that the words from token i lead to; "" where there is none.
func (r *reader) eventNoun(i int) (int, string) {
	for end := min(i+longestEvent, r.Last); i < end; i++ {
		if kind := eventNouns()[r.Word(i)]; kind != "" {
			return i, kind
		}
		if r.Stop(i) != "" || r.Mark(i) && !r.Hyphen(i) {
			break
		}
	}
	return -1, ""
}
