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
		deadlyNoun := r.eventNoun(i + 1)
		switch w {
		case "fatal", "deadly":
			n, least = 1, true
		case "double":
			n = 2
		case "triple":
			n = 3
		case "quadruple":
			n = 4
		default:
			continue
		}
		next := strings.TrimSuffix(r.Word(i+1), "s")
		switch {
		case deadlyNoun == "":
			continue
		case !least && deadlyNoun == "any":
			unit = "shot"
			if next != "shooting" && next != "stabbing" {
				continue
			}
		}
		g := group{kind: single, first: i, last: i + 2, low: n, high: n, head: -1, persons: 1}
		if least {
			g.high = wiredesk.Open
		}
		before := len(r.found)
		r.emit(g, unit, i, i+2)
		if len(r.found) > before {
			r.found[before].least = least
		}
	}
}

// eventNoun tells nouns of killing ("killing") from nouns of violence and
// accidents ("any"); "" for other words.
func (r *reader) eventNoun(i int) string {
	switch r.Word(i) {
	case "homicide", "murder", "killing", "slaying", "fatality", "homicides", "murders", "killings", "slayings", "murder-suicide":
		return "killing"
	case "shooting", "stabbing", "crash", "collision", "accident", "attack", "blast", "explosion", "fire", "shootout", "bombing", "wreck", "confrontation", "beating", "shootings", "stabbings", "incident", "encounter", "robbery", "fall":
		return "any"
	case "police", "officer-involved", "drive-by", "car", "house":
		return r.eventNoun(i + 1)
	case "officer":
		if r.Hyphen(i + 1) {
			return r.eventNoun(i + 3)
		}
	case "drive":
		if r.Hyphen(i + 1) {
			return r.eventNoun(i + 3)
		}
	}
	return ""
}
