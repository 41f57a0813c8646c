package figure

import (
	_ "embed"
	"strings"
	"sync"

	"wiredesk/internal/lexicon"
)

//go:embed lexicon/unreal.txt
var unrealFile []byte

// unrealWords are the phrases of drills, fiction and notices to editors, with a
// space to either side.
var unrealWords = sync.OnceValue(func() []string {
	var out []string
	for _, e := range lexicon.Parse(unrealFile) {
		out = append(out, " "+e.Field(0)+" ")
	}
	return out
})

// invented reports whether the sentence tells of what did not happen: a drill, a
// film, a notice that takes a story back.
func (r *reader) invented() bool {
	words := " " + strings.Join(r.Lower[r.First:r.Last], " ") + " "
	for _, w := range unrealWords() {
		if strings.Contains(words, w) {
			return true
		}
	}
	return false
}
