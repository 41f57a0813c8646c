package entity

import (
	"slices"
	"strings"

	"wiredesk"
	"wiredesk/internal/lang/body"
	"wiredesk/internal/lang/nation"
)

// Same reports whether two entities, of one report or of two, are one. Two
// people are where given name and surname sound alike; a surname alone joins a
// full name where both bear a role of the same noun. Bodies and countries are
// one by any of their names.
func Same(a, b wiredesk.Entity) bool {
	if a.Type != b.Type {
		return false
	}
	if a.ID == b.ID {
		return true
	}
	if a.Type == wiredesk.Person {
		return samePerson(a, b)
	}
	return Key(a.Type, a.Name) == Key(b.Type, b.Name)
}

// Key returns a key under which the names of one entity meet across reports:
// equal for "Sergei Lavrov" and "Sergey Lavrov", for "U.S." and "United
// States", for "UN Security Council" and "Security Council".
func Key(kind wiredesk.EntityType, name string) string {
	var words []string
	switch kind {
	case wiredesk.Person:
		words = personWords(name)
		if len(words) > 2 {
			words = []string{words[0], words[len(words)-1]}
		}
	case wiredesk.PlaceName:
		if n := nation.Named(name); n != nil {
			name = n.Name
		}
		words = foldWords(name)
	case wiredesk.Organization:
		if b := body.Named(name); b != nil {
			name = b.Name
		}
		words = foldWords(strings.TrimPrefix(name, "the "))
	default:
		words = foldWords(name)
	}
	for i, w := range words {
		words[i] = sound(w)
	}
	return string(kind) + ":" + strings.Join(words, "-")
}

func samePerson(a, b wiredesk.Entity) bool {
	x, y := personWords(a.Name), personWords(b.Name)
	if len(x) == 0 || len(y) == 0 || sound(x[len(x)-1]) != sound(y[len(y)-1]) {
		return false
	}
	if len(x) > 1 && len(y) > 1 {
		return sound(x[0]) == sound(y[0])
	}
	if len(x) == len(y) {
		return true
	}
	return a.Role != "" && b.Role != "" && shareNoun(string(a.Role), string(b.Role))
}

// shareNoun reports whether two roles share a word for a role.
func shareNoun(a, b string) bool {
	other := strings.Fields(strings.ToLower(b))
	for _, w := range strings.Fields(strings.ToLower(a)) {
		if isRoleWord(w) && slices.Contains(other, w) {
			return true
		}
	}
	return false
}
