// Package body knows standing bodies (organs, alliances, agencies, aid
// organizations, forces, factions) by their names, so that "UN Security
// Council" and "Security Council" are one. A user's own list can be added.
package body

import (
	_ "embed"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"unicode/utf8"

	"wiredesk/internal/lexicon"
)

//go:embed lexicon/bodies.txt
var bodiesFile []byte

// A Body is a standing body.
type Body struct {
	Name  string
	Kind  Kind
	Other []string // its other names
}

// Kind says what sort of body it is.
type Kind string

// The kinds of bodies that other packages ask for; a list may hold more.
const (
	Agency Kind = "agency" // carries what others say: news agencies, broadcasters, papers
)

// A list finds bodies by each of their names.
type list struct {
	bodies []Body
	byName map[string]*Body
	small  map[string]*Body // names of three words and more, in small letters
}

var own = sync.OnceValue(func() *list { return read(bodiesFile) })

// user holds the list with the user's file, or nil.
var user atomic.Pointer[list]

func read(files ...[]byte) *list {
	l := &list{byName: map[string]*Body{}, small: map[string]*Body{}}
	for _, f := range files {
		for _, e := range lexicon.Parse(f) {
			b := Body{Name: e.Field(0), Kind: Kind(e.Field(1))}
			if e.Field(2) != "" {
				b.Other = strings.Split(e.Field(2), ";")
			}
			l.bodies = append(l.bodies, b)
		}
	}
	for i := range l.bodies {
		b := &l.bodies[i]
		for _, n := range append([]string{b.Name}, b.Other...) {
			l.byName[n] = b
			if strings.Count(n, " ") > 1 {
				l.small[strings.ToLower(n)] = b
			}
		}
	}
	return l
}

func current() *list {
	if l := user.Load(); l != nil {
		return l
	}
	return own()
}

// mostBytes bounds a user's file: a list of every body on earth is smaller.
const mostBytes = 4 << 20

// Add adds the bodies of a user's file, written like lexicon/bodies.txt, to
// the standing ones; a name that both hold means the user's. Call it before
// reports are read. It is an error, which says what to do, if the file is too
// large or a line lacks its kind; then nothing is added.
func Add(file []byte) error {
	if len(file) > mostBytes {
		return fmt.Errorf("it is larger than %d MiB; leave out what your reports never name", mostBytes>>20)
	}
	if !utf8.Valid(file) {
		return errors.New("it is no UTF-8 text; save it as UTF-8")
	}
	for _, e := range lexicon.Parse(file) {
		if e.Field(0) == "" || e.Field(1) == "" {
			return fmt.Errorf("the line %q lacks a name or a kind; write the name, a tab, a kind such as agency, and after another tab the other names", e[0])
		}
	}
	user.Store(read(bodiesFile, file))
	return nil
}

// Named returns the body that bears the name, without a leading "the", or nil.
// Names of three words and more are known in any capitals ("U.N. Security
// council"), shorter ones as they are spelled.
func Named(name string) *Body {
	for _, the := range []string{"the ", "The "} {
		if rest, ok := strings.CutPrefix(name, the); ok {
			if b := current().byName[rest]; b != nil {
				return b
			}
		}
	}
	l := current()
	if b := l.byName[name]; b != nil {
		return b
	}
	return l.small[strings.ToLower(name)]
}

// All returns the bodies in the order of their lists. It is shared: do not
// change it.
func All() []Body { return current().bodies }
