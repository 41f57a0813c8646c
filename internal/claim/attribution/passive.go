package attribution

import (
	_ "embed"
	"sync"

	"wiredesk/internal/claim/link"
	"wiredesk/internal/claim/role"
	"wiredesk/internal/lang/sentence"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/passive.txt
var passiveFile []byte

var passiveCues = sync.OnceValue(func() map[string]bool { return lexicon.Set(passiveFile) })

// unsourced makes claims of what is reported without saying by whom: "20
// soldiers were reported killed", "the bridge is said to be safe". Their
// speaker is unknown.
func (f *finder) unsourced() {
	used := f.used()
	for _, s := range f.doc.Sentences {
		if s.Part != sentence.Body {
			continue
		}
		for i := s.First + 2; i+1 < s.Last; i++ {
			if used[i] || !passiveCues()[f.doc.Lower(i)] || f.view.Quotation(i) >= 0 {
				continue
			}
			cue, _ := f.verbStart(i, s.First)
			if !f.passive(cue, i) || f.doc.Lower(i+1) == "by" {
				continue
			}
			if x := f.doc.Tokens[i+1].XPOS; x != "VBN" && x != "TO" && x != "JJ" {
				continue
			}
			first := f.phraseStart(cue, s.First)
			from, last := f.saidClause(i+1, s.Last, used)
			if first == cue || used[first] || last <= from {
				continue
			}
			f.add(&draft{
				Attribution: link.Attribution{
					Cue:         role.Run{Role: role.Cue, First: cue, Last: i + 1},
					Contents:    []role.Run{{Role: role.Content, First: first, Last: cue}, {Role: role.Content, First: from, Last: last}},
					Probability: missedProbability,
				},
				speaker: party{name: unknown},
			})
		}
	}
}
