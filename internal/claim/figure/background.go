package figure

import (
	"strings"

	"wiredesk/internal/lang/number"
)

// markBackground marks the finds that tell of earlier or wider matters than
// the report's own news.
func (r *reader) markBackground() {
	for k := range r.found {
		f := &r.found[k]
		r.turn(f.sentence)
		f.background = f.sentence > 1 && r.earlier(f)
	}
}

// backgroundWords open or close a look back.
var backgroundWords = []string{
	"last year", "years ago", "recent years", "this year", "of the year", "previous year", "past year", "past decade",
	"since the conflict", "since the war", "since the uprising", "since the start of", "since the beginning of",
	"months ago", "previously", "in all of", "annually", "a year", "year ago", "last month",
}

// earlier reports whether the sentence of the find looks back.
func (r *reader) earlier(f *found) bool {
	words := " " + strings.Join(r.lower[r.first:r.last], " ") + " "
	for _, w := range backgroundWords {
		if strings.Contains(words, " "+w+" ") {
			return true
		}
	}
	year := ""
	if p := string(r.doc.Report.Published.Value); len(p) >= 4 {
		year = p[:4]
	}
	for i := r.first; i < r.last; i++ {
		n, _ := r.number(i)
		if n != nil && n.Kind == number.Date && len(r.word(i)) == 4 && year != "" && r.word(i) < year && r.word(i) > "1900" {
			return true
		}
	}
	return false
}
