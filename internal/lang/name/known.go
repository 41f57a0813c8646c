package name

import (
	"wiredesk"
)

// addKnown adds the listed names that the model left out: countries, larger
// towns after "in" and its like, and standing bodies of several words or
// written in capitals. A listed phrase
// takes the place of a name inside it ("European" in "European Union").
func (r *reader) addKnown(names []found) []found {
	out := make([]found, 0, len(names)+8)
	next := 0
	for i := 0; i < len(r.words); {
		for next < len(names) && names[next].last <= i {
			out, next = append(out, names[next]), next+1
		}
		n, kind := r.known(i)
		if n == 0 || next < len(names) && names[next].first < i {
			i++
			continue
		}
		end, k := i+n, next
		for k < len(names) && names[k].last <= end {
			k++
		}
		switch {
		case k < len(names) && names[k].first < end: // a name goes beyond the phrase
		case k == next:
			out = append(out, found{i, end, kind})
		case names[next].last-names[k-1].first+k-next-1 < n && n > 1 && names[next].last-names[next].first < n:
			out, next = append(out, found{i, end, kind}), k
		}
		i = end
	}
	return append(out, names[next:]...)
}

// cut takes small words off the end of names that begin with a capital
// ("Interfax news" is Interfax) and what a dash between blanks parts from a
// person's ("Ana Bell - Harbour Office"), adds the "III" of a person's and makes
// a place behind a word for outlets an organization ("the daily Lanterna").
func (r *reader) cut(names []found) {
	near := neighbours()
	for k := range names {
		f := &names[k]
		if f.kind == wiredesk.Person {
			for i := f.first + 1; i < f.last-1; i++ {
				if r.words[i].dash {
					f.last = i
				}
			}
			if f.last < len(r.words) && near.suffixes[r.words[f.last].exact] && (k+1 == len(names) || names[k+1].first > f.last) {
				f.last++
			}
		}
		if f.kind == wiredesk.PlaceName && f.first > 0 && near.outlets[r.words[f.first-1].exact] {
			f.kind = wiredesk.Organization
		}
		for f.last-f.first > 1 && r.words[f.first].capital && r.words[f.last-1].letters && !r.words[f.last-1].capital {
			f.last--
		}
	}
}

// divided puts two countries in the place of a name that joins them with a
// hyphen: "US-Russia".
func (r *reader) divided(names []found) []found {
	var out []found
	for k, f := range names {
		ends := f.last-f.first == 3 && !r.words[f.first+1].letters && r.words[f.first].kinds&country != 0 && r.words[f.last-1].kinds&country != 0
		if !ends {
			if out != nil {
				out = append(out, f)
			}
			continue
		}
		if out == nil {
			out = append(make([]found, 0, len(names)+4), names[:k]...)
		}
		out = append(out, found{f.first, f.first + 1, wiredesk.PlaceName}, found{f.last - 1, f.last, wiredesk.PlaceName})
	}
	if out == nil {
		return names
	}
	return out
}

// known returns the length and type of the listed name that begins at word i,
// if it is one to add.
func (r *reader) known(i int) (n int, kind wiredesk.EntityType) {
	w := &r.words[i]
	l := w.listed
	if l.place != 'B' && l.place != 'U' || !w.capital && w.lower != articleHash {
		return 0, ""
	}
	n = 1
	if l.place == 'B' {
		for r.words[i+n].listed.place == 'I' {
			n++
		}
		n++
	}
	switch {
	case !r.words[i+n-1].capital && (l.kinds&standing == 0 || r.capitals(i, n) < 2):
		return 0, ""
	case l.kinds&country != 0 && (n > 1 || l.kinds&^(country|seat|smallCity|region) == 0 && w.kinds&(givenMan|givenWoman) == 0):
		return n, wiredesk.PlaceName
	case l.kinds&(seat|bigCity|midCity) != 0 && w.kinds&(givenMan|givenWoman|role) == 0 && i > 0 && neighbours().cues[r.words[i-1].lower]&afterPlaceIn != 0:
		return n, wiredesk.PlaceName
	case l.kinds&standing != 0 && (n > 1 || w.acronym && w.kinds&^(standing|agency) == 0):
		return n, wiredesk.Organization
	}
	return 0, ""
}

// capitals counts the words of the phrase [i, i+n) that begin with capitals:
// "Security council" has one, "U.N. Security council" two.
func (r *reader) capitals(i, n int) int {
	count := 0
	for _, w := range r.words[i : i+n] {
		if w.capital {
			count++
		}
	}
	return count
}
