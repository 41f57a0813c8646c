package attribution

import (
	"math/rand"
	"strings"
	"testing"

	"wiredesk"
	"wiredesk/internal/lang"
)

// A draft never stands inside itself, over however many others.
func TestEnterRefusesCircles(t *testing.T) {
	a, b, c := &draft{}, &draft{}, &draft{}
	if !b.enter(a) || !c.enter(b) {
		t.Fatal("refused without a circle")
	}
	if a.enter(c) || a.enter(a) || a.inside != nil {
		t.Fatal("a circle was let in")
	}
}

// Words without sense, in which the speaker of one claim stands in the content
// of another and the other way round, are read to their end too.
func TestAnyWordsEnd(t *testing.T) {
	words := strings.Fields(`and northeast Spain worried growers sheep , are is said reports , according to that which who
		cooperatives feared police the a state heavy showing estimates told Reuters " quoted as saying`)
	next := rand.New(rand.NewSource(3))
	for range 1500 {
		var some []string
		for range 6 + next.Intn(14) {
			some = append(some, words[next.Intn(len(words))])
		}
		some = append(some, ", according to "+words[next.Intn(len(words))])
		text := strings.ReplaceAll(strings.Join(some, " "), " ,", ",")
		r := &wiredesk.Report{ID: "r", Text: text, Outlet: outlet, Body: []wiredesk.Span{{Start: 0, End: len(text)}}}
		for _, c := range Find(lang.Analyze(r)) {
			check(t, text, c)
		}
	}
}

// Beside the name of a speaker stand his office and his body, and whether he is
// not to be named.
func TestOffice(t *testing.T) {
	for _, c := range []struct {
		text, office, body string
		anonymous          bool
	}{
		{"The mayor of Tavros, Eleni Psara, said that the harbour was closed.", "mayor", "Tavros", false},
		{"Foreign Minister Ulf Berg said that the embassy would open.", "Foreign Minister", "", false},
		{"Hassan Amir, a farmer, said that the well was dry.", "farmer", "", false},
		{"A doctor, who asked not to be named for fear of reprisals, said the morgue was full.", "doctor", "", true},
	} {
		r := &wiredesk.Report{ID: "r", Text: c.text, Outlet: outlet, Body: []wiredesk.Span{{Start: 0, End: len(c.text)}}}
		claims := Find(lang.Analyze(r))
		if len(claims) != 1 || string(claims[0].Role) != c.office || string(claims[0].Body) != c.body || claims[0].Anonymous != c.anonymous {
			t.Errorf("%s: %+v", c.text, claims)
		}
	}
}

// What a claim is sure of comes from a table that never falls with the score.
func TestConfidenceRises(t *testing.T) {
	for rule := range steps() {
		before := -1.0
		for k := range 101 {
			if c := confidence(rule, float64(k)/100); c < before || c > 1 {
				t.Errorf("%s at %d: %v after %v", rule, k, c, before)
			} else {
				before = c
			}
		}
	}
}
