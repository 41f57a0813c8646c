package figure

import (
	"strings"

	"wiredesk/internal/lang/number"
)

// markBackground marks the finds that tell of earlier or wider matters than
// the report's own news.
func (r *reader) markBackground() {
	sentence, back := -1, false
	for k := range r.found {
		f := &r.found[k]
		if f.sentence != sentence {
			sentence = f.sentence
			r.Turn(sentence)
			back = sentence > 1 && r.earlier()
		}
		f.background = back
	}
}

// backgroundWords open or close a look back.
var backgroundWords = []string{
	"last year", "years ago", "recent years", "this year", "of the year", "previous year", "past year", "past decade",
	"since the conflict", "since the war", "since the uprising", "since the start of", "since the beginning of",
	"months ago", "previously", "in all of", "annually", "a year", "year ago", "last month",
}

// earlier reports whether the sentence looks back.
func (r *reader) earlier() bool {
	words := " " + strings.Join(r.Lower[r.First:r.Last], " ") + " "
	for _, w := range backgroundWords {
		if strings.Contains(words, " "+w+" ") {
			return true
		}
	}
	year := ""
	if p := string(r.Doc.Report.Published.Value); len(p) >= 4 {
		year = p[:4]
	}
	for i := r.First; i < r.Last; i++ {
		n, _ := r.number(i)
		if n != nil && n.Kind == number.Date && len(r.Word(i)) == 4 && year != "" && r.Word(i) < year && r.Word(i) > "1900" {
			return true
		}
	}
	return false
}
