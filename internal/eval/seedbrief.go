package eval

import (
	"fmt"
	"slices"
	"strings"

	"wiredesk"
)

// narratedLike is the number of keywords that a claim shares with a narrated
// row to be taken for it here: which clause of a sentence is whose is the
// matter of section 3.
const narratedLike = 3

// seedIDs returns the ids of the claims that meet the numbered rows of
// section 3, and for narrated rows those of the claims that say the same.
func (s *seedRun) seedIDs(numbers ...int) []string {
	var out []string
	for _, row := range s.rows(3) {
		var n int
		fmt.Sscan(row[0], &n)
		if slices.Contains(numbers, n) {
			r := s.report(row[1])
			if c := seedClaim(row, r); c != nil {
				out = append(out, c.ID)
			}
			for i := range r.Claims {
				if row[3] == "narrated" && shared(row[4], content(&r.Claims[i], r)) >= narratedLike {
					out = append(out, r.Claims[i].ID)
				}
			}
		}
	}
	return out
}

// relationRows checks section 7: how the claims of the two reports stand to
// each other.
func relationRows(s *seedRun) []seedCheck {
	agree, differ := s.brief.Agreements, s.brief.Differences
	one := func(name string, rs []wiredesk.Relation, kinds []wiredesk.RelationKind, a, b []int) seedCheck {
		ids, other := s.seedIDs(a...), s.seedIDs(b...)
		met := slices.ContainsFunc(rs, func(r wiredesk.Relation) bool {
			return slices.Contains(kinds, r.Kind) && meets(r.Claims, ids) && meets(r.Claims, other)
		})
		return seedCheck{name: name, met: met}
	}
	same := []wiredesk.RelationKind{wiredesk.Same, wiredesk.Refines}
	out := []seedCheck{
		one("the veto, 4 = 23", agree, same, []int{4}, []int{23}),
		one("the League's mission goes on, 3 and 19-20", agree, same, []int{3}, []int{19, 20}),
		one("Assad's promise to end violence, 1 and 13", agree, same, []int{1}, []int{13}),
		one("tension, 1, 5, 13 against 11, 16", differ, []wiredesk.RelationKind{wiredesk.Tension}, []int{1, 5, 13}, []int{11, 16}),
		one("one body, two voices, 6-7 against 17-18", differ, []wiredesk.RelationKind{wiredesk.OneBodyTwo}, []int{6, 7}, []int{17, 18}),
		one("figures 19 and 15: compatible, different scope", agree, []wiredesk.RelationKind{wiredesk.CompatibleScope}, []int{8}, []int{21}),
	}
	for _, only := range []struct {
		letter  string
		numbers []int
	}{{"R", []int{2, 5, 8, 9, 10}}, {"D", []int{15, 16, 18, 20, 21, 22, 24}}} {
		for _, n := range only.numbers {
			out = append(out, one(fmt.Sprintf("only in %s: %d", only.letter, n), differ, []wiredesk.RelationKind{wiredesk.OnlyIn}, []int{n}, []int{n}))
		}
	}
	return append(out, seedCheck{name: "the meeting in Damascus is in the timeline from both", met: bothAt(s, "2012-02-07")})
}

// meets reports whether two lists share a member.
func meets(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}

// bothAt reports whether the timeline has entries of both reports on a day.
func bothAt(s *seedRun, day string) bool {
	seen := map[string]bool{}
	for _, e := range s.brief.Timeline {
		if e.From == day && e.To == day {
			for _, c := range e.Citations {
				seen[c.Report] = true
			}
		}
	}
	return seen[s.r.ID] && seen[s.d.ID]
}

// briefRows checks section 8: what the brief must hold.
func briefRows(s *seedRun) []seedCheck {
	b := s.brief
	uncited, titles := 0, []string{}
	for _, sec := range b.Sections {
		titles = append(titles, sec.Title)
		for _, sen := range sec.Sentences {
			if len(sen.Citations) == 0 {
				uncited++
			}
		}
	}
	has := func(words string) bool {
		return slices.ContainsFunc(titles, func(t string) bool { return strings.Contains(t, words) })
	}
	first, last := "", ""
	if n := len(b.Timeline); n > 0 {
		first, last = b.Timeline[0].From, b.Timeline[n-1].From
	}
	note := strings.Join(titles, "; ")
	return []seedCheck{
		{"a headline", b.Headline != "", b.Headline},
		{"what happened", has("happened"), note}, {"what each side says", has("says"), note}, {"figures", has("Figures"), note},
		{"where the accounts differ", has("differ"), note}, {"what could not be verified", has("verified"), note},
		{"timeline from the veto to the visit", first <= "2012-02-04" && last == "2012-02-07", first + " to " + last},
		{"both photos", len(b.Photos) == 2, ""}, {"every sentence is cited", uncited == 0 && len(titles) > 0, fmt.Sprint(uncited)},
		{"four figures, never summed", len(b.Figures) >= 4, fmt.Sprint(len(b.Figures))},
	}
}
