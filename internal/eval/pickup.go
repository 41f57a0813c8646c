package eval

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"wiredesk"
	"wiredesk/internal/desk"
	"wiredesk/internal/eval/corpus"
	"wiredesk/internal/story"
)

// pickupBases is the number of real reports that copies are made of.
const pickupBases = 150

// A copied is a report made for the measure: base is the index of the real
// report whose text it carries.
type copied struct {
	article corpus.Article
	base    int
	edit    string // "" for the real report itself
}

// Pickup measures copies told from independent accounts, on real texts edited
// as desks edit: each real report is carried by one made report for each kind
// of edit. Real reports of which any two share long runs of words are left
// out, since they carry one wire already.
func Pickup(shared string) ([]Line, error) {
	bases, err := pickupReports(shared)
	if err != nil {
		return nil, err
	}
	others, err := GunViolenceTrain(shared)
	if err != nil {
		return nil, err
	}
	set := makeCopies(bases, others)
	articles := make([]corpus.Article, len(set))
	for i, c := range set {
		articles[i] = c.article
	}
	readings, err := Readings(articles)
	if err != nil {
		return nil, err
	}
	assignments, err := desk.Group(readings)
	if err != nil {
		return nil, err
	}
	return countPairs(set, readings, assignments), nil
}

// pickupReports returns real reports that do not carry each other's text.
func pickupReports(shared string) ([]corpus.Article, error) {
	var all []corpus.Article
	for _, read := range [...]func(string) ([]corpus.Article, error){corpus.GiveMe5W1H, GunViolenceDev} {
		some, err := read(shared)
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	seen := map[string]bool{}
	var out []corpus.Article
	for _, a := range all {
		runs := longRuns(a.Text)
		known := 0
		for _, r := range runs {
			if seen[r] {
				known++
			}
		}
		if len(runs) < 80 || known > 2 {
			continue
		}
		for _, r := range runs {
			seen[r] = true
		}
		out = append(out, a)
		if len(out) == pickupBases {
			break
		}
	}
	return out, nil
}

// longRuns are the runs of eight words of a text.
func longRuns(text string) []string {
	words := story.Words(text)
	var out []string
	for i := 0; i+8 <= len(words); i++ {
		out = append(out, strings.Join(words[i:i+8], " "))
	}
	return out
}

// edits are what desks do to a wire's text; each returns another text.
var edits = []struct {
	name string
	edit func(text string, r *rand.Rand, other corpus.Article) string
}{
	{"whole", func(t string, r *rand.Rand, o corpus.Article) string { return t }},
	{"cut", cutEnd},
	{"new top", newTop},
	{"synonyms", func(t string, r *rand.Rand, o corpus.Article) string { return swapWords(t, r, o, 0.12) }},
	{"reordered", reorder},
	{"rewritten", func(t string, r *rand.Rand, o corpus.Article) string { return swapWords(t, r, o, 0.30) }},
	{"cut and new top", func(t string, r *rand.Rand, o corpus.Article) string { return newTop(cutEnd(t, r, o), r, o) }},
}

// makeCopies makes one copy of each kind of every base, by outlets of their
// own, within ten hours. Foreign words come from the other reports.
func makeCopies(bases, others []corpus.Article) []copied {
	r := rand.New(rand.NewPCG(2012, 2))
	var out []copied
	for i, b := range bases {
		out = append(out, copied{b, i, ""})
		for k, e := range edits {
			other := others[r.IntN(len(others))]
			c := b
			c.ID = fmt.Sprintf("%s-%d", b.ID, k)
			c.Outlet = fmt.Sprintf("made-%d-%d.example", i, k)
			c.Text = e.edit(b.Text, r, other)
			c.URL = ""
			if t, err := time.Parse(time.DateOnly, b.Published[:min(10, len(b.Published))]); err == nil {
				c.Published = t.Add(time.Duration(24+k) * time.Hour).Format(time.RFC3339)
			}
			out = append(out, copied{c, i, e.name})
		}
	}
	return out
}

// sentencesOf cuts a text roughly into sentences, each with what parts it from
// the next.
func sentencesOf(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		out = append(out, strings.SplitAfter(line, ". ")...)
	}
	return out
}

// cutEnd keeps a third to two thirds of the words of a text.
func cutEnd(text string, r *rand.Rand, _ corpus.Article) string {
	words := strings.SplitAfter(text, " ")
	return strings.Join(words[:int(float64(len(words))*(0.33+0.33*r.Float64()))], "")
}

// newTop puts two sentences of another report in the place of a text's first.
func newTop(text string, r *rand.Rand, other corpus.Article) string {
	s, o := sentencesOf(text), sentencesOf(other.Text)
	if len(s) > 3 {
		s = s[1:]
	}
	return strings.Join(o[:min(2, len(o))], "") + "\n" + strings.Join(s, "")
}

// reorder shuffles the sentences of a text.
func reorder(text string, r *rand.Rand, _ corpus.Article) string {
	s := sentencesOf(text)
	r.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
	return strings.Join(s, " ")
}

// swapWords puts words of another report in the place of a share of the words.
func swapWords(text string, r *rand.Rand, other corpus.Article, share float64) string {
	from := strings.Fields(other.Text)
	words := strings.SplitAfter(text, " ")
	for i := range words {
		if r.Float64() < share {
			words[i] = from[r.IntN(len(from))] + " "
		}
	}
	return strings.Join(words, "")
}

// countPairs compares which pairs carry one text with which the desk says do.
func countPairs(set []copied, readings []wiredesk.Reading, assignments []wiredesk.Assignment) []Line {
	root := map[string]string{}
	find := func(id string) string {
		for root[id] != "" {
			id = root[id]
		}
		return id
	}
	for i, a := range assignments {
		if from := string(a.PickupOf); from != "" && find(from) != find(readings[i].ID) {
			root[find(readings[i].ID)] = find(from)
		}
	}
	var right, said, truly, apart, wrong int
	missed, made := map[string]int{}, map[string]int{}
	for i := range set {
		if set[i].edit != "" {
			made[set[i].edit]++
			if find(readings[i].ID) != find(set[set[i].base*(len(edits)+1)].article.ID) {
				missed[set[i].edit]++
			}
		}
		for j := range i {
			one := set[i].base == set[j].base
			together := find(readings[i].ID) == find(readings[j].ID)
			switch {
			case one && together:
				right++
				said++
				truly++
			case one:
				truly++
			case together:
				said++
			}
			if assignments[i].Story == assignments[j].Story && !together {
				apart++
				if one {
					wrong++
				}
			}
		}
	}
	out := []Line{
		{"pickups, precision of pairs", percent(right, said), 99, fmt.Sprintf("%d real reports, %d made of them", len(set)/(len(edits)+1), len(set)-len(set)/(len(edits)+1))},
		{"pickups, recall of pairs", percent(right, truly), 95, ""},
		{"false independence", percent(wrong, apart), 2, "of the pairs in one story that are called independent, those that share an origin; below the bar is good"},
	}
	for _, e := range edits {
		out = append(out, Line{"pickups found, " + e.name, 100 - percent(missed[e.name], made[e.name]), 0, ""})
	}
	return out
}
