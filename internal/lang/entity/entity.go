// Package entity finds out whom or what the names, pronouns and descriptions
// of one report stand for.
package entity

import (
	"wiredesk"
	"wiredesk/internal/lang/sentence"
)

// Resolve sets the Entity of each mention and returns the entities of the
// report and the references (pronouns, descriptions) that it could resolve
// safely.
func Resolve(text string, tokens []wiredesk.Token, sentences []sentence.Sentence, mentions []wiredesk.Mention) ([]wiredesk.Entity, []wiredesk.Reference) {
	return nil, nil
}
