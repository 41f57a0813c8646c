package clause

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"wiredesk/internal/lexicon"
)

//go:embed lexicon/unreal.txt
var unrealFile []byte

// unreal holds the phrases of drills, fiction and notices to editors by their first
// word.
var unreal = sync.OnceValue(func() map[string][][]string {
	out := map[string][][]string{}
	for _, e := range lexicon.Parse(unrealFile) {
		words := strings.Fields(e.Field(0))
		out[words[0]] = append(out[words[0]], words)
	}
	return out
})

// Invented reports whether the sentence tells of what did not happen: a drill, a
// film, a notice that takes a story back.
func (s *Sentence) Invented() bool {
	for i := s.First; i < s.Last; i++ {
		for _, words := range unreal()[s.Lower[i]] {
			if i+len(words) <= s.Last && slices.Equal(s.Lower[i:i+len(words)], words) {
				return true
			}
		}
	}
	return false
}
