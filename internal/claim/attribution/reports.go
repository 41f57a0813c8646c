package attribution

import (
	"wiredesk/internal/claim/link"
	"wiredesk/internal/claim/role"
)

// reportsProbability is how sure the desk is of a claim that rests on a noun
// such as "reports from".
const reportsProbability = 0.6

// reports makes claims of "reports from residents of shelling", "claims by the
// rebels that ...", where the model left them out.
func (f *finder) reports() {
	used := f.used()
	for _, s := range f.doc.Sentences {
		for i := s.First; i < s.Last-4; i++ {
			if w := f.doc.Lower(i + 1); !reportNoun.has(f.doc.Lower(i)) || used[i] || w != "from" && w != "by" {
				continue
			}
			of := i + 2
			for of < min(s.Last, i+2+longestPhrase) && f.doc.Lower(of) != "of" && f.doc.Lower(of) != "that" && !used[of] && !f.verb(of) {
				of++
			}
			if w := f.doc.Lower(of); w != "of" && w != "that" || of == i+2 {
				continue
			}
			content, last := f.saidClause(of+1, s.Last, used)
			if last-content < 1 {
				continue
			}
			source := role.Run{Role: role.Source, First: i + 2, Last: of}
			d := &draft{Attribution: link.Attribution{
				Cue:         role.Run{Role: role.Cue, First: i, Last: i + 2},
				Sources:     []role.Run{source},
				Contents:    []role.Run{{Role: role.Content, First: content, Last: last}},
				Probability: reportsProbability,
			}}
			d.speaker = f.party(source)
			f.add(d)
		}
	}
}
