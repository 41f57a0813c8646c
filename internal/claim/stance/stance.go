// Package stance says what a claim does: whether it states, promises, threatens,
// demands, denies, refuses, accuses or limits what can be known. The frames of
// its lexicon decide, over the words that attribute a claim and the predicates
// of its content.
package stance

import (
	_ "embed"
	"strings"
	"sync"

	"wiredesk"
	"wiredesk/internal/lang"
	"wiredesk/internal/lexicon"
)

var (
	//go:embed lexicon/frames.txt
	framesFile []byte
	//go:embed lexicon/lists.txt
	listsFile []byte
	//go:embed lexicon/caveats.txt
	caveatsFile []byte
	//go:embed lexicon/hostile.txt
	hostileFile []byte
	//go:embed lexicon/conditions.txt
	conditionsFile []byte
)

// A frame is one line of the frames.
type frame struct {
	name       string
	stance     wiredesk.Stance
	cue        string
	conditions []string
}

var frames = sync.OnceValue(func() []frame {
	var out []frame
	for _, e := range lexicon.Parse(framesFile) {
		f := frame{name: e[0], stance: wiredesk.Stance(e.Field(1)), cue: e.Field(2)}
		if c := e.Field(3); c != "-" {
			f.conditions = strings.Fields(c)
		}
		out = append(out, f)
	}
	return out
})

var (
	lists = sync.OnceValue(func() map[string]phrases {
		out := map[string]phrases{}
		for _, e := range lexicon.Parse(listsFile) {
			if out[e[0]] == nil {
				out[e[0]] = phrases{}
			}
			out[e[0]].add(e.Field(1))
		}
		out["caveats"], out["conditions"] = phrases{}, phrases{}
		for name, file := range map[string][]byte{"caveats": caveatsFile, "conditions": conditionsFile} {
			for _, e := range lexicon.Parse(file) {
				out[name].add(e[0])
			}
		}
		return out
	})
	hostile = sync.OnceValue(func() map[string]bool { return lexicon.Set(hostileFile) })
)

// listed reports whether a word by itself stands in a list.
func listed(list, word string) bool {
	for _, p := range lists()[list][word] {
		if len(p) == 1 {
			return true
		}
	}
	return false
}

// Fill gives each claim its stance and what belongs to it: to whom, on what
// condition, by when, against whom, in answer to what. The claims have their
// predicates.
func Fill(doc *lang.Doc, claims []wiredesk.Claim) {
	r := &reader{doc: doc, claims: claims}
	for k := range claims {
		v := r.view(&claims[k])
		c := v.claim
		c.Stance = wiredesk.Statement
		for _, f := range frames() {
			if v.holds(f) {
				c.Stance = f.stance
				break
			}
		}
		switch c.Stance {
		case wiredesk.Promise, wiredesk.Threat, wiredesk.Demand:
			c.To = v.addressee()
			c.Condition = v.condition()
			c.Deadline = v.deadline()
		case wiredesk.Accusation:
			c.Accuses = v.accused()
		case wiredesk.Denial, wiredesk.Refusal:
			if c.Kind != wiredesk.Narrated {
				c.Answers = r.answers(k, v)
			}
		}
	}
}
