package brief_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"wiredesk"
	"wiredesk/internal/brief/check"
	"wiredesk/internal/claim"
	"wiredesk/internal/intake"
	"wiredesk/internal/lang"
)

// mostCorrupt is how many corrupted sentences are tried.
const mostCorrupt = 2000

// mostSeeds is how many reports of one file are read.
const mostSeeds = 30

// A right sentence with one particular changed never passes the checker: a name,
// number, date, negation, speaker, verb of speech, place, unit, or what of a
// whole is meant. The sentences are those of the examples and, where they are at
// hand, of the seed reports, each cited to itself.
func TestNoCorruptedSentencePasses(t *testing.T) {
	tried, kinds := 0, map[string]int{}
	for _, r := range seedReadings(t) {
		if tried == mostCorrupt {
			break
		}
		readings := map[string]*wiredesk.Reading{r.ID: r}
		for _, s := range bodySentences(r) {
			cite := []wiredesk.Citation{{Report: r.ID, Span: s, Quote: s.Words(r.Text)}}
			text := strings.Join(strings.Fields(s.Words(r.Text)), " ")
			if _, why := check.Sentence(text, cite, readings); why != "" {
				continue // it is no right sentence: a quotation that is not closed
			}
			for _, c := range corruptions(r, s) {
				if tried == mostCorrupt || kinds[c.kind] > mostCorrupt/5 {
					continue
				}
				tried++
				kinds[c.kind]++
				if _, why := check.Sentence(c.text, cite, readings); why == "" {
					t.Errorf("%s: %q passes for %q", c.kind, c.text, text)
				}
			}
		}
	}
	t.Logf("%d corrupted sentences: %v", tried, kinds)
	if tried < 300 {
		t.Errorf("only %d corrupted sentences were tried", tried)
	}
}

// seedReadings reads the examples and some of the seed reports.
func seedReadings(t *testing.T) []*wiredesk.Reading {
	files, err := filepath.Glob(filepath.Join("..", "..", "examples", "*", "*"))
	if err != nil || len(files) == 0 {
		t.Fatal("no examples", err)
	}
	if shared := os.Getenv("WIREDESK_SHARED"); shared != "" {
		more, _ := filepath.Glob(filepath.Join(shared, "cases", "briefs", "*.jsonl"))
		files = append(files, more...)
		more, _ = filepath.Glob(filepath.Join(shared, "cases", "reading", "*", "*.jsonl"))
		files = append(files, more...)
		files = append(files, filepath.Join(shared, "data", "giveme5w1h", "articles.jsonl"))
	} else if os.Getenv("CI") != "" {
		t.Fatal("WIREDESK_SHARED is not set")
	}
	var out []*wiredesk.Reading
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		reports := intake.Parse(intake.Input{File: file, Bytes: raw}).Reports
		for _, report := range reports[:min(len(reports), mostSeeds)] {
			r := claim.Extract(lang.Analyze(&report))
			if r.Status != wiredesk.Killed {
				out = append(out, &r)
			}
		}
	}
	return out
}

// bodySentences are the sentences of a report's body.
func bodySentences(r *wiredesk.Reading) []wiredesk.Span {
	return slices.DeleteFunc(slices.Clone(r.Sentences), func(s wiredesk.Span) bool {
		return !slices.ContainsFunc(r.Body, func(p wiredesk.Span) bool { return p.Contains(s) })
	})
}

// A corruption is a sentence with one particular changed.
type corruption struct{ kind, text string }

// corruptions changes each particular of a sentence in turn.
func corruptions(r *wiredesk.Reading, s wiredesk.Span) []corruption {
	var out []corruption
	put := func(kind string, at wiredesk.Span, words string) {
		text := r.Text[s.Start:at.Start] + words + r.Text[at.End:s.End]
		out = append(out, corruption{kind, strings.Join(strings.Fields(text), " ")})
	}
	for _, m := range r.Mentions {
		if other := another(r, m); other != "" && s.Contains(m.Span) {
			kind := "name"
			if m.Type == wiredesk.PlaceName {
				kind = "place"
			}
			put(kind, m.Span, other)
		}
	}
	for _, c := range r.Claims {
		for _, o := range r.Claims {
			if len(c.Source.Spans) == 1 && len(o.Source.Spans) == 1 && s.Contains(c.Source.Spans[0]) && apart(r, &c, &o) {
				put("speaker", c.Source.Spans[0], o.Source.Spans[0].Words(r.Text))
				break
			}
		}
	}
	for _, w := range wordsOf(r.Text, s) {
		word := w.Words(r.Text)
		for _, swap := range swaps {
			for i, from := range swap.words {
				if strings.EqualFold(word, from) {
					put(swap.kind, w, swap.words[(i+1)%len(swap.words)])
				}
			}
		}
		if strings.Trim(word, "0123456789") == "" {
			put("number", w, fmt.Sprint(len(word))+word)
		}
	}
	return out
}

// swaps are words that are exchanged for one another in a corruption.
var swaps = []struct {
	kind  string
	words []string
}{
	{"number", []string{"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}},
	{"date", []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}},
	{"date", []string{"January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December"}},
	{"date", []string{"yesterday", "today"}},
	{"verb", []string{"said", "denied", "confirmed"}},
	{"verb", []string{"says", "denies"}},
	{"unit", []string{"killed", "injured", "missing"}},
	{"unit", []string{"dead", "wounded"}},
	{"negation", []string{"not", ""}},
	{"negation", []string{"no", "a"}},
	{"negation", []string{"never", "always"}},
	{"negation", []string{"was", "was not"}},
	{"negation", []string{"were", "were not"}},
	{"negation", []string{"had", "had not"}},
	{"negation", []string{"has", "has not"}},
	{"negation", []string{"will", "will not"}},
	{"part", []string{"all", "some", "half", "most"}},
	{"part", []string{"least", "most"}},
	{"part", []string{"over", "under"}},
}

// another returns the name of another entity of the mention's type.
func another(r *wiredesk.Reading, m wiredesk.Mention) string {
	words := strings.ToLower(m.Span.Words(r.Text))
	for _, e := range r.Entities {
		shared := slices.ContainsFunc(strings.Fields(strings.ToLower(e.Name)), func(w string) bool { return strings.Contains(words, w) })
		if e.Type == m.Type && e.ID != m.Entity && !shared {
			return e.Name
		}
	}
	return ""
}

// apart reports whether two claims have two speakers with names that share no
// word.
func apart(r *wiredesk.Reading, c, o *wiredesk.Claim) bool {
	if c.Source.Entity != "" && c.Source.Entity == o.Source.Entity || c.Chain[0] == o.Chain[0] {
		return false
	}
	mine := strings.Fields(strings.ToLower(c.Source.Spans[0].Words(r.Text)))
	for _, w := range strings.Fields(strings.ToLower(o.Source.Spans[0].Words(r.Text) + " " + c.Chain[0])) {
		if slices.Contains(mine, w) {
			return false
		}
	}
	return true
}

// wordsOf are the words of a span.
func wordsOf(text string, s wiredesk.Span) []wiredesk.Span {
	var out []wiredesk.Span
	from := -1
	for i := s.Start; i <= s.End; i++ {
		letter := i < s.End && (text[i] >= '0' && text[i] <= '9' || text[i] >= 'a' && text[i] <= 'z' || text[i] >= 'A' && text[i] <= 'Z' || text[i] >= 0x80)
		switch {
		case letter && from < 0:
			from = i
		case !letter && from >= 0:
			out = append(out, wiredesk.Span{Start: from, End: i})
			from = -1
		}
	}
	return out
}
