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
