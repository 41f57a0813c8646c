package eval

import (
	"fmt"
	"strings"

	"wiredesk"
	"wiredesk/internal/eval/corpus"
	"wiredesk/internal/lang"
	"wiredesk/internal/lang/place"
)

// maxError is the distance in kilometres within which a place counts as
// right, as in the literature (161 km are 100 miles).
const maxError = 161

// Places measures place names of LGL and TR-News and where they lie. Gold are
// the names that the sets tie to GeoNames; adjectives ("Turkish") are not
// places here, and what is found on them or on names that were not tied is
// neither right nor wrong.
func Places(shared string) ([]Line, error) {
	var lines []Line
	for _, set := range corpus.PlaceSets {
		texts, err := corpus.PlaceTexts(shared, set)
		if err != nil {
			return nil, err
		}
		var t placeTally
		for _, text := range texts {
			t.add(text, lang.Analyze(PlaceReport(text)).Places)
		}
		note := fmt.Sprintf("precision %.1f, recall %.1f, %d names", percent(t.exact, t.found), percent(t.exact, t.gold), t.gold)
		lines = append(lines,
			Line{"places: " + set + ", exact spans, F1", f1(t.exact, t.found, t.gold), 80, note},
			Line{"places: " + set + ", overlapping spans, F1", f1(t.overlap, t.found, t.gold), 0, ""},
			Line{"places: " + set + ", within 161 km, of names found", percent(t.near, t.overlap), 80, ""},
			Line{"places: " + set + ", within 161 km, of all names", percent(t.near, t.gold), 0, "a name that was not found counts as wrong"})
	}
	towns, err := incidentTowns(shared)
	return append(lines, towns), err
}

// incidentTowns is the share of articles on shootings whose town lies in the
// registry's state, of those in which the town's name was found. No weight was
// learned on it.
func incidentTowns(shared string) (Line, error) {
	happenings, err := corpus.Happenings(shared, everyIncident)
	if err != nil {
		return Line{}, err
	}
	found, right := 0, 0
	for _, h := range happenings {
		for _, p := range lang.Analyze(PlaceReport(corpus.PlaceText{Text: h.Text})).Places {
			if p.Span.Words(h.Text) == h.Town {
				found++
				if string(p.Admin1) == h.State {
					right++
				}
				break
			}
		}
	}
	return Line{"places: town of the incident in the right state", percent(right, found), 0, fmt.Sprintf("%d articles of gva_longtail", found)}, nil
}

// A placeTally counts names: found, right, and rightly placed.
type placeTally struct {
	gold, found, exact, overlap, near int
}

// add compares the places found in one article with its gold.
func (t *placeTally) add(text corpus.PlaceText, places []wiredesk.Place) {
	for _, p := range places {
		if match, ok := Marked(text, p.Span); ok {
			t.found++
			if match {
				t.exact++
			}
		}
	}
	k := 0
	for _, g := range text.Toponyms {
		if !g.Located || demonym(g) {
			continue
		}
		t.gold++
		span := wiredesk.Span{Start: g.Start, End: g.End}
		for k < len(places) && places[k].Span.End <= span.Start {
			k++
		}
		if k < len(places) && places[k].Span.Overlaps(span) {
			t.overlap++
			if place.Kilometres(g.Lat, g.Lon, places[k].Lat, places[k].Lon) <= maxError {
				t.near++
			}
		}
	}
}

// PlaceReport makes a report of an article: its paragraphs are the body.
func PlaceReport(t corpus.PlaceText) *wiredesk.Report {
	r := &wiredesk.Report{Text: t.Text}
	for start := 0; start < len(t.Text); {
		end := len(t.Text)
		if i := strings.IndexByte(t.Text[start:], '\n'); i >= 0 {
			end = start + i
		}
		if span := (wiredesk.Span{Start: start, End: end}); strings.TrimSpace(span.Words(t.Text)) != "" {
			r.Body = append(r.Body, span)
		}
		start = end + 1
	}
	return r
}

// Marked reports whether the span is exactly a place name of the gold. ok is
// false where the gold says neither: the span lies on an adjective or on a
// name that the set could not locate.
func Marked(t corpus.PlaceText, span wiredesk.Span) (match, ok bool) {
	for _, g := range t.Toponyms {
		if !(wiredesk.Span{Start: g.Start, End: g.End}).Overlaps(span) {
			continue
		}
		if !g.Located || demonym(g) {
			return false, false
		}
		return g.Start == span.Start && g.End == span.End, true
	}
	return false, true
}

// demonymEndings are the endings of adjectives of places.
var demonymEndings = []string{"an", "ans", "ish", "ese", "i", "is", "ch", "ic", "ek", "eks", "ss", "sh", "ern", "ean", "ites", "ers"}

// demonym reports whether a name of the gold is an adjective or a people: it
// stands for a country or division, ends like one and is no name of a place.
func demonym(g corpus.Toponym) bool {
	if g.Class == "P" || strings.Contains(g.Phrase, " ") && !strings.HasSuffix(g.Phrase, "n") || place.Known(g.Phrase) && g.Phrase != "Canadian" {
		return false
	}
	for _, e := range demonymEndings {
		if strings.HasSuffix(g.Phrase, e) {
			return true
		}
	}
	return false
}

// percent is a share in per cent, 0 of nothing.
func percent(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return 100 * float64(part) / float64(whole)
}

// f1 is the harmonic mean of precision and recall, in per cent.
func f1(right, found, gold int) float64 { return percent(2*right, found+gold) }
