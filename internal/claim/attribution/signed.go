package attribution

import (
	"strings"
	"unicode"

	"wiredesk/internal/claim/link"
	"wiredesk/internal/claim/role"
)

// longestName is how many tokens a name has at most that signs a quotation.
const longestName = 8

// signedProbability is how sure the desk is of a quotation signed with a name.
const signedProbability = 0.8

// sign makes claims of quotations that are signed: the marks, a dash and a
// name, on the same line or the next ("... - Maria Koch, nurse"). It runs
// before everything that gives a quotation to whoever spoke before.
func (f *finder) sign() {
	for _, q := range f.view.Quotations {
		first, last := f.doc.TokensIn(q.Span)
		if q.Depth > 0 || last-first < shortestSpeech || last+1 >= len(f.doc.Tokens) || !isDash(f.doc.Word(last)) {
			continue
		}
		end := f.signature(last + 1)
		if end < 0 {
			continue
		}
		f.release(first, end)
		source := role.Run{Role: role.Source, First: last + 1, Last: end}
		f.add(&draft{
			Attribution: link.Attribution{
				Cue:         role.Run{Role: role.Cue, First: last, Last: last + 1},
				Sources:     []role.Run{source},
				Contents:    []role.Run{{Role: role.Content, First: first, Last: last}},
				Probability: signedProbability,
			},
			speaker: f.party(source),
		})
	}
}

func isDash(word string) bool {
	return word == "-" || word == "--" || word == "–" || word == "—" || word == "―" || word == "~"
}

// signature returns where the name that begins at the token ends, -1 if none
// does: words with capitals to the end of the paragraph or to a comma.
func (f *finder) signature(first int) int {
	i := first
	for i < len(f.doc.Tokens) && i < first+longestName && f.view.SameParagraph(first, i) {
		word := f.doc.Word(i)
		if word == "," || word == "(" || f.view.Quotation(i) >= 0 {
			break
		}
		r := []rune(word)[0]
		if f.view.IsWord(i) && !unicode.IsUpper(r) && !particle.has(strings.ToLower(word)) && !strings.Contains(word, "-") {
			return -1
		}
		i++
	}
	if i == first || i == first+longestName {
		return -1
	}
	if i > first+1 && f.doc.Word(i-1) == "." {
		i--
	}
	return i
}

// release takes a stretch of tokens out of the contents of the drafts so far,
// and drops drafts that have none left.
func (f *finder) release(first, last int) {
	for k := f.view.Sentence(first); k >= 0 && k < len(f.bySentence) && f.doc.Sentences[k].First < last; k++ {
		for _, d := range f.in(k) {
			contents := d.Contents[:0]
			for _, r := range d.Contents {
				if r.Last <= first || r.First >= last {
					contents = append(contents, r)
				}
			}
			d.Contents = contents
			d.dropped = len(contents) == 0
		}
	}
}
