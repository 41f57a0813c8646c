package name

// A cue is what one occurrence of a word shows about what it names; the cues
// of all occurrences in a report are taken together, so that a name that is
// introduced once ("Gen. Haddad") is known for the rest of the report.
type cue uint32

const (
	afterCourtesy cue = 1 << iota
	afterRole
	afterGiven     // "Selma Haddad": for Haddad
	beforeName     // a capitalised word follows
	afterName      // a capitalised word stands before
	afterPlaceIn   // "in Haddad", "near Haddad"
	beforeSaid     // "Haddad said"
	beforeGenitive // "Haddad's"
	beforeOrgHead  // "Haddad Group"
	beforePlace    // "Haddad Street"
	beforeComma    // "Haddad, a colonel"
	afterOf
	afterThe
	inPhrase    // in a listed phrase
	afterTown   // "the town of Haddad", "the village Haddad"
	beforeTown  // "Haddad province"
	afterNation // "Syrian Haddad"
	cues        = iota
)

// evidence is what a report shows of one spelling.
type evidence struct {
	small   int32 // occurrences in small letters
	capital int32 // occurrences with a capital inside a sentence of plain case
	start   int32 // occurrences at the start of sentences, in titles and capitals
	cues    cue
}

// gather fills the evidence of every spelling in the report. Words of one
// lower case share an id.
func (r *reader) gather() {
	clear(r.ids)
	r.evidence = r.evidence[:0]
	for k, s := range r.sentences {
		words := r.words[s.First:s.Last]
		for i := range words {
			w := &words[i]
			w.id = r.id(w.lower)
			e := &r.evidence[w.id]
			switch {
			case !w.capital:
				e.small++
				continue
			case r.cases[k] != plainCase || opens(words, i):
				e.start++
			default:
				e.capital++
			}
			e.cues |= r.cuesOf(words, i)
		}
	}
}

// most is how many marks may stand before the word that opens a sentence,
// which keeps the time linear in sentences made of marks.
const most = 8

// opens reports whether word i opens a sentence or a quotation in it.
func opens(words []word, i int) bool {
	for n := 0; i > 0 && n < most && !words[i-1].letters; n++ {
		if words[i-1].exact == commaHash {
			return false
		}
		i--
	}
	return i == 0
}

func (r *reader) id(lower uint64) int32 {
	id, ok := r.ids[lower]
	if !ok {
		id = int32(len(r.evidence))
		r.ids[lower] = id
		r.evidence = append(r.evidence, evidence{})
	}
	return id
}

// cuesOf returns what the neighbours of word i show.
func (r *reader) cuesOf(words []word, i int) cue {
	var c cue
	if i > 0 {
		p := &words[i-1]
		switch {
		case p.kinds&courtesy != 0:
			c |= afterCourtesy
		case p.kinds&role != 0:
			c |= afterRole
		}
		if p.kinds&(givenMan|givenWoman) != 0 && p.capital {
			c |= afterGiven
		}
		if p.capital {
			c |= afterName
		}
		c |= neighbours().cues[p.lower] & (afterPlaceIn | afterOf | afterThe)
		if p.kinds&placeHead != 0 && !p.capital || i > 1 && p.lower == ofHash && words[i-2].kinds&placeHead != 0 && !words[i-2].capital {
			c |= afterTown
		}
		if p.kinds&demonym != 0 {
			c |= afterNation
		}
	}
	if i+1 < len(words) {
		n := &words[i+1]
		if n.capital {
			c |= beforeName
		}
		if n.kinds&orgHead != 0 && n.capital {
			c |= beforeOrgHead
		}
		if n.kinds&placeHead != 0 && n.capital {
			c |= beforePlace
		}
		if n.kinds&placeHead != 0 && !n.capital {
			c |= beforeTown
		}
		c |= neighbours().cues[n.lower] & (beforeSaid | beforeGenitive | beforeComma)
	}
	if words[i].listed.place != 0 && words[i].listed.place != 'U' {
		c |= inPhrase
	}
	return c
}
