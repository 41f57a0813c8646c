package eval

import (
	"fmt"
	"strings"

	"wiredesk"
)

// particulars checks section 1: what stands around the body of each report.
func particulars(s *seedRun) []seedCheck {
	var out []seedCheck
	for _, row := range s.rows(1) {
		if len(row) < 3 {
			continue
		}
		for i, letter := range []string{"R", "D"} {
			met, got := particular(row[0], row[i+1], s.report(letter))
			out = append(out, seedCheck{letter + " " + row[0], met, "got " + got})
		}
	}
	return out
}

// particular checks one field against what its cell says.
func particular(field, cell string, r *wiredesk.Reading) (met bool, got string) {
	switch field {
	case "headline":
		if r.Headline == nil {
			return false, "none"
		}
		repeats := 0
		if strings.Contains(cell, "three times") {
			repeats = 2
		}
		return strings.HasPrefix(cell, r.Headline.Text) && len(r.Repeats) == repeats, r.Headline.Text
	case "published":
		value := string(r.Published.Value)
		date, clock, _ := strings.Cut(value, "T")
		return date != "" && strings.Contains(cell, date) && strings.Contains(cell, string(r.Published.From)) && (clock == "" || strings.Contains(cell, clock[:5])), value + " " + string(r.Published.From)
	case "byline":
		if r.Byline == nil {
			return strings.HasPrefix(cell, "none"), "none"
		}
		return cell == strings.Join(r.Byline.Names, ", "), strings.Join(r.Byline.Names, ", ")
	case "dateline":
		if r.Dateline == nil {
			return false, "none"
		}
		place, agency, _ := strings.Cut(strings.Trim(cell, ")"), " (")
		return strings.EqualFold(place, string(r.Dateline.Place)) && agency == string(r.Dateline.Agency), fmt.Sprint(*r.Dateline)
	case "outlet / agency":
		met = strings.HasPrefix(cell, string(r.Outlet)) && r.Outlet != ""
		for _, a := range r.CompiledFrom {
			met = met && strings.Contains(cell, a)
		}
		return met && (len(r.CompiledFrom) == 3) == strings.Contains(cell, "compiled from"), string(r.Outlet)
	case "complete?":
		return strings.HasPrefix(cell, "yes") == r.Complete, fmt.Sprint(r.Complete)
	case "photo":
		if len(r.Photos) != 1 {
			return false, fmt.Sprint(len(r.Photos), " photos")
		}
		p := r.Photos[0]
		met = p.Agency != "" && strings.Contains(strings.ToLower(cell), strings.ToLower(string(p.Agency))) && len(p.People) == 2 && p.Place != ""
		return met && (p.Date == "2012-02-07") == strings.Contains(cell, "7 Feb"), fmt.Sprintf("%s %v %s %s", p.Credit, p.People, p.Place, p.Date)
	case "not body":
		return notBody(r), fmt.Sprint(len(r.Notices), " notices")
	case "tags":
		return strings.Join(r.Tags, ", ") == strings.TrimPrefix(cell, "none"), strings.Join(r.Tags, ", ")
	}
	return false, "no such field"
}

// notBody reports whether headline repeats, captions and notices are outside
// the body.
func notBody(r *wiredesk.Reading) bool {
	aside := append([]wiredesk.Span{}, r.Repeats...)
	for _, n := range r.Notices {
		aside = append(aside, n.Span)
	}
	for _, p := range r.Photos {
		aside = append(aside, p.Span)
	}
	for _, a := range aside {
		for _, b := range r.Body {
			if a.Overlaps(b) {
				return false
			}
		}
	}
	return len(aside) >= 3
}

// independence checks section 2: how many origins the two reports have.
func independence(s *seedRun) []seedCheck {
	o := s.brief.Origins
	known, perhaps := strings.Join(o.Known, ","), strings.Join(o.Perhaps, ",")
	carriers := map[string]bool{}
	for _, c := range s.d.Claims {
		for _, link := range c.Chain[:max(0, len(c.Chain)-1)] {
			for _, name := range []string{"Interfax", "SANA"} {
				if strings.Contains(link, name) {
					carriers[name] = true
				}
			}
		}
	}
	return []seedCheck{
		{"two outlets", s.brief.Outlets == 2, fmt.Sprint(s.brief.Outlets)},
		{"one known origin, Reuters", known == "Reuters", known},
		{"perhaps AFP and AP", perhaps == "AFP,AP", perhaps},
		{"Interfax and SANA carry single claims", len(carriers) == 2, fmt.Sprint(carriers)},
		{"one story of both", len(s.stories) == 1 && len(s.stories[0].Reports) == 2, fmt.Sprint(len(s.stories))},
	}
}

// dateRows checks section 5 by the words and the dates that it gives.
func dateRows(s *seedRun) []seedCheck {
	var out []seedCheck
	for _, want := range []struct{ letter, words, from, to string }{
		{"R", "Tuesday", "2012-02-07", "2012-02-07"}, {"D", "Tuesday", "2012-02-07", "2012-02-07"}, {"D", "yesterday", "2012-02-07", "2012-02-07"},
		{"R", "three days ago", "2012-02-04", "2012-02-04"}, {"D", "Feb. 4", "2012-02-04", "2012-02-04"},
		{"R", "the last five days", "2012-02-03", "2012-02-07"}, {"D", "Today", "2012-02-07", "2012-02-07"},
	} {
		r, found, met := s.report(want.letter), "", false
		for _, t := range r.Times {
			words := t.Span.Words(r.Text)
			if words == want.words || strings.HasSuffix(want.words, words) && strings.Contains(words, " ") {
				found = string(t.From + ".." + t.To)
				met = string(t.From) == want.from && string(t.To) == want.to
			}
		}
		out = append(out, seedCheck{fmt.Sprintf("%s “%s” = %s", want.letter, want.words, want.from), met, "got " + found})
	}
	return out
}

// nameRows checks section 6: who is one, and who is not.
func nameRows(s *seedRun) []seedCheck {
	var out []seedCheck
	for _, want := range []struct {
		name         string
		same         bool
		letter, a, b string // words of the same report, or of R and D for "both"
	}{
		{"Sergei Lavrov = Sergey Lavrov, in R", true, "R", "Sergei Lavrov", "Sergey Lavrov"},
		{"Sergey Lavrov = Sergei Lavrov, in D", true, "D", "Sergey Lavrov", "Sergei Lavrov"},
		{"Lavrov = Sergei Lavrov, in R", true, "R", "Lavrov", "Sergei Lavrov"},
		{"Russia's foreign minister = Lavrov, in D", true, "D", "foreign minister", "Lavrov"},
		{"Bashar al-Assad = Assad, in R", true, "R", "Bashar al-Assad", "Assad"},
		{"Bashar al-Assad = al-Assad, in D", true, "D", "Bashar al-Assad", "al-Assad"},
		{"the president of Syria = al-Assad, in D", true, "D", "the president of Syria", "al-Assad"},
		{"Moscow = Russia, in R", true, "R", "Moscow", "Russia"},
		{"Moscow = Russia, in D", true, "D", "Moscow", "Russia"},
		{"Beijing = China, in D", true, "D", "Beijing", "China"},
		{"al-Bunni and Sabra are two", false, "both", "Walid al-Bunni", "George Sabra"},
		{"Lavrov is one across the reports", true, "both", "Sergei Lavrov", "Sergey Lavrov"},
		{"Assad is one across the reports", true, "both", "Assad", "al-Assad"},
	} {
		a, b := s.report(want.letter), s.report(want.letter)
		if want.letter == "both" {
			a, b = s.r, s.d
		}
		one, other := entityOf(a, want.a), entityOf(b, want.b)
		out = append(out, seedCheck{want.name, one != "" && other != "" && (one == other) == want.same, fmt.Sprintf("got %q and %q", one, other)})
	}
	homsCity, homsProvince := placeOf(s.r, "Homs", wiredesk.PrecisionCity), placeOf(s.d, "Homs", wiredesk.PrecisionProvince)
	out = append(out, seedCheck{"Homs is a city in R and a province in D", homsCity && homsProvince, fmt.Sprint(homsCity, homsProvince)},
		seedCheck{"the datelines are no places", !placeOf(s.r, "Amman", "") && !placeOf(s.d, "Beirut", ""), ""})
	return out
}

// entityOf returns the entity of the first mention or reference with these
// words, or whose words end with them.
func entityOf(r *wiredesk.Reading, words string) string {
	for _, exact := range []bool{true, false} {
		for _, m := range r.Mentions {
			if w := m.Span.Words(r.Text); w == words || !exact && strings.HasSuffix(w, words) {
				return m.Entity
			}
		}
		for _, ref := range r.References {
			if w := ref.Span.Words(r.Text); w == words || !exact && strings.HasSuffix(w, words) {
				return ref.Entity
			}
		}
	}
	return ""
}

// placeOf reports whether the report has a place of this name and precision.
func placeOf(r *wiredesk.Reading, name string, p wiredesk.Precision) bool {
	for _, pl := range r.Places {
		if strings.Contains(pl.Name, name) && (p == "" || pl.Precision == p) {
			return true
		}
	}
	return false
}
