// Package entity finds out whom or what the names, pronouns and descriptions
// of one report stand for, and whether two entities are one.
package entity

import (
	"wiredesk"
	"wiredesk/internal/lang/sentence"
)

// Resolve sets the Entity of each mention and returns the entities of the
// report, in the order in which they are first named, and the references
// (pronouns, descriptions) that it could resolve safely, in text order.
func Resolve(text string, tokens []wiredesk.Token, sentences []sentence.Sentence, mentions []wiredesk.Mention) ([]wiredesk.Entity, []wiredesk.Reference) {
	r := newResolver(text, tokens, sentences, mentions)
	r.unlikeAcronyms()
	r.places()
	r.bodies()
	r.persons()
	r.others()
	r.readRoles()
	entities := r.entities()
	for i := range mentions {
		mentions[i].Entity = r.of[i].id
	}
	return entities, r.references()
}
