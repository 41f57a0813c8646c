package figure

import (
	_ "embed"
	"sync"

	"wiredesk/internal/lexicon"
)

//go:embed lexicon/classes.txt
var classesFile []byte

// A classSet is a set of word classes, a bit each.
type classSet [4]uint64

// has reports whether the class with that number is in the set.
func (s *classSet) has(class int) bool { return s[class/64]>>(class%64)&1 != 0 }

// wordClasses holds the classes of words that rules and code name.
type wordClasses struct {
	number map[string]int      // by class, from 0 on
	sets   map[string]classSet // by word
}

var classes = sync.OnceValue(func() wordClasses {
	c := wordClasses{map[string]int{}, map[string]classSet{}}
	for _, e := range lexicon.Parse(classesFile) {
		name := e.Field(1)
		if _, known := c.number[name]; !known {
			c.number[name] = len(c.number)
		}
		set := c.sets[e.Field(0)]
		n := c.number[name]
		set[n/64] |= 1 << (n % 64)
		c.sets[e.Field(0)] = set
	}
	return c
})

// is reports whether the word at i is of the class.
func (r *reader) is(i int, class string) bool {
	return i >= r.First && i < r.Last && r.ofClass(i, class)
}

// ofClass reports whether the word at token i of the report is of the class.
func (r *reader) ofClass(i int, class string) bool {
	n, known := r.kinds.number[class]
	return known && r.class[i].has(n)
}
