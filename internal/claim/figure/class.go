package figure

import (
	_ "embed"
	"sync"

	"wiredesk/internal/lexicon"
)

//go:embed lexicon/classes.txt
var classesFile []byte

// A classSet is a set of word classes, a bit each.
type classSet uint64

// wordClasses holds the classes of words that rules and code name.
type wordClasses struct {
	bit  map[string]classSet // by class
	sets map[string]classSet // by word
}

var classes = sync.OnceValue(func() wordClasses {
	c := wordClasses{map[string]classSet{}, map[string]classSet{}}
	for _, e := range lexicon.Parse(classesFile) {
		name := e.Field(1)
		if c.bit[name] == 0 {
			c.bit[name] = 1 << len(c.bit)
		}
		c.sets[e.Field(0)] |= c.bit[name]
	}
	return c
})

// is reports whether the word at i is of the class.
func (r *reader) is(i int, class string) bool {
	return i >= r.First && i < r.Last && r.class[i]&classes().bit[class] != 0
}
