package entity_test

import (
	"strings"
	"testing"

	"wiredesk/internal/lang/entity"
	"wiredesk/internal/lang/name"
)

// The cost per byte is to stay the same from one size to the next, also where
// a text is all names or one sentence.
func BenchmarkResolve(b *testing.B) {
	for what, unit := range map[string]string{
		"names":    "Ana Bell met Karl Orr. ",
		"surname":  "Ana Bell and Karl Bell and Ivo Bell and Bell and ",
		"pronouns": "Ana Bell he she it his the president her ",
		"bodies":   "The Harbour Board (HB) met the Security Council, ",
	} {
		for size, n := range map[string]int{"20kB": 20_000, "80kB": 80_000} {
			b.Run(what+"/"+size, func(b *testing.B) {
				text := strings.Repeat(unit, n/len(unit))
				tokens, sentences := analyze(text)
				mentions := name.Find(text, tokens, sentences)
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					entity.Resolve(text, tokens, sentences, mentions)
				}
			})
		}
	}
}
